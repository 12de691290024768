import type { MatterId } from '../core/ids.ts';
import { saidCourt } from '../core/court-words.ts';
import type { Matter } from '../core/matter.ts';
import type { MatterVerb } from '../core/matter-verb.ts';
import { matterRights, mayOnMatter } from '../core/matter-permission.ts';
import type { MatterResult } from '../core/private-notice.ts';
import type { Intent } from '../core/reading/reading.ts';
import { sideOf } from '../core/dispute.ts';
import { noteCourt } from '../handlers/dispute/court-steps.ts';
import { noteConsent } from '../handlers/dispute/note-consent.ts';
import { passOnWords } from '../handlers/dispute/pass-on-words.ts';
import { signAgreement } from '../handlers/dispute/sign-agreement.ts';
import { answerPayment, tellPayment } from '../handlers/dispute/tell-payment.ts';
import { withdrawMatter } from '../handlers/dispute/withdraw-matter.ts';
import type { MatterAct } from '../handlers/matter/matter-act.ts';
import { sayPrivately } from '../handlers/matter/say-privately.ts';
import type { Heard } from './heard.ts';
import { tellResult } from './tell-result.ts';
import { endsMediation } from './texts/matter-reply-words.ts';

/** What the words of a side can do, and the verb whose right they need; the rest goes to the owner as it was said. */
const verbOf: Partial<Record<Intent, MatterVerb>> = {
  dispute_consent: 'matter_consent',
  dispute_refuse: 'matter_consent',
  dispute_payment: 'matter_paid',
  dispute_settled: 'matter_got',
  dispute_breach: 'matter_not_got',
  dispute_schedule: 'matter_time',
};

/** Nobody agrees or pays by words that are only likely to say so. */
const sureEnough = 0.6;
/** At most so many are told apart by asking which one. */
const several = 5;

/**
 * The words of a side about a dispute of its own, in its direct chat: 同意调解, 不调了, 转了3000, 钱到了, 一直没给. True: dealt with.
 * Words that no step takes are passed on to whoever has the matter; ordinary talk is nobody's.
 */
export async function routeSide(heard: Heard): Promise<boolean> {
  const { work, room, person, message, reading } = heard;
  if (room.kind !== 'direct' || message.edited) return false;
  const court = saidCourt(message.text);
  const sure = reading.confidence >= sureEnough ? verbOf[reading.intent] : undefined;
  const verb = court === null ? sure : 'matter_court';
  if (verb === undefined) return false;
  const open = await work.tx.matters.ofPerson(person.id, ['teller', 'party'], { over: false, limit: several });
  const mine = open.filter(({ kind, state }) => kind === 'dispute' && state !== 'telling');
  if (mine.length === 0) return false;
  work.keepPrivate();
  const meant = meantBy(heard, mine);
  if (meant === null) {
    const notice = { kind: 'matter_which', matterIds: mine.map(({ id }) => id), about: 'words' } as const;
    await sayPrivately(work, person.id, notice, { priority: 'answer' }, room.id);
    return true;
  }
  const matter = await work.tx.matters.lock(meant.id);
  if (matter === null) return false;
  const people = await work.tx.matters.people(matter.id);
  const rights = matterRights(person, people, [], work.now, matter.body.parties);
  if (!mayOnMatter(rights, verb)) return false;
  const act: MatterAct = { person, verb, value: court ?? '', words: message.text, roomId: room.id, rights };
  const result = await take(heard, matter, act);
  return tellResult(heard, matter.id, result);
}

/** The one that is quoted or named by its number, else the only one. */
function meantBy({ quoted, message }: Heard, mine: readonly Matter[]): Matter | null {
  const id: MatterId | null = quoted !== null && 'matterId' in quoted ? quoted.matterId : null;
  const upper = message.text.toUpperCase();
  const named = mine.find((matter) => matter.id === id) ?? mine.find(({ number }) => upper.includes(number));
  return named ?? (mine.length === 1 ? (mine[0] ?? null) : null);
}

async function take(heard: Heard, matter: Matter, act: MatterAct): Promise<MatterResult> {
  const done = await step(heard, matter, act);
  const taken = done !== null && done.kind !== 'matter_already' && done.kind !== 'matter_not_yet';
  // Too early or too late for a step, but the owner should know what was said.
  return taken ? done : passOnWords(heard.work, matter, heard.person, heard.message.text);
}

/** The step that the words mean; null: they mean none that can be taken by words alone. */
async function step({ work, person, reading }: Heard, matter: Matter, act: MatterAct): Promise<MatterResult | null> {
  const side = sideOf(matter, person.id);
  if (act.verb === 'matter_court') return noteCourt(work, matter, act);
  switch (reading.intent) {
    case 'dispute_consent':
    case 'dispute_refuse': {
      const said = reading.intent === 'dispute_consent' ? 'yes' : 'no';
      if (said === 'no' && matter.state === 'agreed' && endsMediation(act.words))
        return withdrawMatter(work, matter, act.person);
      // What is to be agreed to by then are the terms.
      if (matter.state === 'agreed') return signAgreement(work, matter, { ...act, value: said });
      return side === null ? null : noteConsent(work, matter, side, said, person.id);
    }
    case 'dispute_payment':
      return tellPayment(work, matter, act, reading.fields.paidYuan ?? reading.fields.amountYuan ?? null);
    case 'dispute_settled':
      return answerPayment(work, matter, act, true);
    case 'dispute_breach':
      return answerPayment(work, matter, act, false);
    default:
      return null;
  }
}
