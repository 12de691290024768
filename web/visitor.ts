import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';

/**
 * Where a request comes from. What a proxy says of it is believed only from a proxy on this machine or its own network; of
 * several addresses the last one is what that proxy saw itself. IPv6 by its network: one house has all of it.
 */
export function visitorAddress(context: Context): string {
  const bindings = context.env as Partial<HttpBindings> | undefined;
  const direct = (bindings?.incoming?.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  const passedOn = context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '';
  const address = passedOn !== '' && isOwnNetwork(direct) ? passedOn : direct;
  return address.includes(':') ? address.split(':').slice(0, 4).join(':') : address;
}

function isOwnNetwork(address: string): boolean {
  return address === '' || /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|::1$|f[cd])/i.test(address);
}

/**
 * Whether a form was sent from a page of another site: the browser says so itself, older ones by the page's origin. Ours say
 * "null" there, because they give no referrer.
 */
export function isForeignForm(context: Context, publicUrl: string | null): boolean {
  const site = context.req.header('sec-fetch-site');
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const origin = context.req.header('origin');
  if (origin === undefined || origin === 'null') return false;
  const hosts = [context.req.header('host'), publicUrl === null ? undefined : new URL(publicUrl).host];
  return !URL.canParse(origin) || !hosts.includes(new URL(origin).host);
}
