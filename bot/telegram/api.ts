import { Api, type Transformer } from 'grammy';
import type { ApiResponse } from 'grammy/types';
import { TransportError } from '../../core/error.ts';
import { CallClient, type CallAnswer } from './call-client.ts';
import { encodeCall } from './encode-call.ts';
import { HttpClient } from './http-client.ts';

/** Where the Bot API is and who asks. */
export interface TelegramConnection {
  token: string;
  /** Such as `https://api.telegram.org`. */
  apiRoot: string;
  /** How long a call may take. getUpdates may take its own time-out longer. */
  timeoutMs?: number;
}

/** grammY's own type for the signal that ends a call; the platform's fits. */
export type ApiSignal = Parameters<Api['getMe']>[0];

/** The Bot API behind one token. */
export interface TelegramApi {
  /** Every method, typed. Calls throw GrammyError when refused and TransportError when there was no answer. */
  api: Api;
  /** The bytes at a `file_path` of getFile, as they come. @throws TransportError while they are read */
  download: (filePath: string, limitBytes: number) => AsyncIterable<Uint8Array>;
  close: () => void;
}

const TIMEOUT_MS = 15_000;
const DOWNLOAD_TIMEOUT_MS = 60_000;

/**
 * grammY's methods and types over connections that are kept open. grammY's own client makes a new request through
 * node-fetch for each call, which costs more than everything else that this program does for a message.
 */
export function telegramApi({ token, apiRoot, timeoutMs = TIMEOUT_MS }: TelegramConnection): TelegramApi {
  const calls = new CallClient(apiRoot);
  const files = new HttpClient(apiRoot);
  const api = new Api(token);
  const overKeptConnections: Transformer = async (prev, method, payload, signal) => {
    const fields: Readonly<Record<string, unknown>> = payload;
    const wait = typeof fields['timeout'] === 'number' && method === 'getUpdates' ? fields['timeout'] * 1000 : 0;
    const { headers, body } = await encodeCall(fields);
    const answer = await calls.call({
      path: `/bot${token}/${method}`,
      what: method,
      headers,
      body,
      timeoutMs: timeoutMs + wait,
      signal: signal as AbortSignal | undefined,
    });
    return readAnswer(method, answer) as Awaited<ReturnType<typeof prev<typeof method>>>;
  };
  api.config.use(overKeptConnections);
  return {
    api,
    download: (filePath, limitBytes) => download(files, token, filePath, limitBytes),
    close: () => {
      calls.close();
      files.close();
    },
  };
}

const TOO_LARGE = 413;

/**
 * A refusal without the API's own words is a gateway's before it. It keeps its status where that says what became of the call;
 * else somebody on the way knows no such page for now, and the call did not arrive.
 */
function readAnswer(method: string, { status, body }: CallAnswer): ApiResponse<unknown> {
  const value = parse(body);
  if (isAnswer(value)) return value;
  if (status >= 400 && status < 500 && status !== TOO_LARGE)
    throw new TransportError('retryable', `${method}: ${status}, no answer of the Bot API`);
  if (status >= 400) return { ok: false, error_code: status, description: 'no answer of the Bot API' };
  throw new TransportError('unknown', `${method}: the answer could not be read`);
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isAnswer(value: unknown): value is ApiResponse<unknown> {
  return typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean';
}

async function* download(
  client: HttpClient,
  token: string,
  filePath: string,
  limitBytes: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  const path = `/file/bot${token}/${filePath.split('/').map(encodeURIComponent).join('/')}`;
  const what = 'download';
  const answer = await client.open({ path, what, timeoutMs: DOWNLOAD_TIMEOUT_MS, limitBytes });
  const { status } = answer;
  if (status === 200) {
    yield* answer.pieces;
    return;
  }
  answer.close();
  if (status >= 500 || status === 429) throw new TransportError('retryable', `${what}: ${status}`);
  throw new TransportError('permanent', `${what}: ${status}`, { reason: 'refused' });
}
