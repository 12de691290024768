import { beforeEach, expect, it } from 'vitest';
import type { Card } from '../../../core/message.ts';
import type { FedEvent } from '../../../web/rehearsal/scene-feed.ts';
import { Collected } from '../../bot/collected.ts';
import { eachEngine } from '../../support/stores.ts';
import { webStage } from '../web-stage.ts';
import { castOfFour } from './cast-of-four.ts';

const PATIENCE_MS = 8_000;

/** An open page: what it was told, and waiting for more. */
class Page {
  readonly told: FedEvent[] = [];
  #wake: () => void = () => undefined;

  hear = (fed: FedEvent): void => {
    this.told.push(fed);
    this.#wake();
  };

  async until(fits: (fed: FedEvent) => boolean): Promise<FedEvent> {
    const giveUp = AbortSignal.timeout(PATIENCE_MS);
    for (;;) {
      const found = this.told.find(fits);
      if (found !== undefined) return found;
      giveUp.throwIfAborted();
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
        giveUp.addEventListener('abort', () => resolve(), { once: true });
      });
    }
  }

  /** Until the page was told of a message with these words. */
  words(text: string): Promise<FedEvent> {
    return this.until(({ event }) => event.kind === 'messages' && JSON.stringify(event.messages).includes(text));
  }
}

eachEngine((database) => {
  const web = webStage(database);
  let page: Page;
  const direct = { externalId: 'direct:zhang', kind: 'direct' } as const;
  const person = { externalId: 'zhang', name: '张阿姨', language: 'zh' } as const;
  const says = (updateId: string, text: string): Promise<unknown> =>
    web.chat.say({ updateId, person, room: { ...direct, title: '' }, text });
  const card = (text: string): Card => ({ lines: [{ text }], actions: [], links: [], loud: false });
  const show = (text: string, edit: string | null = null): Promise<{ messageId: string | null }> =>
    web.chat.send(direct, { kind: 'card', card: card(text), edit, replyTo: null, photoPath: null });

  beforeEach(async () => {
    await castOfFour(database.store, web.stage.clock.now());
    await web.chat.start(new Collected().receive);
    page = new Page();
  });

  it('a page first gets the whole scene, then each new and each changed message', async () => {
    await says('act-00000001', '着火了');
    await web.feed.open(undefined, page.hear);
    const [first] = page.told;
    expect(first?.event).toMatchObject({ kind: 'scene', scene: { messages: [{ content: { text: '着火了' } }] } });
    const { messageId } = await show('席位 0/2');
    await page.words('席位 0/2');
    await show('席位 1/2', messageId);
    const changed = await page.words('席位 1/2');
    expect(changed.event).toMatchObject({ messages: [{ id: messageId }] });
  });

  it('a page that comes back hears only what it missed', async () => {
    await web.feed.open(undefined, page.hear);
    const leave = await web.feed.open(undefined, () => undefined);
    await says('act-00000001', '一');
    const { id } = await page.words('一');
    await says('act-00000002', '二');
    await page.words('二');
    const back = new Page();
    await web.feed.open(id, back.hear);
    expect(back.told.map(({ event }) => event.kind)).toEqual(['messages', 'now']);
    expect(JSON.stringify(back.told[0])).toContain('二');
    leave();
  });

  it('a page of an earlier start of the program, or with a made-up id, gets the whole scene', async () => {
    for (const id of ['another.5', 'nonsense', '', '.', '1e9']) {
      const back = new Page();
      const leave = await web.feed.open(id, back.hear);
      expect(back.told.map(({ event }) => event.kind)).toEqual(['scene']);
      leave();
    }
  });

  it('when the stage is cleared every page begins anew', async () => {
    await says('act-00000001', '着火了');
    await web.feed.open(undefined, page.hear);
    await database.store.transaction((tx) => tx.webMessages.clear());
    database.store.notify({ about: 'room', id: direct.externalId });
    const cleared = await page.until((fed) => fed !== page.told[0] && fed.event.kind === 'scene');
    expect(cleared.event).toMatchObject({ scene: { messages: [] } });
  });

  it('a page that left is told nothing more', async () => {
    const leave = await web.feed.open(undefined, page.hear);
    const other = new Page();
    await web.feed.open(undefined, other.hear);
    leave();
    await says('act-00000001', '着火了');
    await other.words('着火了');
    expect(page.told.map(({ event }) => event.kind)).toEqual(['scene']);
  });
});
