import type { Finding } from '../core/notice.ts';
import type { ChatAdapter } from '../core/ports/chat.ts';
import type { Log } from '../core/ports/log.ts';
import type { Store, Tx } from '../core/ports/store.ts';
import { tellFindings } from '../handlers/watch/tell-findings.ts';
import type { Work } from '../handlers/work.ts';

/** What the look at the platforms works with. */
export interface PlatformWatchOptions {
  store: Store;
  adapters: readonly Pick<ChatAdapter, 'platform' | 'selfCheck'>[];
  /** The handlers' view of a transaction. */
  workIn(tx: Tx): Work;
  log: Log;
}

/** Looks at the platforms, and tells the command group and the log what is wrong. Neither throws. */
export interface PlatformWatch {
  look(): Promise<void>;
  tell(found: readonly Finding[]): Promise<void>;
}

/** Makes the look at every platform, for the start and for each day. */
export function platformWatch(options: PlatformWatchOptions): PlatformWatch {
  const { store, adapters, log } = options;
  const tell = async (found: readonly Finding[]): Promise<void> => {
    for (const finding of found) {
      if (finding.severity === 'info') log.info({ ...finding }, 'self-check');
      else log.warn({ ...finding }, 'self-check');
    }
    try {
      await store.transaction((tx) => tellFindings(options.workIn(tx), found));
    } catch (error) {
      log.error({ err: error }, 'Findings could not be told');
    }
  };
  const look = async (): Promise<void> => {
    for (const adapter of adapters) {
      try {
        await tell(await adapter.selfCheck(await store.read.rooms.groupsOn(adapter.platform)));
      } catch (error) {
        log.error({ err: error, platform: adapter.platform }, 'The self-check failed');
      }
    }
  };
  return { look, tell };
}
