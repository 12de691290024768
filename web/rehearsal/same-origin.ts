import type { MiddlewareHandler } from 'hono';
import { isLocalName } from '../local-name.ts';

/**
 * Lets in only pages of our own: in the rehearsal room anybody may act as anybody of the cast. A page of another site could
 * reach a program on this computer by a name that it points here (DNS rebinding): so the Host must be an address, localhost
 * or our public name. What acts must carry our own header, which other sites may not send, and our Origin.
 */
export function sameOrigin(publicUrl: string | null): MiddlewareHandler {
  const publicHost = publicUrl === null ? null : new URL(publicUrl).host;
  return async (context, next) => {
    const host = context.req.header('host') ?? '';
    if (host !== publicHost && !isLocalName(host)) return refused(context.json.bind(context));
    if (context.req.method === 'POST') {
      const origin = context.req.header('origin');
      const ours = origin === undefined || originHost(origin) === host;
      if (!ours || context.req.header('x-qunfang') !== 'rehearsal') return refused(context.json.bind(context));
    }
    await next();
    return undefined;
  };
}

type AnswerJson = (body: object, status: 403) => Response;

function refused(json: AnswerJson): Response {
  return json(
    { error: { code: 'forbidden', failure: 'refused', message: 'only the rehearsal room itself may do this' } },
    403,
  );
}

function originHost(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
