import { Hono, type Context } from 'hono';
import type { SignedLinks } from '../bot/sign-links.ts';
import { textsIn } from '../bot/texts/texts-in.ts';
import type { Clock } from '../core/clock.ts';
import type { PersonId } from '../core/ids.ts';
import type { PersonalData } from '../core/personal-data.ts';
import type { Store } from '../core/ports/store.ts';
import { personalDataOf } from '../handlers/people/export-data.ts';
import { pageLanguage } from './page-language.ts';
import { noticePage } from './pages/notice-page.ts';
import { ownDataPage } from './pages/own-data-page.ts';

/** What the page of one's own data stands on. */
export interface OwnDataParts {
  store: Store;
  clock: Clock;
  links: Pick<SignedLinks, 'readOwnData'>;
  timeZone: () => string;
}

/** `/private/data?k=<key>` and `/private/data.json?k=<key>`: what is kept of whoever the link was signed for. */
export function ownDataRoutes(parts: OwnDataParts): Hono {
  const routes = new Hono();
  routes.get('/data', (context) =>
    answer(context, parts, (data, key) => {
      const download = `/private/data.json?k=${encodeURIComponent(key)}`;
      const language = pageLanguage(context);
      return context.html(ownDataPage({ language, data, timeZone: parts.timeZone(), download }), 200, fresh);
    }),
  );
  routes.get('/data.json', (context) =>
    answer(context, parts, (data) =>
      context.body(`${JSON.stringify(data, null, 2)}\n`, 200, {
        ...fresh,
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': 'attachment; filename="my-data.json"',
      }),
    ),
  );
  return routes;
}

/** Nothing of it stays in a browser's store. */
const fresh = { 'cache-control': 'no-store' } as const;

async function answer(
  context: Context,
  { store, clock, links }: OwnDataParts,
  show: (data: PersonalData, key: string) => Response | Promise<Response>,
): Promise<Response> {
  const language = pageLanguage(context);
  const { expired, forbidden } = textsIn(language).web.page.ownData;
  const key = context.req.query('k') ?? '';
  const link = links.readOwnData(key, clock.now());
  if (link === 'expired') return context.html(noticePage(language, expired), 410);
  const data = link === null ? null : await dataFor(store, link.reader);
  return data === null ? context.html(noticePage(language, forbidden), 404) : show(data, key);
}

async function dataFor({ read }: Store, reader: PersonId): Promise<PersonalData | null> {
  const person = await read.people.byId(reader);
  return person && personalDataOf(read, person);
}
