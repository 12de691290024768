import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { render } from '../bot/present/render.ts';
import type { RenderZone } from '../bot/present/render-tools.ts';
import { tapAnswer } from '../bot/present/tap-answer.ts';
import type { SignedLinks } from '../bot/sign-links.ts';
import { textsIn } from '../bot/texts/texts-in.ts';
import type { Clock } from '../core/clock.ts';
import type { NoticeId, PersonId, RoomId, Token } from '../core/ids.ts';
import type { Order } from '../core/incident.ts';
import type { Card, Verb } from '../core/message.ts';
import type { TapResult } from '../core/tap-result.ts';
import type { Person } from '../core/people.ts';
import type { Log } from '../core/ports/log.ts';
import type { Store } from '../core/ports/store.ts';
import type { EventStreams } from './event-streams.ts';
import { pageLanguage } from './page-language.ts';
import { pageCapabilities, pageRoom } from './page-room.ts';
import { noticePage } from './pages/notice-page.ts';
import { orderPage } from './pages/order-page.ts';

const BODY_LIMIT_BYTES = 4 * 1024;
const longestCard = 8_000;
const answerForm = /^([a-z_]{2,20})(?:\.([\w-]{1,20}))?$/;

/** What the one-tap pages stand on. */
export interface OrderParts {
  store: Store;
  clock: Clock;
  log: Log;
  links: SignedLinks;
  streams: EventStreams;
  zone: () => RenderZone;
  /** The same claim as every other door. */
  answerByLink: (token: Token, personId: PersonId, verb: Verb, value?: string) => Promise<TapResult>;
}

/** `/o/<signed token>`: the order, for whoever was reached by a link. */
export function orderRoutes(parts: OrderParts): Hono {
  const routes = new Hono();
  routes.get('/:signed', (context) => withOrder(context, parts, (found) => show(context, parts, found, null)));
  routes.post('/:signed', bodyLimit({ maxSize: BODY_LIMIT_BYTES }), (context) =>
    withOrder(context, parts, (found) => answer(context, parts, found)),
  );
  routes.get('/:signed/events', (context) => withOrder(context, parts, (found) => live(context, parts, found)));
  return routes;
}

interface Found {
  order: Order;
  person: Person;
}

async function withOrder(
  context: Context,
  { store, links, clock }: OrderParts,
  go: (found: Found) => Response | Promise<Response>,
): Promise<Response> {
  const language = pageLanguage(context);
  const words = textsIn(language).web.page.order;
  const link = links.readOrder(context.req.param('signed') ?? '', clock.now());
  if (link === 'expired') return context.html(noticePage(language, words.expired), 410);
  const order = link === null ? null : await store.read.incidents.orderByToken(link.token);
  const person = order === null ? null : await store.read.people.byId(order.personId);
  if (order === null || person === null) return context.html(noticePage(language, words.forged), 404);
  return go({ order, person });
}

async function show(
  context: Context,
  parts: OrderParts,
  { order, person }: Found,
  result: string | null,
  status: 200 | 503 = 200,
): Promise<Response> {
  const card = await cardOf(parts, order, person);
  const liveFrom = `${new URL(context.req.url).pathname}/events`;
  return context.html(orderPage({ language: person.language, card, result, liveFrom }), status);
}

async function answer(context: Context, parts: OrderParts, found: Found): Promise<Response> {
  const { order, person } = found;
  const texts = textsIn(person.language);
  const asked = answerForm.exec(await pressed(context));
  if (asked === null) return show(context, parts, found, tapAnswer({ kind: 'stale' }, texts));
  try {
    const result = await parts.answerByLink(order.token, person.id, asked[1] as Verb, asked[2]);
    return await show(context, parts, found, tapAnswer(result, texts));
  } catch (error) {
    parts.log.error({ err: error, order: order.id }, 'an answer by link could not be stored');
    return show(context, parts, found, texts.web.page.order.unavailable, 503);
  }
}

/** The button of the form that was pressed; '' when what came is no form of ours. */
async function pressed(context: Context): Promise<string> {
  const form = new URLSearchParams(await context.req.text());
  return form.get('answer') ?? '';
}

/** Says that something changed, so that the page looks again. A page that does so is open before somebody's eyes: seen. */
function live(context: Context, parts: OrderParts, { order, person }: Found): Response {
  return parts.streams.answer(context, {
    open: async (write) => {
      const stop = parts.store.listen((word) => {
        if (word.about === 'incident' && word.id === order.incidentId) write({ data: 'changed' });
      });
      if (order.answer === 'open' && order.seenAt === null) {
        await parts.answerByLink(order.token, person.id, 'received').catch((error: unknown) => {
          parts.log.warn({ err: error, order: order.id }, 'an opened link could not be noted');
        });
      }
      return stop;
    },
    heartbeat: () => 'still',
  });
}

/** The order's message as its person would get it now. */
async function cardOf(parts: OrderParts, order: Order, person: Person): Promise<Card | null> {
  const now = parts.clock.now();
  const rendered = await render(
    {
      id: '' as NoticeId,
      roomId: '' as RoomId,
      notice: { kind: 'order', orderId: order.id },
      priority: 'order',
      readerId: person.id,
      slot: null,
      replyTo: null,
      queuedAt: now,
      dueAt: now,
      expiresAt: null,
      attempts: 0,
    },
    pageRoom(person),
    {
      read: parts.store.read,
      links: parts.links,
      zone: parts.zone(),
      capabilities: pageCapabilities(longestCard),
      now,
    },
  );
  return rendered?.kind === 'card' ? rendered.card : null;
}
