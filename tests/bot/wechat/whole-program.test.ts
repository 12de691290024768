import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startWechatHost, type WechatHost } from '../../support/wechat-host.ts';

const program = new URL('../../support/wechat-bot-process.ts', import.meta.url).pathname;

describe('a program with WeChat', () => {
  let host: WechatHost;
  let home: string;
  beforeEach(async () => {
    host = await startWechatHost();
    home = await mkdtemp(join(tmpdir(), 'wechat-home-'));
  });
  afterEach(async () => {
    await host.close();
    await rm(home, { recursive: true });
  });

  it('ends by itself after the stop, prints nothing of wechaty, leaves nothing at home and stays logged in', async () => {
    await host.world.start();
    await host.world.login();
    const { stdout, stderr } = await run([host.endpoint, host.token, join(home, 'data')], {
      ...process.env,
      HOME: home,
      WECHATY_LOG: '',
    });
    expect(stdout).toBe('');
    expect(stderr).toContain('stopped');
    expect(stderr).not.toContain(host.token);
    expect(await readdir(home)).toEqual([]);
    expect(await host.world.isLoggedIn()).toBe(true);
  });
});

/** Runs the program to its end. @throws Error when it fails, or does not end */
function run(args: string[], env: NodeJS.ProcessEnv): Promise<{ stdout: string; stderr: string }> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [program, ...args], { env, timeout: 18_000 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`the program failed: ${stderr}`, { cause: error }));
      else resolve({ stdout, stderr });
    });
  });
}
