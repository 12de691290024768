import { mayAgreeOrally, type TermAgreed } from '../core/agreement-steps.ts';
import { meetsApart } from '../core/dispute.ts';
import type { Instant } from '../core/clock.ts';
import type { Matter } from '../core/matter.ts';
import type { MatterVerb } from '../core/matter-verb.ts';
import type { TapResult } from '../core/tap-result.ts';
import { partyOf, type PartyKey } from '../core/party.ts';
import type { Person } from '../core/people.ts';
import { mayReadNotes } from '../core/matter-permission.ts';
import { holdSession } from '../handlers/dispute/hold-session.ts';
import { nameSide } from '../handlers/dispute/name-side.ts';
import { keepNote } from '../handlers/dispute/keep-note.ts';
import { proposeTimes } from '../handlers/dispute/propose-times.ts';
import { writeAgreement } from '../handlers/dispute/write-agreement.ts';
import { rightsOf } from '../handlers/matter/look-at-matter.ts';
import { takeMatterTap } from '../handlers/matter/take-matter-tap.ts';
import type { Work } from '../handlers/work.ts';

/** So many promises fit on the page's form; more are written to the bot. */
export const termRows = 6;
const longestWords = 2_000;
const longestName = 120;
/** Sides that can be named: the two, and somebody else who is concerned. */
export const nameableSides: readonly PartyKey[] = ['a', 'b', 'c'];

/** What a form of the page says. */
export type Fields = ReadonlyMap<string, string>;

/** What is wrong with a form of the page, which then stores nothing. */
export type ActFault = 'no_terms' | 'wrong_amount' | 'oral';

/** A button's data without its token: the page is of one matter. */
const pressed = /^([a-z_]{2,20})(?:\.([\w:-]{1,26}))?$/;

const wordsIn = (fields: Fields): string =>
  (fields.get('words') ?? '').toWellFormed().replaceAll(/\r\n?/g, '\n').trim().slice(0, longestWords);

/** Does what was pressed; right and state are looked up anew, as with every tap. */
export async function actOnMatter(
  work: Work,
  seen: Matter,
  person: Person,
  fields: Fields,
): Promise<TapResult | { fault: ActFault }> {
  const act = fields.get('act') ?? '';
  const matter = await work.tx.matters.lock(seen.id);
  if (matter === null) return { kind: 'matter_none' };
  // Every form of the page brings words of a private matter.
  work.keepPrivate();
  switch (act) {
    case 'note':
    case 'record':
    case 'name':
    case 'times':
    case 'agreement_written':
    case 'agreement_oral':
      return ownerForm(work, matter, person, fields);
    default:
      return tapped(work, matter, person, fields, act);
  }
}

async function tapped(work: Work, matter: Matter, person: Person, fields: Fields, act: string): Promise<TapResult> {
  const [, verb = '', value = ''] = pressed.exec(act) ?? [];
  const tap = { person, verb: verb as MatterVerb, value, words: wordsIn(fields), roomId: null };
  return (await takeMatterTap(work, matter, tap)) ?? { kind: 'stale' };
}

async function ownerForm(
  work: Work,
  matter: Matter,
  person: Person,
  fields: Fields,
): Promise<TapResult | { fault: ActFault }> {
  const rights = await rightsOf(work, matter, person);
  const words = wordsIn(fields);
  const side = partyOf(matter.body.parties, fields.get('side') ?? '')?.key;
  if (fields.get('act') === 'note') {
    if (!mayReadNotes(rights)) return { kind: 'matter_not_yours' };
    if (words === '') return { kind: 'matter_words_wanted', what: 'note' };
    return keepNote(work, matter, person, { side: side ?? null, words, roomId: null });
  }
  if (!rights.has('owner')) return { kind: 'matter_not_yours' };
  switch (fields.get('act')) {
    case 'record':
      return holdSession(work, matter, person, words, meetsApart(matter.body) ? side : undefined);
    case 'name':
      return named(work, matter, person, fields);
    case 'times':
      return proposeTimes(work, matter, person, {
        times: timesIn(fields, work.zone.timeZone),
        ...(side === undefined ? {} : { side }),
      });
    default:
      return agreed(work, matter, person, fields);
  }
}

/** Who a side is, or that somebody else is concerned. */
function named(work: Work, matter: Matter, person: Person, fields: Fields): Promise<TapResult> | TapResult {
  const side = fields.get('side') ?? '';
  if (matter.kind !== 'dispute' || !nameableSides.includes(side)) return { kind: 'matter_none' };
  const words = ['name', 'phone'].map((name) => (fields.get(name) ?? '').toWellFormed().replaceAll(/\s+/g, ' ').trim());
  return nameSide(work, matter, person, side, words.join(' ').trim().slice(0, longestName));
}

/** What `datetime-local` fields say, as instants in the zone's time; what is none is left out. */
function timesIn(fields: Fields, timeZone: string): Instant[] {
  return ['t1', 't2', 't3'].flatMap((name) => {
    const said = fields.get(name) ?? '';
    if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(said)) return [];
    try {
      return Temporal.PlainDateTime.from(said, { overflow: 'reject' }).toZonedDateTime(timeZone).epochMilliseconds;
    } catch (error) {
      if (error instanceof RangeError) return [];
      throw error;
    }
  });
}

async function agreed(
  work: Work,
  matter: Matter,
  person: Person,
  fields: Fields,
): Promise<TapResult | { fault: ActFault }> {
  const form = fields.get('act') === 'agreement_oral' ? 'oral' : 'written';
  if (form === 'oral' && !mayAgreeOrally(matter.body)) return { fault: 'oral' };
  const terms = termsIn(matter, fields);
  if (terms === null) return { fault: 'wrong_amount' };
  if (terms.length === 0) return { fault: 'no_terms' };
  return writeAgreement(work, matter, person, { form, words: wordsIn(fields), terms });
}

/** The rows that say something; null: one of them says a sum that is none. */
export function termsIn({ body }: Pick<Matter, 'body'>, fields: Fields): TermAgreed[] | null {
  const terms: TermAgreed[] = [];
  const key = (name: string, otherwise: PartyKey): PartyKey =>
    partyOf(body.parties, fields.get(name) ?? '')?.key ?? otherwise;
  for (let n = 1; n <= termRows; n += 1) {
    const field = (name: string): string => (fields.get(`${name}${String(n)}`) ?? '').toWellFormed().trim();
    const amount = field('amount')
      .normalize('NFKC')
      .replaceAll(/[,，\s元¥]/g, '');
    const words = field('what').slice(0, 200);
    if (amount === '' && words === '') continue;
    if (amount !== '' && !/^[1-9]\d{0,8}$/.test(amount)) return null;
    const due = field('due');
    terms.push({
      from: key(`from${String(n)}`, 'b'),
      to: key(`to${String(n)}`, 'a'),
      amountYuan: amount === '' ? null : Number(amount),
      words,
      dueOn: /^\d{4}-\d{2}-\d{2}$/.test(due) ? due : null,
    });
  }
  return terms;
}
