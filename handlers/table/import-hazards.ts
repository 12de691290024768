import { hazardArea, hazardPosition, daysFor } from '../../core/hazard-owner.ts';
import type { Hazard } from '../../core/hazard.ts';
import { importedId, type HazardId, type HazardReportId, type PlaceId } from '../../core/ids.ts';
import { newHazard, newHazardReport } from '../../core/new-hazard.ts';
import { stateOfRow, type HazardRow } from '../../core/table/hazards.ts';
import { workingDaysBetween } from '../../core/working-days.ts';
import { zoneDate } from '../../core/zone-time.ts';
import { leaderOf } from '../hazard/find-people.ts';
import { setAlarms, setDigest, setWaiting, withTerms } from '../hazard/keep-clock.ts';
import { deadlineRules, hazardRules } from '../hazard/rules.ts';
import { setColourTimer } from '../place/place-timer.ts';
import type { Work } from '../work.ts';
import { takeNumber } from '../take-number.ts';
import { traceHazard } from '../work.ts';
import { traceTable, type TableSummary } from './import-summary.ts';

/**
 * Adds the hazards of a table; one that is there already, by its number or by what it says, stays as it is: people have gone on
 * with it. Nobody is told of each: owners find theirs in their list and in the morning, the command hears that something waits.
 * @param hash of a text, hexadecimal, at least 16 characters
 */
export async function importHazards(
  work: Work,
  rows: readonly HazardRow[],
  hash: (text: string) => string,
): Promise<TableSummary> {
  const summary: TableSummary = { added: 0, changed: 0, unchanged: 0 };
  await keepNumbers(work, rows);
  const touched = new Set<PlaceId>();
  let waiting: Hazard | null = null;
  for (const row of rows) {
    const id = importedId<HazardId>(row.reportedAt, hash(row.key));
    if (await isKnown(work, row, id)) {
      summary.unchanged += 1;
      continue;
    }
    const hazard = await addHazard(work, row, id);
    summary.added += 1;
    if (hazard.state === 'reported' || hazard.state === 'graded') waiting ??= hazard;
    if (hazard.placeId !== null && hazard.state !== 'closed') touched.add(hazard.placeId);
  }
  if (waiting !== null) await setWaiting(work, waiting);
  if (summary.added > 0) await setDigest(work);
  for (const placeId of touched) await setColourTimer(work, placeId, false);
  return traceTable(work, 'hazards', summary);
}

async function isKnown(work: Work, { number }: HazardRow, id: HazardId): Promise<boolean> {
  if (number !== null && (await work.tx.hazards.byNumber(number)) !== null) return true;
  return (await work.tx.hazards.byId(id)) !== null;
}

/** Numbers that come with the table are never given again. */
async function keepNumbers(work: Work, rows: readonly HazardRow[]): Promise<void> {
  const highest = new Map<string, number>();
  for (const { number } of rows) {
    if (number === null) continue;
    const [, month = '', count = '0'] = number.split('-');
    highest.set(month, Math.max(highest.get(month) ?? 0, Number(count)));
  }
  for (const [month, count] of highest) {
    const counter = `number:H:20${month.slice(0, 2)}-${String(Number(month.slice(2)))}`;
    const given = await work.tx.settings.take(counter, 1);
    if (count > given + 1) await work.tx.settings.take(counter, count - given - 1);
  }
}

async function addHazard(work: Work, row: HazardRow, id: HazardId): Promise<Hazard> {
  const hazard = withDeadline(work, row, await hazardOf(work, row, id));
  await work.tx.hazards.add(hazard);
  await work.tx.hazards.addReport(
    newHazardReport({
      id: work.ids.next<HazardReportId>(work.now),
      hazardId: id,
      via: 'import',
      words: row.words,
      kinds: row.kinds,
      placeWords: row.placeWords,
      placeId: row.placeId,
      position: row.position,
      at: row.reportedAt,
    }),
  );
  await traceHazard(work, hazard, 'reported', null, { words: row.words, kinds: row.kinds, via: 'import' });
  if (hazard.state === 'assigned') await setAlarms(work, hazard);
  return hazard;
}

async function hazardOf(work: Work, row: HazardRow, id: HazardId): Promise<Hazard> {
  const place = work.zone.places.find((one) => one.id === row.placeId) ?? null;
  const position = hazardPosition(row.position, place);
  const state = stateOfRow(row);
  const graded = row.grade === null ? null : row.reportedAt;
  return newHazard({
    id,
    number: row.number ?? (await takeNumber(work, 'H')),
    token: work.ids.token(),
    state,
    outcome: state === 'closed' ? 'resolved' : null,
    kinds: row.kinds,
    grade: row.grade,
    words: row.words,
    placeWords: row.placeWords,
    placeId: row.placeId,
    position,
    area: row.area === '' ? hazardArea(work.zone.places, place, position).area : row.area,
    ownerId: state === 'assigned' || state === 'closed' ? row.ownerId : null,
    leaderId: state === 'assigned' ? await leaderId(work, row) : null,
    reportedAt: row.reportedAt,
    gradedAt: graded,
    assignedAt: state === 'assigned' ? row.reportedAt : null,
    fixedAt: state === 'closed' ? row.fixedAt : null,
    closedAt: row.closedAt,
    endWords: row.endWords,
    changedAt: work.now,
  });
}

async function leaderId(work: Work, { kinds, placeId, position }: HazardRow): Promise<Hazard['leaderId']> {
  const by = { rules: hazardRules(work), places: work.zone.places };
  return (await leaderOf(work.tx.people, by, { kinds, placeId, position }))?.id ?? null;
}

/** The table's date, as working days from the report, so that the clock goes on and can be told like any other. */
function withDeadline(work: Work, row: HazardRow, hazard: Hazard): Hazard {
  if (hazard.state !== 'assigned' || row.dueAt === null) return hazard;
  const { calendar, timeZone } = deadlineRules(work);
  const from = zoneDate(row.reportedAt, timeZone);
  const given = workingDaysBetween(calendar, from, zoneDate(row.dueAt, timeZone));
  const usual = daysFor(hazardRules(work), row.kinds, row.grade ?? 'ordinary');
  const count = given > 0 ? given : usual;
  return withTerms(work, hazard, {
    startAt: row.reportedAt,
    given: { unit: 'working_days', count },
    extensions: [],
    pauses: [],
  });
}
