import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RoomId } from '../../../core/ids.ts';
import type { Room } from '../../../core/people.ts';
import { telegramHarness, type TelegramHarness } from './telegram-harness.ts';

describe('Telegram’s look at itself', () => {
  let telegram: TelegramHarness;

  beforeEach(async () => {
    telegram = await telegramHarness();
    await telegram.adapter.start(() => Promise.resolve());
  });
  afterEach(() => telegram.close());

  const room = (chat: number, title = '西塘救援队'): Room => ({
    id: 'room-1' as RoomId,
    platform: 'telegram',
    externalId: String(chat),
    kind: 'group',
    purpose: 'squad',
    title,
    language: 'zh',
    teamId: null,
    state: 'open',
  });
  const codes = async (rooms: Room[]): Promise<[string, string][]> =>
    (await telegram.adapter.selfCheck(rooms)).map(({ code, detail }) => [code, detail]);

  it('finds nothing wrong where it may read everything', async () => {
    expect(await codes([room(telegram.chat.group)])).toEqual([['ok', '@qunfang_test_bot']]);
  });

  it('says in which groups privacy mode hides the photos', async () => {
    await telegram.fake.control.setPrivacy({ on: true });
    const { chat: safe } = await telegram.fake.control.createGroup({ bot: 'administrator' });
    expect(await codes([room(telegram.chat.group), room(safe, '指挥群')])).toEqual([
      ['privacy_mode', '@qunfang_test_bot'],
      ['not_admin', '西塘救援队'],
    ]);
  });

  it('is content with privacy mode where it is administrator everywhere', async () => {
    await telegram.fake.control.setPrivacy({ on: true });
    const { chat } = await telegram.fake.control.createGroup({ bot: 'administrator' });
    expect(await codes([room(chat)])).toEqual([['ok', '@qunfang_test_bot']]);
  });

  it('names the rooms that it can not reach', async () => {
    const { chat: thrownOut } = await telegram.fake.control.createGroup({ bot: 'kicked' });
    expect(await codes([room(thrownOut, '夜巡群'), room(-5, '旧群'), room(telegram.chat.group)])).toEqual([
      ['room_unreachable', '夜巡群'],
      ['room_unreachable', '旧群'],
    ]);
  });

  it('says that the token is refused', async () => {
    await telegram.fake.control.fault({ kind: 'revoked', methods: ['getMe'] });
    expect(await telegram.adapter.selfCheck([])).toEqual([
      { platform: 'telegram', code: 'token_refused', severity: 'error', detail: '' },
    ]);
  });

  it('says why the webhook fails', async () => {
    const url = 'http://127.0.0.1:9/telegram/webhook';
    const hooked = await telegramHarness({ delivery: { kind: 'webhook', url, secret: 's' } });
    await hooked.adapter.start(() => Promise.resolve());
    await hooked.says('direct', '在');
    await expect.poll(async () => (await hooked.adapter.selfCheck([]))[0]?.code).toBe('webhook_failing');
    await hooked.close();
  });
});
