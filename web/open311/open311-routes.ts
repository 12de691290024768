import { Hono, type Context } from 'hono';
import { routePath } from 'hono/route';
import type { Log } from '../../core/ports/log.ts';
import { pageLanguage } from '../page-language.ts';
import { visitorAddress } from '../visitor.ts';
import { answer, nameIn, refuse, refuseFor, wordsFor } from './answer.ts';
import { discovery } from './discovery.ts';
import { asked } from './fields.ts';
import { fileRequest, formLimit, type FilingParts } from './file-request.ts';
import { plainSchema } from './question.ts';
import { ReadLimit, readLimit } from './read-limit.ts';
import {
  exportRequests,
  knowsKey,
  listRequests,
  resolveToken,
  showRequest,
  type ShowingParts,
} from './show-requests.ts';
import { kindOf, serviceDefinition, serviceList } from './services.ts';

/** What the Open311 interface stands on. */
export interface Open311Parts extends FilingParts, ShowingParts {
  log: Log;
  /** Without a trailing slash; null: the address under which somebody asked. */
  publicUrl: string | null;
  /** The demo zone: nobody acts on what is filed there. */
  isTest: boolean;
}

/** Where the interface is, below the program's address. */
export const open311Path = '/open311/v2';

/**
 * Open311 GeoReport v2 over the hazards (http://wiki.open311.org/GeoReport_v2): anybody may read what is public, a system
 * with the key may file. Words follow Accept-Language; an address ends in `.json` or `.xml`.
 */
export function open311Routes(parts: Open311Parts): Hono {
  const routes = new Hono();
  const limit = new ReadLimit(parts.clock);
  routes.get('*', async (context, next) => {
    if (knowsKey(context, parts) || limit.mayAsk(visitorAddress(context))) return next();
    context.header('retry-after', String(readLimit.windowMs / 1000));
    return refuseFor(context, 429, 'too_many');
  });
  routes.get('/:file{discovery\\.(?:json|xml)}', (context) => tellWhere(context, parts));
  routes.get('/:file{services\\.(?:json|xml)}', (context) => listServices(context));
  routes.get('/services/:file{[^/]+\\.(?:json|xml)}', (context) => defineService(context, context.req.param('file')));
  routes.get('/requests.geojson', (context) => exportRequests(context, parts));
  routes.get('/:file{requests\\.(?:json|xml)}', (context) => listRequests(context, parts));
  routes.post('/:file{requests\\.(?:json|xml)}', formLimit, (context) => fileRequest(context, parts));
  routes.get('/requests/:file{[^/]+\\.(?:json|xml)}', (context) =>
    showRequest(context, parts, nameIn(context.req.param('file'))),
  );
  routes.get('/tokens/:file{[^/]+\\.(?:json|xml)}', (context) =>
    resolveToken(context, parts, nameIn(context.req.param('file'))),
  );
  routes.all('*', (context) => refuseFor(context, 404, 'no_such_address'));
  routes.onError((error, context) => {
    parts.log.error({ err: error, route: routePath(context), method: context.req.method }, 'an Open311 call failed');
    return refuseFor(context, 500, 'failed');
  });
  return routes;
}

function tellWhere(context: Context, { publicUrl, zone, isTest }: Open311Parts): Response {
  const question = asked(context, plainSchema);
  if (question instanceof Response) return question;
  const url = `${publicUrl ?? new URL(context.req.url).origin}${open311Path}`;
  return answer(context, 'discovery', discovery(wordsFor(context), { zone: zone().name, url, isTest }));
}

function listServices(context: Context): Response {
  const question = asked(context, plainSchema);
  if (question instanceof Response) return question;
  return answer(context, 'services', serviceList(pageLanguage(context)));
}

function defineService(context: Context, file: string): Response {
  const question = asked(context, plainSchema);
  if (question instanceof Response) return question;
  const code = nameIn(file);
  const kind = kindOf(code);
  if (kind === null) return refuse(context, 404, [wordsFor(context).noSuchService(code.slice(0, 60))]);
  return answer(context, 'service_definition', serviceDefinition(kind, pageLanguage(context)));
}
