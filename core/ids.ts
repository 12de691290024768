import type { Instant } from './clock.ts';

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** Ids of our own rows. Opaque to everybody; sorted by creation time. */
export type PersonId = Branded<'person'>;
export type IdentityId = Branded<'identity'>;
export type RoomId = Branded<'room'>;
export type TeamId = Branded<'team'>;
export type PlaceId = Branded<'place'>;
export type PlanId = Branded<'plan'>;
export type IncidentId = Branded<'incident'>;
export type ReportId = Branded<'report'>;
export type SeatId = Branded<'seat'>;
export type OrderId = Branded<'order'>;
export type NoticeId = Branded<'notice'>;
export type InboxId = Branded<'inbox'>;
export type TimerId = Branded<'timer'>;
export type FileId = Branded<'file'>;
export type HazardId = Branded<'hazard'>;
export type HazardReportId = Branded<'hazard_report'>;
export type HazardDraftId = Branded<'hazard_draft'>;
export type ShiftId = Branded<'shift'>;
export type CheckInId = Branded<'check_in'>;
export type RequestId = Branded<'request'>;
export type FindId = Branded<'find'>;
export type MatterId = Branded<'matter'>;
export type MatterNoteId = Branded<'matter_note'>;
export type OpeningId = Branded<'opening'>;
/** An opaque token that a button or a link carries in place of an id. */
export type Token = Branded<'token'>;

/** Makes ids and secrets. The real one draws from the system's secure random source; tests pass a counting one. */
export interface Ids {
  /**
   * A fresh id: 26 characters of Crockford base 32, the first 10 from the instant, so that ids sort by age. Ids made in
   * one process never repeat and never go backwards within a millisecond.
   */
  next<Id extends string>(at: Instant): Id;
  /** A fresh opaque token of 16 characters (80 random bits), safe in a URL and in 64 bytes of button data. */
  token(): Token;
}

const base32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Ids and tokens from a source of secure random bytes: `fill` overwrites the whole array. */
export function randomIds(fill: (bytes: Uint8Array<ArrayBuffer>) => void): Ids {
  const bytes = new Uint8Array(16);
  let lastAt = 0;
  let count = 0;
  let tail = '';
  const draw = (length: number): string => {
    fill(bytes);
    let text = '';
    for (let i = 0; i < length; i += 1) text += base32[(bytes[i] ?? 0) & 31] ?? '';
    return text;
  };
  return {
    next<Id extends string>(at: Instant): Id {
      // One random tail for each millisecond and a count behind it keep ids of one process in order and cheap.
      if (at > lastAt || count === 0) {
        lastAt = Math.max(at, lastAt);
        count = 0;
        tail = draw(11);
      }
      count += 1;
      return (inBase32(lastAt, 10) + tail + inBase32(count, 5)) as Id;
    },
    token: () => draw(16) as Token,
  };
}

/**
 * The id of something that came with a key of its own, so that the same key at the same instant is always the same id.
 * @param hash at least 16 characters of a hash of the key, hexadecimal
 */
export function importedId<Id extends string>(at: Instant, hash: string): Id {
  return (inBase32(Math.max(0, at), 10) + hash.slice(0, 16).toUpperCase()) as Id;
}

/** What sorts behind every id that was made before this instant, and before all others; for what is kept for a while only. */
export function idBefore(at: Instant): string {
  return inBase32(Math.max(0, at), 10);
}

function inBase32(value: number, length: number): string {
  let text = '';
  let rest = value;
  for (let i = 0; i < length; i += 1) {
    text = (base32[rest % 32] ?? '') + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

/** Digits and letters that cannot be mistaken for one another on a wet screen or over the phone (no 0 O 1 I L). */
const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const codeSpace = codeAlphabet.length ** 3;

/**
 * The three-character reply code of the `n`-th order (n ≥ 0), such as `A7K`. Neighbouring numbers give unlike codes, and
 * no code comes back within 29,791 orders, so no look-up is needed to keep open codes apart.
 */
export function replyCode(n: number): string {
  let rest = (n * 18_839 + 11_213) % codeSpace;
  let code = '';
  for (let i = 0; i < 3; i += 1) {
    code = (codeAlphabet[rest % codeAlphabet.length] ?? '') + code;
    rest = Math.floor(rest / codeAlphabet.length);
  }
  return code;
}

/** A four-character binding code, `7K3Q`, drawn from a random token. */
export function bindingCode(token: Token): string {
  let code = '';
  for (let i = 0; i < 4; i += 1) {
    const pair = token.charCodeAt(i * 2) * 37 + token.charCodeAt(i * 2 + 1);
    code += codeAlphabet[pair % codeAlphabet.length] ?? '';
  }
  return code;
}

/** A number to say over the phone: letter, two digits of the year and two of the month, four of the count: `I-2611-0042`. */
export function spokenNumber(
  letter: 'I' | 'D' | 'H' | 'M',
  yearMonth: { year: number; month: number },
  count: number,
): string {
  const two = (value: number): string => String(value % 100).padStart(2, '0');
  return `${letter}-${two(yearMonth.year)}${two(yearMonth.month)}-${String(count).padStart(4, '0')}`;
}
