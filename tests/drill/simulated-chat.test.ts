import { beforeEach, describe, expect, it } from 'vitest';
import { TransportError } from '../../core/error.ts';
import type { Token } from '../../core/ids.ts';
import type { Card, CardAction, Inbound } from '../../core/message.ts';
import type { Outgoing } from '../../core/ports/chat.ts';
import type { DrillPlatform } from '../../drill/chat-rules.ts';
import { SimulatedChat, type ChatWatch } from '../../drill/simulated-chat.ts';

const accept: CardAction = { verb: 'accept', token: 'T0000000000000001' as Token, label: '接警', style: 'primary' };
const cardOf = (parts: Partial<Card> = {}): Card => ({
  title: '出警令',
  lines: [],
  actions: [],
  links: [],
  loud: true,
  ...parts,
});
const outgoing = (card: Card, edit: string | null = null): Outgoing => ({
  kind: 'card',
  card,
  edit,
  replyTo: null,
  photoPath: null,
});
const direct = { externalId: 'drill:东01', kind: 'direct' } as const;
const group = { externalId: 'web:squad', kind: 'group' } as const;
const speaker = { externalId: 'drill:东01', name: '李海', group: null };

describe('a simulated platform', () => {
  let now: number;
  let seen: string[];
  let fault: Awaited<ReturnType<ChatWatch['fault']>>;

  const open = (platform: DrillPlatform): SimulatedChat => {
    const chat = new SimulatedChat(platform, () => now);
    chat.watchedBy({
      fault: () => Promise.resolve(fault),
      shown: (room, card) => seen.push(`${room} ${card.title ?? ''}`),
      reacted: (room, emoji) => seen.push(`${room} ${emoji}`),
      refused: (room, why) => seen.push(`${room} ${why}`),
    });
    chat.open(direct.externalId);
    chat.open(group.externalId);
    return chat;
  };
  const failing = async (send: Promise<unknown>): Promise<TransportError> => {
    const error = await send.then(
      () => expect.fail('it was taken'),
      (reason: unknown) => reason,
    );
    if (!(error instanceof TransportError)) expect.fail(String(error));
    return error;
  };

  beforeEach(() => {
    now = 1_000_000;
    seen = [];
    fault = null;
  });

  it('shows a card, edits it in place and knows its buttons', async () => {
    const chat = open('telegram');
    const { messageId } = await chat.send(direct, outgoing(cardOf({ actions: [[accept]] })));
    now += 2_000;
    await chat.send(direct, outgoing(cardOf({ title: '你已接警' }), messageId));
    expect(chat.standing(direct.externalId).map(({ card }) => card.title)).toEqual(['你已接警']);
    expect(seen).toEqual(['drill:东01 出警令', 'drill:东01 你已接警']);
  });

  it('refuses what the real one refuses, and tells of it', async () => {
    const wechat = open('wechat');
    const telegram = open('telegram');
    const long = cardOf({ lines: [{ text: '长'.repeat(5_000) }] });
    const unlabelled = cardOf({ actions: [[{ ...accept, label: ' ' }]] });
    const heavy = cardOf({ actions: [[{ ...accept, value: 'x'.repeat(80) }]] });
    for (const [chat, card] of [
      [wechat, cardOf({ actions: [[accept]] })],
      [wechat, long],
      [telegram, long],
      [telegram, unlabelled],
      [telegram, heavy],
      [telegram, { ...cardOf(), title: ' ' }],
    ] as const) {
      now += 60_000;
      expect(await failing(chat.send(direct, outgoing(card)))).toMatchObject({
        failure: 'permanent',
        reason: 'refused',
      });
    }
    expect(await failing(wechat.send(direct, { kind: 'reaction', messageId: 'm1', emoji: '👌' }))).toMatchObject({
      reason: 'refused',
    });
    expect(seen.every((line) => line.endsWith('refused'))).toBe(true);
  });

  it('knows no other rooms, and no message that was never sent', async () => {
    const chat = open('telegram');
    const stranger = { externalId: 'somebody', kind: 'direct' } as const;
    expect(await failing(chat.send(stranger, outgoing(cardOf())))).toMatchObject({ reason: 'room_gone' });
    expect(await failing(chat.send(direct, outgoing(cardOf(), 'b99')))).toMatchObject({ reason: 'message_gone' });
  });

  it('keeps to its rate: the second call of a second, and the thirteenth of a group’s minute, are asked to wait', async () => {
    const chat = open('wechat');
    await chat.send(group, outgoing(cardOf()));
    expect(await failing(chat.send(direct, outgoing(cardOf())))).toMatchObject({
      failure: 'retryable',
      retryAfterMs: 1_000,
    });
    for (let sent = 1; sent < 12; sent += 1) {
      now += 1_100;
      await chat.send(group, outgoing(cardOf()));
    }
    now += 1_100;
    const { retryAfterMs } = await failing(chat.send(group, outgoing(cardOf())));
    expect(retryAfterMs).toBeGreaterThan(40_000);
  });

  it('plays a block and a lost answer: nothing stands there after the one, the card does after the other', async () => {
    const chat = open('telegram');
    fault = 'blocked';
    expect(await failing(chat.send(direct, outgoing(cardOf())))).toMatchObject({
      failure: 'permanent',
      reason: 'blocked',
    });
    expect(chat.standing(direct.externalId)).toEqual([]);
    now += 2_000;
    fault = 'answer_lost';
    expect(await failing(chat.send(direct, outgoing(cardOf())))).toMatchObject({ failure: 'unknown' });
    expect(chat.standing(direct.externalId)).toHaveLength(1);
  });

  it('hands on what people write and tap, and takes one answer to a tap', async () => {
    const chat = open('telegram');
    const heard: Inbound[] = [];
    await chat.start(async (events) => {
      heard.push(...events);
      const { event } = events[0] ?? expect.fail('nothing came');
      if (event.kind === 'tap') await chat.answerTap(event.tapId, '接警成功');
    });
    await chat.say({ ...speaker, group: { externalId: 'web:squad', title: '救援群' } }, { text: '能去' });
    await chat.send(direct, outgoing(cardOf({ actions: [[accept]] })));
    const [standing] = chat.standing(direct.externalId);
    expect(await chat.tap(speaker, standing!, accept)).toBe('接警成功');
    expect(heard.map(({ room }) => room.kind)).toEqual(['group', 'direct']);
    expect(heard[1]?.event).toMatchObject({ kind: 'tap', data: 'T0000000000000001.accept' });
    expect(await failing(chat.answerTap('t9', '再来'))).toMatchObject({ reason: 'refused' });
  });
});
