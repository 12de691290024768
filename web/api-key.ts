import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';

/** Whether the caller knows the key of other systems; without a key nobody does. */
export function hasApiKey(context: Context, apiKey: string | null): boolean {
  const given = /^Bearer (\S+)$/.exec(context.req.header('authorization') ?? '')?.[1];
  return isApiKey(given, apiKey);
}

/** Whether this is the key; nothing is while there is none. */
export function isApiKey(given: string | undefined, apiKey: string | null): boolean {
  return apiKey !== null && given !== undefined && sameKey(given, apiKey);
}

/** Refuses a call of another system, in words for whoever builds it. */
export function refuseCall(context: Context, code: 'invalid' | 'unauthorized', message: string): Response {
  return context.json({ error: { code, message } }, code === 'invalid' ? 400 : 401);
}

/** What to say to a caller without the key. */
export const keyWanted = 'send the header "Authorization: Bearer <API_KEY>"';

/** Compares hashes, so that neither the length nor the first difference shows in the time. */
function sameKey(given: string, key: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(key));
}
