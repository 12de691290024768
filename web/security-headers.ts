import type { MiddlewareHandler } from 'hono';

/** Only our own scripts, styles and pictures; nobody may frame us, and no address of ours travels on in a referrer. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What every answer to a browser carries. */
export const securityHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  const { headers } = context.res;
  headers.set('content-security-policy', policy);
  headers.set('x-content-type-options', 'nosniff');
  headers.set('x-frame-options', 'DENY');
  headers.set('referrer-policy', 'no-referrer');
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('cross-origin-resource-policy', 'same-origin');
  // A page whose own button asks where somebody is says so itself.
  if (!headers.has('permissions-policy')) {
    headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=()');
  }
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
};
