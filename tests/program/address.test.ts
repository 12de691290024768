import { networkInterfaces } from 'node:os';
import { describe, expect, it } from 'vitest';
import { localUrl } from '../../web/serve.ts';
import { startProgram, temporaryFolder } from '../support/program.ts';

describe('the address that the program says and puts into links', () => {
  it.each([
    ['127.0.0.1', 'http://127.0.0.1:8080'],
    ['localhost', 'http://localhost:8080'],
    ['0.0.0.0', 'http://127.0.0.1:8080'],
    ['::1', 'http://[::1]:8080'],
    ['::', 'http://[::1]:8080'],
  ])('on HOST %s is %s', (host, address) => {
    expect(localUrl(host, 8080)).toBe(address);
    expect(URL.canParse(address)).toBe(true);
  });

  const hasIpv6 = Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === '::1'));
  it.each(['0.0.0.0', ...(hasIpv6 ? ['::1', '::'] : [])])('opens on HOST %s', async (HOST) => {
    const folder = temporaryFolder();
    const program = await startProgram({ HOST, DATABASE_URL: `file:${folder.path}/区 1.db` });
    expect((await fetch(`${program.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${program.url}/rehearsal/scene`)).status).toBe(200);
    expect(await program.stop()).toBe(0);
    folder.remove();
  });
});
