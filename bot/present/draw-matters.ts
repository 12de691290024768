import type { MatterId, OpeningId, PersonId } from '../../core/ids.ts';
import { matterStandings, type Matter, type MatterStanding } from '../../core/matter.ts';
import { matterStatistics } from '../../core/matter-statistics.ts';
import type { CardLink } from '../../core/message.ts';
import type { Person } from '../../core/people.ts';
import { isSide, mayReadNotes } from '../../core/matter-permission.ts';
import type { PrivateNoticeKind } from '../../core/private-notice.ts';
import { usualPrivateRules, type PrivateRules } from '../../core/zone/private-rules.ts';
import { zonePeriod } from '../../core/zone-period.ts';
import type { Desk, Drawings, Drawn } from './drawing.ts';
import { matterCourt, matterDeadline, matterMoreTime, matterPayment, matterTerms, matterVisit } from './matter-deal.ts';
import { matterFacts } from './matter-facts.ts';
import { matterLink, matterList, matterWhich, matterWhose, type Listed } from './matter-lists.ts';
import { matterDanger, matterOffer, matterPush, matterUnanswered, matterUnreached } from './matter-offer.ts';
import { openingAsked, openingTold, type OpeningShown } from './matter-openings.ts';
import {
  matterSession,
  matterSessionOver,
  matterTimes,
  matterTimesAnswered,
  matterTimesWished,
} from './matter-session.ts';
import { onQuestion } from './matter-over.ts';
import { numbersOf, onMatter, type MatterShown } from './matter-shown.ts';
import {
  matterAsk,
  matterDropped,
  matterFiled,
  matterPointer,
  matterResume,
  matterSafety,
  matterWorry,
} from './matter-talk.ts';
import { matterAnswered, matterConsent, matterEnded, matterStop, matterTurn } from './matter-turns.ts';
import { matterIdle } from './matter-idle.ts';
import { matterUnvisited } from './matter-unvisited.ts';
import { matterWork } from './matter-work.ts';
import { consentAsked, dataEraseSure, dataExport } from './own-data-cards.ts';
import { cardOf, line } from './presenting.ts';
import { statisticsCard } from './statistics-card.ts';
import { tapAnswer } from './tap-answer.ts';

/** More matters than a county has in a year; each is opened to be counted. */
const countedAtMost = 20_000;

const rulesOf = ({ tools }: Desk): PrivateRules => tools.zone.privateMatters ?? usualPrivateRules;

function plain(card: Drawn['card'] | null, matters: readonly Matter[] = []): Drawn | null {
  return card === null ? null : { card, incident: null, numbers: numbersOf(matters) };
}

/** So many names and numbers are enough to begin with. */
const askedShown = 8;

/** Who was offered it or is to acknowledge it, and who else could take it, for whoever has to ring them. */
async function askedOf({ people, matter, rules }: MatterShown, { tools }: Desk): Promise<Person[]> {
  const silent = matter.body.pushes.filter(({ acknowledgedAt }) => acknowledgedAt === null);
  const offered = silent.length > 0 ? silent : people.filter(({ standing }) => standing === 'offered');
  const asked = await tools.read.people.byIds([...new Set(offered.map(({ personId }) => personId))]);
  if (silent.length > 0) return asked;
  // Whoever was busy or off duty can be rung as well; whoever has a conflict cannot.
  const conflicts = new Set(matter.body.passes.flatMap(({ personId, why }) => (why === 'conflict' ? [personId] : [])));
  const way = new Set(matter.body.route.map(({ room }) => room));
  const signs = new Set(rules.rooms.flatMap(({ code, mediators }) => (way.has(code) ? mediators : [])));
  for (const sign of signs) {
    const person = asked.length < askedShown ? await tools.read.people.byCallSign(sign) : null;
    const known = person === null || asked.some(({ id }) => id === person.id);
    if (!known && person.active && !isSide(person, matter) && !conflicts.has(person.id)) asked.push(person);
  }
  return asked;
}

/** Somebody's matters, what they have to do before what they told of; each once, as the most that they are to it. */
async function listOf(personId: PersonId, { tools }: Desk): Promise<Listed[]> {
  const order: readonly MatterStanding[] = ['owner', 'co_owner', 'offered', 'desk', 'teller', 'party'];
  const listed = new Map<MatterId, Listed>();
  for (const mine of order.filter((one) => matterStandings.includes(one))) {
    const matters = await tools.read.matters.ofPerson(personId, [mine], { over: false, limit: 50 });
    for (const matter of matters) if (!listed.has(matter.id)) listed.set(matter.id, { matter, mine });
  }
  return [...listed.values()];
}

