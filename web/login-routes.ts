import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono, type Context } from 'hono';
import type { SignedLinks } from '../bot/sign-links.ts';
import { textsIn } from '../bot/texts/texts-in.ts';
import type { WechatLogin } from '../bot/wechat/settings.ts';
import type { Clock } from '../core/clock.ts';
import type { Person } from '../core/people.ts';
import { mayLogIn } from '../core/permission.ts';
import type { Store } from '../core/ports/store.ts';
import { isLocalName } from './local-name.ts';
import { pageLanguage } from './page-language.ts';
import { loginPage } from './pages/login-page.ts';
import { noticePage } from './pages/notice-page.ts';

/** What the page for WeChat's login stands on. */
export interface LoginParts {
  store: Store;
  clock: Clock;
  links: Pick<SignedLinks, 'readLogin'>;
  /** How the login stands; null where WeChat is not configured. */
  login: () => WechatLogin | null;
}

/**
 * `/wechat/login`: the code to scan. Whoever sees it can take the account: it is shown to a browser on this very machine, and
 * with `?k=<key>` to the administrator for whom the link was signed, whose right is looked up anew each time.
 */
export function loginRoutes(parts: LoginParts): Hono {
  const routes = new Hono();
  routes.get('/login', async (context) => {
    const language = pageLanguage(context);
    const reader = await readerOf(context, parts);
    if (reader === null && !isOwnMachine(context)) {
      return context.html(noticePage(language, textsIn(language).web.page.login.refused), 403);
    }
    context.header('cache-control', 'no-store');
    return context.html(loginPage(reader?.language ?? language, parts.login()));
  });
  return routes;
}

/** The administrator whom the link was signed for, and who still is one. */
async function readerOf(context: Context, { store, clock, links }: LoginParts): Promise<Person | null> {
  const link = links.readLogin(context.req.query('k') ?? '', clock.now());
  if (link === null || link === 'expired') return null;
  const person = await store.read.people.byId(link.reader);
  return person !== null && mayLogIn(person) ? person : null;
}

/** The connection comes from loopback, was not passed on by a proxy, and asks for no foreign name that points here. */
function isOwnMachine(context: Context): boolean {
  const { address } = getConnInfo(context).remote;
  const passedOn = ['x-forwarded-for', 'forwarded', 'x-real-ip'].some(
    (header) => context.req.header(header) !== undefined,
  );
  return !passedOn && isLoopback(address ?? '') && isLocalName(context.req.header('host') ?? '');
}

function isLoopback(address: string): boolean {
  const plain = address.replace(/^::ffff:/, '');
  return plain === '::1' || plain.startsWith('127.');
}
