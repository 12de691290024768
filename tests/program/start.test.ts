import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startFakeBotApi } from '../support/fake-bot-api/server.ts';
import { runProgram, startProgram, temporaryFolder } from '../support/program.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const database = (): string => `file:${join(folder.path, 'new', 'zone.db')}`;

describe('a start', () => {
  it('of the demo says one address, what is on, what is off and which setting turns it on', async () => {
    const program = await startProgram({ DATABASE_URL: database() });
    try {
      expect(program.output()).toMatch(/Telegram.*off.*TELEGRAM_BOT_TOKEN/);
      expect(program.output()).toMatch(/WeChat.*off.*WECHATY_PUPPET/);
      const page = await fetch(program.url);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('演练场');
      expect(await (await fetch(`${program.url}/readyz`)).json()).toMatchObject({ ready: true });
      expect(await (await fetch(`${program.url}/metrics`)).text()).toContain('qunfang_outbox_waiting');
      expect((await fetch(`${program.url}/nowhere`)).status).toBe(404);
      expect((await fetch(`${program.url}/telegram/webhook`, { method: 'POST', body: '{}' })).status).toBe(404);
    } finally {
      expect(await program.stop()).toBe(0);
    }
  });

  it.each([
    [{ PORT: 'eighty' }, /^PORT: expected [^\n]+\n$/],
    [{ TELEGRAM_BOT_TOKEN: 'hunter2' }, /^TELEGRAM_BOT_TOKEN: expected [^\n]+\n$/],
    [
      { TELEGRAM_BOT_TOKEN: `1:${'A'.repeat(30)}`, TELEGRAM_WEBHOOK_SECRET: 'hunter2', PUBLIC_URL: 'http://x.example' },
      /^PUBLIC_URL: expected [^\n]+\n$/,
    ],
    [{ DATABASE_URL: 'mysql://root:hunter2@db/x' }, /^DATABASE_URL: expected [^\n]+\n$/],
    [{ DATABASE_URL: 'postgres://u:hunter2@127.0.0.1:1/x' }, /^DATABASE_URL[^\n]+\n$/],
    [{ ZONE_FILE: '/nowhere/zone.yaml' }, /^ZONE_FILE: expected [^\n]+\n$/],
    [{ DATABASE_URL: 'file:/dev/null/zone.db' }, /^DATABASE_URL: [^\n]+\n$/],
    [{ DATABASE_URL: 'file:/proc/nowhere/zone.db' }, /^DATABASE_URL: [^\n]+\n$/],
    [{ DATABASE_URL: `file:/tmp/${'x'.repeat(300)}/zone.db` }, /^DATABASE_URL: [^\n]+\n$/],
    [{ WECHATY_PUPPET: 'wechaty-puppet-nowhere' }, /^WECHATY_PUPPET: expected [^\n]+\n$/],
  ])('with %o ends with one line that names the setting and shows no secret', async (settings, line) => {
    const { code, output } = await runProgram({ DATABASE_URL: database(), ...settings });
    expect(code).toBe(1);
    expect(output).toMatch(line);
    expect(output).not.toContain('hunter2');
  });

  it('with a token that Telegram refuses ends with one line that does not show it', async () => {
    const api = await startFakeBotApi();
    const token = `1:${'A'.repeat(35)}`;
    const settings = { DATABASE_URL: database(), TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: api.address };
    try {
      expect(await runProgram(settings)).toEqual({
        code: 1,
        output: 'TELEGRAM_BOT_TOKEN: expected a token that Telegram knows; ask @BotFather for the right one\n',
      });
      // What the refused start had opened is closed: the right token starts on the same file.
      const program = await startProgram({ ...settings, TELEGRAM_BOT_TOKEN: api.token });
      expect(program.output()).toMatch(/Telegram：开 on {2}· polling\n/);
      expect(await program.stop()).toBe(0);
    } finally {
      await api.close();
    }
  });

  it('with a platform that does not answer goes on with the others, and says so', async () => {
    const program = await startProgram({
      DATABASE_URL: database(),
      TELEGRAM_BOT_TOKEN: `1:${'A'.repeat(35)}`,
      TELEGRAM_API_ROOT: 'http://127.0.0.1:1',
      LOG_LEVEL: 'silent',
    });
    expect(program.output()).toMatch(/Telegram：开 on {2}· polling · 还没连上[^\n]+not connected yet/);
    expect(await program.stop()).toBe(0);
  });

  it('with a puppet service that is not there goes on with the others, and says so once', async () => {
    const program = await startProgram({
      DATABASE_URL: database(),
      WECHATY_PUPPET_SERVICE_TOKEN: 'insecure_hunter2',
      WECHATY_PUPPET_SERVICE_ENDPOINT: '127.0.0.1:1',
      WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT: 'true',
    });
    expect(program.output()).toMatch(/微信 WeChat：开 on {2}· wechaty-puppet-service · 还没连上/);
    expect(await program.stop()).toBe(0);
    expect(program.output().match(/"code":"login_lost"/g)).toHaveLength(1);
    expect(program.output()).not.toContain('hunter2');
  });

  it('with a wrong zone file names the line', async () => {
    const file = join(folder.path, 'zone.yaml');
    writeFileSync(
      file,
      'zone:\n  name: 东城\n  timeZone: Asia/Shanghai\n  centre: [28.9, 120]\n  languages: [zh]\npeople:\n  - {callSign: 东01, roles: [pilot]}\n',
    );
    const { code, output } = await runProgram({ DATABASE_URL: database(), ZONE_FILE: file });
    expect(code).toBe(1);
    expect(output).toMatch(/^ZONE_FILE: \S+zone\.yaml:7:\d+ people\.0\.roles\.0: /);
  });

  it('on a port that is taken says so', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    const port = await new Promise<number>((resolve) =>
      server.on('listening', () => resolve((server.address() as AddressInfo).port)),
    );
    const { code, output } = await runProgram({ DATABASE_URL: database(), PORT: String(port) });
    server.close();
    expect(code).toBe(1);
    expect(output).toMatch(/^PORT: [^\n]+\n$/);
  });

  it('beside a running one on the same file is refused, and works again after a kill', async () => {
    const first = await startProgram({ DATABASE_URL: database() });
    const { code, output } = await runProgram({ DATABASE_URL: database() });
    expect(code).toBe(1);
    expect(output).toMatch(/^DATABASE_URL[^\n]+\n$/);
    await first.kill();
    const second = await startProgram({ DATABASE_URL: database() });
    expect(await second.stop()).toBe(0);
    expect(existsSync(join(folder.path, 'new', 'zone.db'))).toBe(true);
  });

  it('without ZONE_FILE keeps the zone that was imported, and has no rehearsal room for it', async () => {
    const file = join(folder.path, 'zone.yaml');
    writeFileSync(file, 'zone:\n  name: 东城\n  timeZone: Asia/Shanghai\n  centre: [28.9, 120]\n  languages: [zh]\n');
    const own = await startProgram({ DATABASE_URL: database(), ZONE_FILE: file });
    expect((await fetch(`${own.url}/rehearsal/scene`)).status).toBe(404);
    await own.stop();
    const later = await startProgram({ DATABASE_URL: database() });
    expect(later.output()).toContain('东城');
    expect((await fetch(`${later.url}/rehearsal/scene`)).status).toBe(404);
    await later.stop();
  });
});
