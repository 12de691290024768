import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TransportError } from '../../core/error.ts';
import type { FileId, Token } from '../../core/ids.ts';
import { tapData, type Card, type CardAction, type RoomKind } from '../../core/message.ts';
import type { AdapterHarness, AdapterUnderTest, SeenMessage, Trouble } from './adapter-harness.ts';
import { Collected } from './collected.ts';
import { whole } from '../support/whole.ts';

/** A picture that every platform takes. */
export const smallPicture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const CODE = 'A7K';
const accept: CardAction = { verb: 'accept', token: 'k3v9m2x7q4w8z1n6' as Token, label: '接警', style: 'primary' };
const decline: CardAction = { ...accept, verb: 'decline', label: '不能去', style: 'plain' };

/** An order as it goes out, small. */
function orderCard(title: string, more: Partial<Card> = {}): Card {
  return {
    title,
    lines: [{ text: '西塘工业区 3 号厂房，浓烟', style: 'strong' }, { text: '席位：水带 2 人' }],
    actions: [[accept, decline]],
    links: [],
    code: CODE,
    loud: true,
    ...more,
  };
}

/** The suite that every chat platform passes. */
export function describeAdapter(name: string, { makeHarness, troubles }: AdapterUnderTest): void {
  describe(`${name} as a chat platform`, () => {
    let harness: AdapterHarness;
    let inbox: Collected;

    beforeEach(async () => {
      harness = await makeHarness();
      inbox = new Collected();
      await harness.adapter.start(inbox.receive);
    });
    afterEach(() => harness.close());

    const send = (
      card: Card,
      options: { to?: RoomKind; edit?: string | null; photoPath?: string } = {},
    ): Promise<{ messageId: string | null }> =>
      harness.adapter.send(harness.room(options.to ?? 'direct'), {
        kind: 'card',
        card,
        edit: options.edit ?? null,
        replyTo: null,
        photoPath: options.photoPath ?? null,
      });
    const lastSeen = async (kind: RoomKind = 'direct'): Promise<SeenMessage> => {
      const last = (await harness.seen(kind)).at(-1);
      if (!last) throw new Error('nothing stands in the room');
      return last;
    };
    const refusal = async (attempt: Promise<unknown>): Promise<TransportError> => {
      const error: unknown = await attempt.then(
        () => null,
        (caught: unknown) => caught,
      );
      if (error instanceof TransportError) return error;
      throw new Error('expected a TransportError', { cause: error });
    };

    describe('what people send', () => {
      it('brings words with who wrote them and where', async () => {
        await harness.says('direct', '厂里着火了 浓烟 西塘工业区这边');
        const { inbound } = await inbox.message('厂里着火了 浓烟 西塘工业区这边');
        expect(inbound.platform).toBe(harness.adapter.platform);
        expect(inbound.sender).toMatchObject({ externalId: harness.person.externalId, name: harness.person.name });
        expect(inbound.room).toMatchObject(harness.room('direct'));
        expect(JSON.parse(inbound.raw)).toBeTruthy();
      });

      it('brings words from a group as from that group', async () => {
        await harness.says('group', '能去，8分钟');
        const { inbound } = await inbox.message('能去，8分钟');
        expect(inbound.room).toMatchObject(harness.room('group'));
        expect(inbound.sender?.externalId).toBe(harness.person.externalId);
      });

      it('keeps the order in which somebody wrote', async () => {
        const words = ['一', '二', '三', '四', '五'];
        for (const word of words) await harness.says('direct', word);
        const events = await inbox.until(
          ({ event }) => event.kind === 'message' && words.includes(event.text),
          words.length,
        );
        expect(events.map(({ event }) => (event.kind === 'message' ? event.text : ''))).toEqual(words);
      });

      it('brings a photo with its caption, and its bytes when asked for', async () => {
        await harness.sendsPhoto('group', smallPicture, '');
        const { message } = await inbox.messageThat(({ attachments }) => attachments.length > 0);
        const [photo] = message.attachments;
        expect(photo?.kind).toBe('photo');
        expect(photo?.ref).not.toMatch(/^https?:/);
        const bytes = await whole(harness.adapter.fetchFile(photo!, 1_000_000));
        expect(bytes.equals(smallPicture)).toBe(true);
        expect((await refusal(whole(harness.adapter.fetchFile(photo!, 10)))).failure).toBe('permanent');
      });

      it('brings a position as a position', async () => {
        await harness.sendsLocation('direct', { lat: 23.3127, lon: 116.7051 });
        const { message } = await inbox.messageThat(({ position }) => position !== undefined);
        expect(message.position?.lat).toBeCloseTo(23.3127, 3);
        expect(message.position?.lon).toBeCloseTo(116.7051, 3);
        expect(message.position?.live).toBe(false);
      });

      it('brings what is quoted along with the answer', async () => {
        const { messageId } = await send(orderCard('出警令 去西塘工业区'));
        await harness.says('direct', '收到', await lastSeen());
        const { message } = await inbox.message('收到');
        expect(message.quote?.text).toContain('西塘工业区');
        if (harness.adapter.capabilities.returnsMessageId) expect(message.quote?.messageId).toBe(messageId);
      });

      it('brings a tap, or what stands in for it', async () => {
        await send(orderCard('出警令'));
        await harness.answers('direct', await lastSeen(), accept, CODE);
        const answer = await inbox.answer(CODE);
        if (answer.kind === 'tap') expect(answer.data).toBe(tapData(accept));
        else expect(answer.text).toContain(CODE);
      });

      it('marks a second delivery of the same thing as the same', async () => {
        await harness.says('direct', '签到');
        await inbox.message('签到');
        await harness.deliversAgain();
        await harness.says('direct', '到了');
        await inbox.message('到了');
        const same = inbox.events.filter(({ event }) => event.kind === 'message' && event.text === '签到');
        expect(new Set(same.map(({ updateId }) => updateId)).size).toBe(1);
      });

      it('brings again what could not be stored', async () => {
        inbox.failures = 1;
        await harness.says('direct', '有人落水');
        const { inbound } = await inbox.message('有人落水');
        expect(inbound.sender?.externalId).toBe(harness.person.externalId);
      });
    });

    describe('what the bot sends', () => {
      it('shows a card with its words and its actions', async () => {
        const { messageId } = await send(orderCard('出警令', { banner: '【演练】' }));
        const seen = await lastSeen();
        expect(seen.text).toContain('【演练】');
        expect(seen.text).toContain('出警令');
        expect(seen.text).toContain('西塘工业区 3 号厂房，浓烟');
        expectActions(seen, harness.adapter.capabilities.buttons);
        if (harness.adapter.capabilities.returnsMessageId) expect(messageId).toBe(seen.messageId);
      });

      it('shows names with markup as they are written', async () => {
        const name = `<script>alert(1)</script> & *_[x](y)\`"'`;
        await send(orderCard('出警令', { lines: [{ text: name, style: 'strong' }, { text: name }] }));
        expect((await lastSeen()).text.split(name)).toHaveLength(3);
      });

      it('changes a card in place, or sends the new state', async () => {
        const { messageId } = await send(orderCard('席位 0/2'), { to: 'group' });
        const changed = await send(orderCard('席位 1/2', { actions: [] }), { to: 'group', edit: messageId });
        const seen = await harness.seen('group');
        expect(seen.at(-1)?.text).toContain('席位 1/2');
        if (harness.adapter.capabilities.editWindowMs === 0) return;
        expect(changed.messageId).toBe(messageId);
        expect(seen).toHaveLength(1);
        expect(seen[0]?.buttons).toEqual([]);
      });

      it('makes words into a photo by a change, where it says that it can', async () => {
        if (harness.adapter.capabilities.photoByEdit !== true) return;
        const folder = await mkdtemp(join(tmpdir(), 'conformance-'));
        const photoPath = join(folder, 'photo.png');
        await writeFile(photoPath, smallPicture);
        const { messageId } = await send(orderCard('待定级'), { to: 'group' });
        const card = orderCard('待定级，照片到了', { photo: 'photo-2' as FileId });
        await send(card, { to: 'group', edit: messageId, photoPath });
        await rm(folder, { recursive: true });
        const [seen, ...others] = await harness.seen('group');
        expect(seen).toMatchObject({ hasPhoto: true, messageId });
        expect(seen?.text).toContain('照片到了');
        expect(others).toEqual([]);
      });

      it('takes a change to what already stands there as done', async () => {
        const { messageId } = await send(orderCard('席位 1/2'), { to: 'group' });
        await expect(send(orderCard('席位 1/2'), { to: 'group', edit: messageId })).resolves.toBeDefined();
      });

      it('keeps the order in which it was told to send', async () => {
        const titles = ['一', '二', '三', '四', '五'];
        for (const title of titles) await send(orderCard(`第${title}条`));
        const seen = await harness.seen('direct');
        expect(seen.map(({ text }) => /第(.)条/.exec(text)?.[1])).toEqual(titles);
      });

      it('keeps the actions of a card with a photo', async () => {
        const folder = await mkdtemp(join(tmpdir(), 'card-'));
        const photoPath = join(folder, 'photo.png');
        await writeFile(photoPath, smallPicture);
        await send(orderCard('现场照片', { photo: 'photo-1' as FileId }), { photoPath });
        const seen = await harness.seen('direct');
        expect(seen.some(({ hasPhoto }) => hasPhoto)).toBe(true);
        const words = seen.find(({ text }) => text.includes('现场照片'));
        expectActions(words!, harness.adapter.capabilities.buttons);
        await rm(folder, { recursive: true });
      });

      it('shortens what is too long and keeps its actions', async () => {
        const lines = Array.from({ length: 100 }, (_, n) => ({ text: `${n} ${'很长的一行'.repeat(20)}` }));
        await send(orderCard('出警令', { lines }));
        const seen = await lastSeen();
        expect(seen.text.length).toBeLessThanOrEqual(harness.adapter.capabilities.textLimit);
        expect(seen.text).toContain('出警令');
        expectActions(seen, harness.adapter.capabilities.buttons);
      });

      it('puts a reaction on a message, or stays silent', async () => {
        await harness.says('group', '打卡了');
        const { message } = await inbox.message('打卡了');
        await harness.adapter.send(harness.room('group'), {
          kind: 'reaction',
          messageId: message.messageId,
          emoji: '👌',
        });
        if (harness.adapter.capabilities.reactions) expect(await harness.reactionsOnLast('group')).toEqual(['👌']);
        expect(await harness.seen('group')).toEqual([]);
      });

      it('answers a tap with words', async () => {
        await send(orderCard('出警令'));
        await harness.answers('direct', await lastSeen(), accept, CODE);
        const answer = await inbox.answer(CODE);
        if (answer.kind !== 'tap') return;
        await harness.adapter.answerTap(answer.tapId, '满员，你是第1待命');
        expect(await harness.toast()).toBe('满员，你是第1待命');
      });
    });

    describe('what goes wrong', () => {
      const whenItCan = (trouble: Trouble, story: string, test: () => Promise<void>): void => {
        if (troubles.includes(trouble)) it(story, test);
      };

      whenItCan('blocked', 'says for good that somebody does not want the bot', async () => {
        await harness.breaks('blocked');
        const error = await refusal(send(orderCard('出警令')));
        expect(error).toMatchObject({ failure: 'permanent', reason: 'blocked' });
      });

      whenItCan('busy', 'says that a send can be tried again, and it then arrives once', async () => {
        await harness.breaks('busy');
        expect((await refusal(send(orderCard('出警令')))).failure).toBe('retryable');
        await send(orderCard('出警令'));
        expect(await harness.seen('direct')).toHaveLength(1);
      });

      whenItCan('answer_lost', 'says that it does not know when the answer is lost', async () => {
        await harness.breaks('answer_lost');
        expect((await refusal(send(orderCard('出警令')))).failure).toBe('unknown');
        expect(await harness.seen('direct')).toHaveLength(1);
      });
    });
  });
}

/** Buttons where there are any; otherwise the words tell how to answer. */
function expectActions(seen: SeenMessage, buttons: boolean): void {
  if (buttons) expect(seen.buttons).toEqual(['接警', '不能去']);
  else expect(seen.text).toContain(CODE);
}
