import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { findEndpoint } from '../../../bot/wechat/find-endpoint.ts';
import { startWechatHost } from '../../support/wechat-host.ts';
import { wechatHarness } from './wechat-harness.ts';

let server: Server | null = null;
afterEach(() => server?.close());

/** A directory that knows this; its address. */
async function directoryOf(known: Readonly<Record<string, string>>): Promise<string> {
  server = createServer((request, response) => {
    const answer = known[request.url ?? ''];
    response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' }).end(answer ?? '');
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('finding a puppet service by its token alone', () => {
  it('asks the directory', async () => {
    const directory = await directoryOf({
      '/v0/hosties/uuid_1': '{"host":"10.0.0.5","port":8788}',
      '/v0/hosties/uuid_2': '{"host":"2001:db8::5","port":8788}',
    });
    expect(await findEndpoint('uuid_1', directory)).toBe('10.0.0.5:8788');
    expect(await findEndpoint('uuid_2', directory)).toBe('[2001:db8::5]:8788');
  });

  it.each([
    ['nothing', {}],
    ['a service that is not there', { '/v0/hosties/uuid_secret': '{"host":"0.0.0.0","port":0}' }],
    ['a host that is none', { '/v0/hosties/uuid_secret': '{"host":"a b","port":8788}' }],
    ['no JSON', { '/v0/hosties/uuid_secret': '<html>' }],
  ])('says so when the directory has %s, without the token', async (_what, known) => {
    const failure: unknown = await findEndpoint('uuid_secret', await directoryOf(known)).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(Error);
    expect(String(failure)).not.toContain('uuid_secret');
  });

  it('goes on without WeChat while the directory can not be reached, and connects as soon as it can', async () => {
    const host = await startWechatHost();
    const [, port = ''] = host.endpoint.split(':');
    const directory = await directoryOf({ [`/v0/hosties/${host.token}`]: `{"host":"127.0.0.1","port":${port}}` });
    const at = Number(new URL(directory).port);
    const gone = server;
    await new Promise((resolve) => gone?.close(resolve));
    const stage = { world: host.world, settings: { endpoint: null, token: host.token }, close: () => host.close() };
    const harness = await wechatHarness(stage, { waits: true, parts: { directory } });
    await harness.adapter.start(() => Promise.resolve());
    expect((await harness.log.untilFound('login_lost')).detail).not.toContain(host.token);
    gone?.listen(at, '127.0.0.1');
    await harness.log.untilFound('login_needed');
    await host.world.login();
    await harness.log.untilFound('login_back');
    await harness.close();
  });
});
