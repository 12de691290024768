import { Hono, type Context } from 'hono';
import { etag } from 'hono/etag';
import { textsIn } from '../bot/texts/texts-in.ts';
import type { Clock } from '../core/clock.ts';
import type { Token } from '../core/ids.ts';
import type { Language } from '../core/message.ts';
import type { CalendarFeed, ShiftView } from '../core/ports/shifts.ts';
import type { Store } from '../core/ports/store.ts';
import { calendarFeed } from './calendar-feed.ts';

/** What the calendars stand on. */
export interface CalendarParts {
  store: Store;
  clock: Clock;
}

const day = 86_400_000;
/** What is over stays in view for so long. */
const pastDays = 31;
const aheadDays = 120;

/** `/calendar/<token>.ics`: the duties of a team or a person, for calendar apps. Whoever has the address may read it. */
export function calendarRoutes(parts: CalendarParts): Hono {
  const routes = new Hono();
  // Apps ask every hour, and mostly nothing has changed.
  routes.use(etag());
  routes.get('/:file{[0-9A-Za-z_-]{8,32}\\.ics}', (context) => show(context, parts));
  return routes;
}

async function show(context: Context, { store, clock }: CalendarParts): Promise<Response> {
  const token = (context.req.param('file') ?? '').replace(/\.ics$/, '') as Token;
  const feed = await store.read.shifts.feed(token);
  const followed = feed === null ? null : await followedBy(store, feed, clock.now());
  // An address that was replaced, or whose person has left, looks like one that never was.
  if (followed === null) return context.notFound();
  const words = textsIn(followed.language).web.page.calendar;
  const entries = followed.views.map(({ shift, people, points }) => ({
    ...shift,
    where: points[0]?.name ?? '',
    words: words.entry(people.filter(({ state }) => state !== 'leave').length, points.length),
  }));
  return context.body(calendarFeed(followed.name, entries), 200, {
    'content-type': 'text/calendar; charset=utf-8',
    'cache-control': 'private, no-cache',
  });
}

/** Whose calendar it is, and the duties in it: a person's without those they are excused from. */
async function followedBy(
  { read }: Store,
  { personId, teamId }: CalendarFeed,
  now: number,
): Promise<{ name: string; language: Language; views: readonly ShiftView[] } | null> {
  const [from, to] = [now - pastDays * day, now + aheadDays * day];
  if (personId !== null) {
    const person = await read.people.byId(personId);
    if (person?.active !== true) return null;
    const views = (await read.shifts.between(from, to, { personId })).filter(({ people }) =>
      people.some((own) => own.personId === personId && own.state !== 'leave'),
    );
    return { name: person.name, language: person.language, views };
  }
  const team = (await read.people.teams()).find(({ id, active }) => id === teamId && active);
  if (team === undefined) return null;
  const [room] = await read.rooms.ofTeam(team.id);
  const views = await read.shifts.between(from, to, { teamId: team.id });
  return { name: team.name, language: room?.language ?? 'zh', views };
}
