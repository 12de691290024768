import type { CheckIn } from './check-in.ts';
import type { Instant } from './clock.ts';
import type { PersonId, RoomId } from './ids.ts';

/** One message as far as it tells whether it belongs to one before. */
export interface Sent {
  personId: PersonId;
  roomId: RoomId;
  messageId: string | null;
  albumId: string | null;
  quotedMessageId: string | null;
  photos: number;
  /** It says something: a point, a word, a position. */
  says: boolean;
  /** It names a point, or another clue than words. */
  names: boolean;
  /** 发错了 是8号. */
  correction: boolean;
  at: Instant;
}

/**
 * What a message is to the check-ins before it. `twice`: it is one of them. `more`: another picture of one. `amends`: words that
 * settle one, or are about it. `corrects`: it takes the place of one. `new`: none of these.
 */
export type SameCheckIn = { kind: 'new' } | { kind: 'twice' | 'more' | 'amends' | 'corrects'; of: CheckIn };

/** People send the picture first and the words after, or the other way round. */
const wordsAfterMs = 2 * 60_000;
/** Pictures of one point come in a row where there are no albums; nobody walks to the next one so soon. */
const inARowMs = 45_000;
/** For so long words can answer where it was. */
export const answerMs = 30 * 60_000;

const stands = ({ state }: CheckIn): boolean => state !== 'void' && state !== 'replaced';

/** Which check-in of this person in this room a message belongs to. @param checkIns of one shift, in the order received */
export function sameCheckIn(sent: Sent, checkIns: readonly CheckIn[]): SameCheckIn {
  const here = checkIns.filter(({ roomId }) => roomId === sent.roomId);
  const twice = here.findLast(({ messageId }) => messageId !== null && messageId === sent.messageId);
  if (twice !== undefined) return { kind: 'twice', of: twice };
  const album = ofAlbum(sent, here);
  if (album !== undefined) return { kind: 'more', of: album };
  const everywhere = checkIns.filter((one) => one.byId === sent.personId && stands(one));
  const scanned = everywhere.at(-1);
  if (scanned !== undefined && isShownAfter(sent, scanned)) return { kind: 'more', of: scanned };
  const own = everywhere.filter(({ roomId }) => roomId === sent.roomId);
  const quoted = own.findLast(({ messageId }) => messageId !== null && messageId === sent.quotedMessageId);
  const last = own.at(-1);
  if (sent.correction) return last === undefined ? { kind: 'new' } : { kind: 'corrects', of: quoted ?? last };
  if (quoted !== undefined && sent.photos === 0) return { kind: 'amends', of: quoted };
  return last === undefined ? { kind: 'new' } : afterOwn(sent, last);
}

/** Several points of one album: the picture goes to the one that has the fewest. */
function ofAlbum({ albumId }: Sent, here: readonly CheckIn[]): CheckIn | undefined {
  const album = here.filter((one) => albumId !== null && one.albumId === albumId && stands(one));
  return album.toSorted((a, b) => a.photos - b.photos)[0];
}

/** Whoever has just scanned the sign at a point shows it wherever they like. */
function isShownAfter(sent: Sent, { source, photos, receivedAt }: CheckIn): boolean {
  return source === 'code' && photos === 0 && sent.photos > 0 && !sent.names && sent.at - receivedAt <= wordsAfterMs;
}

function afterOwn(sent: Sent, last: CheckIn): SameCheckIn {
  const since = sent.at - last.receivedAt;
  if (sent.photos === 0) {
    const answers = last.state === 'asked' && since <= answerMs;
    return answers || since <= wordsAfterMs ? { kind: 'amends', of: last } : { kind: 'new' };
  }
  if (sent.says && sent.names) return { kind: 'new' };
  if (last.photos === 0) return since <= wordsAfterMs ? { kind: 'more', of: last } : { kind: 'new' };
  return !sent.says && since <= inARowMs ? { kind: 'more', of: last } : { kind: 'new' };
}
