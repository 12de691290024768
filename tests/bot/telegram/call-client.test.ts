import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { CallClient, type Call } from '../../../bot/telegram/call-client.ts';

const answer = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok';
const asked: Call = {
  path: '/bot:token/sendMessage',
  what: 'sendMessage',
  headers: { 'content-type': 'application/json' },
  body: '{"text":"好"}',
  timeoutMs: 5_000,
};

/** A server that is told what to do with each request, and the client to it. */
class World {
  readonly requests: string[] = [];
  readonly sockets: Socket[] = [];
  readonly #server: Server;
  readonly client: CallClient;

  private constructor(server: Server) {
    this.#server = server;
    this.client = new CallClient(`http://127.0.0.1:${(server.address() as AddressInfo).port}/root/`);
  }

  static async open(reply: (socket: Socket, nth: number) => void): Promise<World> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const world = new World(server);
    server.on('connection', (socket) => {
      world.sockets.push(socket);
      socket.on('error', () => undefined);
      socket.on('data', (bytes: Buffer) => {
        world.requests.push(bytes.toString());
        reply(socket, world.requests.length);
      });
    });
    return world;
  }

  async close(): Promise<void> {
    this.client.close();
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

describe('calls over connections that stay open', () => {
  let world: World;

  afterEach(() => world.close());

  const call = (more: Partial<Call> = {}): Promise<string> =>
    world.client.call({ ...asked, ...more }).then(({ status, body }) => `${status} ${body.toString()}`);

  it('write a request and read its answer, again and again on the same connection', async () => {
    world = await World.open((socket) => socket.write(answer));
    for (let i = 0; i < 3; i += 1) expect(await call()).toBe('200 ok');
    expect(await call({ body: Buffer.from('bytes') })).toBe('200 ok');
    expect(world.sockets).toHaveLength(1);
    expect(world.requests[0]).toMatch(/^POST \/root\/bot:token\/sendMessage HTTP\/1.1\r\nhost: 127.0.0.1:\d+\r\n/);
    expect(world.requests[0]).toContain('\r\ncontent-length: 14\r\n\r\n{"text":"好"}');
  });

  it('go side by side, each on a connection of its own', async () => {
    const waiting: Socket[] = [];
    world = await World.open((socket) => {
      waiting.push(socket);
      if (waiting.length === 3) for (const one of waiting) one.write(answer);
    });
    expect(await Promise.all([call(), call(), call()])).toEqual(['200 ok', '200 ok', '200 ok']);
    expect(world.sockets).toHaveLength(3);
  });

  it('wait when there are as many as may be, and all get through', async () => {
    world = await World.open((socket) => socket.write(answer));
    const answers = await Promise.all(Array.from({ length: 700 }, () => call()));
    expect(new Set(answers)).toEqual(new Set(['200 ok']));
    expect(world.sockets.length).toBeLessThanOrEqual(320);
  });

  it('take a new connection where the other side ends the old one', async () => {
    world = await World.open((socket) =>
      socket.end('HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 2\r\n\r\nok'),
    );
    expect(await call()).toBe('200 ok');
    expect(await call()).toBe('200 ok');
    expect(world.sockets).toHaveLength(2);
  });

  it('do not know what became of a request whose connection breaks', async () => {
    world = await World.open((socket) => socket.destroy());
    await expect(call()).rejects.toMatchObject({ failure: 'unknown', message: 'sendMessage: ECONNRESET' });
    await expect(call({ timeoutMs: 5_000 })).rejects.toMatchObject({ failure: 'unknown' });
  });

  it('know that nothing arrived where nobody listens', async () => {
    world = await World.open((socket) => socket.write(answer));
    const { client } = world;
    await world.close();
    await expect(client.call(asked)).rejects.toMatchObject({
      failure: 'retryable',
      message: 'sendMessage: ECONNREFUSED',
    });
    world = await World.open((socket) => socket.write(answer));
  });

  it('are given up after their time, or when they are called off, and their connection with them', async () => {
    world = await World.open(() => undefined);
    await expect(call({ timeoutMs: 20 })).rejects.toMatchObject({
      failure: 'unknown',
      message: 'sendMessage: no answer within 20 ms',
    });
    const off = new AbortController();
    const called = call({ signal: off.signal });
    await expect.poll(() => world.requests.length).toBe(2);
    off.abort();
    await expect(called).rejects.toMatchObject({ failure: 'unknown' });
    await expect(call({ signal: AbortSignal.abort() })).rejects.toMatchObject({ failure: 'retryable' });
    expect(world.requests).toHaveLength(2);
  });

  it('refuse what is no answer, and an answer that nobody asked for ends its connection', async () => {
    world = await World.open((socket, nth) => socket.write(nth === 1 ? 'hello?\r\n\r\n' : answer));
    await expect(call()).rejects.toMatchObject({ failure: 'unknown' });
    expect(await call()).toBe('200 ok');
    const ended = new Promise((resolve) => world.sockets[1]?.once('close', resolve));
    world.sockets[1]?.write(answer);
    await ended;
    expect(await call()).toBe('200 ok');
    expect(world.sockets).toHaveLength(3);
  });

  it('under way fail when the client is closed', async () => {
    world = await World.open(() => undefined);
    const called = call();
    await expect.poll(() => world.requests.length).toBe(1);
    world.client.close();
    await expect(called).rejects.toMatchObject({ failure: 'unknown' });
  });
});
