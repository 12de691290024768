import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { wallClock, type Clock } from '../../../core/clock.ts';
import { BotEndpoint, type Reply } from './bot-endpoint.ts';
import { isRecord, type Call } from './call.ts';
import type { Parts } from './control/action.ts';
import { controlOf, runControl, type TelegramControl } from './control.ts';
import { Faults } from './faults.ts';
import { FloodLimits } from './flood-limits.ts';
import { readMultipart } from './multipart.ts';
import { SentRecord } from './sent-record.ts';
import { World } from './world.ts';

export interface FakeBotApiOptions {
  token?: string;
  clock?: Clock;
  username?: string;
  /** On as BotFather leaves it; then ordinary group messages do not reach the bot. */
  privacyMode?: boolean;
  port?: number;
}

/** A running fake Bot API. */
export interface FakeBotApi {
  /** `http://127.0.0.1:PORT`, what a client takes as its API root. */
  address: string;
  token: string;
  control: TelegramControl;
  /** How many connections were opened so far. */
  connections: () => number;
  close(): Promise<void>;
}

/** The token that the fake knows when none is given. */
const fakeToken = '123456789:AAFakeTokenForTests_0123456789-abcdef';

const NO_UPLOADS: Call['uploads'] = new Map();

/** Starts a Bot API on loopback that refuses what the real one refuses. */
export async function startFakeBotApi(options: FakeBotApiOptions = {}): Promise<FakeBotApi> {
  const world = new World({
    token: options.token ?? fakeToken,
    clock: options.clock ?? wallClock,
    username: options.username ?? 'qunfang_test_bot',
    privacyMode: options.privacyMode ?? true,
  });
  const server = createServer({ keepAliveTimeout: 60_000 });
  const parts = { world, faults: new Faults(), limits: new FloodLimits(), record: new SentRecord(), server };
  const endpoint = new BotEndpoint(parts);
  server.on('request', (request, response) => {
    void serve(request, response, endpoint, parts).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  let connections = 0;
  server.on('connection', () => (connections += 1));
  await listen(server, options.port ?? 0);
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token: world.token,
    control: controlOf(parts),
    connections: () => connections,
    close: () => close(server, world),
  };
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  endpoint: BotEndpoint,
  parts: Parts,
): Promise<void> {
  const url = request.url ?? '/';
  if (url.startsWith('/bot')) {
    const { token, call } = await readCall(request, url);
    if (call.method.toLowerCase() === 'getupdates')
      response.on('close', () => {
        if (!response.writableEnded) parts.world.updates.endPoll();
      });
    reply(response, await endpoint.handle(token, call));
    return;
  }
  if (url.startsWith('/file/bot')) {
    download(response, url, parts.world);
    return;
  }
  if (url.startsWith('/control/')) {
    const body = await readBody(request);
    const { status, result } = await runControl(parts, url, body);
    send(response, status, JSON.stringify(result));
    return;
  }
  send(response, 404, '{"ok":false,"error_code":404,"description":"Not Found"}');
}

async function readCall(request: IncomingMessage, url: string): Promise<{ token: string; call: Call }> {
  const question = url.indexOf('?');
  const path = question < 0 ? url : url.slice(0, question);
  const slash = path.indexOf('/', 1);
  const token = slash < 0 ? '' : path.slice('/bot'.length, slash);
  const method = path.slice(slash + 1);
  const query = question < 0 ? {} : Object.fromEntries(new URLSearchParams(url.slice(question)));
  const body = await readBody(request);
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/')) {
    const { fields, uploads } = readMultipart(body, type);
    return { token, call: { method, params: { ...query, ...fields }, uploads } };
  }
  return { token, call: { method, params: { ...query, ...parameters(body, type) }, uploads: NO_UPLOADS } };
}

function parameters(body: Buffer, type: string): Record<string, unknown> {
  if (body.length === 0) return {};
  if (type.startsWith('application/json')) {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return isRecord(value) ? value : {};
  }
  return Object.fromEntries(new URLSearchParams(body.toString('utf8')));
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
}

function reply(response: ServerResponse, { status, body, fault }: Reply): void {
  switch (fault?.kind) {
    case 'reset_before':
    case 'reset_after':
      response.socket?.resetAndDestroy();
      return;
    case 'hang':
    case 'hang_after':
      return;
    case 'bad_gateway':
      response.writeHead(502, { 'content-type': 'text/html' }).end('<html><h1>502 Bad Gateway</h1></html>');
      return;
    case 'proxy_page':
      response.writeHead(404, { 'content-type': 'text/html' }).end('<html><h1>404 Not Found</h1></html>');
      return;
    case 'garbage':
      send(response, 200, '{"ok":true,"resu');
      return;
    case 'slow':
      setTimeout(() => send(response, status, JSON.stringify(body)), fault.delayMs);
      return;
    case undefined:
    case 'revoked':
    case 'flood':
    case 'server_error':
      send(response, status, JSON.stringify(body));
  }
}

function send(response: ServerResponse, status: number, text: string): void {
  response
    .writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
    .end(text);
}

function download(response: ServerResponse, url: string, world: World): void {
  const [, token, path] = /^\/file\/bot([^/]+)\/(.+)$/.exec(url) ?? [];
  const file = token === world.token ? world.files.byPath(path ?? '') : undefined;
  if (!file) {
    send(response, token === world.token ? 404 : 401, '{"ok":false,"error_code":404,"description":"Not Found"}');
    return;
  }
  response
    .writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': file.bytes.length })
    .end(file.bytes);
}

async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

async function close(server: Server, world: World): Promise<void> {
  world.updates.deleteWebhook();
  world.updates.endPoll();
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