async function openingOf(id: OpeningId, desk: Desk): Promise<OpeningShown | null> {
  const { read } = desk.tools;
  const opening = await read.matters.opening(id);
  const matter = opening === null ? null : await read.matters.byId(opening.matterId);
  if (opening === null || matter === null) return null;
  const [asker, decider] = await Promise.all([
    read.people.byId(opening.askedById),
    opening.decidedById === null ? null : read.people.byId(opening.decidedById),
  ]);
  return { opening, matter, asker, decider, reader: desk.reader, rules: rulesOf(desk) };
}

async function onOpening(
  { openingId }: { openingId: OpeningId },
  desk: Desk,
  present: (shown: OpeningShown) => Drawn['card'] | null,
): Promise<Drawn | null> {
  const shown = await openingOf(openingId, desk);
  const card = shown === null ? null : present(shown);
  if (shown === null || card === null) return null;
  const numbers = new Map([...numbersOf([shown.matter]), [shown.opening.token, shown.matter.number]]);
  return { card, incident: null, numbers };
}

/** The page of a matter; null: nobody reads it, or there is no public address. */
function pageOf({ matter }: MatterShown, { tools, reader }: Desk): string | null {
  return reader === null || matter.state === 'telling' ? null : tools.links.matter(matter, reader.id, tools.now);
}

/** Where it can be told at one go. */
function tellPageOf({ matter }: MatterShown, { tools, reader }: Desk): string | null {
  return reader === null ? null : tools.links.tell(matter.kind, reader.id, tools.now);
}

/** The invitation for a calendar of a session. */
function calendarOf({ matter }: MatterShown, n: number, { tools, reader, presenting }: Desk): CardLink[] {
  const url = reader === null ? null : tools.links.session(matter, n, reader.id, tools.now);
  return url === null ? [] : [{ url, label: presenting.texts.matter.toSide.calendar }];
}

