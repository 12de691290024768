import { checkInSubject, findSubject, isAfterEnd, type CheckIn } from '../../core/check-in.ts';
import type { FileId, PlaceId } from '../../core/ids.ts';
import type { Position } from '../../core/message.ts';
import type { Place } from '../../core/people.ts';
import { meetingPlace } from '../../core/meeting-place.ts';
import type { FileSubject } from '../../core/ports/files.ts';
import type { PatrolNoticeKind } from '../texts/patrol-texts.ts';
import { checkInLine, lastWhere, whichPointCard, type CheckInShown } from './check-in-cards.ts';
import { rosterDrawings, type RosterNoticeKind } from './draw-rosters.ts';
import type { Desk, Drawings, NoticeOf } from './drawing.ts';
import { captioned } from './hazard-photos.ts';
import { latePhotos } from './late-photos.ts';
import { nightList } from './night-list.ts';
import { nightOf } from './night-of.ts';
import { findCard, type FindShown } from './patrol-find.ts';
import { cardOf, clip, line } from './presenting.ts';
import { shiftAsked } from './shift-asked.ts';
import { calledOff, shiftCard } from './shift-card.ts';
import { pointsMissing, pointsMissingLeader } from './shift-missing.ts';
import { clashesIn, shiftMade } from './shift-made.ts';
import { shiftGearTrouble } from './shift-gear-trouble.ts';
import { shiftReminder } from './shift-reminder.ts';
import { doubtfulOf, shiftReview } from './shift-review.ts';
import { drawnOf, nameOf, onShift, shiftShown, whoAre, type ShiftShown } from './shift-shown.ts';
import { shiftStanding } from './shift-standing.ts';
import { shiftSummary } from './shift-summary.ts';
import { shiftNamed } from './shift-when.ts';
import { shiftWhich } from './shift-which.ts';
import { shiftsUnreported, shiftUnreported } from './shift-unreported.ts';
import { welfareAsk, welfareHurt, welfareOfficer, welfareOk } from './shift-welfare.ts';
import { tapAnswer } from './tap-answer.ts';

async function placeOf(id: PlaceId | null, { tools }: Desk): Promise<Place | null> {
  return id === null ? null : tools.read.places.byId(id);
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
  return {
    shown: { ...shown, who: new Map([...shown.who, ...who]) },
    checkIn,
    checkIns,
    placeName: place?.name ?? '',
    places: desk.tools.zone.places ?? [],
  };
}

async function lastPosition(shown: ShiftShown, checkIns: readonly CheckIn[], desk: Desk): Promise<Position | null> {
  const last = lastWhere({ shown, checkIns }, desk.presenting)?.checkIn ?? null;
  if (last === null) return null;
  return last.position ?? (await placeOf(last.placeId, desk))?.position ?? null;
}

/** Phone numbers are for whoever has to ring, and for nobody else’s eyes. */
function maySeePhones({ room }: Desk): boolean {
  return room.kind === 'direct' || room.purpose === 'command';
}

async function lastSeen(shown: ShiftShown, desk: Desk) {
  const checkIns = await desk.tools.read.shifts.checkIns(shown.shift.id);
  return { shown, checkIns, lastPosition: await lastPosition(shown, checkIns, desk) };
}

/** Pictures that can be shown, the newest first. */
async function picturesOf(subjects: readonly FileSubject[], { tools }: Desk): Promise<FileId[]> {
  const files = await tools.read.files.ofSubjects(subjects);
  return files
    .filter(({ state, attachment }) => state === 'stored' && attachment.kind === 'photo')
    .map(({ id }) => id)
    .toReversed();
}

