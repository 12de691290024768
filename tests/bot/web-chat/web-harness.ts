import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wordsOf } from '../../../bot/web-chat/standing-card.ts';
import { directRoomOf, type Say, type Tap, type WebRoom } from '../../../bot/web-chat/submission.ts';
import { webChatAdapter } from '../../../bot/web-chat/web-chat-adapter.ts';
import { tapData, type RoomKind } from '../../../core/message.ts';
import type { Store } from '../../../core/ports/store.ts';
import type { WebMessage } from '../../../core/ports/web-messages.ts';
import { fakeClock } from '../../support/clock.ts';
import { countingIds } from '../../support/ids.ts';
import type { AdapterHarness, SeenMessage } from '../adapter-harness.ts';

const person = { externalId: 'zhang', name: '张阿姨', language: 'zh' } as const;
const rooms: Readonly<Record<RoomKind, WebRoom>> = {
  direct: { externalId: directRoomOf(person.externalId), kind: 'direct', title: person.name },
  group: { externalId: 'village', kind: 'group', title: '西塘村群' },
};

/** The web chat on a real database, used as the page uses it: one act again with the same id when it could not be stored. */
export async function webHarness(database: () => Store): Promise<AdapterHarness> {
  const photoFolder = await mkdtemp(join(tmpdir(), 'qunfang-web-'));
  const clock = fakeClock();
  const store = stumbling(database());
  const adapter = webChatAdapter({ store, clock, ids: countingIds(), photoFolder });
  let acts = 0;
  let again = (): Promise<unknown> => Promise.resolve();
  let toast: Promise<string> = Promise.resolve('');
  const say = async (kind: RoomKind, what: Pick<Say, 'text'> & Partial<Say>): Promise<void> => {
    acts += 1;
    const whole: Say = { updateId: `act-${acts}`, person, room: rooms[kind], ...what };
    again = () => adapter.say(whole);
    await adapter.say(whole).catch(again);
  };
  const messages = (kind: RoomKind): Promise<WebMessage[]> => store.read.webMessages.of([rooms[kind].externalId], 100);
  return {
    adapter,
    person,
    room: (kind) => rooms[kind],
    says: (kind, text, quoting) =>
      say(kind, { text, ...(quoting?.messageId == null ? {} : { quoting: quoting.messageId }) }),
    sendsPhoto: async (kind, bytes, caption) => {
      const { ref } = await adapter.storePhoto(bytes);
      await say(kind, { text: caption, photo: ref });
    },
    sendsLocation: (kind, position) => say(kind, { text: '', position: { ...position, live: false } }),
    answers: (kind, message, action) => {
      acts += 1;
      const tap: Tap = {
        updateId: `act-${acts}`,
        person,
        room: rooms[kind],
        messageId: message.messageId ?? '',
        data: tapData(action),
      };
      again = () => adapter.tap(tap);
      // The page waits for the answer; nobody gives one before the test does.
      toast = adapter.tap(tap);
      return Promise.resolve();
    },
    deliversAgain: async () => {
      await again();
    },
    seen: async (kind) => (await messages(kind)).filter(({ sender }) => sender === null).map(seen),
    toast: () => toast,
    reactionsOnLast: async (kind) => {
      const last = (await messages(kind)).findLast(({ sender }) => sender !== null);
      return last?.reactions.flatMap(({ emoji, sender }) => (sender === null ? [emoji] : [])) ?? [];
    },
    breaks: () => {
      store.stumbleOnce();
      return Promise.resolve();
    },
    close: async () => {
      await adapter.stop();
      await rm(photoFolder, { recursive: true });
    },
  };
}

function seen(message: WebMessage): SeenMessage {
  const { id, content, reactions } = message;
  const card = content.kind === 'card' ? content.card : null;
  return {
    messageId: id,
    text: wordsOf(content),
    buttons: card?.actions.flat().map(({ label }) => label) ?? [],
    hasPhoto: card?.photo !== undefined,
    reactions: reactions.map(({ emoji }) => emoji),
  };
}

/** The same database, whose next transaction can be made to fail as when it is busy. */
function stumbling(store: Store): Store & { stumbleOnce(): void } {
  let stumble = false;
  return {
    read: store.read,
    sealing: store.sealing,
    wipe: () => store.wipe(),
    notify: (word) => store.notify(word),
    listen: (hear) => store.listen(hear),
    onLost: (hear) => store.onLost(hear),
    close: () => store.close(),
    transaction: (run) => {
      if (!stumble) return store.transaction(run);
      stumble = false;
      return Promise.reject(new Error('the database is busy'));
    },
    stumbleOnce: () => (stumble = true),
  };
}
