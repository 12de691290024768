import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { startFakeBotApi } from '../support/fake-bot-api/server.ts';
import { temporaryFolder } from '../support/program.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

it('a SIGTERM while the start still asks Telegram ends it in order', { timeout: 40_000 }, async () => {
  const api = await startFakeBotApi();
  await api.control.fault({ kind: 'slow', methods: ['getMe'], times: 1, delayMs: 1_000 });
  const folder = temporaryFolder();
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'main.ts'], {
    cwd: root,
    env: {
      PATH,
      HOME,
      PORT: '0',
      DATABASE_URL: `file:${join(folder.path, 'zone.db')}`,
      TELEGRAM_BOT_TOKEN: api.token,
      TELEGRAM_API_ROOT: api.address,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const ended = once(child, 'exit');
  await api.control.waitForSent({ methods: ['getMe'], count: 1, timeoutMs: 20_000 });
  child.kill('SIGTERM');
  const [code] = (await ended) as [number | null];
  await api.close();
  folder.remove();
  expect(log).toContain('Stopping');
  expect(code).toBe(0);
});
