import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readOptions } from '../../drill/options.ts';
import { temporaryFolder } from '../support/program.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('npm run drill', () => {
  let temporary: ReturnType<typeof temporaryFolder>;
  beforeEach(() => void (temporary = temporaryFolder()));
  afterEach(() => temporary.remove());

  const start = (...args: string[]) => {
    const { PATH, HOME } = process.env;
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'drill.ts', ...args], {
      cwd: root,
      env: { PATH, HOME, TMPDIR: temporary.path },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
    }
    const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, text }));
    return { child, ended, said: () => text };
  };

  it('plays to the score and leaves nothing on disk', async () => {
    const { code, text } = await start('person_down', '--fast').ended;
    expect(text).toMatch(/得分 \d+ 分（满分 100）/);
    expect(text).toMatch(/合计 +\d+\/100/);
    expect(text).not.toContain('\u001b');
    expect(code).toBe(0);
    expect(readdirSync(temporary.path)).toEqual([]);
  });

  it('ends cleanly on Ctrl-C in the middle of the story', async () => {
    const { child, ended, said } = start('fire', '--speed', '0.05');
    await new Promise<void>((resolve) => {
      child.stdout.on('data', () => {
        if (said().includes('待确认')) resolve();
      });
    });
    child.kill('SIGINT');
    const { code, text } = await ended;
    expect(text).toContain('演练停了');
    expect(code).toBe(130);
    expect(readdirSync(temporary.path)).toEqual([]);
  });

  it('answers an unknown scenario with the list of those that there are', async () => {
    const { code, text } = await start('earthquake').ended;
    expect(code).toBe(2);
    expect(text).toMatch(/没有这个情景：earthquake/);
    for (const name of ['fire', 'drowning', 'person_down']) expect(text).toContain(`  ${name} `);
  });
});

describe('the options of a drill', () => {
  it('have usual values', () => {
    expect(readOptions(['fire'])).toMatchObject({ kind: 'play', scenario: 'fire', seed: '1', speed: 1 });
    expect(readOptions(['person-down', '--fast', '--seed', '7', '--lang', 'en'])).toMatchObject({
      scenario: 'person_down',
      seed: '7',
      speed: 0,
      words: { language: 'en' },
    });
  });

  it('list the scenarios', () => {
    expect(readOptions(['list'])).toMatchObject({ kind: 'list' });
    expect(readOptions(['--help', '--lang=en'])).toMatchObject({ kind: 'list', words: { language: 'en' } });
  });

  it.each([
    [[]],
    [['flood']],
    [['fire', 'drowning']],
    [['fire', '--seed', 'x']],
    [['fire', '--seed=-1']],
    [['fire', '--speed', 'quick']],
    [['fire', '--speed', '1000']],
    [['fire', '--lang', 'fr']],
    [['fire', '--colour']],
  ])('are refused when they cannot be understood: %j', (args) => {
    expect(readOptions(args).kind).toBe('wrong');
  });
});
