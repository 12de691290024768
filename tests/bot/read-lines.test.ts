import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { readLine } from '../../bot/read-lines.ts';

const message = {
  id: 'a1',
  text: '能去，8分钟',
  photos: 0,
  location: false,
  room: 'squad',
  openOrder: true,
  openShift: false,
  openCase: false,
  openQuestion: null,
  quote: null,
};

describe('npm run read', () => {
  it('answers one line for each, in order, and goes on after a bad one', () => {
    const input = `${JSON.stringify(message)}\nnot json\n{"id":"b"}\n${JSON.stringify({ ...message, id: 4, text: '去不了' })}\n`;
    const { stdout, status } = spawnSync(process.execPath, ['bot/read-lines.ts'], { input, encoding: 'utf8' });
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(status).toBe(0);
    expect(lines).toMatchObject([
      { id: 'a1', intent: 'accept', fields: { etaMinutes: 8 } },
      { id: null, error: expect.stringContaining('not JSON') as string },
      { id: 'b', error: expect.stringContaining('text') as string },
      { id: 4, intent: 'decline' },
    ]);
  });

  it('takes what is left out as not so', () => {
    expect(JSON.parse(readLine('{"id":1,"text":"早上好","room":"village"}'))).toMatchObject({ intent: 'small_talk' });
  });
});
