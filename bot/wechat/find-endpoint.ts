import { z } from 'zod';

/** wechaty's own directory of puppet services (https://wechaty.js.org/docs/puppet-services/). */
export const wechatyDirectory = 'https://api.chatie.io';

const ANSWER_MS = 10_000;

/** A service that is known and not there stands at port 0. */
const place = z.object({ host: z.string().regex(/^[\w.:-]+$/), port: z.int().min(1).max(65_535) });

/**
 * Where the puppet service of a token is. wechaty's own look-up is not used: it answers gRPC in a way that gRPC no longer
 * understands, which ends the program, and it prints the token.
 * @returns `host:port`
 * @throws Error when the directory cannot be reached or knows no service for the token; it does not hold the token
 */
export async function findEndpoint(token: string, directory: string): Promise<string> {
  const answer = await fetch(`${directory}/v0/hosties/${encodeURIComponent(token)}`, {
    signal: AbortSignal.timeout(ANSWER_MS),
  });
  const found = place.safeParse(answer.ok ? await answer.json() : await answer.text());
  if (!found.success) {
    const hint = 'set WECHATY_PUPPET_SERVICE_ENDPOINT, if its address is known';
    throw new Error(`wechaty's directory knows no service for the token (${answer.status}): ${hint}`);
  }
  const { host, port } = found.data;
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}
