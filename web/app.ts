import { Hono, type Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { routePath } from 'hono/route';
import { textsIn } from '../bot/texts/texts-in.ts';
import type { WechatLogin } from '../bot/wechat/settings.ts';
import type { Log } from '../core/ports/log.ts';
import { assetRoutes } from './asset-routes.ts';
import type { Asset } from './assets.ts';
import { calendarRoutes } from './calendar-routes.ts';
import { databaseAnswers, healthRoutes, type HealthParts } from './health.ts';
import { hazardApiRoutes, type HazardApiParts } from './hazard-api-routes.ts';
import { hazardRoutes, type HazardParts } from './hazard-routes.ts';
import { incidentRoutes, type IncidentParts } from './incident-routes.ts';
import { loginRoutes } from './login-routes.ts';
import { matterPaperRoutes } from './matter-paper-routes.ts';
import { monthRoutes, type MonthParts } from './month-routes.ts';
import { open311Path, open311Routes, type Open311Parts } from './open311/open311-routes.ts';
import { orderRoutes, type OrderParts } from './order-routes.ts';
import { ownDataRoutes } from './own-data-routes.ts';
import { pageLanguage } from './page-language.ts';
import { logoSvg } from './pages/logo.ts';
import { noticePage } from './pages/notice-page.ts';
import { rehearsalPage } from './pages/rehearsal-page.ts';
import { startPage } from './pages/start-page.ts';
import { placeProfileRoutes } from './place-profile-routes.ts';
import { pointRoutes } from './point-routes.ts';
import { placeRoutes, type PlaceParts } from './place-routes.ts';
import { rehearsalRoutes, type RehearsalParts } from './rehearsal/rehearsal-routes.ts';
import { reportRoutes, type ReportParts } from './report-routes.ts';
import { securityHeaders } from './security-headers.ts';
import { matterRoutes } from './matter-routes.ts';
import { sessionInviteRoutes } from './session-invite-routes.ts';
import { tellRoutes } from './tell-routes.ts';

/** What the web stands on. */
export interface WebParts {
  log: Log;
  assets: ReadonlyMap<string, Asset>;
  health: HealthParts;
  orders: OrderParts;
  incidents: IncidentParts;
  reports: ReportParts;
  months: MonthParts;
  places: PlaceParts;
  hazards: HazardParts;
  hazardApi: HazardApiParts;
  open311: Open311Parts;
  /** How WeChat's login stands; null where WeChat is not configured. */
  wechatLogin: () => WechatLogin | null;
  /** Null in real use: then `/` says what runs. */
  rehearsal: RehearsalParts | null;
}

/** What the pages load; for `loadAssets`. */
export const assetEntries = [
  'web/client/rehearsal.ts',
  'web/client/theme.ts',
  'web/client/live-page.ts',
  'web/client/rehearsal.css',
  'web/client/phone.css',
  'web/client/page.css',
  'web/client/place-form.ts',
  'web/client/place.css',
  'web/client/matter.css',
] as const;

/** Every page and every door of the program but Telegram's, which takes the short way (web/telegram-webhook.ts). */
export function createApp(parts: WebParts): Hono {
  const app = new Hono();
  app.use(securityHeaders);
  app.get('/', (context) => home(context, parts));
  app.get('/favicon.svg', (context) => favicon(context));
  app.get('/favicon.ico', (context) => favicon(context));
  app.route('/', healthRoutes(parts.health));
  app.route('/assets', assetRoutes(parts.assets));
  app.route('/o', orderRoutes(parts.orders));
  app.route('/i', incidentRoutes(parts.incidents));
  app.route('/m', monthRoutes(parts.months));
  app.route('/calendar', calendarRoutes(parts.months));
  app.route('/private', matterPaperRoutes(parts.months));
  const privately = { ...parts.hazards, publicUrl: parts.places.publicUrl };
  app.route('/private', matterRoutes(privately));
  app.route('/private', tellRoutes(privately));
  app.route('/private', sessionInviteRoutes(parts.months));
  app.route('/private', ownDataRoutes(parts.incidents));
  app.route('/', placeRoutes(parts.places));
  app.route('/', pointRoutes({ ...parts.hazards, publicUrl: parts.places.publicUrl }));
  app.route('/places', placeProfileRoutes({ ...parts.hazards, publicUrl: parts.places.publicUrl }));
  app.route('/h', hazardRoutes(parts.hazards));
  app.route('/api', reportRoutes(parts.reports));
  app.route('/api', hazardApiRoutes(parts.hazardApi));
  app.route(open311Path, open311Routes(parts.open311));
  app.route('/wechat', loginRoutes({ ...parts.incidents, login: parts.wechatLogin }));
  if (parts.rehearsal !== null) app.route('/rehearsal', rehearsalRoutes(parts.rehearsal));
  app.notFound((context) => notFound(context));
  app.onError((error, context) => failed(error, context, parts));
  return app;
}

async function home(context: Context, { health, rehearsal }: WebParts): Promise<Response> {
  const language = pageLanguage(context);
  if (rehearsal === null) {
    const database = health.storage.lostSince === null && (await databaseAnswers(health));
    const running = { database, adapters: health.adapters() };
    return context.html(startPage(language, running));
  }
  const { rehearsal: words, page } = textsIn(language).web;
  const title = `${words.product} ${words.title}`;
  return context.html(rehearsalPage({ language, title, wait: page.wait, needsScript: page.needsScript }));
}

function favicon(context: Context): Response {
  return context.body(logoSvg, 200, { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=86400' });
}

/** A page for people, JSON for programs. */
function notFound(context: Context): Response | Promise<Response> {
  if (wantsJson(context)) return context.json({ error: { code: 'not_found', message: 'no such address' } }, 404);
  const language = pageLanguage(context);
  return context.html(noticePage(language, textsIn(language).web.page.notFound), 404);
}

/** The address is not logged: it may hold somebody's key. The route's pattern tells enough. */
async function failed(error: Error, context: Context, { log, health }: WebParts): Promise<Response> {
  // Refusals of the framework itself, such as a body over its limit.
  if (error instanceof HTTPException) return error.getResponse();
  if (!(await health.storage.works())) return unstored(context);
  log.error({ err: error, route: routePath(context), method: context.req.method }, 'a page failed');
  if (wantsJson(context)) return context.json({ error: { code: 'failed', message: 'it was noted' } }, 500);
  const language = pageLanguage(context);
  return context.html(noticePage(language, textsIn(language).web.page.failed), 500);
}

/** Nobody will see what was sent, nor be told of it by the log; whoever sent it must know. */
function unstored(context: Context): Response | Promise<Response> {
  context.header('retry-after', '30');
  const message = 'nothing can be stored now; send it again later';
  if (wantsJson(context)) return context.json({ error: { code: 'unavailable', message } }, 503);
  const language = pageLanguage(context);
  return context.html(noticePage(language, textsIn(language).web.page.unstored), 503);
}

function wantsJson(context: Context): boolean {
  return (
    context.req.path.startsWith('/rehearsal/') || (context.req.header('accept') ?? '').includes('application/json')
  );
}
