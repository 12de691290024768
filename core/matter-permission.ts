import type { Instant } from './clock.ts';
import type { Matter, MatterPerson, MatterStanding, Opening } from './matter.ts';
import type { MatterVerb } from './matter-verb.ts';
import { plainPhone } from './matter-words.ts';
import type { PaperKind } from './paper.ts';
import { takesPart, type Party } from './party.ts';
import type { Person } from './people.ts';

/**
 * What somebody is to one private matter, beside what is kept of it. Being a duty officer or an administrator is nothing to it:
 * who is not named by it sees it only by break-glass.
 */
export type MatterRight =
  | MatterStanding
  /** A third side that was asked and has not agreed: it sees what it is asked about, and answers. */
  | 'asked'
  /** Looks for a while, because a second person agreed. */
  | 'opener'
  /** Leads or commands: may ask for a break-glass opening, agree to another's, or say who takes it; sees nothing of it by that. */
  | 'glass';

/** Who may do what to a private matter. Whatever is not listed is refused. */
const matterVerbs: Partial<Record<MatterVerb, readonly MatterRight[]>> = {
  matter_about: ['teller'],
  matter_answer: ['teller'],
  matter_skip: ['teller'],
  matter_file: ['teller'],
  matter_drop: ['teller'],
  matter_resume: ['teller'],
  matter_withdraw: ['teller', 'party', 'asked'],
  matter_look: ['teller', 'party', 'asked', 'offered', 'desk', 'owner', 'co_owner', 'opener'],
  matter_take: ['offered', 'desk', 'co_owner'],
  matter_pass: ['offered', 'desk'],
  matter_conflict: ['offered', 'desk', 'owner'],
  matter_give_back: ['owner'],
  matter_step_up: ['owner', 'desk'],
  matter_assign: ['owner', 'desk', 'glass'],
  matter_ack: ['owner', 'co_owner'],
  matter_consent: ['teller', 'party', 'asked', 'owner', 'desk'],
  matter_times: ['owner'],
  matter_time: ['teller', 'party', 'owner'],
  matter_cancel: ['owner'],
  matter_held: ['owner'],
  matter_absent: ['owner'],
  matter_agree: ['owner'],
  matter_fail: ['owner'],
  matter_sign: ['teller', 'party', 'owner'],
  matter_paid: ['teller', 'party', 'owner'],
  matter_got: ['teller', 'party', 'owner'],
  matter_not_got: ['teller', 'party', 'owner'],
  matter_performed: ['owner'],
  matter_broken: ['owner'],
  matter_court: ['teller', 'party', 'owner'],
  matter_suspend: ['owner'],
  matter_go_on: ['owner'],
  matter_extend: ['teller', 'party', 'owner'],
  // A leader, once a visit is so late that leaders heard of it.
  matter_visit: ['teller', 'party', 'owner', 'glass'],
  matter_done: ['owner', 'co_owner'],
  opening_ask: ['glass'],
  opening_agree: ['glass'],
  opening_refuse: ['glass'],
};

/**
 * Everything that this person is to this matter; nothing when no longer active.
 * @param parties the matter's sides: a third one has no part in what the others share before it agrees
 */
export function matterRights(
  person: Person,
  people: readonly Pick<MatterPerson, 'personId' | 'standing'>[],
  openings: readonly Pick<Opening, 'askedById' | 'agreed' | 'untilAt'>[],
  now: Instant,
  parties: readonly Pick<Party, 'personId' | 'role' | 'consent'>[],
): ReadonlySet<MatterRight> {
  const rights = new Set<MatterRight>();
  if (!person.active) return rights;
  const asked = parties.some((party) => party.personId === person.id && !takesPart(party));
  for (const { personId, standing } of people)
    if (personId === person.id) rights.add(standing === 'party' && asked ? 'asked' : standing);
  const opened = openings.some(
    ({ askedById, agreed, untilAt }) => askedById === person.id && agreed === true && untilAt !== null && now < untilAt,
  );
  if (opened) rights.add('opener');
  if (person.roles.some((role) => role === 'admin' || role === 'duty_officer' || role === 'leader'))
    rights.add('glass');
  return rights;
}

/** Whether what this person is to a matter lets them do `verb` to it. */
export function mayOnMatter(rights: ReadonlySet<MatterRight>, verb: MatterVerb): boolean {
  return matterVerbs[verb]?.some((right) => rights.has(right)) ?? false;
}

/**
 * How much of a matter somebody may see. `work`: everything but other people's sealed notes, which are the owner's alone.
 * `offer`: what is needed to say whether one can take it: kind, area, number of people, wishes, and the names of the sides, so
 * that a conflict of interest shows. `side`: what the sides share (the agreement, the sessions) and one's own words;
 * of a third side that has not agreed only what it is asked about.
 */
export function matterSight(rights: ReadonlySet<MatterRight>): 'work' | 'offer' | 'side' | 'none' {
  if (rights.has('owner') || rights.has('co_owner') || rights.has('desk') || rights.has('opener')) return 'work';
  if (rights.has('teller') || rights.has('party') || rights.has('asked')) return 'side';
  return rights.has('offered') ? 'offer' : 'none';
}

/** Whether this person is among the matter's mediators, so that its notes are theirs to read. */
export function mayReadNotes(rights: ReadonlySet<MatterRight>): boolean {
  return rights.has('owner') || rights.has('co_owner');
}

/** Whom each paper of a mediation is for; the application is its teller's own words, and the record the mediators'. */
const paperRights: Readonly<Record<PaperKind, readonly MatterRight[]>> = {
  application: ['owner', 'co_owner', 'desk', 'teller'],
  rights: ['owner', 'co_owner', 'desk', 'teller', 'party', 'asked'],
  consent: ['owner', 'co_owner', 'desk', 'teller', 'party', 'asked'],
  record: ['owner', 'co_owner'],
  agreement: ['owner', 'co_owner', 'teller', 'party'],
  confirmation: ['owner', 'co_owner', 'teller', 'party'],
  visit: ['owner', 'co_owner'],
};

/** Whether this paper of a matter is for whoever has these rights to it. */
export function mayHavePaper(rights: ReadonlySet<MatterRight>, paper: PaperKind): boolean {
  return paperRights[paper].some((right) => rights.has(right));
}

/**
 * Whether somebody is a side of it, or speaks for one, and so may never be its mediator (no conflict of interest): known by the
 * person, or by the number however it was written.
 */
export function isSide(person: Pick<Person, 'id' | 'phone'>, matter: Pick<Matter, 'tellerId' | 'body'>): boolean {
  if (matter.tellerId === person.id) return true;
  const own = plainPhone(person.phone);
  const isOwn = (phone: string): boolean => own !== '' && plainPhone(phone) === own;
  return matter.body.parties.some(
    ({ personId, phone, proxy }) => personId === person.id || isOwn(phone) || isOwn(proxy?.phone ?? ''),
  );
}
