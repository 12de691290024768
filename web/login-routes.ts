import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono, type Context } from 'hono';
import { textsIn } from '../bot/texts/texts-in.ts';
import type { WechatLogin } from '../bot/wechat/settings.ts';
import { isLocalName } from './local-name.ts';
import { pageLanguage } from './page-language.ts';
import { loginPage } from './pages/login-page.ts';
import { noticePage } from './pages/notice-page.ts';

/** `/wechat/login`: the code to scan. Only for a browser on this very machine: whoever sees the code can take the account. */
export function loginRoutes(login: () => WechatLogin | null): Hono {
  const routes = new Hono();
  routes.get('/login', (context) => {
    const language = pageLanguage(context);
    if (!isOwnMachine(context)) {
      return context.html(noticePage(language, textsIn(language).web.page.login.refused), 403);
    }
    return context.html(loginPage(language, login()));
  });
  return routes;
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
