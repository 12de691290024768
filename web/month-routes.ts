import { Readable } from 'node:stream';
import { Hono, type Context } from 'hono';
import { stream } from 'hono/streaming';
import type { SignedLinks } from '../bot/sign-links.ts';
import { textsIn } from '../bot/texts/texts-in.ts';
import type { Clock } from '../core/clock.ts';
import type { PersonId, TeamId } from '../core/ids.ts';
import type { Person, Team } from '../core/people.ts';
import { maySeeMonth } from '../core/shift-permission.ts';
import type { PersonMonth } from '../core/ports/shifts.ts';
import type { Store } from '../core/ports/store.ts';
import type { DutyOf } from '../core/shift.ts';
import type { Cell } from '../core/table/table.ts';
import { spokenName } from '../core/spoken-name.ts';
import { zoneMonth, zonePeriod, type ZonePeriod } from '../core/zone-period.ts';
import { zoneDate } from '../core/zone-time.ts';
import { pageLanguage } from './page-language.ts';
import { monthPage, type MonthLine } from './pages/month-page.ts';
import { noticePage } from './pages/notice-page.ts';
import { drawSheets } from './pdf/draw-sheets.ts';

/** What the pages of months stand on. */
export interface MonthParts {
  store: Store;
  clock: Clock;
  links: SignedLinks;
  zone: () => { name: string; timeZone: string };
  /** The bytes of a workbook with these rows, the heading first. */
  workbook(name: string, rows: AsyncIterable<readonly Cell[]>): Promise<AsyncIterable<Uint8Array>>;
}

/** The months of somebody as this reader may see them. */
interface Found {
  reader: Person;
  whose: DutyOf;
  /** The team's or the person's name. */
  name: string;
  period: ZonePeriod;
  rows: readonly (PersonMonth & { person: Person; team: Team | null })[];
  /** The path without the period, and the key for addresses beside this one. */
  base: string;
  key: string;
}

/** `/m/<whose>/<month or year>?k=<key>`: shifts, points and hours as a page, a workbook and certificates. */
export function monthRoutes(parts: MonthParts): Hono {
  const routes = new Hono();
  routes.get('/:whose/:period', (context) => withMonth(context, parts, (found) => show(context, parts, found)));
  routes.get('/:whose/:period/table.xlsx', (context) =>
    withMonth(context, parts, (found) => table(context, parts, found)),
  );
  routes.get('/:whose/:period/certificate.pdf', (context) =>
    withMonth(context, parts, (found) => certificate(context, parts, found)),
  );
  return routes;
}

async function withMonth(
  context: Context,
  parts: MonthParts,
  go: (found: Found) => Response | Promise<Response>,
): Promise<Response> {
  const language = pageLanguage(context);
  const words = textsIn(language).web.page.month;
  const name = context.req.param('whose') ?? '';
  const key = context.req.query('k') ?? '';
  const link = parts.links.readMonth(name, key, parts.clock.now());
  if (link === 'expired') return context.html(noticePage(language, words.expired), 410);
  const whose = link === null ? null : whoseOf(name);
  const reader = link === null ? null : await parts.store.read.people.byId(link.reader);
  const seen = whose === null || reader === null ? null : await readable(parts.store, reader, whose);
  if (seen === null || reader === null || whose === null)
    return context.html(noticePage(language, words.forbidden), 404);
  const period = zonePeriod(context.req.param('period') ?? '', parts.zone().timeZone);
  if (period === null) return context.html(noticePage(language, words.unknownPeriod), 404);
  const rows = await rowsOf(parts.store, whose, period, seen.teams);
  return go({ reader, whose, name: seen.name, period, rows, base: `/m/${name}`, key });
}

function whoseOf(name: string): DutyOf | null {
  if (name.startsWith('t-')) return { teamId: name.slice(2) as TeamId };
  return name.startsWith('p-') ? { personId: name.slice(2) as PersonId } : null;
}

/** Rights can end while a link lives, so they are looked up each time. */
async function readable(
  { read }: Store,
  reader: Person,
  whose: DutyOf,
): Promise<{ name: string; teams: readonly Team[] } | null> {
  if ('teamId' in whose) {
    const teams = (await read.people.teams()).filter(({ id }) => id === whose.teamId);
    const [team] = teams;
    return team !== undefined && maySeeMonth(reader, 'team', teams) ? { name: team.name, teams } : null;
  }
  const person = await read.people.byId(whose.personId);
  const teams = await read.people.teamsOf(whose.personId);
  return person !== null && maySeeMonth(reader, person.id, teams) ? { name: person.name, teams } : null;
}

