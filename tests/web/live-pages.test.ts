import { beforeEach, expect, it } from 'vitest';
import { freshDatabase } from '../support/stores.ts';
import { webStage } from './web-stage.ts';

const web = webStage(freshDatabase('sqlite'));

beforeEach(async () => {
  const { stage } = web;
  await stage.begin([
    { name: '张阿姨', roles: ['resident'], duty: 'off' },
    { name: '值01', roles: ['duty_officer'] },
    { name: '东01', skills: ['fire_operator'] },
    { name: '东02', skills: ['fire_operator'] },
  ]);
  await stage.says('张阿姨', '厂里着火了 浓烟 西塘工业区这边');
  await stage.taps('值01', 'confirm', { in: '指挥群' });
  await stage.taps('值01', 'call_out', { in: '指挥群' });
});

/** Reads a stream until it has said `word`. */
async function until(response: Response, word: string): Promise<void> {
  const reader = response.body?.getReader() as ReadableStreamDefaultReader<Uint8Array> | undefined;
  let heard = '';
  while (!heard.includes(word)) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done) throw new Error(`the stream ended without "${word}": ${heard}`);
    heard += Buffer.from(value).toString();
  }
  await reader?.cancel();
}

const pathOf = (link: string | null): string => {
  const { pathname, search } = new URL(link ?? 'https://nowhere.test');
  return `${pathname}/events${search}`;
};

it('an open order page hears that something changed, and its reader has seen the order', async () => {
  const { stage, links, app } = web;
  const response = await app.request(pathOf(links.order(await stage.orderOf('东01'), stage.clock.now())));
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const heard = until(response, 'changed');
  await stage.taps('东02', 'accept');
  await heard;
  expect((await stage.orderOf('东01')).seenAt).not.toBeNull();
  expect((await stage.orderOf('东01')).answer).toBe('open');
});

it('an open incident page hears it too', async () => {
  const { stage, links, app } = web;
  const link = links.incident(await stage.incident(), stage.person('值01').id, stage.clock.now());
  const heard = until(await app.request(pathOf(link)), 'changed');
  await stage.taps('东01', 'accept');
  await heard;
});
