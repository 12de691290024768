import { types, type payloads } from 'wechaty';
import { describe, expect, it } from 'vitest';
import { decodeMessage, unreadable, type Surroundings } from '../../../bot/wechat/decode-message.ts';

const around: Surroundings = {
  selfId: 'wxid_bot',
  selfNames: ['群防'],
  senderName: '林海',
  isService: false,
  roomTitle: '',
  spot: null,
  now: Date.UTC(2026, 10, 22, 12),
};
const written: payloads.Message = {
  id: '7002',
  talkerId: 'wxid_lin',
  listenerId: 'wxid_bot',
  text: '能去，8分钟',
  timestamp: 1_795_348_800,
  type: types.Message.Text,
};
const updateId = (message: payloads.Message): string | undefined => decodeMessage(message, around)?.updateId;

describe('a message in neutral form', () => {
  it('is the same update after a new login gave everybody new ids', () => {
    expect(updateId({ ...written, talkerId: '@8d29cafa', listenerId: '@c1' })).toBe(updateId(written));
  });

  it('is another update when a puppet uses its id again for other words, or at another time', () => {
    expect(updateId({ ...written, text: '去不了' })).not.toBe(updateId(written));
    expect(updateId({ ...written, timestamp: written.timestamp + 1 })).not.toBe(updateId(written));
  });

  it('knows the author of older puppets, which name it differently', () => {
    const { talkerId, ...rest } = written;
    const old = { ...rest, fromId: talkerId } as unknown as payloads.Message;
    expect(decodeMessage(old, around)?.sender?.externalId).toBe('wxid_lin');
  });

  it('from a service account asks for nothing', () => {
    expect(decodeMessage(written, { ...around, isService: true })?.event).toEqual({ kind: 'other', what: 'notice' });
  });

  it('of an unknown kind is kept', () => {
    const strange = { ...written, type: 99 } as unknown as payloads.Message;
    expect(decodeMessage(strange, around)?.event).toEqual({ kind: 'other', what: 'unknown' });
  });

  it('keeps what came, as it came', () => {
    expect(JSON.parse(decodeMessage(written, around)!.raw)).toEqual(written);
  });

  it('that nobody can read is kept all the same', () => {
    const broken = { ...written, text: 5 } as unknown as payloads.Message;
    expect(() => decodeMessage(broken, around)).toThrow();
    expect(unreadable(broken, around)).toMatchObject({
      room: { externalId: 'wxid_lin', kind: 'direct' },
      event: { kind: 'other', what: 'unreadable' },
    });
  });
});
