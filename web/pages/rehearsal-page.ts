import { html } from 'hono/html';
import type { Language } from '../../core/message.ts';
import type { Markup } from './layout.ts';

/** The rehearsal room's page before its script has run. */
export function rehearsalPage(words: { language: Language; title: string; wait: string; needsScript: string }): Markup {
  return html`<!doctype html>
    <html lang="${words.language === 'zh' ? 'zh-CN' : 'en'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <title>${words.title}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/web/client/rehearsal.css" />
        <link rel="stylesheet" href="/assets/web/client/phone.css" />
        <script src="/assets/web/client/theme.js"></script>
        <script type="module" src="/assets/web/client/rehearsal.js"></script>
      </head>
      <body>
        <div id="stage">
          <div class="curtain" role="status"><span class="spinner"></span>${words.wait}</div>
          <noscript><p class="curtain">${words.needsScript}</p></noscript>
        </div>
      </body>
    </html>`;
}