/** Notices about private matters, and the one line about them that a group hears. */
export const matterDrawings: Drawings<PrivateNoticeKind | 'matter_pointer' | 'matter_statistics'> = {
  matter_statistics: async ({ period }, desk) => {
    const { tools, presenting } = desk;
    const when = zonePeriod(period, tools.zone.timeZone);
    if (when === null) return null;
    const matters = await tools.read.matters.list({ from: when.from, to: when.to }, countedAtMost);
    const least = rulesOf(desk).leastCount;
    return plain(statisticsCard(period, matterStatistics(matters, least), least, presenting.texts));
  },
  matter_pointer: onMatter((shown, notice, { tools, presenting }) =>
    matterPointer(shown, notice, tools.directLink?.(`m-${shown.matter.number}`) ?? null, presenting),
  ),
  matter_ask: onMatter((shown, notice, desk) => matterAsk(shown, notice, tellPageOf(shown, desk), desk.presenting)),
  matter_resume: onMatter((shown, _notice, desk) => matterResume(shown, tellPageOf(shown, desk), desk.presenting)),
  matter_filed: onMatter((shown, notice, { presenting }) => matterFiled(shown, notice, presenting)),
  matter_dropped: onMatter((shown, notice, { presenting }) => matterDropped(shown, notice, presenting)),
  matter_safety: async ({ dangers, matterId }, desk) => {
    const matter = matterId === null ? null : await desk.tools.read.matters.byId(matterId);
    return plain(matterSafety(dangers, matter?.number ?? null, rulesOf(desk), desk.presenting));
  },
  matter_danger: onMatter((shown, notice, { presenting }) => matterDanger(shown, notice, presenting)),
  matter_offer: onMatter((shown, _notice, { presenting }) => matterOffer(shown, presenting)),
  matter_unanswered: onMatter(async (shown, _notice, desk) =>
    matterUnanswered(shown, await askedOf(shown, desk), desk.presenting),
  ),
  matter_unreached: onMatter(async (shown, { personId }, desk) =>
    matterUnreached(shown, await desk.tools.read.people.byId(personId), desk.presenting),
  ),
  matter_worry: onMatter((shown, notice, { presenting }) => matterWorry(shown, notice, presenting)),
  matter_work: onMatter(async (shown, notice, { tools, presenting }) => {
    const by = shown.matter.body.handedById ?? null;
    return matterWork(shown, notice, by === null ? null : await tools.read.people.byId(by), presenting);
  }),
  matter_facts: onMatter(async (shown, _notice, desk) =>
    matterFacts(shown, await desk.tools.read.matters.notes(shown.matter.id), pageOf(shown, desk), desk.presenting),
  ),
  matter_consent: onMatter((shown, notice, { presenting }) => matterConsent(shown, notice, presenting)),
  matter_stop: onMatter((shown, _notice, { presenting }) => matterStop(shown, presenting)),
  matter_times: onMatter((shown, notice, { presenting }) => matterTimes(shown, notice, presenting)),
  matter_times_answered: onQuestion('matter_times_answered', (shown, notice, { presenting }) =>
    matterTimesAnswered(shown, notice, presenting),
  ),
  matter_times_wished: onQuestion('matter_times_wished', (shown, notice, { presenting }) =>
    matterTimesWished(shown, notice, presenting),
  ),
  matter_session: onQuestion('matter_session', (shown, notice, desk) =>
    matterSession(shown, notice, calendarOf(shown, notice.session, desk), desk.presenting),
  ),
  matter_session_over: onQuestion('matter_session_over', (shown, notice, { presenting }) =>
    matterSessionOver(shown, notice, presenting),
  ),
  matter_terms: onQuestion('matter_terms', (shown, notice, { presenting }) => matterTerms(shown, notice, presenting)),
  matter_payment: onQuestion('matter_payment', (shown, notice, { presenting }) =>
    matterPayment(shown, notice, presenting),
  ),
  matter_court: onQuestion('matter_court', (shown, notice, { presenting }) => matterCourt(shown, notice, presenting)),
  matter_more_time: onQuestion('matter_more_time', (shown, notice, { presenting }) =>
    matterMoreTime(shown, notice, presenting),
  ),
  matter_deadline: onQuestion('matter_deadline', (shown, notice, { presenting }) =>
    matterDeadline(shown, notice, presenting),
  ),
  matter_visit: onQuestion('matter_visit', (shown, notice, { presenting }) => matterVisit(shown, notice, presenting)),
  matter_idle: onMatter((shown, _notice, { presenting }) => matterIdle(shown, presenting)),
  matter_unvisited: onMatter((shown, notice, { presenting }) => matterUnvisited(shown, notice, presenting)),
  matter_turn: onMatter((shown, notice, { presenting }) => matterTurn(shown, notice, presenting)),
  matter_ended: onMatter((shown, notice, { presenting }) => matterEnded(shown, notice, presenting)),
  matter_answered: onMatter((shown, _notice, { presenting }) => matterAnswered(shown, presenting)),
  matter_push: onMatter((shown, notice, { presenting }) => matterPush(shown, notice, presenting)),
  matter_list: async ({ personId }, desk) => {
    const listed = await listOf(personId, desk);
    return plain(
      matterList(listed, desk.presenting),
      listed.map(({ matter }) => matter),
    );
  },
  matter_which: async ({ matterIds }, { tools, presenting }) => {
    const found = await Promise.all(matterIds.map((id) => tools.read.matters.byId(id)));
    const matters = found.filter((matter) => matter !== null);
    return plain(matterWhich(matters, presenting), matters);
  },
  matter_link: async ({ matterId, page, matterKind }, { tools, reader, presenting }) => {
    const matter = matterId === null ? null : await tools.read.matters.byId(matterId);
    if (reader === null) return null;
    const { links, now } = tools;
    const matterUrl = matter === null ? null : links.matter(matter, reader.id, now);
    const url = page === 'matter' ? matterUrl : links.tell(matterKind ?? matter?.kind ?? 'dispute', reader.id, now);
    return plain(matterLink(page, matter?.number ?? null, url, presenting));
  },
  matter_whose: onMatter(async (shown, { noteId }, { tools, presenting }) => {
    const notes = mayReadNotes(shown.rights) ? await tools.read.matters.notes(shown.matter.id) : [];
    const note = notes.find(({ id }) => id === noteId);
    return matterWhose(shown, note, presenting);
  }),
  matter_note_kept: (_notice, { presenting: { texts } }) =>
    Promise.resolve(plain(cardOf({ lines: line(texts.matter.list.noteKept), confidential: true }))),
  opening_asked: (notice, desk) => onOpening(notice, desk, (shown) => openingAsked(shown, desk.presenting)),
  opening_told: (notice, desk) => onOpening(notice, desk, (shown) => openingTold(shown, desk.presenting)),
  consent_asked: (_notice, desk) => Promise.resolve(plain(consentAsked(rulesOf(desk), desk.presenting))),
  data_export: ({ personId }, { tools, reader, presenting }) =>
    Promise.resolve(
      reader?.id === personId ? plain(dataExport(tools.links.ownData(personId, tools.now), presenting)) : null,
    ),
  data_erase_sure: (_notice, { presenting }) => Promise.resolve(plain(dataEraseSure(presenting))),
  matter_result: async ({ matterId, result }, { tools, presenting }) => {
    const matter = matterId === null ? null : await tools.read.matters.byId(matterId);
    return plain(
      cardOf({
        ...(matter === null ? {} : { title: matter.number }),
        lines: line(tapAnswer(result, presenting.texts)),
        confidential: true,
      }),
    );
  },
};
