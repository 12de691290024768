import { html } from 'htm/preact';
import type { VNode } from 'preact';

const paths = {
  plus: 'M12 5v14M5 12h14',
  send: 'M4 12h14M12 6l6 6-6 6',
  photo: 'M4 7h3l2-2.5h6L17 7h3v12H4zM12 16.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z',
  pin: 'M12 21s7-6.2 7-11.5a7 7 0 1 0-14 0C5 14.8 12 21 12 21zM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  quote: 'M5 6h14v9H11l-4 4v-4H5z',
  close: 'M6 6l12 12M18 6L6 18',
  down: 'M6 9l6 6 6-6',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2.5M12 19.5V22M2 12h2.5M19.5 12H22M5 5l1.7 1.7M17.3 17.3L19 19M5 19l1.7-1.7M17.3 6.7L19 5',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z',
  restart: 'M5 5v5h5M5.6 10A7.5 7.5 0 1 1 4.5 14',
  fire: 'M12 3c1 3.5 5 5.3 5 10a5 5 0 0 1-10 0c0-2 1-3.3 2-4.3.3 1.4 1 2 1.7 2.3C10.4 8.4 10.8 5.4 12 3z',
  water:
    'M3 9c2-1.6 4-1.6 6 0s4 1.6 6 0 4-1.6 6 0M3 14c2-1.6 4-1.6 6 0s4 1.6 6 0 4-1.6 6 0M3 19c2-1.6 4-1.6 6 0s4 1.6 6 0 4-1.6 6 0',
  exit: 'M10 4H5v16h5M14 8l4 4-4 4M18 12H9',
  person: 'M12 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM5 20c0-3.9 3.1-6 7-6s7 2.1 7 6',
  group:
    'M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3 19c0-3.3 2.6-5 6-5s6 1.7 6 5M16 11a2.6 2.6 0 1 0 0-5.2M17 14.2c2.4.4 4 2 4 4.8',
  talk: 'M3 5h11v8H8l-3 3v-3H3zM17 9h4v8h-2v3l-3-3h-5v-1',
  hand: 'M8 13V6.5a1.5 1.5 0 0 1 3 0V12m0-1V5a1.5 1.5 0 0 1 3 0v6.5m0-4a1.5 1.5 0 0 1 3 0V15a6 6 0 0 1-6 6c-3 0-4.3-1.5-5.6-3.8L4 14.6c-.8-1.4.9-2.6 2-1.5L8 15',
} as const;

export type IconName = keyof typeof paths;

/** A small line drawing; says nothing to a screen reader, its button does. */
export function Icon({ name }: { name: IconName }): VNode {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${paths[name]} /></svg>`;
}

/** The mark of 群防, as the pages and the browser's tab show it. */
export function Logo(): VNode {
  return html`<img class="logo" src="/favicon.svg" alt="" width="40" height="40" />`;
}