async function rowsOf({ read }: Store, whose: DutyOf, { from, to }: ZonePeriod, known: readonly Team[]) {
  const months = await read.shifts.months(from, to, whose);
  const people = await read.people.byIds([...new Set(months.map(({ personId }) => personId))]);
  const teams = months.every(({ teamId }) => known.some(({ id }) => id === teamId)) ? known : await read.people.teams();
  return months
    .flatMap((month) => {
      const person = people.find(({ id }) => id === month.personId);
      return person === undefined
        ? []
        : [{ ...month, person, team: teams.find(({ id }) => id === month.teamId) ?? null }];
    })
    .toSorted((a, b) => b.minutes - a.minutes || a.person.name.localeCompare(b.person.name, 'zh'));
}

function show(context: Context, { clock, zone, links }: MonthParts, found: Found): Response | Promise<Response> {
  const { reader, period, base, key } = found;
  const at = (name: string, file = ''): string => `${base}/${name}${file}?k=${key}`;
  const thisMonth = zoneMonth(clock.now(), zone().timeZone);
  return context.html(
    monthPage({
      language: reader.language,
      name: found.name,
      period: period.name,
      lines: found.rows.map((row): MonthLine => ({
        name: spokenName(row.person),
        team: 'teamId' in found.whose ? '' : (row.team?.name ?? ''),
        shifts: row.shifts,
        points: row.points,
        minutes: row.minutes,
        certificate: mayCertify(found, row) ? `${at(period.name, '/certificate.pdf')}&who=${row.personId}` : null,
      })),
      before: { period: period.before, url: at(period.before) },
      after: { period: period.after, url: at(period.after) },
      other: at(period.name.length === 4 ? thisMonth : period.name.slice(0, 4)),
      table: at(period.name, '/table.xlsx'),
      phone: isOwn(found) ? links.phonePath(reader.id, clock.now()) : null,
    }),
    200,
    { 'cache-control': 'private, no-store' },
  );
}

/** Whose own months these are makes this phone known with them. */
function isOwn({ reader, whose }: Found): boolean {
  return 'personId' in whose && whose.personId === reader.id;
}

async function table(context: Context, parts: MonthParts, found: Found): Promise<Response> {
  const { month } = textsIn(found.reader.language).web.page;
  const heading = [month.team, month.callSign, month.who, month.shifts, month.points, month.hours];
  const rows = found.rows.map(({ team, person, shifts, points, minutes }) => {
    return [team?.name ?? '', person.callSign ?? '', person.name, shifts, points, Math.round(minutes / 6) / 10];
  });
  const bytes = await parts.workbook(found.period.name, Readable.from([heading, ...rows]));
  context.header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
  context.header('content-disposition', `attachment; filename="${found.period.name}.xlsx"`);
  context.header('cache-control', 'private, no-store');
  return stream(context, async (answer) => {
    for await (const piece of bytes) await answer.write(piece);
  });
}

/** Whoever sees a mate's hours need not hold a paper about them: that is theirs, their leader's and the command's. */
function mayCertify({ reader }: Found, { shifts, personId, team }: Found['rows'][number]): boolean {
  return shifts > 0 && maySeeMonth(reader, personId, team === null ? [] : [team]);
}

async function certificate(context: Context, { clock, zone }: MonthParts, found: Found): Promise<Response> {
  const who = context.req.query('who');
  const own = found.rows.filter((row) => row.personId === who && mayCertify(found, row));
  const [first] = own;
  if (first === undefined) return context.notFound();
  const sum = (count: (row: PersonMonth) => number): number => own.reduce((all, row) => all + count(row), 0);
  const bytes = await drawSheets({
    kind: 'certificate',
    language: found.reader.language,
    zone: zone().name,
    name: first.person.name,
    period: found.period.name,
    teams: own.flatMap(({ team }) => (team === null ? [] : [team.name])),
    shifts: sum(({ shifts }) => shifts),
    points: sum(({ points }) => points),
    minutes: sum(({ minutes }) => minutes),
    issuedOn: zoneDate(clock.now(), zone().timeZone),
  });
  return context.body(bytes, 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="${found.period.name}.pdf"`,
    'cache-control': 'private, no-store',
  });
}
