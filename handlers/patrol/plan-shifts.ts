import { isDeepStrictEqual } from 'node:util';
import type { Instant } from '../../core/clock.ts';
import { zoneInstant } from '../../core/deadline.ts';
import { occurrencesOf, type Occurrence } from '../../core/roster.ts';
import { dayAfter } from '../../core/working-days.ts';
import type { Roster } from '../../core/zone/patrol-rules.ts';
import { zoneDate } from '../../core/zone-time.ts';
import { nextAt } from '../hazard/rules.ts';
import { setTimer } from '../set-timer.ts';
import type { Work } from '../work.ts';
import { linkHandovers } from './link-handovers.ts';
import { readScene, rosterPrint, type PlanScene } from './plan-scene.ts';
import { renameRosters } from './rename-rosters.ts';
import { addShift, replanShift, type Planned } from './replan-shift.ts';
import { missedGaps } from './tell-gaps.ts';

/** How many shifts planning has made, changed and cancelled. */
export type PlanSummary = Record<Exclude<Planned, 'as_it_was'>, number>;

/** How far each roster is planned, and from what; by its code. */
type PlanState = Record<string, { print: string; until: string }>;

const stateKey = 'patrol.plan';
/** So many shifts are looked at in one go while the program runs; the rest follows, so that nobody waits behind hundreds of teams. */
const usuallyAtOnce = 100;
const pauseMs = 200;
const planAt = '06:00';
const gapsAt = '07:30';

/**
 * Plans the shifts of every roster `planDays` ahead. What is planned stays, so that twice adds nothing; when a roster, its route
 * or its teams have changed, shifts that have not begun and that nobody has changed by hand follow, and those that the
 * roster no longer has are cancelled; a roster with a new code keeps its shifts. A shift in whose time a roster is first planned begins at once. Sets the timers of shifts, and
 * those of the next planning (06:00) and of the look for gaps (07:30).
 * @param atOnce after so many shifts the rest is left to the timer, which comes at once
 */
export async function planShifts(work: Work, atOnce = usuallyAtOnce): Promise<PlanSummary> {
  // Counting locks the row, so that instances, and an import beside them, follow one another.
  await work.tx.settings.take(`${stateKey}:turns`, 1);
  const scene = await readScene(work);
  const before = ((await work.tx.settings.get(stateKey)) ?? {}) as PlanState;
  await renameRosters(work, scene, new Map(Object.entries(before).map(([code, { until }]) => [code, until])));
  const planning = new Planning(work, scene, before, atOnce);
  await planning.dropRosters();
  for (const roster of scene.rules.rosters) {
    if (planning.isFull) break;
    await planning.plan(roster);
  }
  await planning.link();
  await planning.keep();
  await setPlanTimers(work, planning);
  return planning.summary;
}

async function setPlanTimers(work: Work, { isFull, isIdle }: Planning): Promise<void> {
  if (isIdle) {
    for (const subject of ['zone', 'gaps']) await work.tx.timers.cancel('shift_plan', subject);
    return;
  }
  await setTimer(work, 'shift_plan', 'zone', isFull ? work.now + pauseMs : nextAt(work, planAt));
  await setTimer(work, 'shift_plan', 'gaps', (await missedGaps(work)) ? lookAt(work) : nextAt(work, gapsAt));
}

/** This morning's look, if its time has come already: now. */
function lookAt(work: Work): Instant {
  const { timeZone } = work.zone;
  return Math.max(work.now, zoneInstant(zoneDate(work.now, timeZone), gapsAt, timeZone));
}

/** One run of planning. */
class Planning {
  readonly summary: PlanSummary = { added: 0, changed: 0, cancelled: 0 };
  readonly #work: Work;
  readonly #scene: PlanScene;
  readonly #before: PlanState;
  readonly #state: Map<string, PlanState[string]>;
  /** Rosters whose shifts of all days were looked at. */
  readonly #replanned = new Set<string>();
  /** Rosters of which anything was looked at. */
  readonly #touched = new Set<string>();
  readonly #atOnce: number;
  #looked = 0;

  constructor(work: Work, scene: PlanScene, before: PlanState, atOnce: number) {
    this.#work = work;
    this.#scene = scene;
    this.#before = before;
    this.#state = new Map(Object.entries(before));
    this.#atOnce = atOnce;
  }

  /** As much was done as one transaction should. */
  get isFull(): boolean {
    return this.#looked >= this.#atOnce;
  }

  /** There is no roster, and nothing is left of any. */
  get isIdle(): boolean {
    return this.#scene.rules.rosters.length === 0 && this.#state.size === 0;
  }

