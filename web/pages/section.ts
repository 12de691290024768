import { html } from 'hono/html';
import type { Markup } from './layout.ts';

/** A part of a page under its heading; nothing where it has no content. */
export function section(heading: string, body: Markup | ''): Markup | '' {
  return body === ''
    ? ''
    : html`<section>
        <h2>${heading}</h2>
        ${body}
      </section>`;
}
