import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import type { EventStreams } from './event-streams.ts';
import { telegramWebhook, telegramWebhookPath, type TakeTelegram } from './telegram-webhook.ts';

/** How long requests in hand may take to end once the program stops. */
const FAREWELL_MS = 5_000;
const SWEEP_MS = 25;
/** Longer than the usual 60 s of a proxy, so that it is never we who close a connection that it is about to use. */
const KEEP_ALIVE_MS = 65_000;

export interface ServeParts {
  app: Hono;
  streams: EventStreams;
  host: string;
  /** 0: any free port. */
  port: number;
  /** Null: no webhook is set, and its address is as unknown as any other. */
  takeTelegram: TakeTelegram | null;
}

/** The running web server. */
export interface WebServer {
  /** As seen from this machine: `http://127.0.0.1:8080`. */
  readonly url: string;
  /** Takes no more requests, ends the streams, lets requests in hand finish. */
  close(): Promise<void>;
}

/** A port of this machine that is free now. @throws Error with one line that names HOST when there is none */
export async function freePort(host: string): Promise<number> {
  const server = createServer();
  await listening(server, host, 0);
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Listens. @throws Error with one line that names PORT or HOST when it cannot */
export async function serveWeb({ app, streams, host, port, takeTelegram }: ServeParts): Promise<WebServer> {
  const pages = getRequestListener(app.fetch);
  const telegram = takeTelegram === null ? null : telegramWebhook(takeTelegram);
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    if (telegram !== null && request.url === telegramWebhookPath) telegram(request, response);
    else void pages(request, response);
  };
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, listener);
  await listening(server, host, port);
  const { port: given } = server.address() as AddressInfo;
  return {
    url: localUrl(host, given),
    close: () => farewell(server, streams),
  };
}

/** The address that opens on this machine; one that stands for every interface is no address to go to. */
export function localUrl(host: string, port: number): string {
  const name = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

function listening(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new Error(whyNot(error, host, port), { cause: error })),
    );
    server.listen(port, host, () => {
      server.removeAllListeners('error');
      resolve();
    });
  });
}

function whyNot({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === 'EADDRINUSE') return `PORT: expected a free port, something else listens on ${host}:${port}`;
  if (code === 'EACCES') return `PORT: expected a port that this user may use, not ${port}`;
  return `HOST: expected an address of this machine (${message})`;
}

async function farewell(server: Server, streams: EventStreams): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  streams.close();
  server.closeIdleConnections();
  // A connection whose request ends only now would be kept alive for the next one.
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
  const late = setTimeout(() => server.closeAllConnections(), FAREWELL_MS);
  await closed;
  clearInterval(sweep);
  clearTimeout(late);
}