  /** Cancels what is left of rosters that are no more. */
  async dropRosters(): Promise<void> {
    const codes = new Set(this.#scene.rules.rosters.map(({ code }) => code));
    for (const [code, { until }] of Object.entries(this.#before)) {
      if (codes.has(code) || this.isFull) continue;
      await this.#lookAgain(code, null, [], until);
      this.#state.delete(code);
    }
  }

  async plan(roster: Roster): Promise<void> {
    const known = this.#before[roster.code];
    const print = rosterPrint(this.#scene, this.#work, roster);
    if (known?.print === print && known.until >= this.#scene.lastDay) return;
    const wanted = this.#occurrences(roster);
    // Its rule was looked at when it came in. Should it have become unreadable since, what was planned from it stands.
    if (wanted === null) return;
    this.#touched.add(roster.code);
    if (known?.print === print) {
      for (const occurrence of wanted.filter(({ date }) => date > known.until)) await this.#add(roster, occurrence);
    } else {
      this.#replanned.add(roster.code);
      await this.#lookAgain(roster.code, roster, wanted, known?.until ?? '');
    }
    this.#state.set(roster.code, { print, until: this.#lastDayOf(roster) });
  }

  /** Fewer days ahead than before call nothing off that was planned. */
  #lastDayOf({ code }: Roster): string {
    const planned = this.#before[code]?.until ?? '';
    return planned > this.#scene.lastDay ? planned : this.#scene.lastDay;
  }

  /** Everything of a roster that is not over by now, up to the last day that is planned. */
  #occurrences(roster: Roster): readonly Occurrence[] | null {
    const { calendar, timeZone } = this.#scene;
    const { now } = this.#work;
    const until = zoneInstant(dayAfter(this.#lastDayOf(roster)), '00:00', timeZone);
    const longest = Math.max(roster.minutes, ...roster.exceptions.map(({ minutes }) => minutes ?? 0));
    const found = occurrencesOf(roster, calendar, timeZone, now - longest * 60_000, until);
    return found.ok ? found.occurrences.filter(({ endsAt }) => endsAt > now) : null;
  }

  async #add(roster: Roster, occurrence: Occurrence): Promise<void> {
    this.#count(await addShift(this.#work, this.#scene, roster, occurrence));
  }

  /** Goes through every day up to the last that was planned, or is to be, and makes each as it should be. */
  async #lookAgain(code: string, roster: Roster | null, wanted: readonly Occurrence[], planned: string): Promise<void> {
    const byDate = new Map(wanted.map((one) => [one.date, one]));
    for (const date of new Set([...byDate.keys(), ...daysTo(this.#scene.today, planned)])) {
      const before = planned === '' ? null : await this.#work.tx.shifts.ofRoster(code, date);
      const occurrence = byDate.get(date) ?? null;
      if (before !== null) this.#count(await replanShift(this.#work, this.#scene, roster, occurrence, before));
      else if (roster !== null && occurrence !== null) await this.#add(roster, occurrence);
    }
  }

  #count(planned: Planned): void {
    this.#looked += 1;
    if (planned !== 'as_it_was') this.summary[planned] += 1;
  }

  /** Which shift takes over from which: for what was planned now, and for the last ones before, whose next were not there yet. */
  async link(): Promise<void> {
    for (const roster of this.#scene.rules.rosters) {
      const taker = this.#scene.rules.rosters.find(({ code }) => code === roster.handsOverTo);
      if (!this.#touched.has(roster.code) && !this.#touched.has(taker?.code ?? '')) continue;
      const known = this.#before[roster.code];
      const anew = this.#replanned.has(roster.code);
      // Without anybody to take over, only those that had somebody before need a look.
      if (taker === undefined && !(anew && known !== undefined)) continue;
      const all = anew || known === undefined || (taker !== undefined && this.#replanned.has(taker.code));
      const from = all ? '' : Temporal.PlainDate.from(known.until).subtract({ days: 3 }).toString();
      const takers = taker === undefined ? [] : (this.#occurrences(taker) ?? []);
      await linkHandovers(this.#work, this.#occurrences(roster) ?? [], takers, from);
    }
  }

  async keep(): Promise<void> {
    const state: PlanState = Object.fromEntries(this.#state);
    if (!isDeepStrictEqual(state, this.#before)) await this.#work.tx.settings.put(stateKey, state);
  }
}

/** The dates from one to a last one; none when that is ''. */
function daysTo(from: string, last: string): string[] {
  const dates: string[] = [];
  for (let date = from; date <= last; date = dayAfter(date)) dates.push(date);
  return dates;
}
