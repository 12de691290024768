import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { CastMember } from '../rehearsal/scene.ts';
import { Logo } from './icons.ts';

/** Somebody's picture: the start of a call sign or the end of a name on a colour of their own; the bot's is its mark. */
export function Avatar({ of }: { of: CastMember | null }): VNode {
  if (of === null) return html`<span class="avatar avatar-bot" aria-hidden="true"><${Logo} /></span>`;
  return html`<span class="avatar avatar-${of.side} avatar-${of.colour}" aria-hidden="true"
    >${initials(of.name)}</span
  >`;
}

/** 东01 stays 东01, 张阿姨 becomes 张, Aunt Zhang becomes A. */
function initials(name: string): string {
  const callSign = /^\p{Script=Han}\d{1,3}$/u.exec(name);
  return callSign === null ? (/\p{Letter}/u.exec(name)?.[0] ?? '?') : callSign[0];
}
