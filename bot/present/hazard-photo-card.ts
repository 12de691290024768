import type { FileId } from '../../core/ids.ts';
import type { Card } from '../../core/message.ts';
import { mainKind } from './hazard-lines.ts';
import { picturesOf } from './hazard-photos.ts';
import type { HazardShown } from './hazard-shown.ts';
import { cardOf, line, type Presenting } from './presenting.ts';

/** Photos that follow a card, with what they are of and nothing of whoever sent them. Null when none can be shown any more. */
export function photoCard(
  shown: HazardShown,
  stage: 'before' | 'after',
  fileIds: readonly FileId[],
  presenting: Presenting,
): Card | null {
  const { group } = presenting.texts.hazard;
  const stored = picturesOf(shown, stage).filter(({ id, state }) => state === 'stored' && fileIds.includes(id));
  const [first, ...more] = stored;
  if (first === undefined) return null;
  const of = [mainKind(shown.hazard, presenting), shown.hazard.number] as const;
  return cardOf({
    lines: line(stage === 'before' ? group.photoBefore(...of) : group.photoAfter(...of)),
    photo: first.id,
    ...(more.length === 0 ? {} : { morePhotos: more.map(({ id }) => id) }),
  });
}
