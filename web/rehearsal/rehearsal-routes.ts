import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { z } from 'zod';
import type { RehearsalFailure } from '../../bot/texts/web-texts.ts';
import { PHOTO_LIMIT_BYTES } from '../../bot/web-chat/photo-shelf.ts';
import type { WebPerson, WebRoom } from '../../bot/web-chat/submission.ts';
import type { WebChat } from '../../bot/web-chat/web-chat-adapter.ts';
import { AppError } from '../../core/error.ts';
import type { Language } from '../../core/message.ts';
import type { Log } from '../../core/ports/log.ts';
import type { EventStreams } from '../event-streams.ts';
import { withoutMetadata } from '../without-metadata.ts';
import { languageSchema, saySchema, tapSchema, TEXT_LIMIT } from './act-schema.ts';
import { sameOrigin } from './same-origin.ts';
import type { SceneFeed } from './scene-feed.ts';

const JSON_LIMIT_BYTES = 64 * 1024;

/** What the rehearsal room's routes stand on. */
export interface RehearsalParts {
  chat: WebChat;
  feed: SceneFeed;
  log: Log;
  streams: EventStreams;
  publicUrl: string | null;
  /** Ends what runs and empties the rooms. */
  startOver(): Promise<void>;
  /** The cast and its rooms speak this language from now on. */
  speak(language: Language): Promise<void>;
}

/** The rehearsal room's own doors, all below `/rehearsal`. */
export function rehearsalRoutes(parts: RehearsalParts): Hono {
  const routes = new Hono();
  routes.use(sameOrigin(parts.publicUrl));
  routes.get('/scene', async (context) => context.json(await parts.feed.scene()));
  routes.get('/events', (context) => openFeed(context, parts));
  routes.get('/photos/:ref', (context) => showPhoto(context, parts));
  routes.post('/photos', bodyLimit({ maxSize: PHOTO_LIMIT_BYTES, onError: tooLarge }), (context) =>
    guarded(context, parts, () => takePhoto(context, parts)),
  );
  const small = bodyLimit({ maxSize: JSON_LIMIT_BYTES, onError: (context) => failed(context, 413, 'too_long') });
  routes.post('/say', small, (context) => guarded(context, parts, () => say(context, parts)));
  routes.post('/tap', small, (context) => guarded(context, parts, () => tap(context, parts)));
  routes.post('/start-over', small, (context) =>
    guarded(context, parts, async () => {
      await parts.startOver();
      return context.json({});
    }),
  );
  routes.post('/language', small, (context) =>
    guarded(context, parts, async () => {
      const asked = await readBody(context, languageSchema);
      if (asked === null) return failed(context, 400, 'refused');
      await parts.speak(asked.language);
      return context.json({});
    }),
  );
  return routes;
}

function openFeed(context: Context, { feed, streams }: RehearsalParts): Response {
  return streams.answer(context, {
    open: (write) =>
      feed.open(context.req.header('last-event-id'), ({ id, event }) => write({ id, data: JSON.stringify(event) })),
    heartbeat: () => JSON.stringify({ kind: 'now', now: feed.now() }),
  });
}

async function say(context: Context, { chat, feed }: RehearsalParts): Promise<Response> {
  const body: unknown = await context.req.json().catch(() => null);
  const asked = saySchema.safeParse(body);
  if (!asked.success) return failed(context, 400, isTooLong(body) ? 'too_long' : 'refused');
  const { updateId, text, quoting, photo, position, ...where } = asked.data;
  const place = await placeOf(feed, where);
  if (place === null) return failed(context, 404, 'refused');
  if (text.trim() === '' && photo === undefined && position === undefined) return failed(context, 400, 'refused');
  const message = await chat.say({
    updateId,
    ...place,
    text,
    ...(quoting === undefined ? {} : { quoting }),
    ...(photo === undefined ? {} : { photo }),
    ...(position === undefined ? {} : { position }),
  });
  return context.json({ message });
}

async function tap(context: Context, { chat, feed }: RehearsalParts): Promise<Response> {
  const asked = await readBody(context, tapSchema);
  if (asked === null) return failed(context, 400, 'refused');
  const place = await placeOf(feed, asked);
  if (place === null) return failed(context, 404, 'refused');
  const { updateId, messageId, data } = asked;
  return context.json({ toast: await chat.tap({ updateId, ...place, messageId, data }) });
}

async function takePhoto(context: Context, { chat }: RehearsalParts): Promise<Response> {
  const bytes = new Uint8Array(await context.req.arrayBuffer());
  try {
    return context.json({ ref: (await chat.storePhoto(bytes)).ref });
  } catch (error) {
    if (error instanceof AppError) return failed(context, 415, 'not_a_photo');
    throw error;
  }
}

async function showPhoto(context: Context, { chat }: RehearsalParts): Promise<Response> {
  const photo = await chat.openPhoto(context.req.param('ref') ?? '');
  if (photo === undefined) return failed(context, 404, 'refused');
  return context.body(withoutMetadata(photo.bytes, photo.mime), 200, {
    'content-type': photo.mime,
    'cache-control': 'private, max-age=86400, immutable',
  });
}

/** Who acts where; null when there is nobody of that name in that room. */
async function placeOf(
  feed: SceneFeed,
  asked: { person: string; room: string },
): Promise<{ person: WebPerson; room: WebRoom } | null> {
  const { cast, rooms, language } = await feed.frame();
  const person = cast.find(({ id }) => id === asked.person);
  const room = rooms.find(({ id, members }) => id === asked.room && members.includes(asked.person));
  if (person === undefined || room === undefined) return null;
  return {
    person: { externalId: person.id, name: person.name, language },
    room: { externalId: room.id, kind: room.kind, title: room.title },
  };
}

async function readBody<Schema extends z.ZodType>(context: Context, schema: Schema): Promise<z.output<Schema> | null> {
  const body: unknown = await context.req.json().catch(() => null);
  const parsed = schema.safeParse(body);
  return parsed.success ? parsed.data : null;
}

/** What could not be stored is answered so that the page tries again; a refusal tells what to do. */
async function guarded(context: Context, { log }: RehearsalParts, act: () => Promise<Response>): Promise<Response> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof AppError) return failed(context, error.code === 'conflict' ? 503 : 400, 'refused');
    log.error({ err: error }, 'rehearsal room: an act could not be stored');
    return failed(context, 503, 'not_stored');
  }
}

function isTooLong(body: unknown): boolean {
  return (
    typeof body === 'object' &&
    body !== null &&
    'text' in body &&
    typeof body.text === 'string' &&
    body.text.length > TEXT_LIMIT
  );
}

function tooLarge(context: Context): Response {
  return failed(context, 413, 'photo_too_large');
}

const codes = { 400: 'invalid', 404: 'not_found', 413: 'invalid', 415: 'invalid', 503: 'unavailable' } as const;

function failed(
  context: Context,
  status: keyof typeof codes & ContentfulStatusCode,
  failure: RehearsalFailure,
): Response {
  return context.json({ error: { code: codes[status], failure, message: `rehearsal: ${failure}` } }, status);
}
