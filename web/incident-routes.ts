import { Hono, type Context } from 'hono';
import type { SignedLinks } from '../bot/sign-links.ts';
import { textsIn } from '../bot/texts/texts-in.ts';
import { afterActionReport } from '../core/after-action.ts';
import type { Clock } from '../core/clock.ts';
import type { Person } from '../core/people.ts';
import { maySeeIncident, maySeeOriginals } from '../core/permission.ts';
import type { IncidentView } from '../core/ports/incidents.ts';
import type { Store } from '../core/ports/store.ts';
import type { EventStreams } from './event-streams.ts';
import { pageLanguage } from './page-language.ts';
import { incidentPage } from './pages/incident-page.ts';
import { noticePage } from './pages/notice-page.ts';
import { answerCopy, answerOriginal, shownPhotos } from './photo-answer.ts';
import type { PhotoSource } from './photo-answer.ts';
import { drawSheets } from './pdf/draw-sheets.ts';

/** So many pictures are printed; the page shows them all. */
const printedPhotos = 12;

/** What the incident pages stand on. */
export interface IncidentParts {
  store: Store;
  clock: Clock;
  links: SignedLinks;
  streams: EventStreams;
  timeZone: () => string;
  photos: PhotoSource;
}

interface Found {
  view: IncidentView;
  reader: Person;
  /** The key of the address, for the addresses of what belongs to the page. */
  key: string;
}

/** `/i/<number>?k=<key>`: the incident's page, and `/i/<number>.pdf?k=<key>` the same to be filed, for people who may see it. */
export function incidentRoutes(parts: IncidentParts): Hono {
  const routes = new Hono();
  routes.get('/:number{[^/]+\\.pdf}', (context) => withIncident(context, parts, (found) => pdf(context, parts, found)));
  routes.get('/:number', (context) => withIncident(context, parts, (found) => show(context, parts, found)));
  routes.get('/:number/events', (context) => withIncident(context, parts, (found) => live(context, parts, found)));
  routes.get('/:number/photos/:file', (context) =>
    withIncident(context, parts, (found) => photo(context, parts, found, 'copy')),
  );
  routes.get('/:number/photos/:file/original', (context) =>
    withIncident(context, parts, (found) => photo(context, parts, found, 'original')),
  );
  return routes;
}

async function withIncident(
  context: Context,
  { store, links, clock }: IncidentParts,
  go: (found: Found) => Response | Promise<Response>,
): Promise<Response> {
  const language = pageLanguage(context);
  const words = textsIn(language).web.page.incident;
  const number = (context.req.param('number') ?? '').replace(/\.pdf$/, '');
  const key = context.req.query('k') ?? '';
  const link = links.readIncident(number, key, clock.now());
  if (link === 'expired') return context.html(noticePage(language, words.expired), 410);
  // Whether there is such an incident is told only to whoever may see it.
  const incident = link === null ? null : await store.read.incidents.byNumber(number);
  const view = incident === null ? null : await store.read.incidents.view(incident.id);
  const reader = link === null ? null : await store.read.people.byId(link.reader);
  if (view === null || reader === null || !maySeeIncident(reader, view.orders)) {
    return context.html(noticePage(language, words.forbidden), 404);
  }
  return go({ view, reader, key });
}

/** What the page and the PDF tell this reader. */
async function told({ store, timeZone }: IncidentParts, { view, reader }: Found) {
  const trace = await store.read.trace.of(`incident:${view.incident.id}`);
  return {
    language: reader.language,
    report: afterActionReport(view, trace, timeZone()),
    timeZone: timeZone(),
    all: reader.roles.some((role) => role === 'duty_officer' || role === 'admin'),
    kept: await shownPhotos(store.read, await store.read.files.ofIncident(view.incident.id)),
  };
}

async function pdf(context: Context, parts: IncidentParts, found: Found): Promise<Response> {
  const { kept, ...shown } = await told(parts, found);
  const opened = await Promise.all(kept.slice(0, printedPhotos).map(({ id }) => parts.photos.copy(id, 'shared')));
  const photos = await Promise.all(
    opened.flatMap((photo) => (photo === null ? [] : [new Response(photo.bytes).bytes()])),
  );
  const name = `${shown.report.number}.pdf`;
  return context.body(await drawSheets({ kind: 'report', ...shown, photos }), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="${name}"`,
    'cache-control': 'private, no-store',
  });
}

async function show(context: Context, parts: IncidentParts, found: Found): Promise<Response> {
  const { view, reader, key } = found;
  const { kept, ...shown } = await told(parts, found);
  const originals = maySeeOriginals(reader);
  const path = new URL(context.req.url).pathname;
  return context.html(
    incidentPage({
      ...shown,
      photos: kept.map(({ id }) => ({
        small: `${path}/photos/${id}?k=${key}&size=small`,
        shared: `${path}/photos/${id}?k=${key}`,
        original: originals ? `${path}/photos/${id}/original?k=${key}` : null,
      })),
      pdf: `${path}.pdf?k=${key}`,
      liveFrom: view.incident.state === 'closed' ? null : `${path}/events?k=${key}`,
    }),
  );
}

function live(context: Context, { store, streams }: IncidentParts, { view }: Found): Response {
  return streams.answer(context, {
    open: (write) =>
      Promise.resolve(
        store.listen((word) => {
          if (word.about === 'incident' && word.id === view.incident.id) write({ data: 'changed' });
        }),
      ),
    heartbeat: () => 'still',
  });
}

async function photo(
  context: Context,
  { store, photos }: IncidentParts,
  { view, reader }: Found,
  which: 'copy' | 'original',
): Promise<Response> {
  const files = await store.read.files.ofIncident(view.incident.id);
  const file = files.find(({ id }) => id === context.req.param('file'));
  if (file?.state !== 'stored') return context.notFound();
  if (which === 'copy') return answerCopy(context, photos, file.id);
  return maySeeOriginals(reader) ? answerOriginal(context, photos, file) : context.notFound();
}
