import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RoomId } from '../../../core/ids.ts';
import type { Room } from '../../../core/people.ts';
import { MockWorld } from '../../support/wechat-mock-world.ts';
import { Collected } from '../collected.ts';
import { wechatHarness, type WechatHarness } from './wechat-harness.ts';
import { whole } from '../../support/whole.ts';

const card = { title: '出警令', lines: [], actions: [], links: [], loud: true };
const outgoing = { kind: 'card', card, edit: null, replyTo: null, photoPath: null } as const;

describe('the login of WeChat', () => {
  let harness: WechatHarness;
  /** A new one for each connection, as puppets are. */
  let worlds: MockWorld[];
  let inbox: Collected;

  beforeEach(async () => {
    worlds = [new MockWorld()];
    let opened = 0;
    const makePuppet = (): MockWorld['puppet'] => {
      const world = worlds[opened] ?? new MockWorld();
      worlds[opened] = world;
      opened += 1;
      return world.puppet;
    };
    const stage = { world: worlds[0]!, settings: {}, makePuppet, close: () => Promise.resolve() };
    harness = await wechatHarness(stage, { waits: true });
    inbox = new Collected();
    await harness.adapter.start(inbox.receive);
  });
  afterEach(() => harness.close());

  it('shows the code to scan, tells once that somebody must, and tells when it is back', async () => {
    const [world] = worlds;
    await world!.scan('https://login.weixin.qq.com/l/first');
    await world!.scan('https://login.weixin.qq.com/l/second');
    expect(harness.log.logins.at(-1)).toEqual({ state: 'scan', qrText: 'https://login.weixin.qq.com/l/second' });
    await world!.login();
    await harness.log.untilLogin('logged_in');
    await harness.log.untilFound('login_back');
    expect(harness.log.findings.map(({ code }) => code)).toEqual(['login_needed', 'login_back']);
  });

  it('knows the account’s name a moment later', async () => {
    await worlds[0]!.login();
    await harness.log.until((logins) => {
      const last = logins.at(-1);
      return last?.state === 'logged_in' && last.name === '群防';
    });
  });

  it('tells that it needs a scan when neither login nor code comes', async () => {
    expect((await harness.log.untilFound('login_needed')).severity).toBe('warning');
  });

  it('lets nothing out before it is there, and says that it can be tried again', async () => {
    await expect(harness.adapter.send(harness.room('direct'), outgoing)).rejects.toMatchObject({
      failure: 'retryable',
      retryAfterMs: 5_000,
    });
    await expect(whole(harness.adapter.fetchFile({ kind: 'photo', ref: '1' }, 100))).rejects.toMatchObject({
      failure: 'retryable',
    });
  });

  it('tells once that it was lost, and opens a new connection when no code comes', async () => {
    await worlds[0]!.login();
    await harness.log.untilLogin('logged_in');
    await worlds[0]!.logout('banned');
    expect(await harness.log.untilFound('login_lost')).toMatchObject({ severity: 'error', detail: 'banned' });
    await harness.log.until(() => worlds.length > 1);
    await harness.log.untilLogin('connecting');
    await harness.log.untilFound('login_needed');
    await worlds.at(-1)!.login();
    await harness.log.untilFound('login_back');
    await harness.adapter.send(harness.room('direct'), outgoing);
    expect(await worlds.at(-1)!.sent(harness.ids.person)).toHaveLength(1);
  });

  it('goes on listening when the puppet reports an error', async () => {
    await worlds[0]!.login();
    worlds[0]!.puppet.emit('error', new Error('something inside broke'));
    await harness.says('direct', '还在吗');
    await inbox.message('还在吗');
  });

  it('checks itself: the login first, then the rooms under their ids', async () => {
    const room = (externalId: string, kind: Room['kind'], title: string): Room => ({
      id: externalId as RoomId,
      platform: 'wechat',
      externalId,
      kind,
      purpose: 'squad',
      title,
      language: 'zh',
      teamId: null,
      state: 'open',
    });
    expect(await harness.adapter.selfCheck([])).toEqual([]);
    await worlds[0]!.scan('https://login.weixin.qq.com/l/first');
    expect(await harness.adapter.selfCheck([])).toMatchObject([{ code: 'login_needed' }]);
    await worlds[0]!.login();
    await harness.log.untilLogin('logged_in');
    const known = [room(harness.ids.room, 'group', '西塘救援队'), room(harness.ids.person, 'direct', '林海')];
    expect(await harness.adapter.selfCheck(known)).toMatchObject([{ code: 'ok', severity: 'info' }]);
    const old = room('room-0@chatroom', 'group', '北塘救援队');
    expect(await harness.adapter.selfCheck([...known, old])).toMatchObject([
      { code: 'room_unreachable', severity: 'warning', detail: '北塘救援队' },
    ]);
  });

  it('is over after a stop', async () => {
    await harness.adapter.stop();
    expect(harness.adapter.login).toEqual({ state: 'stopped' });
    await expect(harness.adapter.send(harness.room('direct'), outgoing)).rejects.toMatchObject({
      failure: 'retryable',
    });
  });
});

describe('a puppet by name', () => {
  const named = (puppet: string): Promise<WechatHarness> =>
    wechatHarness({ world: new MockWorld(), settings: { puppet }, close: () => Promise.resolve() }, { waits: true });

  it('is found among the installed packages', async () => {
    const harness = await named('wechaty-puppet-mock');
    await harness.adapter.start(new Collected().receive);
    expect(harness.log.logins.map(({ state }) => state)).toEqual(['connecting']);
    expect((await harness.log.untilFound('login_needed')).severity).toBe('warning');
    await harness.close();
  });

  it('that is not installed is told as lost, with its name, and stops nothing else', async () => {
    const harness = await named('wechaty-puppet-nobody-has');
    await harness.adapter.start(new Collected().receive);
    const { detail } = await harness.log.untilFound('login_lost');
    expect(detail).toContain('wechaty-puppet-nobody-has');
    await harness.close();
    expect(harness.adapter.login).toEqual({ state: 'stopped' });
  });
});
