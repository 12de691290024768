import { Hono, type Context } from 'hono';
import type { SignedLinks } from '../bot/sign-links.ts';
import { textsIn } from '../bot/texts/texts-in.ts';
import type { Clock } from '../core/clock.ts';
import { invited, sideOf } from '../core/dispute.ts';
import type { Matter } from '../core/matter.ts';
import type { Person } from '../core/people.ts';
import { matterRights } from '../core/matter-permission.ts';
import type { Store } from '../core/ports/store.ts';
import type { Session } from '../core/session.ts';
import { pageLanguage } from './page-language.ts';
import { noticePage } from './pages/notice-page.ts';
import { sessionInvite } from './session-invite.ts';

/** What the invitations stand on. */
export interface SessionInviteParts {
  store: Store;
  clock: Clock;
  links: Pick<SignedLinks, 'readSession'>;
}

/**
 * `/private/s/<number>/<n>.ics?k=<key>`: a session for the calendar of the one for whom the link was signed: a side that is invited,
 * or who mediates. Rights can end while a link lives, so they are looked up each time.
 */
export function sessionInviteRoutes(parts: SessionInviteParts): Hono {
  const routes = new Hono();
  routes.get('/s/:number/:file{\\d{1,3}\\.ics}', (context) => show(context, parts));
  return routes;
}

async function show(context: Context, { store, clock, links }: SessionInviteParts): Promise<Response> {
  const language = pageLanguage(context);
  const { expired, forbidden } = textsIn(language).web.page.invite;
  const number = context.req.param('number') ?? '';
  const n = (context.req.param('file') ?? '').replace(/\.ics$/, '');
  const now = clock.now();
  const link = links.readSession(number, n, context.req.query('k') ?? '', now);
  if (link === 'expired') return context.html(noticePage(language, expired), 410);
  const reader = link === null ? null : await store.read.people.byId(link.reader);
  const matter = reader === null ? null : await store.read.matters.byNumber(number);
  const session = matter?.body.sessions.find((one) => String(one.n) === n);
  const found =
    reader !== null &&
    matter !== null &&
    session !== undefined &&
    (await isInvited(store, reader, matter, session, now));
  const invitation = found ? sessionInvite(matter, session) : null;
  // A forged link, somebody who is no side any more, and a session that never was: all look alike.
  if (invitation === null) return context.html(noticePage(language, forbidden), 404);
  return context.body(invitation, 200, {
    'content-type': 'text/calendar; charset=utf-8; method=PUBLISH',
    'content-disposition': `attachment; filename="${number}.ics"`,
    'cache-control': 'private, no-store',
  });
}

/** Whoever mediates, or a side that is asked to come: the other one's talk is nobody's business. */
async function isInvited(
  { read }: Store,
  reader: Person,
  matter: Matter,
  session: Session,
  now: number,
): Promise<boolean> {
  const rights = matterRights(reader, await read.matters.people(matter.id), [], now, matter.body.parties);
  if (rights.has('owner') || rights.has('co_owner')) return true;
  const side = rights.has('party') || rights.has('teller') ? sideOf(matter, reader.id) : null;
  return invited(session, matter.body.parties).some(({ key }) => key === side);
}
