import type { PersonId, TeamId } from '../../core/ids.ts';
import type { ShiftRequest } from '../../core/shift.ts';
import { longestDutyMs, shiftClash } from '../../core/shift-clash.ts';
import { spokenName } from '../../core/spoken-name.ts';
import { zonePeriod } from '../../core/zone-period.ts';
import type { PatrolNoticeKind } from '../texts/patrol-texts.ts';
import type { Desk, Drawings, NoticeOf } from './drawing.ts';
import { shiftGaps, type GapShown } from './shift-gaps.ts';
import { shiftHandover, type HandoverShown } from './shift-handover.ts';
import { calendarLink, listLength, monthTable, shiftList, shiftLog } from './shift-lists.ts';
import { requestCard, requestDecided, type RequestShown } from './shift-request.ts';
import { drawnOf, onShift, patrolsOf, shiftShown, shownOf, whoAre, type ShiftShown } from './shift-shown.ts';

/** Notices about rosters, and lists. */
export type RosterNoticeKind = Extract<
  PatrolNoticeKind,
  | 'shift_gaps'
  | 'shift_request'
  | 'shift_request_decided'
  | 'shift_handover'
  | 'shift_list'
  | 'month_table'
  | 'shift_log'
  | 'calendar_link'
>;

async function teamName(id: TeamId | null, { tools }: Desk): Promise<string> {
  if (id === null) return '';
  return (await tools.read.people.teams()).find((team) => team.id === id)?.name ?? '';
}

/** Who would come to a shift of a request, and has one at that time. */
async function clashesOf(
  { personId, withPersonId, withShiftId, shiftId }: ShiftRequest,
  shown: ShiftShown,
  exchange: ShiftShown | null,
  { tools }: Desk,
): Promise<RequestShown['clashes']> {
  const comings = [
    { personId: withPersonId, to: shown.shift, instead: withShiftId },
    { personId, to: exchange?.shift, instead: shiftId },
  ];
  const found = comings.map(async ({ personId: comes, to, instead }) => {
    if (comes === null || to === undefined) return [];
    const views = await tools.read.shifts.between(to.startsAt - longestDutyMs, to.endsAt, { personId: comes });
    const shift = shiftClash(views, to, comes, instead);
    return shift === null ? [] : [{ personId: comes, shift }];
  });
  return (await Promise.all(found)).flat();
}

async function requestShown(id: ShiftRequest['id'], desk: Desk): Promise<RequestShown | null> {
  const request = await desk.tools.read.shifts.request(id);
  const shown = request === null ? null : await shiftShown(request.shiftId, desk);
  if (request === null || shown === null) return null;
  const exchange = request.withShiftId === null ? null : await shiftShown(request.withShiftId, desk);
  const who = await whoAre([request.personId, request.withPersonId, request.decidedById], desk);
  const other = request.withPersonId;
  const otherReached = other === null || (await desk.tools.read.people.channelsOf(other)).length > 0;
  const clashes = await clashesOf(request, shown, exchange, desk);
  return { request, shown, exchange, who, clashes, otherReached };
}

/** Who of a shift nothing reaches: no chat of their own, and no open group of their team. */
async function gapShown(shown: ShiftShown, { tools }: Desk): Promise<GapShown> {
  const { people, rooms } = tools.read;
  const unreachable = new Set<PersonId>();
  for (const { personId, teamId, state } of shown.people) {
    if (state === 'leave' || (await people.channelsOf(personId)).length > 0) continue;
    const groups = await rooms.ofTeam(teamId);
    if (!groups.some((room) => room.kind === 'group' && room.state === 'open')) unreachable.add(personId);
  }
  return { shown, unreachable };
}

/** Those who take over read what they get; anybody else who is told has to see to it that they do. */
async function handoverShown(shown: ShiftShown, { tools, room, reader }: Desk): Promise<HandoverShown | null> {
  const toId = shown.shift.handover?.toShiftId;
  const next = toId === undefined ? null : await tools.read.shifts.view(toId);
  if (next === null) return null;
  const crew =
    room.kind === 'group' ? room.purpose !== 'command' : next.people.some(({ personId }) => personId === reader?.id);
  const log = await tools.read.shifts.log(shown.shift.id);
  return { shown, log, next: next.shift, reader: crew ? 'crew' : 'leader' };
}

