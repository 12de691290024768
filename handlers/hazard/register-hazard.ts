import type { HazardKind } from '../../core/catalogue.ts';
import type { Hazard, HazardDoor, HazardReport, HazardSeverity } from '../../core/hazard.ts';
import { hazardArea, hazardPosition } from '../../core/hazard-owner.ts';
import { findTwin, type Twin } from '../../core/hazard-twin.ts';
import type { FileId, HazardId, HazardReportId, PlaceId, RoomId } from '../../core/ids.ts';
import type { Position } from '../../core/message.ts';
import { newHazard, newHazardReport } from '../../core/new-hazard.ts';
import type { Person } from '../../core/people.ts';
import type { Work } from '../work.ts';
import { takeNumber } from '../take-number.ts';
import { traceHazard } from '../work.ts';
import { answerTeller } from './answer-teller.ts';
import { keepWithHazard } from './claim-files.ts';
import { setDigest, setWaiting } from './keep-clock.ts';
import { lockStanding } from './lock-hazard.ts';
import { proposeTwin } from './propose-twin.ts';
import { hazardRules } from './rules.ts';
import { saveHazard, showHazard } from './show-hazard.ts';

/** A complete telling of a hazard, by whatever door it came. */
export interface HazardTold {
  /** Null: an API that names nobody. */
  person: Person | null;
  /** Who has it registered, where that is somebody else. */
  registeredBy?: Person;
  /** Where it was told and is answered; null for the web form and the API. */
  roomId: RoomId | null;
  messageId: string | null;
  via: HazardDoor;
  /** At least one. */
  kinds: readonly HazardKind[];
  words: string;
  placeWords: string;
  placeId: PlaceId | null;
  /** As it was sent; null: nobody sent one. */
  position: Position | null;
  severity: HazardSeverity;
  people: number | null;
  anonymous: boolean;
  fileIds: readonly FileId[];
  /** Which hazard it is about, where they say so themselves; it goes on as one of its own when that has ended. */
  knownId?: HazardId;
  /** The slot of the message that offered or asked: in a group it becomes the answer. */
  askedIn?: string;
}

/** What became of a telling. */
export interface Registered {
  hazard: Hazard;
  report: HazardReport;
  /** It was known already. */
  joined: boolean;
}

/**
 * Registers what was told: a new hazard with its number for a human to grade, or one more telling of a hazard that is known.
 * Whoever told hears the number, with thanks, in one message; in a group that is its card.
 */
export async function registerHazard(work: Work, told: HazardTold): Promise<Registered> {
  const place = work.zone.places.find(({ id }) => id === told.placeId) ?? null;
  const position = hazardPosition(told.position, place, work.zone.places);
  const twin = await (told.knownId === undefined ? twinOf(work, told, position) : named(work, told.knownId));
  const known = twin?.sure === 'same' ? await openAgain(work, twin.hazard.id) : null;
  const hazard = known === null ? await open(work, told, position) : await join(work, known, told, position);
  const report = await addReport(work, hazard, told);
  const actor = told.registeredBy?.id ?? (told.anonymous ? null : (told.person?.id ?? null));
  await traceHazard(work, hazard, known === null ? 'reported' : 'also_seen', actor, {
    words: told.words,
    kinds: told.kinds,
    via: told.via,
    ...(told.anonymous ? { anonymous: true } : {}),
    ...(known !== null && twin?.metres !== null ? { metres: Math.round(twin?.metres ?? 0) } : {}),
  });
  await keepWithHazard(work, hazard, told.fileIds, 'before', actor);
  const answered = await answerTeller(work, report, { joined: known !== null, askedIn: told.askedIn ?? null });
  const priority = hazard.severity === 'urgent' ? 'answer' : 'card';
  await showHazard(work, hazard, { priority, isNew: known === null, answered });
  if (known === null && twin !== null) await proposeTwin(work, hazard, twin.hazard);
  return { hazard, report, joined: known !== null };
}

async function twinOf(work: Work, told: HazardTold, position: Position | null): Promise<Twin | null> {
  const rules = hazardRules(work);
  if (position === null && told.placeId === null) return null;
  const candidates = await work.tx.hazards.near({
    position,
    radiusMetres: rules.sameMetres,
    placeId: told.placeId,
    since: work.now - rules.sameDays * 86_400_000,
  });
  const { kinds, placeId, placeWords } = told;
  return findTwin(candidates, { kinds, placeId, placeWords, position, at: work.now }, rules);
}

/** Whoever quotes its card need not be where it is. */
async function named(work: Work, id: HazardId): Promise<Twin | null> {
  const hazard = await lockStanding(work, id);
  return hazard === null || hazard.state === 'closed' ? null : { hazard, sure: 'same', metres: null };
}

/** The known hazard under lock; null when somebody closed it since it was found. */
async function openAgain(work: Work, id: HazardId): Promise<Hazard | null> {
  const hazard = await work.tx.hazards.lock(id);
  return hazard === null || hazard.state === 'closed' ? null : hazard;
}

async function open(work: Work, told: HazardTold, position: Position | null): Promise<Hazard> {
  const place = work.zone.places.find(({ id }) => id === told.placeId) ?? null;
  const hazard = newHazard({
    id: work.ids.next<HazardId>(work.now),
    number: await takeNumber(work, 'H'),
    token: work.ids.token(),
    kinds: told.kinds.length === 0 ? ['other'] : told.kinds,
    severity: told.severity,
    words: told.words,
    placeWords: told.placeWords === '' ? (place?.name ?? '') : told.placeWords,
    placeId: place?.id ?? null,
    position,
    area: hazardArea(work.zone.places, place, position).area,
    people: told.people,
    reportedAt: work.now,
  });
  await work.tx.hazards.add(hazard);
  await setWaiting(work, hazard);
  await setDigest(work);
  return hazard;
}

/** Opens a hazard of its own for a telling that had joined another; its time stays that of the telling. */
export async function openFor(work: Work, report: HazardReport, from: Hazard): Promise<Hazard> {
  const place = work.zone.places.find(({ id }) => id === report.placeId) ?? null;
  const own = await open(
    work,
    {
      ...report,
      person: null,
      kinds: report.kinds.length === 0 ? from.kinds : report.kinds,
      severity: from.severity,
      people: null,
    },
    hazardPosition(report.position, place, work.zone.places),
  );
  return saveHazard(work, { ...own, reportedAt: report.at });
}

/** What the second witness knows better is kept: a position, a place, that it is urgent. The clock is not touched. */
async function join(work: Work, hazard: Hazard, told: HazardTold, position: Position | null): Promise<Hazard> {
  return saveHazard(work, {
    ...hazard,
    placeId: hazard.placeId ?? told.placeId,
    placeWords: hazard.placeWords === '' ? told.placeWords : hazard.placeWords,
    position: hazard.position ?? position,
    severity: told.severity === 'urgent' ? 'urgent' : hazard.severity,
    people: hazard.people ?? told.people,
  });
}

async function addReport(work: Work, hazard: Hazard, told: HazardTold): Promise<HazardReport> {
  const report = newHazardReport({
    id: work.ids.next<HazardReportId>(work.now),
    hazardId: hazard.id,
    personId: told.person?.id ?? null,
    anonymous: told.anonymous,
    roomId: told.roomId,
    messageId: told.messageId,
    via: told.via,
    words: told.words,
    kinds: told.kinds,
    placeWords: told.placeWords,
    placeId: told.placeId,
    position: told.position,
    fileIds: told.fileIds,
    at: work.now,
  });
  await work.tx.hazards.addReport(report);
  return report;
}
