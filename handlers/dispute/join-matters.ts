import type { Matter, MatterState } from '../../core/matter.ts';
import { matterSubject } from '../../core/matter.ts';
import type { MatterNoteId, PersonId } from '../../core/ids.ts';
import { meetsApart } from '../../core/dispute.ts';
import { dangersOf, withDanger } from '../../core/matter-danger.ts';
import { mirrors } from '../../core/matter-twin.ts';
import { partyOf, type Party } from '../../core/party.ts';
import { usualKeepDays } from '../../core/zone/private-rules.ts';
import { privateRules } from '../matter/rules.ts';
import { traceMatter, type Work } from '../work.ts';
import { callOffMeetings } from './call-off-meetings.ts';
import { keepCourse } from './keep-course.ts';
import { nameParties } from './name-parties.ts';
import { noteConsent } from './note-consent.ts';
import { showWork } from './show-work.ts';

/** While it is on, the other side's telling belongs to it. */
const joinable: readonly MatterState[] = ['reported', 'screened', 'assigned', 'accepted', 'mediating', 'suspended'];
/** Whether another telling can still join it, or it another. */
export const canJoin = ({ state }: Pick<Matter, 'state'>): boolean => joinable.includes(state);
/** More disputes than a zone has open at once. */
const most = 500;

/**
 * Both sides bring the same dispute: what was told second joins the first one, as its other side's view. Only when whoever told is
 * known to be that side: a stranger who types somebody's number is not let in. Where somebody is in danger it is a person's to say:
 * the one who is feared would learn that the other has told. Null: nobody else has told of it, or a person has to say which one.
 * @param second locked, and just handed in
 */
export async function joinTwin(work: Work, second: Matter): Promise<Matter | null> {
  if (second.kind !== 'dispute' || second.tellerId === null) return null;
  const phone = (await work.tx.people.byId(second.tellerId))?.phone ?? '';
  const open = await work.tx.matters.list({ kinds: ['dispute'], states: joinable }, most);
  const found = open.filter((matter) => mirrors(matter, second, phone) === 'same');
  const [twin] = found;
  if (meetsApart(second.body) || found.some(({ body }) => meetsApart(body))) return null;
  const first = twin === undefined || found.length > 1 ? null : await work.tx.matters.lock(twin.id);
  return first === null || !canJoin(first) ? null : joinMatters(work, first, second, null);
}

/**
 * Joins the second matter to the first. Its words are sealed like every note of one side; who told second hears the first one's
 * number and nothing of what was said in it. Having brought it, they agree to mediation (People's Mediation Act, Art. 17).
 * @param first locked
 * @param second locked
 * @param by who has both and says that they are one; null: it is certain by itself
 */
export async function joinMatters(work: Work, first: Matter, second: Matter, by: PersonId | null): Promise<Matter> {
  await keepView(work, first, second);
  await endSecond(work, first, second, by);
  const both = await keepCourse(work, await withSecond(work, first, second));
  const joined = await callOffMeetings(work, both, second.tellerId);
  await nameParties(work, joined);
  await showWork(work, joined, { loud: by === null });
  const isThem = partyOf(joined.body.parties, 'b')?.personId === second.tellerId;
  const agrees = isThem && partyOf(second.body.parties, 'a')?.consent === 'yes';
  if (agrees) await noteConsent(work, joined, 'b', 'yes', second.tellerId);
  return (await work.tx.matters.byId(first.id)) ?? joined;
}

/** What the other side said, for the mediators alone. */
async function keepView(work: Work, first: Matter, second: Matter): Promise<void> {
  const { facts, wants } = second.body;
  const words = [...facts, wants].filter((part) => part !== '').join('\n');
  const byId = second.tellerId;
  if (words === '' || byId === null) return;
  const id = work.ids.next<MatterNoteId>(work.now);
  await work.tx.matters.addNote({ id, matterId: first.id, side: 'b', byId, at: work.now, words });
  await traceMatter(work, first, 'matter_noted', byId, { note: id, side: 'b' });
}

/** The first one knows its other side better now; danger that the second told of is danger. */
async function withSecond(work: Work, first: Matter, second: Matter): Promise<Matter> {
  const own = partyOf(second.body.parties, 'a');
  const parties = first.body.parties.map((party): Party =>
    party.key !== 'b' || own === undefined
      ? party
      : {
          ...party,
          name: party.name === '' ? own.name : party.name,
          phone: party.phone === '' ? own.phone : party.phone,
          // Somebody who told it for them does not take their place.
          personId: party.personId ?? own.personId ?? second.tellerId,
          people: Math.max(party.people, own.people),
          proxy: party.proxy ?? own.proxy,
          // It has told of it, so it knows of it.
          consent: party.consent ?? 'asked',
          consentAt: party.consentAt ?? work.now,
        },
  );
  for (const { id } of await work.tx.files.ofSubject(matterSubject(second))) {
    const file = await work.tx.files.lock(id);
    if (file !== null) await work.tx.files.put({ ...file, subject: matterSubject(first) });
  }
  const fileIds = [...first.body.fileIds, ...second.body.fileIds];
  const body = dangersOf(second.body).reduce(withDanger, { ...first.body, parties, fileIds });
  return { ...first, urgent: first.urgent || second.urgent, body };
}

/** The second number leads to the first one; the return visits are those of the first. */
async function endSecond(work: Work, first: Matter, second: Matter, by: PersonId | null): Promise<void> {
  const keepDays = privateRules(work).keepDays.dispute ?? usualKeepDays.dispute;
  await work.tx.matters.put({
    ...second,
    state: 'archived',
    outcome: 'handed_on',
    door: 'merged',
    endedAt: work.now,
    archivedAt: work.now,
    changedAt: work.now,
    dueAt: null,
    ownerId: null,
    forgetAt: work.now + keepDays * 86_400_000,
    body: { ...second.body, fileIds: [], endWords: first.number },
  });
  for (const kind of ['matter_talk', 'matter_offer', 'matter_consent', 'matter_session', 'matter_deadline'] as const)
    await work.tx.timers.cancel(kind, second.id);
  await traceMatter(work, second, 'matter_ended', by, { outcome: 'handed_on', into: first.id });
}
