import { distanceMetres } from '../../core/geo.ts';
import type { Hazard } from '../../core/hazard.ts';
import { draftSubject, type HazardDraft } from '../../core/hazard-draft.ts';
import type { PersonId } from '../../core/ids.ts';
import type { NoticeKind } from '../../core/notice.ts';
import type { Place } from '../../core/people.ts';
import type { Desk, Drawings, NoticeOf } from './drawing.ts';
import { chasedCard, overdueCard, supervisedCard, twinCard } from './hazard-alarm-cards.ts';
import { hazardCheckCard } from './hazard-check-card.ts';
import { askKindCard, askPlaceCard, draftEndedCard, offerCard, type PlaceChoice } from './hazard-draft-cards.ts';
import { hazardGroupCard } from './hazard-group-card.ts';
import { groupDay, groupDigestCard } from './hazard-group-digest.ts';
import { digestCard, morningList } from './hazard-digest-card.ts';
import { byUrgency, listCard, listLength, type ListFacts } from './hazard-list-cards.ts';
import { numberLine, placeOf as placeNamed } from './hazard-lines.ts';
import { photoCard } from './hazard-photo-card.ts';
import { progressCard } from './hazard-progress-card.ts';
import { placeSaidCard } from './hazard-place-said.ts';
import { moreAskedCard, moreDecidedCard, photoWantedCard } from './hazard-more-time.ts';
import { photoAlike } from './hazard-photo-alike.ts';
import { hazardOrderCard } from './hazard-order-card.ts';
import { closedCard, filedCard, turnCard } from './hazard-reporter-cards.ts';
import { deadlinesOf, drawnOf, hazardShown, hazardsShown, onDraft, onHazard } from './hazard-shown.ts';
import { hazardTriageCard } from './hazard-triage-card.ts';
import { triageChoices } from './hazard-triage-lines.ts';
import { waitingCard } from './hazard-waiting-card.ts';
import { whichCard } from './hazard-which-card.ts';
import { cardOf, line } from './presenting.ts';
import { tapAnswer } from './tap-answer.ts';

type HazardNoticeKind = Extract<NoticeKind, `hazard_${string}`>;

/** Buttons carry the index of a place as one digit. */
const placesOffered = 8;

async function placeOf(id: Place['id'] | null, { tools }: Desk): Promise<Place | null> {
  return id === null ? null : tools.read.places.byId(id);
}

async function placeChoices({ placeChoices: ids }: HazardDraft, desk: Desk): Promise<PlaceChoice[]> {
  const places = await Promise.all(ids.slice(0, placesOffered).map((id) => placeOf(id, desk)));
  return places.flatMap((place, index) => (place === null ? [] : [{ index, place }]));
}

/** How many photos came with it; a voice message is none. */
async function photosOf({ id }: HazardDraft, { tools }: Desk): Promise<number> {
  const files = await tools.read.files.ofSubject(draftSubject(id));
  return files.filter(({ attachment }) => attachment.kind === 'photo').length;
}

/** More than anybody has to do; a list counts them all and shows the first. */
const looked = 200;

async function hazardsOf(personId: PersonId, about: 'owned' | 'area' | 'reported', { tools }: Desk): Promise<Hazard[]> {
  const { hazards } = tools.read;
  if (about === 'owned') return hazards.ofOwner(personId, looked);
  if (about === 'area') return hazards.ofLeader(personId, looked);
  const since = tools.now - 90 * 86_400_000;
  const told = await hazards.ofReporter(personId, since, looked);
  return [...new Map(told.map(({ hazard }) => [hazard.id, hazard])).values()];
}

/** A place by its name, else by its teller's own words to the teller, and to others without the teller's name. */
async function whereOf(hazard: Hazard, about: ListFacts['about'], desk: Desk): Promise<string> {
  const place = await placeOf(hazard.placeId, desk);
  if (place !== null) return place.name;
  if (about === 'reported' && hazard.placeWords !== '') return hazard.placeWords;
  const shown = await hazardShown(hazard.id, desk);
  return shown === null ? '' : placeNamed(shown, desk.presenting.texts);
}

async function listFacts(hazards: readonly Hazard[], about: ListFacts['about'], desk: Desk): Promise<ListFacts> {
  const first = byUrgency(hazards, desk.presenting.now).slice(0, listLength);
  const where = await Promise.all(
    first.map(async (hazard) => [hazard.id, await whereOf(hazard, about, desk)] as const),
  );
  return { about, where: new Map(where), deadlines: deadlinesOf(desk) };
}

