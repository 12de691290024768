import type { Instant } from '../../core/clock.ts';
import { zoneInstant } from '../../core/deadline.ts';
import type { PatrolResult } from '../../core/tap-result.ts';
import type { Person } from '../../core/people.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import { endedBy, goesOnWith, reopenedBy, staysOpen, unknownLine, type LogSaid } from '../../core/shift-log.ts';
import type { LogLine, Shift } from '../../core/shift.ts';
import { zoneDate } from '../../core/zone-time.ts';
import { traceShift, type Work } from '../work.ts';
import { saveShift, showShift } from './show-shift.ts';

const longest = 500;
/** Between what a line said and what is right about it. */
const corrected = ' → ';
/** A clock that runs ahead is no call of yesterday. */
const aheadMs = 10 * 60_000;

/** Writes a line into a duty's log 接报传跟. The shift must be locked before; `open`: somebody must still see to something. */
export async function keepLog(work: Work, view: ShiftView, person: Person, said: LogSaid): Promise<PatrolResult> {
  const { shift } = view;
  const log = await work.tx.shifts.log(shift.id);
  const unknown = unknownLine(said, log);
  if (unknown !== null) return { kind: 'log_none', n: unknown, open: openIn(log) };
  const n = log.length + 1;
  const open = staysOpen(said);
  const at = said.clock === null ? work.now : lastAt(work, said.clock);
  // Whoever reads it later has to know what was followed up.
  const of = log.some((line) => line.n === said.about) ? `#${String(said.about)} ` : '';
  const words = `${of}${said.words}`.slice(0, longest);
  await work.tx.shifts.addLogLine({ shiftId: shift.id, n, kind: said.kind, words, personId: person.id, at, open });
  const ended = endedBy(said, log);
  if (ended !== null) await work.tx.shifts.putLogLine({ ...ended, open: false });
  const reopened = reopenedBy(said, log);
  if (reopened !== null) await work.tx.shifts.putLogLine({ ...reopened, open: true });
  await traceShift(work, shift, 'logged', person.id, { n, ...(ended === null ? {} : { ends: ended.n }) });
  await showShift(work, await saveShift(work, shift));
  const left = ended === null ? goesOnWith(said, await work.tx.shifts.log(shift.id)) : [];
  return { kind: 'logged', n, open, ended: ended?.n ?? null, left };
}

/** Those that somebody must still see to, as they begin. */
function openIn(log: readonly LogLine[]): { n: number; words: string }[] {
  return log.filter(({ open }) => open).map(({ n, words }) => ({ n, words: words.slice(0, 20) }));
}

/** What is right about a line is written behind it; what it said stays to be read. The shift must be locked before. */
export async function correctLog(
  work: Work,
  { shift }: ShiftView,
  person: Person,
  right: { n: number; words: string },
): Promise<PatrolResult> {
  const log = await work.tx.shifts.log(shift.id);
  const line = log.find(({ n }) => n === right.n);
  if (line === undefined) return { kind: 'log_none', n: right.n, open: openIn(log) };
  await work.tx.shifts.putLogLine({ ...line, words: `${line.words}${corrected}${right.words}`.slice(0, longest) });
  await traceShift(work, shift, 'logged', person.id, { n: line.n, corrected: true });
  await showShift(work, await saveShift(work, shift));
  return { kind: 'log_corrected', n: line.n };
}

/** The last time that the zone's clocks showed this. */
function lastAt(work: Work, clock: string): Instant {
  const { timeZone } = work.zone;
  const today = zoneDate(work.now, timeZone);
  const at = zoneInstant(today, clock, timeZone);
  return at <= work.now + aheadMs
    ? at
    : zoneInstant(Temporal.PlainDate.from(today).subtract({ days: 1 }).toString(), clock, timeZone);
}

function asWritten({ words }: LogLine): string {
  return words.split(corrected, 1)[0] ?? words;
}

/**
 * What is still open goes over to the shift that takes over, and stays in the log of the one that ends. What went over when it took
 * over does not go again at the end, whatever became of it meanwhile; what was put right since is put right there too.
 */
export async function carryOver(work: Work, { id, handover }: Shift): Promise<void> {
  if (handover === null) return;
  const open = (await work.tx.shifts.log(id)).filter((line) => line.open);
  const next = open.length === 0 ? null : await work.tx.shifts.lock(handover.toShiftId);
  if (next === null || next.shift.state === 'cancelled') return;
  const known = await work.tx.shifts.log(next.shift.id);
  let n = known.length;
  let changed = false;
  for (const line of open) {
    const over = known.find((one) => one.at === line.at && asWritten(one) === asWritten(line));
    if (over === undefined) await work.tx.shifts.addLogLine({ ...line, shiftId: next.shift.id, n: (n += 1) });
    else if (over.words === asWritten(line)) await work.tx.shifts.putLogLine({ ...over, words: line.words });
    changed ||= over?.words !== line.words;
  }
  if (!changed) return;
  await showShift(work, await saveShift(work, next.shift));
}
