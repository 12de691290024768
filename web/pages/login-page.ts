import { html, raw } from 'hono/html';
import { renderSVG } from 'uqr';
import { textsIn } from '../../bot/texts/texts-in.ts';
import type { WechatLogin } from '../../bot/wechat/settings.ts';
import type { Language } from '../../core/message.ts';
import { brandLine } from './brand-line.ts';
import { page, type Markup } from './layout.ts';

/** How WeChat's login stands, with the code to scan where there is one. Null: WeChat is not configured. */
export function loginPage(language: Language, login: WechatLogin | null): Markup {
  const { page: words } = textsIn(language).web;
  return page({
    language,
    title: `${words.login.title} · ${words.siteName}`,
    refreshSeconds: 5,
    body: html`<main class="sheet sheet-narrow">
      ${brandLine(words)}
      <h1>${words.login.title}</h1>
      ${standing(words.login, login)}
    </main>`,
  });
}

function standing(
  words: { scan: string; waiting: string; off: string; loggedIn: (name: string) => string },
  login: WechatLogin | null,
): Markup {
  if (login === null) return html`<p class="lead">${words.off}</p>`;
  if (login.state === 'logged_in') return html`<p class="lead">${words.loggedIn(login.name)}</p>`;
  if (login.state !== 'scan') return html`<p class="lead">${words.waiting}</p>`;
  // Drawn here: whoever has the code can take the session, so it goes to no drawing service.
  return html`<p class="lead">${words.scan}</p>
    <div class="qr">${raw(renderSVG(login.qrText, { border: 2 }))}</div>`;
}
