import type { CheckIn } from '../../core/check-in.ts';
import type { PersonId, PlaceId, TeamId } from '../../core/ids.ts';
import type { Position } from '../../core/message.ts';
import type { Place } from '../../core/people.ts';
import type { ShiftRequest } from '../../core/shift.ts';
import { spokenName } from '../../core/spoken-name.ts';
import { zonePeriod } from '../../core/zone-period.ts';
import type { PatrolNoticeKind } from '../texts/patrol-texts.ts';
import { checkInLine, lastWhere, whichPointCard, type CheckInShown } from './check-in-cards.ts';
import type { Desk, Drawings, NoticeOf } from './drawing.ts';
import { captioned } from './hazard-photos.ts';
import { findCard, type FindShown } from './patrol-find.ts';
import { nightOf } from './night-of.ts';
import { cardOf, line } from './presenting.ts';
import { calledOff, shiftCard } from './shift-card.ts';
import { shiftGaps, type GapShown } from './shift-gaps.ts';
import { shiftHandover, type HandoverShown } from './shift-handover.ts';
import { calendarLink, monthTable, shiftList, shiftLog } from './shift-lists.ts';
import { pointsMissing, pointsMissingLeader } from './shift-missing.ts';
import { shiftReminder } from './shift-reminder.ts';
import { requestCard, requestDecided, type RequestShown } from './shift-request.ts';
import { shiftReview } from './shift-review.ts';
import { drawnOf, nameOf, onShift, patrolsOf, shiftShown, shownOf, whoAre, type ShiftShown } from './shift-shown.ts';
import { shiftSummary } from './shift-summary.ts';
import { welfareAsk, welfareOfficer, welfareOk } from './shift-welfare.ts';
import { tapAnswer } from './tap-answer.ts';

async function placeOf(id: PlaceId | null, { tools }: Desk): Promise<Place | null> {
  return id === null ? null : tools.read.places.byId(id);
}

async function teamName(id: TeamId | null, { tools }: Desk): Promise<string> {
  if (id === null) return '';
  return (await tools.read.people.teams()).find((team) => team.id === id)?.name ?? '';
}

async function checkInShown(notice: { checkInId: CheckIn['id'] }, desk: Desk): Promise<CheckInShown | null> {
  const { shifts } = desk.tools.read;
  const checkIn = await shifts.checkIn(notice.checkInId);
  const shown = checkIn === null ? null : await shiftShown(checkIn.shiftId, desk);
  if (checkIn === null || shown === null) return null;
  const [checkIns, place, who] = await Promise.all([
    shifts.checkIns(checkIn.shiftId),
    placeOf(checkIn.placeId, desk),
    whoAre([checkIn.personId, checkIn.byId], desk),
  ]);
  return { shown: { ...shown, who: new Map([...shown.who, ...who]) }, checkIn, checkIns, placeName: place?.name ?? '' };
}

async function lastPosition(shown: ShiftShown, checkIns: readonly CheckIn[], desk: Desk): Promise<Position | null> {
  const last = lastWhere({ shown, checkIns }, desk.presenting)?.checkIn ?? null;
  if (last === null) return null;
  return last.position ?? (await placeOf(last.placeId, desk))?.position ?? null;
}

async function requestShown(id: ShiftRequest['id'], desk: Desk): Promise<RequestShown | null> {
  const request = await desk.tools.read.shifts.request(id);
  const shown = request === null ? null : await shiftShown(request.shiftId, desk);
  if (request === null || shown === null) return null;
  const exchange = request.withShiftId === null ? null : await shiftShown(request.withShiftId, desk);
  const who = await whoAre([request.personId, request.withPersonId, request.decidedById], desk);
  const other = request.withPersonId;
  const otherReached = other === null || (await desk.tools.read.people.channelsOf(other)).length > 0;
  return { request, shown, exchange, who, otherReached };
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
  return { shown, log, next: next.shift.name, reader: crew ? 'crew' : 'leader' };
}

async function findShown(id: NoticeOf<'patrol_find'>['findId'], desk: Desk): Promise<FindShown | null> {
  const { read } = desk.tools;
  const find = await read.shifts.find(id);
  if (find === null) return null;
  const [view, place, who, incident, hazard] = await Promise.all([
    find.shiftId === null ? null : read.shifts.view(find.shiftId),
    placeOf(find.placeId, desk),
    whoAre([find.personId, find.decidedById], desk),
    find.incidentId === null ? null : read.incidents.byId(find.incidentId),
    find.hazardId === null ? null : read.hazards.byId(find.hazardId),
  ]);
  return {
    find,
    teller: nameOf(who, find.personId),
    shiftName: view?.shift.name ?? '',
    place,
    by: nameOf(who, find.decidedById),
    number: incident?.number ?? hazard?.number ?? null,
  };
}

function whoseOf({ personId, teamId }: { personId: PersonId | null; teamId: TeamId | null }) {
  return personId !== null ? { personId } : teamId !== null ? { teamId } : undefined;
}

