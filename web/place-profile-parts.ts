import type { SignedLinks } from '../bot/sign-links.ts';
import type { Clock } from '../core/clock.ts';
import type { Store } from '../core/ports/store.ts';
import type { ZoneFacts } from '../handlers/work.ts';

/** What the pages of places stand on. */
export interface ProfileParts {
  store: Store;
  clock: Clock;
  links: SignedLinks;
  zone: () => ZoneFacts;
  publicUrl: string | null;
}