/** Notices about hazards. */
export const hazardDrawings: Drawings<HazardNoticeKind> = {
  hazard_offer: onDraft((draft, _notice, { presenting }) => offerCard(draft, presenting)),
  hazard_ask: onDraft(async (draft, notice: NoticeOf<'hazard_ask'>, desk) => {
    const photos = await photosOf(draft, desk);
    if (notice.need === 'place')
      return askPlaceCard(draft, { choices: await placeChoices(draft, desk), photos }, desk.presenting);
    const { buttons } = desk.tools.capabilities;
    const place = await placeOf(draft.placeId, desk);
    return askKindCard(draft, { place, page: notice.page ?? 'likely', buttons, photos }, desk.presenting);
  }),
  hazard_draft_ended: onDraft(async (draft, { why }: NoticeOf<'hazard_draft_ended'>, { tools, presenting }) => {
    const hazard = draft.hazardId === null ? null : await tools.read.hazards.byId(draft.hazardId);
    return draftEndedCard(draft, { number: hazard?.number ?? null, why }, presenting);
  }),
  hazard_filed: onHazard((shown, { joined, reportId }: NoticeOf<'hazard_filed'>, { presenting }) => {
    const report = shown.reports.find(({ id }) => id === reportId) ?? null;
    return filedCard(shown, { joined, report }, presenting);
  }),
  hazard_turn: onHazard(async (shown, { turn, reportId }: NoticeOf<'hazard_turn'>, { tools, presenting }) => {
    const from = shown.reports.find(({ id }) => id === reportId)?.fromHazardId ?? null;
    const known = turn === 'merged' && from !== null ? await tools.read.hazards.byId(from) : null;
    return turnCard(shown, turn, (known ?? shown.hazard).number, presenting);
  }),
  hazard_closed: onHazard((shown, { ask }: NoticeOf<'hazard_closed'>, { tools, presenting }) =>
    closedCard(shown, ask, tools.capabilities, presenting),
  ),
  hazard_triage: onHazard(async (shown, { page }: NoticeOf<'hazard_triage'>, desk) =>
    hazardTriageCard(shown, await triageChoices(shown, desk), page ?? null, desk.presenting),
  ),
  hazard_card: onHazard((shown, _notice, { presenting }) => hazardGroupCard(shown, presenting)),
  hazard_photo: onHazard((shown, { stage, fileIds }: NoticeOf<'hazard_photo'>, { presenting }) =>
    photoCard(shown, stage, fileIds, presenting),
  ),
  hazard_group_digest: async ({ sinceAt }, desk) =>
    drawnOf(groupDigestCard(await groupDay(sinceAt, looked, desk), desk.presenting)),
  hazard_order: onHazard((shown, { again, round }: NoticeOf<'hazard_order'>, { reader, presenting }) =>
    hazardOrderCard(shown, { reader, again: again === true, round: round ?? null }, presenting),
  ),
  hazard_photo_wanted: onHazard((shown, _notice, { presenting }) => photoWantedCard(shown, presenting)),
  hazard_check: onHazard(async (shown, _notice, desk) => {
    const { reader, tools, presenting } = desk;
    const alike = shown.hazard.state === 'fixed' ? await photoAlike(shown, 'after', desk) : null;
    return hazardCheckCard(shown, { reader, capabilities: tools.capabilities, alike }, presenting);
  }),
  hazard_more_asked: onHazard((shown, _notice, { presenting }) => moreAskedCard(shown, presenting)),
  hazard_more_decided: onHazard((shown, { granted }: NoticeOf<'hazard_more_decided'>, { presenting }) =>
    moreDecidedCard(shown, granted, presenting),
  ),
  hazard_overdue: onHazard((shown, { step, lateDays }: NoticeOf<'hazard_overdue'>, { reader, presenting }) =>
    overdueCard(shown, { step, lateDays, reader }, presenting),
  ),
  hazard_chased: onHazard((shown, _notice, { reader, presenting }) => chasedCard(shown, reader, presenting)),
  hazard_supervised: onHazard((shown, _notice, { presenting }) => supervisedCard(shown, presenting)),
  hazard_progress: onHazard(async (shown, _notice, { tools, presenting }) =>
    progressCard(shown, await tools.read.trace.of(`hazard:${shown.hazard.id}`), presenting),
  ),
  hazard_place_said: onHazard(async (shown, _notice, { reader, tools, presenting }) => {
    const trace = await tools.read.trace.of(`hazard:${shown.hazard.id}`);
    return placeSaidCard(shown, trace, reader, presenting);
  }),
  hazard_waiting: async ({ hazardIds }, desk) => {
    const shown = await hazardsShown(hazardIds.slice(0, listLength), desk);
    return drawnOf(
      waitingCard(shown, desk.reader, desk.presenting),
      shown.map(({ hazard }) => hazard),
    );
  },
  hazard_twin: async ({ hazardId, otherId }, desk) => {
    const [shown, other] = await Promise.all([hazardShown(hazardId, desk), hazardShown(otherId, desk)]);
    if (shown === null || other === null) return null;
    const a = shown.hazard.position;
    const b = other.hazard.position;
    const metres = a === null || b === null ? null : distanceMetres(a, b);
    return drawnOf(twinCard(shown, other, metres, desk.presenting), [shown.hazard]);
  },
  hazard_list: async (notice, desk) => {
    const { about } = notice;
    const hazards =
      'hazardIds' in notice
        ? await desk.tools.read.hazards.byIds(notice.hazardIds)
        : await hazardsOf(notice.personId, notice.about, desk);
    return drawnOf(listCard(hazards, await listFacts(hazards, about, desk), desk.presenting));
  },
  hazard_digest: async ({ personId, about, steps = [] }, desk) => {
    const hazards = await hazardsOf(personId, about, desk);
    const due = morningList(hazards, { about, steps, deadlines: deadlinesOf(desk) }, desk.presenting);
    if (due === null) return null;
    const facts = await listFacts(due.shown, about, desk);
    return drawnOf(digestCard(due, { ...facts, steps }, desk.presenting), due.shown);
  },
  hazard_which: async ({ hazardIds, verb }, desk) => {
    const shown = await hazardsShown(hazardIds, desk);
    return drawnOf(
      whichCard(shown, verb, desk.presenting),
      shown.map(({ hazard }) => hazard),
    );
  },
  hazard_answer: async ({ hazardId, result }, { tools, presenting }) => {
    const hazard = hazardId === null ? null : await tools.read.hazards.byId(hazardId);
    const text = tapAnswer(result, presenting.texts);
    const said = hazard === null || text.includes(hazard.number);
    return drawnOf(
      cardOf({ lines: [...line(text), ...(said ? [] : numberLine(hazard, presenting))] }),
      hazard === null ? [] : [hazard],
    );
  },
};
