import type { Capabilities, Card } from '../../core/message.ts';
import type { FileRole, KeptFile } from '../../core/ports/files.ts';
import type { HazardView } from '../../core/ports/hazards.ts';
import type { Texts } from '../texts/texts.ts';
import { fitCard } from './fit-card.ts';

type Evidence = Pick<HazardView, 'hazard' | 'files'>;

/** Longest words under a photo on the platform that allows least (Bot API, sendPhoto: 1024 UTF-16 units after parsing). */
const captionLength = 1_024;

/** Pictures that people sent of it, kept or still on the way. */
export function picturesOf({ files }: Evidence, role: FileRole): KeptFile[] {
  return files.filter(
    (file) =>
      file.role === role &&
      (file.state === 'stored' || file.state === 'waiting') &&
      (file.mime === null ? file.attachment.kind === 'photo' : file.mime.startsWith('image/')),
  );
}

/** Films, voice messages and papers, which no card shows. */
export function otherEvidence({ files }: Pick<Evidence, 'files'>): KeptFile[] {
  const kept = files.filter(({ state, role }) => role !== null && (state === 'stored' || state === 'waiting'));
  return kept.filter(({ mime, attachment }) =>
    mime === null ? attachment.kind !== 'photo' : !mime.startsWith('image/'),
  );
}

/** How it was: the first picture that can be shown. */
export function beforePhoto(evidence: Evidence): KeptFile | null {
  return picturesOf(evidence, 'before').find(({ state }) => state === 'stored') ?? null;
}

/** How it is after the work: the newest picture of this round that can be shown. */
export function afterPhoto(evidence: Evidence): KeptFile | null {
  return (
    picturesOf(evidence, 'after').findLast(
      ({ state, receivedAt }) => state === 'stored' && receivedAt >= evidence.hazard.roundAt,
    ) ?? null
  );
}

/** How it stands: before the work how it was; from when it is reported done, how it is now, where anybody has shown that. */
export function presentPhoto(evidence: Evidence): KeptFile | null {
  const { state, outcome } = evidence.hazard;
  const done = state === 'fixed' || (state === 'closed' && outcome === 'resolved');
  return (done ? afterPhoto(evidence) : null) ?? beforePhoto(evidence);
}

type Photos = Pick<Card, 'photo' | 'morePhotos'>;

/** Before and after side by side where the platform can; else how it is now. */
export function pairOf(evidence: Evidence, { albumLimit }: Pick<Capabilities, 'albumLimit'>): Photos {
  const before = beforePhoto(evidence);
  const after = afterPhoto(evidence);
  if (before !== null && after !== null && (albumLimit ?? 1) > 1) return { photo: before.id, morePhotos: [after.id] };
  const one = after ?? before;
  return one === null ? {} : { photo: one.id };
}

/** The one picture, for a card that is edited in place. */
export function onePhoto(file: KeptFile | null): Photos {
  return file === null ? {} : { photo: file.id };
}

/** Words short enough to stand under the card's photo or picture; its last two lines say what is next and stay. */
export function captioned(card: Card, texts: Texts): Card {
  return card.photo === undefined && card.drawing === undefined
    ? card
    : fitCard(card, captionLength, Math.min(2, card.lines.length), texts);
}
