import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { WechatWorld } from './wechat-world.ts';

/** A call to the host's process, and its answer. */
export interface HostCall {
  n: number;
  act: string;
  args: unknown[];
}
export type HostReply = { n: number; result?: unknown } | { n: number; error: string };

/** A puppet service in another process, around a fake WeChat. */
export interface WechatHost {
  world: WechatWorld;
  /** `host:port`, the same after every cut. */
  endpoint: string;
  token: string;
  /** Breaks all connections; the account stays logged in. */
  cut(): Promise<void>;
  /** Takes connections again. */
  serve(): Promise<void>;
  /** Stands still: connections stay open and nothing answers. */
  freeze(): boolean;
  thaw(): boolean;
  close(): Promise<void>;
}

/** Starts one. It takes connections unless `closed`. */
export async function startWechatHost({ closed = false } = {}): Promise<WechatHost> {
  const child = fork(new URL('wechat-host-process.ts', import.meta.url), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // gRPC's server and wechaty's watchdog warn about each other on every start.
    execArgv: ['--no-warnings'],
  });
  const waiting = new Map<number, (reply: HostReply) => void>();
  const ready = new Promise<HostReply>((resolve) => waiting.set(0, resolve));
  child.on('message', (reply: HostReply) => {
    waiting.get(reply.n)?.(reply);
    waiting.delete(reply.n);
  });
  let count = 0;
  const call = async (act: string, ...args: unknown[]): Promise<unknown> => {
    count += 1;
    const n = count;
    const replied = new Promise<HostReply>((resolve) => waiting.set(n, resolve));
    child.send({ n, act, args } satisfies HostCall);
    const reply = await replied;
    if ('error' in reply) throw new Error(`${act}: ${reply.error}`);
    return reply.result;
  };
  await ready;
  const token = 'insecure_5a1d7f0e-4c2b-4c39-9a53-0a6f5c1c2f11';
  const endpoint = String(await call('serve', token));
  if (closed) await call('cut');
  return {
    // Every act of the world is a call of the same name.
    world: new Proxy({} as WechatWorld, {
      get: (_, act) =>
        typeof act === 'string' && act !== 'then' ? (...args: unknown[]) => call(act, ...args) : undefined,
    }),
    endpoint,
    token,
    cut: async () => {
      await call('cut');
    },
    serve: async () => {
      await call('serve', token);
    },
    freeze: () => child.kill('SIGSTOP'),
    thaw: () => child.kill('SIGCONT'),
    close: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}
