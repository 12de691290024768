import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One call that reached the stand-in. `at`: milliseconds of this process's monotonic clock when its last byte was there. */
export interface Call {
  method: string;
  chat: number;
  at: number;
  /** False: refused for the rate. */
  taken: boolean;
  messageId: number;
  body: Readonly<Record<string, unknown>>;
}

/** `callback_data` of the buttons under a sent or edited message. */
export function buttonsOf({ body }: Call): string[] {
  const markup = body.reply_markup as { inline_keyboard?: { callback_data?: string }[][] } | undefined;
  return (markup?.inline_keyboard ?? [])
    .flat()
    .flatMap(({ callback_data: data }) => (data === undefined ? [] : [data]));
}

/** Calls that count against the limits. */
export const sendMethods: ReadonlySet<string> = new Set([
  'sendMessage',
  'editMessageText',
  'sendPhoto',
  'sendLocation',
  'setMessageReaction',
]);

/**
 * The least that a bot takes for the Bot API: it answers everything at once with success, so that what is measured is the
 * bot. Whether what was sent is right is the strict fake's work, in the tests.
 */
export class BotApiStandIn {
  /** Hears every call. */
  onCall: (call: Call) => void = () => undefined;
  /** At most so many sends in any second; more are refused with 429. Null: no limit. */
  perSecond: number | null = null;
  /** The bytes of every file that is asked for. */
  file: Buffer = Buffer.alloc(0);
  readonly #server: Server;
  #lastMessage = 0;
  #taken: number[] = [];

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(): Promise<BotApiStandIn> {
    const server = createServer({ keepAliveTimeout: 60_000 });
    const standIn = new BotApiStandIn(server);
    server.on('request', (request: IncomingMessage, response: ServerResponse) => standIn.#take(request, response));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return standIn;
  }

  get root(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #take(request: IncomingMessage, response: ServerResponse): void {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const at = performance.now();
      if (request.url?.startsWith('/file/') === true) {
        response.writeHead(200, { 'content-length': this.file.length });
        response.end(this.file);
        return;
      }
      const method = (request.url ?? '').split('/').at(-1)?.split('?')[0] ?? '';
      const text = Buffer.concat(chunks).toString();
      const body = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {};
      const taken = !sendMethods.has(method) || this.#hasRoom(at);
      if (method === 'setWebhook') webhook = String(body.url);
      const edited = typeof body.message_id === 'number' ? body.message_id : undefined;
      const messageId = edited ?? (this.#lastMessage += 1);
      const chat = Number(body.chat_id ?? 0);
      this.onCall({ method, chat, at, taken, messageId, body });
      const answer = taken ? { ok: true, result: resultOf(method, chat, messageId) } : tooFast;
      const json = Buffer.from(JSON.stringify(answer));
      response.writeHead(taken ? 200 : 429, { 'content-type': 'application/json', 'content-length': json.length });
      response.end(json);
    });
  }

  #hasRoom(at: number): boolean {
    if (this.perSecond === null) return true;
    this.#taken = this.#taken.filter((before) => before > at - 1_000);
    if (this.#taken.length >= this.perSecond) return false;
    this.#taken.push(at);
    return true;
  }
}

const tooFast = {
  ok: false,
  error_code: 429,
  description: 'Too Many Requests: retry after 1',
  parameters: { retry_after: 1 },
};

/** Where the bot wants its updates, as it said. */
let webhook = '';

const me = { id: 4242, is_bot: true, first_name: '群防', username: 'qunfang_bench_bot' };

function resultOf(method: string, chat: number, messageId: number): unknown {
  switch (method) {
    case 'getMe':
      return { ...me, can_join_groups: true, can_read_all_group_messages: true, supports_inline_queries: false };
    case 'getChatMember':
      return { status: 'administrator', user: me };
    case 'getChat':
      return { id: chat, type: chat < 0 ? 'supergroup' : 'private', title: 'room', first_name: 'person' };
    case 'getFile':
      return { file_id: 'f', file_unique_id: 'f', file_path: 'photos/file.jpg' };
    case 'getWebhookInfo':
      return { url: webhook, has_custom_certificate: false, pending_update_count: 0 };
    default:
      return sendMethods.has(method) && method !== 'setMessageReaction'
        ? {
            message_id: messageId,
            date: 1_795_000_000,
            chat: { id: chat, type: chat < 0 ? 'supergroup' : 'private' },
            from: me,
          }
        : true;
  }
}
