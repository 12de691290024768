import { deadlineWords } from '../bot/present/hazard-deadline.ts';
import type { Texts } from '../bot/texts/texts.ts';
import type { Instant } from '../core/clock.ts';
import type { HazardView } from '../core/ports/hazards.ts';
import type { PeopleReads } from '../core/ports/people.ts';
import { spokenName } from '../core/spoken-name.ts';
import { zoneTime } from '../core/zone-time.ts';
import { deadlineRules } from '../handlers/hazard/rules.ts';
import type { ZoneFacts } from '../handlers/work.ts';
import type { HazardReader } from './hazard-reader.ts';
import type { HazardPage } from './pages/hazard-page.ts';

interface Seen {
  view: HazardView;
  reader: HazardReader;
}

/** Where it stands, in one line; in plain words for whoever told of it. */
export function hazardStanding({ view: { hazard }, reader }: Seen, texts: Texts): string {
  const words = texts.web.page.hazard;
  const { outcome } = hazard;
  if (outcome !== null && outcome !== 'resolved') return words.outcome[outcome];
  return reader.deals ? texts.hazard.state[hazard.state] : words.plainState[hazard.state];
}

/** Names and values at the head of the page. */
export function hazardFacts(
  { view, reader }: Seen,
  { timeZone, texts }: { timeZone: string; texts: Texts },
): HazardPage['facts'] {
  const words = texts.web.page.hazard;
  const { hazard, place, mergedInto } = view;
  const at = (instant: Instant): string => {
    const { date, clock } = zoneTime(instant, timeZone);
    return `${date} ${clock}`;
  };
  const said = [...new Set([place?.name ?? '', place?.code ?? '', hazard.placeWords])].filter((part) => part !== '');
  const where = said.length > 0 || hazard.position === null ? said : [texts.hazard.fact.byPosition(hazard.area)];
  const rows: (readonly [string, string] | null)[] = [
    [words.place, where.length === 0 ? words.placeUnknown : where.join(' ')],
    [words.reportedAt, at(reader.deals ? hazard.reportedAt : (reader.own[0]?.at ?? hazard.reportedAt))],
    hazard.closedAt === null ? null : [words.closedAt, at(hazard.closedAt)],
    mergedInto === null ? null : [words.mergedInto, mergedInto.number],
    ...(reader.deals ? factsOfWork(view, texts) : []),
    hazard.satisfaction === null ? null : [words.rated, words.rating[hazard.satisfaction]],
  ];
  return rows.filter((row) => row !== null);
}

function factsOfWork(
  { hazard, owner, leader, reports }: HazardView,
  texts: Texts,
): (readonly [string, string] | null)[] {
  const words = texts.web.page.hazard;
  return [
    hazard.grade === null ? null : [words.grade, words.gradeName[hazard.grade]],
    hazard.handling === null ? null : [words.handling, words.handlingName[hazard.handling]],
    owner === null ? null : [words.owner, spokenName(owner)],
    leader === null ? null : [words.leader, spokenName(leader)],
    [words.told, String(reports.length)],
  ];
}

/** The deadline with its arithmetic; for whoever told of it only until when. Null: there is none. */
export function hazardDeadline(
  { view: { hazard }, reader }: Seen,
  { zone, now, texts }: { zone: ZoneFacts; now: Instant; texts: Texts },
): string | null {
  if (hazard.deadline === null || hazard.state === 'closed') return null;
  if (reader.deals) return deadlineWords(hazard, deadlineRules({ zone }), { texts, now });
  if (hazard.dueAt === null) return texts.hazard.deadline.stopped;
  const { date, clock } = zoneTime(hazard.dueAt, zone.timeZone);
  return texts.hazard.deadline.short({ date, clock });
}

/** Numbers of those who left one in a form and did not ask to stay unknown. */
export async function phonesOf(
  read: { people: Pick<PeopleReads, 'byIds'> },
  { reports }: Pick<HazardView, 'reports'>,
): Promise<string[]> {
  const named = reports.filter(({ via, anonymous }) => !anonymous && (via === 'form' || via === 'place_code'));
  const ids = named.map(({ personId }) => personId).filter((id) => id !== null);
  const people = await read.people.byIds([...new Set(ids)]);
  return people.map(({ phone }) => phone).filter((phone) => phone !== '');
}
