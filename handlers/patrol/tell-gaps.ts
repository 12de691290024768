import type { PersonId, ShiftId, TeamId } from '../../core/ids.ts';
import type { Team } from '../../core/people.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import { gapOf, gapWeight, isNews, type ShiftGap, type ToldGap } from '../../core/shift-gaps.ts';
import { zoneDate } from '../../core/zone-time.ts';
import { toPerson } from '../hazard/show-hazard.ts';
import { toCommand } from '../incident/command-rooms.ts';
import type { Work } from '../work.ts';
import { patrolRules } from './rules.ts';

const stateKey = 'patrol.gaps';
const dayMs = 86_400_000;

/** When gaps were last looked for, and which of them somebody knows of. */
interface GapState {
  /** ISO date. */
  lookedOn: string;
  told: Record<ShiftId, ToldGap>;
}

/** A gap that somebody is to hear of. */
interface News {
  gap: ShiftGap;
  teamIds: readonly TeamId[];
  /** The shift begins today. */
  today: boolean;
}

/**
 * Tells the leaders, once each, of shifts in the next days with nobody, too few people, or some whom nothing reaches; and the
 * command of those of today, and of those whose teams have no leader who can be written to. A gap that was told is told again
 * when it got worse, and on the day itself. Nobody hears anything when there is nothing.
 */
export async function tellGaps(work: Work): Promise<void> {
  const today = zoneDate(work.now, work.zone.timeZone);
  const before = await gapState(work);
  const views = await work.tx.shifts.between(work.now, work.now + patrolRules(work).gapDays * dayMs);
  const unreachable = await unreachableOf(work, views);
  const told: GapState['told'] = {};
  const news: News[] = [];
  for (const view of views) {
    const { id, startsAt, teamIds } = view.shift;
    const gap = gapOf(view, unreachable);
    if (gap === null) continue;
    const isToday = zoneDate(startsAt, work.zone.timeZone) === today;
    const known = before?.told[id];
    if (isNews(gap, isToday, known)) news.push({ gap, teamIds, today: isToday });
    told[id] = { weight: gapWeight(gap), today: isToday || known?.today === true };
  }
  await work.tx.settings.put(stateKey, { lookedOn: today, told } satisfies GapState);
  if (news.length > 0) await tell(work, news);
}

/** Whether somebody looked for gaps before, and not yet today: a program that stood still in the morning looks as soon as it can. */
export async function missedGaps(work: Work): Promise<boolean> {
  const state = await gapState(work);
  return state !== null && state.lookedOn < zoneDate(work.now, work.zone.timeZone);
}

async function gapState(work: Work): Promise<GapState | null> {
  return (await work.tx.settings.get(stateKey)) as GapState | null;
}

/** Who of these shifts has no chat of their own, and a team without an open group. */
async function unreachableOf(work: Work, views: readonly ShiftView[]): Promise<ReadonlySet<PersonId>> {
  const grouped = new Map<TeamId, boolean>();
  const reached = new Map<PersonId, boolean>();
  for (const { personId, teamId } of views.flatMap(({ people }) => people)) {
    if (!grouped.has(teamId)) grouped.set(teamId, await hasGroup(work, teamId));
    if (reached.get(personId) === true) continue;
    reached.set(personId, grouped.get(teamId) === true || (await work.tx.people.channelsOf(personId)).length > 0);
  }
  return new Set([...reached].filter(([, isReached]) => !isReached).map(([id]) => id));
}

async function hasGroup(work: Work, teamId: TeamId): Promise<boolean> {
  const rooms = await work.tx.rooms.ofTeam(teamId);
  return rooms.some(({ kind, state }) => kind === 'group' && state === 'open');
}

/** One message for each leader, and one for the command. */
async function tell(work: Work, news: readonly News[]): Promise<void> {
  const teams = new Map((await work.tx.people.teams()).map((team) => [team.id, team]));
  const untold = new Set(news);
  for (const [leaderId, own] of byLeader(news, teams)) {
    const shiftIds = own.map(({ gap }) => gap.shiftId);
    const heard = await toPerson(work, leaderId, { kind: 'shift_gaps', shiftIds }, { priority: 'reminder' });
    if (heard) for (const one of own) untold.delete(one);
  }
  const forCommand = news.filter((one) => one.today || untold.has(one));
  if (forCommand.length === 0) return;
  const shiftIds = forCommand.map(({ gap }) => gap.shiftId);
  await toCommand(work, { kind: 'shift_gaps', shiftIds }, { priority: 'reminder' });
}

function byLeader(news: readonly News[], teams: ReadonlyMap<TeamId, Team>): Map<PersonId, News[]> {
  const leaders = new Map<PersonId, News[]>();
  for (const one of news) {
    const ids = new Set(one.teamIds.flatMap((id) => teams.get(id)?.leaderId ?? []));
    for (const id of ids) leaders.set(id, [...(leaders.get(id) ?? []), one]);
  }
  return leaders;
}