function whoseOf({ personId, teamId }: { personId: PersonId | null; teamId: TeamId | null }) {
  return personId !== null ? { personId } : teamId !== null ? { teamId } : undefined;
}

/** The first of them by name, and how many there are. */
async function nextShifts(
  notice: NoticeOf<'shift_list'>,
  desk: Desk,
): Promise<{ shifts: ShiftShown[]; count: number }> {
  const { tools } = desk;
  const until = tools.now + patrolsOf(desk).planDays * 86_400_000;
  // One that began earlier today may still be running.
  const views = await tools.read.shifts.between(tools.now - 86_400_000, until, whoseOf(notice));
  const ahead = views.filter(({ shift }) => shift.endsAt > tools.now && shift.state !== 'ended');
  const shifts = await Promise.all(ahead.slice(0, listLength).map((view) => shownOf(view, desk)));
  return { shifts, count: ahead.length };
}

async function nameOfWhose(notice: { personId: PersonId | null; teamId: TeamId | null }, desk: Desk): Promise<string> {
  if (notice.personId === null) return teamName(notice.teamId, desk);
  const person = await desk.tools.read.people.byId(notice.personId);
  return person === null ? '' : spokenName(person);
}

/** Notices about rosters: gaps, requests, hand-overs, lists. */
export const rosterDrawings: Drawings<RosterNoticeKind> = {
  shift_gaps: async ({ shiftIds }, desk) => {
    const found = await Promise.all(shiftIds.map((id) => shiftShown(id, desk)));
    const gaps = await Promise.all(found.filter((one) => one !== null).map((shown) => gapShown(shown, desk)));
    return drawnOf(shiftGaps(gaps, desk.presenting));
  },
  shift_request: async ({ requestId }, desk) => {
    const shown = await requestShown(requestId, desk);
    return shown === null ? null : drawnOf(requestCard(shown, desk.reader, desk.presenting), [shown.request]);
  },
  shift_request_decided: async ({ requestId }, desk) => {
    const shown = await requestShown(requestId, desk);
    return shown === null ? null : drawnOf(requestDecided(shown, desk.reader, desk.presenting));
  },
  shift_handover: async ({ shiftId }, desk) => {
    const shown = await shiftShown(shiftId, desk);
    const facts = shown === null ? null : await handoverShown(shown, desk);
    if (facts === null) return null;
    return drawnOf(shiftHandover(facts, desk.presenting), facts.reader === 'leader' ? [facts.next] : []);
  },
  shift_list: async (notice, desk) => {
    const { personId, teamId } = notice;
    const team = await teamName(teamId, desk);
    return drawnOf(shiftList(await nextShifts(notice, desk), { personId, team }, desk.presenting));
  },
  month_table: async (notice, desk) => {
    const { tools, presenting, reader } = desk;
    const period = zonePeriod(notice.month, presenting.timeZone);
    if (period === null) return null;
    const { from, to, name } = period;
    const [year, month] = [Number(name.slice(0, 4)), name.length > 4 ? Number(name.slice(5)) : null];
    const whose = whoseOf(notice);
    const months = await tools.read.shifts.months(from, to, whose);
    const who = await whoAre(
      months.map(({ personId }) => personId),
      desk,
    );
    // The link is signed for its reader, and a group is many readers.
    const by = presenting.direct ? (reader?.id ?? notice.personId) : null;
    const url = whose === undefined || by === null ? null : tools.links.month(whose, notice.month, by, tools.now);
    const facts = { year, month, whose: await nameOfWhose(notice, desk), who, url };
    return drawnOf(monthTable(months, facts, presenting));
  },
  shift_log: onShift(async (shown, { shiftId }: NoticeOf<'shift_log'>, desk) => {
    const log = await desk.tools.read.shifts.log(shiftId);
    const who = await whoAre(
      log.map(({ personId }) => personId),
      desk,
    );
    return shiftLog(shown, log, who, desk.presenting);
  }),
  calendar_link: async (notice, desk) => {
    const whose = whoseOf(notice);
    const feed = whose === undefined ? null : await desk.tools.read.shifts.feedOf(whose);
    const name = notice.personId === null ? await teamName(notice.teamId, desk) : null;
    return drawnOf(calendarLink({ whose: name, token: feed?.token ?? null }, desk.presenting));
  },
};