async function nextShifts(notice: NoticeOf<'shift_list'>, desk: Desk): Promise<ShiftShown[]> {
  const { tools } = desk;
  const until = tools.now + patrolsOf(desk).planDays * 86_400_000;
  // One that began earlier today may still be running.
  const views = await tools.read.shifts.between(tools.now - 86_400_000, until, whoseOf(notice));
  const ahead = views.filter(({ shift }) => shift.endsAt > tools.now && shift.state !== 'ended');
  return Promise.all(ahead.map((view) => shownOf(view, desk)));
}

async function nameOfWhose(notice: { personId: PersonId | null; teamId: TeamId | null }, desk: Desk): Promise<string> {
  if (notice.personId === null) return teamName(notice.teamId, desk);
  const person = await desk.tools.read.people.byId(notice.personId);
  return person === null ? '' : spokenName(person);
}

/** Notices about patrols and other duties. */
export const patrolDrawings: Drawings<PatrolNoticeKind> = {
  shift_reminder: onShift((shown, _notice, { presenting }) => shiftReminder(shown, presenting)),
  shift_card: onShift(async (shown, { shiftId }: NoticeOf<'shift_card'>, { tools, presenting }) =>
    shiftCard(
      {
        shown,
        checkIns: await tools.read.shifts.checkIns(shiftId),
        log: shown.shift.kind === 'desk' ? await tools.read.shifts.log(shiftId) : [],
      },
      presenting,
    ),
  ),
  check_in_which: async (notice, desk) => {
    const shown = await checkInShown(notice, desk);
    return shown === null ? null : drawnOf(whichPointCard(shown, desk.presenting));
  },
  check_in_line: async (notice, desk) => {
    const shown = await checkInShown(notice, desk);
    return shown === null ? null : drawnOf(checkInLine(shown, desk.presenting));
  },
  points_missing: onShift((shown, { points }: NoticeOf<'points_missing'>, { presenting }) =>
    pointsMissing(shown, points, presenting),
  ),
  points_missing_leader: onShift((shown, { points }: NoticeOf<'points_missing_leader'>, { presenting }) =>
    pointsMissingLeader(shown, points, presenting),
  ),
  welfare_check: async ({ shiftId, step }, desk) => {
    const shown = await shiftShown(shiftId, desk);
    if (shown === null) return null;
    if (step !== 'officer') return drawnOf(welfareAsk(shown, desk.presenting));
    const checkIns = await desk.tools.read.shifts.checkIns(shiftId);
    const facts = { shown, checkIns, lastPosition: await lastPosition(shown, checkIns, desk) };
    return drawnOf(welfareOfficer(facts, desk.presenting), [shown.shift]);
  },
  welfare_ok: onShift(async (shown, { personId }: NoticeOf<'welfare_ok'>, desk) => {
    const who = await whoAre([personId], desk);
    return welfareOk({ ...shown, who }, personId, desk.presenting);
  }),
  shift_summary: onShift(async (shown, { shiftId }: NoticeOf<'shift_summary'>, desk) => {
    const { shifts } = desk.tools.read;
    const [checkIns, finds, log] = await Promise.all([
      shifts.checkIns(shiftId),
      shifts.finds(shiftId),
      shifts.log(shiftId),
    ]);
    const facts = { shown, checkIns, finds, log };
    const card = shiftSummary(facts, desk.presenting);
    const walked = card !== null && shown.shift.state === 'ended' && shown.points.length > 0;
    return walked ? captioned({ ...card, drawing: await nightOf(facts, desk) }, desk.presenting.texts) : card;
  }),
  shift_review: onShift(async (shown, { shiftId }: NoticeOf<'shift_review'>, desk) => {
    const checkIns = await desk.tools.read.shifts.checkIns(shiftId);
    const who = await whoAre(
      checkIns.map(({ personId }) => personId),
      desk,
    );
    return shiftReview({ ...shown, who: new Map([...shown.who, ...who]) }, checkIns, desk.presenting);
  }),
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
  shift_handover: onShift(async (shown, _notice, desk) => {
    const facts = await handoverShown(shown, desk);
    return facts === null ? null : shiftHandover(facts, desk.presenting);
  }),
  patrol_find: async ({ findId }, desk) => {
    const shown = await findShown(findId, desk);
    return shown === null ? null : drawnOf(findCard(shown, desk.presenting), [shown.find]);
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
    const [year, month] = [Number(name.slice(0, 4)), Number(name.slice(5))];
    const whose = whoseOf(notice);
    const months = await tools.read.shifts.months(from, to, whose);
    const who = await whoAre(
      months.map(({ personId }) => personId),
      desk,
    );
    const url =
      whose === undefined || reader === null ? null : tools.links.month(whose, notice.month, reader.id, tools.now);
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
  shift_answer: async ({ shiftId, result }, { tools, presenting }) => {
    const view = result.kind === 'shift_cancelled' && shiftId !== null ? await tools.read.shifts.view(shiftId) : null;
    const text = view === null ? tapAnswer(result, presenting.texts) : calledOff(view.shift, presenting);
    return drawnOf(cardOf({ lines: line(text) }));
  },
};
