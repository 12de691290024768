import { HttpRequestInterceptor } from '@mswjs/interceptors/http';
import { http, HttpResponse, type JsonBodyType } from 'msw';
import { defineNetwork, InterceptorSource } from 'msw/experimental';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { wallClock } from '../../../core/clock.ts';
import type { Card } from '../../../core/message.ts';
import { telegramAdapter } from '../../../bot/telegram/telegram-adapter.ts';
import { silentLog } from './telegram-harness.ts';

/** Sees what is written to any connection; msw's own `setupServer` looks only at node:http and fetch. */
const server = defineNetwork({
  context: { quiet: true },
  sources: [new InterceptorSource({ interceptors: [new HttpRequestInterceptor()] })],
});
const token = '42:AASecretThatNobodyMaySee';
const card: Card = { title: '出警令', lines: [], actions: [], links: [], loud: true };

/** What sending a card ended in, when the API answers so. */
async function sendingWhen(status: number, body: JsonBodyType, edit: string | null = null): Promise<unknown> {
  server.use(http.post('https://api.telegram.org/bot:token/:method', () => HttpResponse.json(body, { status })));
  return trySending(edit);
}

async function trySending(edit: string | null = null): Promise<unknown> {
  const adapter = telegramAdapter({
    token,
    apiRoot: 'https://api.telegram.org',
    timeoutMs: 1_000,
    delivery: { kind: 'polling' },
    commands: [],
    clock: wallClock,
    log: silentLog,
    onFinding: () => undefined,
  });
  const room = { externalId: '7', kind: 'direct' } as const;
  const outgoing = { kind: 'card', card, edit, replyTo: null, photoPath: null } as const;
  return adapter.send(room, outgoing).catch((error: unknown) => error);
}

function refused(error_code: number, description: string, parameters?: object): JsonBodyType {
  return { ok: false, error_code, description, ...(parameters && { parameters }) };
}

describe('a refusal of the Bot API', () => {
  beforeAll(() => server.enable());
  afterEach(() => server.resetHandlers());
  afterAll(() => server.disable());

  it.each([
    ['Forbidden: bot was blocked by the user', 'blocked'],
    ['Forbidden: user is deactivated', 'blocked'],
    ["Forbidden: bot can't initiate conversation with a user", 'blocked'],
    ['Forbidden: bot was kicked from the supergroup chat', 'not_a_member'],
    ['Forbidden: bot is not a member of the group chat', 'not_a_member'],
    ['Forbidden: the group chat was deleted', 'room_gone'],
    ['Bad Request: not enough rights to send text messages to the chat', 'not_a_member'],
    ['Bad Request: chat not found', 'room_gone'],
    ['Bad Request: PEER_ID_INVALID', 'room_gone'],
    ['Bad Request: message is too long', 'refused'],
    ["Bad Request: can't parse entities: Unsupported start tag", 'refused'],
    ['Unauthorized', 'refused'],
  ])('"%s" is for good: %s', async (description, reason) => {
    const code = { F: 403, B: 400, U: 401 }[description.charAt(0)] ?? 400;
    expect(await sendingWhen(code, refused(code, description))).toMatchObject({ failure: 'permanent', reason });
  });

  it.each([
    'Bad Request: message to edit not found',
    "Bad Request: message can't be edited",
    'Bad Request: MESSAGE_ID_INVALID',
  ])('"%s" means that the message is gone', async (description) => {
    expect(await sendingWhen(400, refused(400, description), '5')).toMatchObject({
      failure: 'permanent',
      reason: 'message_gone',
    });
  });

  it('"message is not modified" is success', async () => {
    const description =
      'Bad Request: message is not modified: specified new message content and reply markup are exactly the same';
    expect(await sendingWhen(400, refused(400, description), '5')).toEqual({ messageId: '5' });
  });

  it('tells where a group moved to', async () => {
    const moved = refused(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: -1001,
    });
    expect(await sendingWhen(400, moved)).toMatchObject({ failure: 'permanent', movedTo: '-1001' });
  });

  it('obeys the wait that a 429 asks for', async () => {
    const flood = refused(429, 'Too Many Requests: retry after 7', { retry_after: 7 });
    expect(await sendingWhen(429, flood)).toMatchObject({ failure: 'retryable', retryAfterMs: 7_000 });
  });

  it('tries again what a failing server or a gateway refused', async () => {
    expect(await sendingWhen(500, refused(500, 'Internal Server Error'))).toMatchObject({ failure: 'retryable' });
    server.use(
      http.post('https://api.telegram.org/bot:token/:method', () =>
        HttpResponse.html('<h1>Bad Gateway</h1>', { status: 502 }),
      ),
    );
    expect(await trySending()).toMatchObject({ failure: 'retryable' });
  });

  it.each([401, 403, 404, 429])(
    'tries again what something on the way answered with %i in its own words',
    async (status) => {
      const page = (): Response => HttpResponse.html('<h1>No such page</h1>', { status });
      server.use(http.post('https://api.telegram.org/bot:token/:method', page));
      expect(await trySending()).toMatchObject({ failure: 'retryable' });
    },
  );

  it('gives up what a gateway finds too large', async () => {
    server.use(http.post('https://api.telegram.org/bot:token/:method', () => HttpResponse.html('', { status: 413 })));
    expect(await trySending()).toMatchObject({ failure: 'permanent' });
  });

  it('does not know after a gateway gave up waiting, or an answer that can not be read', async () => {
    expect(await sendingWhen(504, refused(504, 'Gateway Timeout'))).toMatchObject({ failure: 'unknown' });
    server.use(http.post('https://api.telegram.org/bot:token/:method', () => HttpResponse.text('{"ok":tr')));
    expect(await trySending()).toMatchObject({ failure: 'unknown' });
  });
});
