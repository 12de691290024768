import type { RehearsalFailure } from '../../bot/texts/web-texts.ts';
import type { Saying } from './acting.ts';

/** Something that is on its way to the server, or did not get there. */
export interface Pending {
  updateId: string;
  saying: Saying;
  /** How it looks meanwhile. */
  label: string;
  failed: RehearsalFailure | null;
}
