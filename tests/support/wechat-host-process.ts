import { createServer, type AddressInfo } from 'node:net';
import { log } from 'wechaty';
import { PuppetServer } from 'wechaty-puppet-service';
import { MockWorld } from './wechat-mock-world.ts';
import type { HostCall, HostReply } from './wechat-host.ts';

/** A puppet service around a fake WeChat, in a process of its own. Its parent calls it by name over the process channel. */
log.level('silent');
const world = new MockWorld();
const port = await freePort();
let server: PuppetServer | null = null;

const acts: Record<string, (...args: never[]) => Promise<unknown>> = {
  /** Takes connections, always at the same address. @returns the address */
  serve: async (token: string) => {
    server = new PuppetServer({ endpoint: `127.0.0.1:${port}`, puppet: world.puppet, token, tls: { disable: true } });
    await server.start();
    return `127.0.0.1:${port}`;
  },
  /** Breaks all connections and takes no new ones; the account stays logged in. */
  cut: async () => {
    await server?.stop();
    server = null;
  },
};

process.on('message', (call: HostCall) => {
  void answer(call).then((reply) => process.send?.(reply));
});
process.on('disconnect', () => process.exit());
process.send?.({ n: 0, result: 'ready' } satisfies HostReply);

async function answer({ n, act, args }: HostCall): Promise<HostReply> {
  try {
    const own = acts[act];
    if (own) return { n, result: await own(...(args as never[])) };
    const method: unknown = Reflect.get(world, act, world);
    if (typeof method !== 'function') throw new Error(`no such act: ${act}`);
    return { n, result: await (Reflect.apply(method, world, args) as Promise<unknown>) };
  } catch (error) {
    return { n, error: String(error) };
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const { port: free } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return free;
}
