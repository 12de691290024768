import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Language } from '../../core/message.ts';

/** Ready markup; whatever was put into it is escaped. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

/** What a page is made of. */
export interface PageParts {
  language: Language;
  title: string;
  body: Markup;
  /** Addresses below `/assets/`. */
  styles?: readonly string[];
  scripts?: readonly string[];
  /** Loads itself anew after so long, for pages without a script. */
  refreshSeconds?: number;
}

/** A whole page. Everything in it is readable without its scripts. */
export function page({
  language,
  title,
  body,
  styles = ['web/client/page.css'],
  scripts = [],
  refreshSeconds,
}: PageParts): Markup {
  return html`<!doctype html>
    <html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        ${refreshSeconds === undefined ? '' : html`<meta http-equiv="refresh" content="${refreshSeconds}" />`}
        <title>${title}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        ${styles.map((address) => html`<link rel="stylesheet" href="/assets/${address}" />`)}
        ${scripts.map((address) => html`<script type="module" src="/assets/${address}"></script>`)}
      </head>
      <body>
        ${body}
      </body>
    </html>`;
}
