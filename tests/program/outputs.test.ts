import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/program.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

it('the program stays when nobody reads what the start says, as with head -1', async () => {
  const folder = temporaryFolder();
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'main.ts'], {
    cwd: root,
    env: { PATH, HOME, PORT: '0', LOG_LEVEL: 'debug', DATABASE_URL: `file:${join(folder.path, 'zone.db')}` },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.destroy();
  const ended = once(child, 'exit');
  let log = '';
  const noted = new Promise<void>((resolve) => {
    child.stderr.on('data', (chunk: Buffer) => {
      log += chunk.toString();
      if (log.includes('Nobody reads the standard output')) resolve();
    });
  });
  await Promise.race([noted, ended]);
  child.kill('SIGTERM');
  const [code] = (await ended) as [number | null];
  folder.remove();
  expect(log).toContain('Nobody reads the standard output');
  expect(log).not.toContain('"level":60');
  expect(code).toBe(0);
});
