import type { CheckIn } from '../../core/check-in.ts';
import type { PlaceId } from '../../core/ids.ts';
import type { Card } from '../../core/message.ts';
import { cardOf, clip, clockOf, line, type Presenting } from './presenting.ts';
import { nameOf, type ShiftShown } from './shift-shown.ts';

/** So many are told of one by one. */
const shownAtMost = 8;

/** The leader: what came after the summary, from whom and of which point as far as the words say. */
export function latePhotos(
  { shown, late, places }: { shown: ShiftShown; late: readonly CheckIn[]; places: ReadonlyMap<PlaceId, string> },
  presenting: Presenting,
): Card {
  const words = presenting.texts.patrol.review;
  const lines = late.slice(-shownAtMost).flatMap((one) => {
    const point = one.placeId === null ? '' : (places.get(one.placeId) ?? '');
    const who = nameOf(shown.who, one.personId);
    return line(words.lateLine(clockOf(presenting, one.receivedAt), who, clip(point, 24), clip(one.words, 60)));
  });
  const photos = late.reduce((sum, one) => sum + one.photos, 0);
  return cardOf({
    title: words.lateTitle(shown.shift.name, photos),
    lines: [...lines, ...line(words.lateNote, 'quiet')],
  });
}
