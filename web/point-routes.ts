import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import { tapAnswer } from '../bot/present/tap-answer.ts';
import type { SignedLinks } from '../bot/sign-links.ts';
import { textsIn } from '../bot/texts/texts-in.ts';
import type { Clock } from '../core/clock.ts';
import type { Person, Place } from '../core/people.ts';
import { pointWord } from '../core/point-word.ts';
import type { Store } from '../core/ports/store.ts';
import { spokenName } from '../core/spoken-name.ts';
import { zoneTime } from '../core/zone-time.ts';
import { checkInBySign, dutyAt } from '../handlers/patrol/check-in-by-sign.ts';
import type { Work, ZoneFacts } from '../handlers/work.ts';
import { phoneCookie, phoneSeconds } from './phone-cookie.ts';
import { pageLanguage } from './page-language.ts';
import { noticePage } from './pages/notice-page.ts';
import { oneButtonPage, pointScreen } from './pages/point-page.ts';
import { isForeignForm } from './visitor.ts';

/** What the pages of points stand on. */
export interface PointParts {
  store: Store;
  clock: Clock;
  links: SignedLinks;
  zone: () => ZoneFacts;
  publicUrl: string | null;
  /** Runs in one transaction. May run again from the start. */
  inWork<Result>(run: (work: Work) => Promise<Result>): Promise<Result>;
}

const bodyLimitBytes = 4 * 1024;

/**
 * `/point/<code>?k=<key>`: the screen at a point, which shows its word. `/phone?k=<key>`: makes a phone known as its person's;
 * with it `/p/<code>/here`, behind the sign at a point, is a check-in. Opening a page does nothing: only its button acts.
 */
export function pointRoutes(parts: PointParts): Hono {
  const routes = new Hono();
  const small = bodyLimit({ maxSize: bodyLimitBytes });
  routes.get('/point/:code', (context) => screen(context, parts));
  routes.get('/phone', (context) => withPhone(context, parts, (person) => offerPhone(context, person)));
  routes.post('/phone', small, (context) => withPhone(context, parts, () => keepPhone(context, parts)));
  routes.get('/p/:code/here', (context) => withHere(context, parts, (here) => offerHere(context, parts, here)));
  routes.post('/p/:code/here', small, (context) => withHere(context, parts, (here) => takeHere(context, parts, here)));
  return routes;
}

type Answer = Response | Promise<Response>;

function placeOf(context: Context, { zone }: PointParts): Place | undefined {
  const code = (context.req.param('code') ?? '').toUpperCase();
  return zone().places.find((place) => place.active && place.code.toUpperCase() === code);
}

function screen(context: Context, parts: PointParts): Answer {
  const { links, clock } = parts;
  const language = pageLanguage(context);
  const place = placeOf(context, parts);
  if (place === undefined || !links.readPoint(place.code, context.req.query('k') ?? '')) {
    return context.html(noticePage(language, textsIn(language).web.page.point.screen.forbidden), 404);
  }
  const word = pointWord(links.keyed, place.id, clock.now());
  const until = zoneTime(word.untilAt, parts.zone().timeZone).clock;
  // A moment after the next one, so that a clock that is a little ahead does not show the old one again.
  const refreshSeconds = Math.ceil((word.untilAt - clock.now()) / 1_000) + 1;
  return context.html(pointScreen({ language, place: place.name, word, until, refreshSeconds }));
}

async function withPhone(context: Context, parts: PointParts, go: (person: Person) => Answer): Promise<Response> {
  const language = pageLanguage(context);
  const words = textsIn(language).web.page.point.phone;
  const known = await phoneOf(parts, context.req.query('k') ?? '');
  if (known === 'expired') return context.html(noticePage(language, words.expired), 410);
  if (known === null) return context.html(noticePage(language, words.forbidden), 404);
  return go(known);
}

async function phoneOf({ links, clock, store }: PointParts, key: string): Promise<Person | 'expired' | null> {
  const link = links.readPhone(key, clock.now());
  if (link === null || link === 'expired') return link;
  const person = await store.read.people.byId(link.reader);
  return person?.active === true ? person : null;
}

function offerPhone(context: Context, person: Person): Answer {
  const { language } = person;
  const words = textsIn(language).web.page.point.phone;
  const { lead, button } = words;
  return context.html(
    oneButtonPage({ language, title: words.title(spokenName(person)), lead, button, result: null, field: null }),
  );
}

function keepPhone(context: Context, { publicUrl }: PointParts): Answer {
  const language = pageLanguage(context);
  const words = textsIn(language).web.page.point;
  if (isForeignForm(context, publicUrl)) return context.html(noticePage(language, words.here.foreign), 403);
  setCookie(context, phoneCookie, context.req.query('k') ?? '', {
    path: '/p/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: publicUrl?.startsWith('https:') ?? false,
    maxAge: phoneSeconds,
  });
  return context.html(noticePage(language, words.phone.done));
}

interface Here {
  place: Place;
  person: Person;
}

async function withHere(context: Context, parts: PointParts, go: (here: Here) => Answer): Promise<Response> {
  const language = pageLanguage(context);
  const texts = textsIn(language).web.page;
  const place = placeOf(context, parts);
  if (place === undefined) return context.html(noticePage(language, texts.place.unknownPlace), 404);
  const known = await phoneOf(parts, getCookie(context, phoneCookie) ?? '');
  if (known === null || known === 'expired') {
    return context.html(noticePage(language, texts.point.here.unknownPhone), 403);
  }
  return go({ place, person: known });
}

async function offerHere(context: Context, parts: PointParts, { place, person }: Here): Promise<Response> {
  const { language } = person;
  const words = textsIn(language).web.page.point.here;
  const duty = await parts.inWork((work) => dutyAt(work, person, place));
  if (duty === null) return context.html(noticePage(language, words.noShift));
  return context.html(
    oneButtonPage({
      language,
      title: words.title(place.name),
      lead: words.lead(spokenName(person)),
      button: words.button,
      result: null,
      field: duty.point.proof ? { name: 'word', label: words.word } : null,
    }),
  );
}

async function takeHere(context: Context, parts: PointParts, { place, person }: Here): Promise<Response> {
  const { language } = person;
  const texts = textsIn(language);
  const words = texts.web.page.point.here;
  if (isForeignForm(context, parts.publicUrl)) return context.html(noticePage(language, words.foreign), 403);
  const { word } = await context.req.parseBody();
  const said = typeof word === 'string' ? word.slice(0, 40) : '';
  const result = await parts.inWork((work) => checkInBySign(work, person, place, said));
  if (result.kind === 'shift_none') return context.html(noticePage(language, words.noShift));
  const again = result.kind === 'check_in_word_wrong';
  return context.html(
    oneButtonPage({
      language,
      title: words.title(place.name),
      lead: words.lead(spokenName(person)),
      result: tapAnswer(result, texts),
      button: again ? words.button : null,
      field: again ? { name: 'word', label: words.word } : null,
    }),
  );
}