async function findShown(id: NoticeOf<'patrol_find'>['findId'], desk: Desk): Promise<FindShown | null> {
  const { read } = desk.tools;
  const find = await read.shifts.find(id);
  if (find === null) return null;
  const [view, place, who, incident, hazard, photos] = await Promise.all([
    find.shiftId === null ? null : read.shifts.view(find.shiftId),
    placeOf(find.placeId, desk),
    whoAre([find.personId, find.decidedById], desk),
    find.incidentId === null ? null : read.incidents.byId(find.incidentId),
    find.hazardId === null ? null : read.hazards.byId(find.hazardId),
    picturesOf([findSubject(find)], desk),
  ]);
  return {
    find,
    teller: nameOf(who, find.personId),
    shiftName: view?.shift.name ?? '',
    place,
    by: nameOf(who, find.decidedById),
    number: incident?.number ?? hazard?.number ?? null,
    photos,
  };
}

/** Notices of a night: from the reminder to the summary. */
const nightDrawings: Drawings<Exclude<PatrolNoticeKind, RosterNoticeKind>> = {
  shift_reminder: onShift(async (shown, _notice, { tools, presenting }) => {
    const { teamIds } = shown.shift;
    const teams = await tools.read.people.teams();
    const codes = teamIds.flatMap((id) => teams.find((team) => team.id === id)?.code ?? []);
    const meeting = meetingPlace(shown.shift, codes, shown.rules, tools.zone.places ?? []);
    return shiftReminder(shown, meeting, presenting);
  }),
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
  check_in_stray: async ({ shiftId, roomId, checkInId }, desk) => {
    const { tools, presenting } = desk;
    if (!presenting.direct) return null;
    const [room, shown] = await Promise.all([tools.read.rooms.byId(roomId), shiftShown(shiftId, desk)]);
    const checkIn = checkInId === null ? null : await tools.read.shifts.checkIn(checkInId);
    const point = shown?.points.find(({ n }) => n === checkIn?.n);
    const words = presenting.texts.patrol.stray;
    const title = clip(room?.title ?? '', 24);
    const text = point === undefined ? words.not(title) : words.counted(title, point.n, clip(point.name, 24));
    return drawnOf(cardOf({ lines: line(text) }));
  },
  check_in_late: onShift(async (shown, { shiftId }: NoticeOf<'check_in_late'>, desk) => {
    const late = (await desk.tools.read.shifts.checkIns(shiftId)).filter((one) => isAfterEnd(one, shown.shift));
    const who = await whoAre(
      late.map(({ personId }) => personId),
      desk,
    );
    const places = new Map((desk.tools.zone.places ?? []).map(({ id, name }) => [id, name]));
    const facts = { shown: { ...shown, who: new Map([...shown.who, ...who]) }, late, places };
    const [photo] = await picturesOf(late.map(checkInSubject), desk);
    return captioned(
      { ...latePhotos(facts, desk.presenting), ...(photo === undefined ? {} : { photo }) },
      desk.presenting.texts,
    );
  }),
  points_missing: onShift((shown, notice: NoticeOf<'points_missing'>, { presenting }) =>
    pointsMissing(shown, notice, presenting),
  ),
  points_missing_leader: async (notice, desk) => {
    const shown = await shiftShown(notice.shiftId, desk);
    return shown === null ? null : drawnOf(pointsMissingLeader(shown, notice, desk.presenting), [shown.shift]);
  },
  welfare_check: async ({ shiftId, step }, desk) => {
    const shown = await shiftShown(shiftId, desk);
    if (shown === null) return null;
    if (step !== 'officer') return drawnOf(welfareAsk(shown, desk.presenting, step === 'again'));
    if (!maySeePhones(desk)) return null;
    return drawnOf(welfareOfficer(await lastSeen(shown, desk), desk.presenting), [shown.shift]);
  },
  shift_unreported: async ({ shiftIds }, desk) => {
    const found = await Promise.all(shiftIds.map((id) => shiftShown(id, desk)));
    const [shown, ...others] = found.filter((one) => one !== null);
    if (shown === undefined || !maySeePhones(desk)) return null;
    if (others.length > 0) return drawnOf(shiftsUnreported([shown, ...others], desk.presenting));
    const ringing = shown.shift.welfare?.askedId ?? null;
    const who = new Map([...shown.who, ...(await whoAre(ringing === null ? [] : [ringing], desk))]);
    return drawnOf(shiftUnreported({ ...shown, who }, desk.presenting), [shown.shift]);
  },
  welfare_hurt: async ({ shiftId, personId }, desk) => {
    const shown = await shiftShown(shiftId, desk);
    if (shown === null || !maySeePhones(desk)) return null;
    const who = new Map([...shown.who, ...(await whoAre([personId], desk))]);
    return drawnOf(welfareHurt(await lastSeen({ ...shown, who }, desk), personId, desk.presenting));
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
  shift_gear_lost: onShift((shown, _notice, { presenting }) => shiftGearTrouble(shown, 'lost', presenting)),
  shift_gear_broken: onShift((shown, _notice, { presenting }) => shiftGearTrouble(shown, 'broken', presenting)),
  shift_review: onShift(async (shown, { shiftId }: NoticeOf<'shift_review'>, desk) => {
    const checkIns = await desk.tools.read.shifts.checkIns(shiftId);
    const who = await whoAre(
      checkIns.map(({ personId }) => personId),
      desk,
    );
    const requests = await desk.tools.read.shifts.openRequests(shiftId);
    const files = await desk.tools.read.files.ofSubjects(doubtfulOf(checkIns).map(checkInSubject));
    const facts = { checkIns, requests, files };
    return shiftReview({ ...shown, who: new Map([...shown.who, ...who]) }, facts, desk.presenting);
  }),
  patrol_find: async ({ findId }, desk) => {
    const shown = await findShown(findId, desk);
    return shown === null ? null : drawnOf(findCard(shown, desk.presenting), [shown.find]);
  },
  shift_standing: async ({ shiftIds, more }, desk) => {
    const shown = (await Promise.all(shiftIds.map((id) => shiftShown(id, desk)))).filter((one) => one !== null);
    const { shifts } = desk.tools.read;
    const facts = await Promise.all(
      shown.map(async (one) => ({ shown: one, checkIns: await shifts.checkIns(one.shift.id) })),
    );
    if (facts.length === 0) return null;
    const card = more === undefined ? shiftStanding(facts, desk.presenting) : nightList(facts, more, desk.presenting);
    return drawnOf(card);
  },
  shift_which: async ({ shiftIds, step }, desk) => {
    const shown = (await Promise.all(shiftIds.map((id) => shiftShown(id, desk)))).filter((one) => one !== null);
    return drawnOf(
      shiftWhich(shown, step, desk.presenting),
      shown.map(({ shift }) => shift),
    );
  },
  shift_asked: async ({ shiftId, about }, desk) => {
    const shown = shiftId === null ? null : await shiftShown(shiftId, desk);
    return shiftId !== null && shown === null ? null : drawnOf(shiftAsked(shown, about, desk.presenting));
  },
  shift_answer: async ({ shiftId, result, named: several }, desk) => {
    const { tools, presenting } = desk;
    if (result.kind === 'shift_made' && shiftId !== null) {
      const made = await shiftShown(shiftId, desk);
      if (made !== null) return drawnOf(shiftMade(made, result.unknown ?? [], await clashesIn(made, desk), presenting));
    }
    const named = several === true || ['shift_cancelled', 'leave_undone', 'stand_in_off'].includes(result.kind);
    const view = named && shiftId !== null ? await tools.read.shifts.view(shiftId) : null;
    const text = tapAnswer(result, presenting.texts);
    if (view === null) return drawnOf(cardOf({ lines: line(text) }));
    if (result.kind === 'shift_cancelled') return drawnOf(cardOf({ lines: line(calledOff(view.shift, presenting)) }));
    return drawnOf(cardOf({ lines: [...line(text), ...line(shiftNamed(view.shift, presenting), 'quiet')] }));
  },
};

/** Notices about patrols and other duties. */
export const patrolDrawings: Drawings<PatrolNoticeKind> = { ...nightDrawings, ...rosterDrawings };
