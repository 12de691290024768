import { inspect } from 'node:util';
import type { Log } from '../../../bot/telegram/log.ts';
import type { RoomKind } from '../../../core/message.ts';
import { wallClock } from '../../../core/clock.ts';
import { telegramAdapter, type TelegramAdapter, type TelegramParts } from '../../../bot/telegram/telegram-adapter.ts';
import type { AdapterHarness, SeenMessage } from '../adapter-harness.ts';
import { startFakeBotApi, type FakeBotApi } from '../../support/fake-bot-api/server.ts';

/** A log that nobody reads. */
export const silentLog = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A log whose lines a test reads. */
export function keptLog(): Log & { lines: string[] } {
  const lines: string[] = [];
  const keep = (facts: object, message: string): void => void lines.push(`${message} ${inspect(facts, { depth: 10 })}`);
  return { lines, info: keep, warn: keep, error: keep };
}

/** Telegram's adapter with its fake, and one person in a direct chat and in a group. */
export interface TelegramHarness extends AdapterHarness {
  adapter: TelegramAdapter;
  fake: FakeBotApi;
  chat: Record<RoomKind, number>;
  user: number;
}

/** Starts a fake Bot API, and makes an adapter that polls it unless `parts` say otherwise. */
export async function telegramHarness(parts: Partial<TelegramParts> = {}): Promise<TelegramHarness> {
  const fake = await startFakeBotApi({ privacyMode: false });
  const { user } = await fake.control.createUser({ name: '林', lastName: '海', language: 'zh-hans', started: true });
  const { chat: group } = await fake.control.createGroup({ title: '西塘救援队', members: [user] });
  const chat = { direct: user, group };
  const adapter = telegramAdapter({
    token: fake.token,
    apiRoot: fake.address,
    delivery: { kind: 'polling' },
    commands: [{ command: 'help', description: { zh: '怎么用', en: 'How it works' } }],
    clock: wallClock,
    log: silentLog,
    onFinding: () => undefined,
    pace: { pollSeconds: 1, firstPauseMs: 10, longestPauseMs: 50, longestUnstoredPauseMs: 20 },
    ...parts,
  });
  let lastUpdate: number | null = null;
  let lastMessage = 0;
  let lastTap = '';
  const did = ({ message, update }: { message: number; update: number | null }): void => {
    lastMessage = message;
    lastUpdate = update;
  };
  const { control } = fake;
  return {
    adapter,
    fake,
    chat,
    user,
    person: { externalId: String(user), name: '林 海' },
    room: (kind) => ({ externalId: String(chat[kind]), kind }),
    says: async (kind, text, quoting) => {
      const replyTo = quoting?.messageId == null ? undefined : Number(quoting.messageId);
      did(await control.write({ chat: chat[kind], user, text, replyTo }));
    },
    sendsPhoto: async (kind, bytes, caption) => {
      did(await control.sendPhoto({ chat: chat[kind], user, caption, bytes: Buffer.from(bytes).toString('base64') }));
    },
    sendsLocation: async (kind, position) => did(await control.shareLocation({ chat: chat[kind], user, ...position })),
    answers: async (kind, message, action) => {
      const pressed = await control.tap({
        chat: chat[kind],
        user,
        message: Number(message.messageId),
        button: action.label,
      });
      lastUpdate = pressed.update;
      lastTap = pressed.tap;
    },
    deliversAgain: async () => {
      await control.redeliver({ update: lastUpdate! });
    },
    seen: async (kind) => (await control.messages({ chat: chat[kind], fromBot: true })).map(seenOf),
    toast: async () => (await control.answer({ tap: lastTap, timeoutMs: 2_000 }))?.text ?? null,
    reactionsOnLast: async (kind) =>
      (await control.message({ chat: chat[kind], message: lastMessage }))?.reactions ?? [],
    breaks: async (trouble) => {
      if (trouble === 'blocked') await control.block({ user });
      else await control.fault({ kind: trouble === 'busy' ? 'flood' : 'reset_after', chat: user });
    },
    close: async () => {
      await adapter.stop();
      await fake.close();
    },
  };
}

function seenOf(message: Awaited<ReturnType<FakeBotApi['control']['messages']>>[number]): SeenMessage {
  return {
    messageId: String(message.message),
    text: message.text,
    buttons: message.buttons.flat().map(({ label }) => label),
    hasPhoto: message.hasPhoto,
    reactions: message.reactions,
  };
}
