import { beforeEach, expect, it } from 'vitest';
import { TransportError } from '../../core/error.ts';
import type { RoomId } from '../../core/ids.ts';
import type { Inbound, Language, Platform } from '../../core/message.ts';
import type { Room } from '../../core/people.ts';
import { usualTiming } from '../../core/zone/timing.ts';
import { WithoutStorage } from '../../bot/without-storage.ts';
import { readableLog } from '../jobs/outbox-world.ts';
import { textOf } from '../scenarios/stage.ts';
import { fakeClock } from '../support/clock.ts';
import { fakeChat } from '../support/fake-chat.ts';

const command: Room = {
  id: 'r1' as RoomId,
  platform: 'telegram',
  externalId: '指挥群',
  kind: 'group',
  purpose: 'command',
  title: '指挥群',
  language: 'en',
  teamId: null,
  state: 'open',
};
/** What it needs of the database before that is gone. */
const read = {
  rooms: { withPurpose: () => Promise.resolve([command]), byId: () => Promise.resolve(command) },
  people: {},
};

const world = () => {
  const clock = fakeClock();
  const log = readableLog();
  const telegram = fakeChat({ now: () => clock.now() });
  const web = fakeChat({ now: () => clock.now(), platform: 'web' });
  const without = new WithoutStorage({
    read: read as unknown as ConstructorParameters<typeof WithoutStorage>[0]['read'],
    adapters: new Map([
      ['telegram', telegram],
      ['web', web],
    ]),
    clock,
    zone: () => ({
      name: '东城',
      timeZone: 'Asia/Shanghai',
      timing: usualTiming,
      places: [],
      dutyPhones: [{ name: '值班室', phone: '0579-8500-0000' }],
    }),
    log,
  });
  const said = (room: string, chat = telegram): string[] =>
    chat.standing(room).map(({ outgoing }) => (outgoing.kind === 'card' ? textOf(outgoing.card) : ''));
  return { clock, log, telegram, web, without, said };
};

let updates = 0;
beforeEach(() => {
  updates = 0;
});

const writes = (text: string, how: { platform?: Platform; group?: string; language?: Language } = {}): Inbound => {
  const { platform = 'telegram', group, language } = how;
  updates += 1;
  return {
    platform,
    updateId: String(updates),
    sentAt: 0,
    room: group === undefined ? { externalId: 'chen', kind: 'direct' } : { externalId: group, kind: 'group' },
    sender: { externalId: 'chen', name: '陈', ...(language === undefined ? {} : { language }) },
    event: {
      kind: 'message',
      messageId: `m${String(updates)}`,
      text,
      attachments: [],
      mentionsBot: false,
      edited: false,
    },
    raw: '{}',
  };
};
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it('gives the numbers and the duty phone, in the writer’s language, and repeats nothing of what was written', async () => {
  const { without, said } = world();
  without.unkept(writes('3栋602着火了 我妈在里面', { language: 'en' }));
  await settle();
  const [text, ...more] = said('chen');
  expect(text).toContain('call 110/119/120');
  expect(text).toContain('值班室: 0579-8500-0000');
  expect(text).not.toContain('602');
  expect(more).toEqual([]);
});

it('answers in a group under the message, and everybody there only once in ten minutes', async () => {
  const { clock, telegram, without, said } = world();
  without.unkept(writes('有人落水了', { group: '村群' }));
  without.unkept(writes('快救人 有人掉河里了', { group: '村群' }));
  await settle();
  expect(said('村群')).toHaveLength(1);
  expect(telegram.sends[0]?.outgoing).toMatchObject({ replyTo: 'm1' });
  await clock.advance(10 * 60_000);
  without.unkept(writes('又有人落水了', { group: '村群' }));
  await settle();
  expect(said('村群')).toHaveLength(2);
});

it('says nothing to talk, nor twice to the same message, however often it comes', async () => {
  const { clock, without, said } = world();
  const fire = writes('厂里着火了');
  for (let again = 0; again < 5; again += 1) {
    without.unkept(fire);
    without.unkept(writes('晚上吃什么'));
    await clock.advance(11 * 60_000);
  }
  expect(said('chen')).toHaveLength(1);
});

it('takes somebody who is beaten at home, and says so to the bot alone, for an emergency too', async () => {
  const { without, said } = world();
  without.unkept(writes('他又打我了', { group: '村群' }));
  without.unkept(writes('他又打我了'));
  await settle();
  expect(said('村群')).toEqual([]);
  expect(said('chen')).toHaveLength(1);
});

it('tries once more with the message when the platform did not take the words, and leaves the web chat to its page', async () => {
  const { log, telegram, web, without, said } = world();
  telegram.fail(new TransportError('retryable', 'no connection'));
  const fire = writes('厂里着火了');
  without.unkept(fire);
  await settle();
  expect(said('chen')).toEqual([]);
  without.unkept(fire);
  without.unkept(writes('厂里着火了', { platform: 'web' }));
  await settle();
  expect(said('chen')).toHaveLength(1);
  expect(web.sends).toEqual([]);
  expect(log.lines).toHaveLength(1);
});

it('tells a command room once, with the time, and again where that failed', async () => {
  const { clock, telegram, without, said } = world();
  await without.remember();
  const since = clock.now();
  telegram.fail(new TransportError('retryable', 'no connection'));
  for (let again = 0; again < 3; again += 1) {
    without.lost(since);
    await settle();
  }
  expect(said('指挥群')).toEqual([expect.stringMatching(/cannot keep messages[\s\S]*Since 20:00/)]);
});
