import type { StoryLine } from '../../bot/texts/web-texts.ts';
import type { CardAction } from '../../core/message.ts';
import type { CastMember } from '../rehearsal/scene.ts';

/** What brings the story on. */
export type NextStep =
  | { kind: 'say' }
  | { kind: 'tap'; person: CastMember; room: string; messageId: string; action: CardAction; onTable: boolean }
  /** A hazard's owner shows that it is fixed, with a picture. */
  | { kind: 'show'; person: CastMember; room: string }
  /** Somebody says something, sends a photo, or both. */
  | { kind: 'speak'; person: CastMember; room: string; line: StoryLine }
  | { kind: 'wait' }
  | { kind: 'finished'; about: 'incident' | 'hazard' | 'patrol' | 'dispute'; report: string | null };
