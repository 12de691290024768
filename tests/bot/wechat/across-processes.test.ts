import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { wgs84ToGcj02 } from '../../../core/geo.ts';
import type { FileId } from '../../../core/ids.ts';
import type { Card } from '../../../core/message.ts';
import { startWechatHost, type WechatHost } from '../../support/wechat-host.ts';
import { Collected } from '../collected.ts';
import { smallPicture } from '../conformance.ts';
import { wechatHarness, type Stage, type WechatHarness } from './wechat-harness.ts';
import { whole } from '../../support/whole.ts';

const order: Card = { title: '出警令', lines: [{ text: '西塘工业区' }], actions: [], links: [], loud: true };

describe('WeChat behind a puppet service in another process', () => {
  let host: WechatHost;
  let harness: WechatHarness;
  let inbox: Collected;

  const open = async (
    options: { closed?: boolean; waits?: boolean; probeEveryMs?: number; token?: string } = {},
  ): Promise<void> => {
    host = await startWechatHost({ closed: options.closed ?? false });
    const stage: Stage = {
      world: host.world,
      settings: { endpoint: host.endpoint, token: options.token ?? host.token },
      close: () => host.close(),
    };
    const pace = { probeEveryMs: options.probeEveryMs ?? 5_000, answerWithinMs: 1_000 };
    harness = await wechatHarness(stage, { waits: options.waits ?? false, parts: { pace } });
    await harness.adapter.start(inbox.receive);
  };
  const send = (to = harness.room('direct'), more: { card?: Card; photoPath?: string } = {}): Promise<unknown> =>
    harness.adapter.send(to, {
      kind: 'card',
      card: more.card ?? order,
      edit: null,
      replyTo: null,
      photoPath: more.photoPath ?? null,
    });

  beforeEach(() => {
    inbox = new Collected();
  });
  afterEach(() => harness.close());

  it('brings words with their names, from a person and from a room', async () => {
    await open();
    await harness.says('direct', '厂里着火了');
    const { inbound: direct } = await inbox.message('厂里着火了');
    expect(direct).toMatchObject({
      room: { externalId: harness.ids.person, kind: 'direct' },
      sender: { name: '林海' },
    });
    await harness.says('group', '能去，8分钟');
    const { inbound: group } = await inbox.message('能去，8分钟');
    expect(group).toMatchObject({ room: { externalId: harness.ids.room, kind: 'group', title: '西塘救援队' } });
  });

  it('sends words, and a photo of several hundred kilobytes after them', async () => {
    await open();
    const folder = await mkdtemp(join(tmpdir(), 'card-'));
    const photoPath = join(folder, 'kept-without-ending');
    await writeFile(photoPath, Buffer.concat([smallPicture, Buffer.alloc(400_000)]));
    await send(harness.room('group'), { card: { ...order, photo: 'photo-1' as FileId }, photoPath });
    const sent = await host.world.sent(harness.ids.room);
    expect(sent.map(({ text, file }) => file ?? text)).toEqual(['出警令\n西塘工业区', 'photo.png']);
    await rm(folder, { recursive: true });
  });

  it('fetches the bytes of a photo', async () => {
    await open();
    const picture = Buffer.concat([smallPicture, Buffer.alloc(300_000, 7)]);
    await harness.sendsPhoto('group', picture, '');
    const { message } = await inbox.messageThat(({ attachments }) => attachments.length === 1);
    const bytes = await whole(harness.adapter.fetchFile(message.attachments[0]!, 1_000_000));
    expect(Buffer.from(bytes).equals(picture)).toBe(true);
  });

  it('finds a position in the message where the service has lost it', async () => {
    await open();
    await harness.sendsLocation('direct', { lat: 23.3127, lon: 116.7051 });
    const { message } = await inbox.messageThat(({ position }) => position !== undefined);
    expect(message.position).toMatchObject({ placeName: '西塘工业区', live: false });
    expect(message.position?.lat).toBeCloseTo(23.3127, 5);
    expect(message.position?.lon).toBeCloseTo(116.7051, 5);
  });

  it('finds a position in the remains of the service’s answer where the message has none', async () => {
    await open();
    const { lat, lon } = wgs84ToGcj02({ lat: 23.3127, lon: 116.7051 });
    await host.world.locate({ latitude: lat, longitude: lon, name: '西塘工业区', address: '经七路' });
    await host.world.write({ from: harness.ids.person, type: 'Location' });
    const { message } = await inbox.messageThat(({ position }) => position !== undefined);
    expect(message.position).toMatchObject({ placeName: '西塘工业区', accuracyMetres: 15 });
    expect(message.position?.lat).toBeCloseTo(23.3127, 5);
  });

  it('says at once that the connection is cut, and comes back by itself with the account still logged in', async () => {
    await open();
    const before = performance.now();
    await host.cut();
    const lost = await harness.log.untilFound('login_lost');
    expect(performance.now() - before).toBeLessThan(10_000);
    expect(lost.severity).toBe('error');
    await expect(send()).rejects.toMatchObject({ failure: 'retryable' });
    await host.serve();
    await harness.log.untilFound('login_back');
    await send();
    expect(await host.world.sent(harness.ids.person)).toHaveLength(1);
    await harness.says('direct', '我回来了');
    expect((await inbox.message('我回来了')).inbound.sender?.externalId).toBe(harness.ids.person);
    expect(harness.log.findings.map(({ code }) => code)).toEqual(['login_lost', 'login_back']);
  });

  it('notices a service that stands still with its connection open', async () => {
    await open({ probeEveryMs: 300 });
    // Silence means something after one answered probe; the second probe says that the first one was.
    await vi.waitFor(async () => expect(await host.world.dings()).toBeGreaterThan(1), { timeout: 5_000 });
    host.freeze();
    const lost = await harness.log.untilFound('login_lost');
    expect(lost.detail).toContain('does not answer');
    host.thaw();
    await harness.log.untilFound('login_back');
  });

  it('starts while the service is not there, says so, and connects when it comes', async () => {
    await open({ closed: true, waits: true });
    await harness.log.untilFound('login_lost');
    await host.serve();
    await harness.log.untilLogin('connecting');
    await harness.log.untilFound('login_needed');
    await host.world.login();
    await harness.log.untilFound('login_back');
  });

  it.each([
    [
      'insecure_somebody-elses',
      /^WECHATY_PUPPET_SERVICE_TOKEN: expected a token that the puppet service knows;[^\n]+$/,
    ],
    ['somebody-elses', /^WECHATY_PUPPET_SERVICE_TOKEN: expected a token with a name and an underscore[^\n]+$/],
  ])('takes the start back where the token %s is refused, in one line without it', async (token, line) => {
    const start = open({ waits: true, token });
    await expect(start).rejects.toThrow(line);
    await expect(start).rejects.not.toThrow('somebody-elses');
    expect(harness.log.findings).toEqual([]);
  });

  it('says that the token is refused when that comes out later, and goes on trying', async () => {
    await open({ closed: true, waits: true, token: 'insecure_somebody-elses' });
    await harness.log.untilFound('login_lost');
    await host.serve();
    expect((await harness.log.untilFound('token_refused')).detail).not.toContain('somebody-elses');
    await harness.log.until((logins) => logins.filter(({ state }) => state === 'connecting').length > 2);
  });

  it('takes people and rooms under new ids after a new scan', async () => {
    await open();
    await harness.says('group', '到了');
    const { inbound: before } = await inbox.message('到了');
    await host.world.logout('scanned on another device');
    await harness.log.untilFound('login_lost');
    const fresh = await host.world.login(true);
    await harness.log.untilFound('login_back');
    await host.world.write({ from: fresh.person, room: fresh.room, text: '绑定 7K3Q' });
    const { inbound: after } = await inbox.message('绑定 7K3Q');
    expect(after.sender).toEqual({ externalId: fresh.person, name: '林海' });
    expect(after.sender?.externalId).not.toBe(before.sender?.externalId);
    // The room's title tells which room the new id is.
    const [present] = await inbox.until(
      ({ event, room }) => event.kind === 'other' && event.what === 'room_present' && room.externalId === fresh.room,
    );
    expect(present?.room.title).toBe('西塘救援队');
    await expect(send({ externalId: harness.ids.room, kind: 'group' })).rejects.toMatchObject({
      failure: 'permanent',
      reason: 'not_a_member',
    });
  });
});
