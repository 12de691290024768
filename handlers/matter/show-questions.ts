import type { MatterId, NoticeId, PersonId } from '../../core/ids.ts';
import { readerOf } from '../../core/dispute.ts';
import type { Matter } from '../../core/matter.ts';
import type { PrivateNotice } from '../../core/private-notice.ts';
import type { Work } from '../work.ts';
import { sayPrivately } from './say-privately.ts';

/** What is asked in a message of its own, and can be over while the message still stands. */
type Question = Extract<PrivateNotice, { over?: true }>;

const slotsOf = (matterId: MatterId): string => `matter-asked:${matterId}:`;

/** A slot for one question: it comes as a new message, since an edit makes no sound, and is drawn anew once it is over. */
export function questionSlot(work: Work, { id }: Pick<Matter, 'id'>): string {
  return `${slotsOf(id)}${work.ids.next<NoticeId>(work.now)}`;
}

/** Whatever was asked of a matter shows how it stands: what is over keeps no button, whoever was asked. */
export async function showQuestions(work: Work, matter: Matter): Promise<void> {
  const sides = matter.body.parties.map((party) => readerOf(matter, party));
  const asked = new Set([...sides, matter.tellerId, matter.ownerId].filter((id) => id !== null));
  for (const id of asked) await showQuestionsTo(work, matter, id);
}

/** The same to one person, such as one who had it before. Where nothing can be edited, an answer to a late word says it. */
export async function showQuestionsTo(work: Work, { id }: Pick<Matter, 'id'>, personId: PersonId): Promise<void> {
  for (const { platform, roomId } of await work.tx.people.channelsOf(personId)) {
    if (!work.can(platform).edit) continue;
    for (const { slot, notice } of await work.tx.outbox.standingFrom(roomId, slotsOf(id)))
      if (isQuestion(notice))
        await sayPrivately(work, personId, { ...notice, over: true }, { priority: 'card', slot }, roomId);
  }
}

/** Only questions stand in these slots. */
function isQuestion(notice: { kind: string }): notice is Question {
  return questions.has(notice.kind);
}

const kinds: Readonly<Record<Question['kind'], true>> = {
  matter_times_answered: true,
  matter_times_wished: true,
  matter_session: true,
  matter_session_over: true,
  matter_terms: true,
  matter_payment: true,
  matter_court: true,
  matter_more_time: true,
  matter_deadline: true,
  matter_visit: true,
};
const questions: ReadonlySet<string> = new Set(Object.keys(kinds));
