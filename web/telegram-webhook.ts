import type { IncomingMessage, ServerResponse } from 'node:http';

/** Where Telegram posts updates. */
export const telegramWebhookPath = '/telegram/webhook';
const secretHeader = 'x-telegram-bot-api-secret-token';
/** No update is anywhere near as large. */
const BODY_LIMIT_BYTES = 1024 * 1024;

/** Takes one posted update: 200 stored, 400 not an update, 401 not from Telegram, 413 too large, 503 not stored. Never rejects. */
export type TakeTelegram = (secret: string | undefined, body: Uint8Array) => Promise<number>;

/** Answers Telegram on the bare request: every message of every user comes through here, and each layer costs. */
export function telegramWebhook(take: TakeTelegram): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    if (request.method !== 'POST') {
      response.writeHead(405, { allow: 'POST' }).end();
      return;
    }
    const secret = request.headers[secretHeader];
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= BODY_LIMIT_BYTES) chunks.push(chunk);
      else refuseRest(request, response);
    });
    request.on('end', () => {
      if (size > BODY_LIMIT_BYTES) return;
      const body = chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
      void take(typeof secret === 'string' ? secret : undefined, body).then((status) => {
        response.writeHead(status).end();
      });
    });
  };
}

/** Reads no further; what still comes in is not kept. */
function refuseRest(request: IncomingMessage, response: ServerResponse): void {
  request.removeAllListeners('data');
  request.resume();
  if (!response.headersSent) response.writeHead(413, { connection: 'close' }).end();
}
