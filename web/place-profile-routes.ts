import { Hono, type Context } from 'hono';
import { colourLines, closedEntry, openEntry } from '../bot/present/place-info-card.ts';
import { placeShown, type PlaceShown } from '../bot/present/place-shown.ts';
import type { Presenting } from '../bot/present/presenting.ts';
import { textsIn } from '../bot/texts/texts-in.ts';
import type { Hazard } from '../core/hazard.ts';
import type { CardLine } from '../core/message.ts';
import type { Person, Place } from '../core/people.ts';
import { maySeeHazard } from '../core/hazard-permission.ts';
import { mayPrintCodes } from '../core/permission.ts';
import { pageLanguage } from './page-language.ts';
import { noticePage } from './pages/notice-page.ts';
import { placeProfilePage, type ListedHazard } from './pages/place-profile-page.ts';
import { sheetStyle } from './pages/place-sheets.ts';
import type { ProfileParts } from './place-profile-parts.ts';
import { chooseSheets, openSheets } from './place-sheet-routes.ts';

/**
 * `/places/<code>?k=<key>`: a place as far as one reader may see it, whose right is looked up each time; `/places/qr`: the codes
 * to print. Nothing here changes anything.
 */
export function placeProfileRoutes(parts: ProfileParts): Hono {
  const routes = new Hono();
  routes.get('/sheets.css', (context) => context.body(sheetStyle, 200, { 'content-type': 'text/css; charset=utf-8' }));
  routes.get('/qr', (context) => withPrinter(context, parts, (reader) => chooseSheets(context, parts, reader)));
  routes.get('/qr/sheets', (context) => withPrinter(context, parts, (reader) => openSheets(context, parts, reader)));
  routes.get('/:code', (context) => withPlace(context, parts, (place, reader) => show(context, parts, place, reader)));
  return routes;
}

type Answer = Response | Promise<Response>;

async function withPlace(
  context: Context,
  { store, links, clock, zone }: ProfileParts,
  go: (place: Place, reader: Person) => Answer,
): Promise<Response> {
  const language = pageLanguage(context);
  const words = textsIn(language).web.page.place.profile;
  const code = context.req.param('code') ?? '';
  const link = links.readPlace(code, context.req.query('k') ?? '', clock.now());
  if (link === 'expired') return context.html(noticePage(language, words.expired), 410);
  const reader = link === null ? null : await store.read.people.byId(link.reader);
  const place = zone().places.find((one) => one.active && one.code === code);
  // Whether there is such a place is told only to whoever was given its address.
  if (reader?.active !== true || place === undefined) return context.html(noticePage(language, words.forbidden), 404);
  return go(place, reader);
}

async function withPrinter(
  context: Context,
  { store, links, clock, publicUrl }: ProfileParts,
  go: (reader: Person) => Answer,
): Promise<Response> {
  const language = pageLanguage(context);
  const words = textsIn(language).web.page.place.sheets;
  const link = links.readSheets(context.req.query('k') ?? '', clock.now());
  if (link === 'expired') return context.html(noticePage(language, words.expired), 410);
  const reader = link === null ? null : await store.read.people.byId(link.reader);
  if (reader === null || !mayPrintCodes(reader)) return context.html(noticePage(language, words.forbidden), 404);
  if (publicUrl === null) return context.html(noticePage(reader.language, words.noAddress), 503);
  return go(reader);
}

async function show(context: Context, parts: ProfileParts, place: Place, reader: Person): Promise<Response> {
  const { store, clock, links } = parts;
  const zone = parts.zone();
  const now = clock.now();
  const shown = await placeShown(place, reader, { read: store.read, now, zone, atWork: true });
  const texts = textsIn(reader.language);
  const presenting: Presenting = { texts, timeZone: zone.timeZone, now, links, brief: false, direct: true };
  const { sight } = shown;
  const link = (hazards: readonly Hazard[], line: (hazard: Hazard) => CardLine): Promise<ListedHazard[]> =>
    Promise.all(hazards.map((hazard) => listed(parts, hazard, reader, line(hazard))));
  return context.html(
    placeProfilePage({
      language: reader.language,
      place,
      colour: sight === 'all' && place.kind === 'enterprise' ? colourLines(shown, presenting) : [],
      ...detailsOf(shown),
      open: sight === 'public' ? null : await link(shown.open, (hazard) => openEntry(hazard, presenting)),
      closed:
        sight === 'all'
          ? await link(shown.closed, (hazard) => ({ text: closedEntry(hazard, presenting), style: 'quiet' }))
          : null,
      map: place.position === null ? null : links.map(place.position, place.name),
      screen: mayPrintCodes(reader) ? links.pointPath(place) : null,
      print: mayPrintCodes(reader) ? links.sheetsPath(reader.id, now) : null,
    }),
  );
}

function detailsOf({ place, sight }: PlaceShown): {
  tags: readonly string[];
  contact: { name: string; phone: string } | null;
} {
  const { tags = [], contact = null } = sight === 'all' ? (place.details ?? {}) : {};
  return { tags, contact };
}

/** A line of a list, and the hazard's own page where this reader may open it. */
async function listed(
  { store, links, clock }: ProfileParts,
  hazard: Hazard,
  reader: Person,
  line: CardLine,
): Promise<ListedHazard> {
  const may = maySeeHazard(reader, hazard, await store.read.hazards.reports(hazard.id));
  return { ...line, href: may ? links.hazardPath(hazard, reader.id, clock.now()) : null };
}
