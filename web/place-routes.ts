import { Hono, type Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { SignedLinks } from '../bot/sign-links.ts';
import { textsIn } from '../bot/texts/texts-in.ts';
import type { FormFault } from '../bot/texts/web-hazard-texts.ts';
import type { Clock } from '../core/clock.ts';
import type { Language } from '../core/message.ts';
import type { Place } from '../core/people.ts';
import type { Log } from '../core/ports/log.ts';
import type { Work } from '../handlers/work.ts';
import { kmAstray, takeForm, type FormTaken } from './hazard-intake.ts';
import { addPhotos, keepPhotos, waitingPhotos, type FormPhoto, type PhotoKeeper } from './hazard-photos.ts';
import { readUpload, uploadBounds, type Upload } from './hazard-upload.ts';
import { pageLanguage } from './page-language.ts';
import { noticePage } from './pages/notice-page.ts';
import { placePage, type ChatDoors } from './pages/place-page.ts';
import { placeThanksPage } from './pages/place-thanks-page.ts';
import { EarlyReport, formTold } from './place-early-report.ts';
import { faultOf, readForm, type FilledForm } from './place-form.ts';
import { kindsAt } from './place-kinds.ts';
import { PlaceLimits } from './place-limits.ts';
import { phoneCookie } from './phone-cookie.ts';
import { isForeignForm, visitorAddress } from './visitor.ts';

/** What the forms stand on. */
export interface PlaceParts {
  clock: Clock;
  log: Log;
  links: Pick<SignedLinks, 'hazardPath'>;
  publicUrl: string | null;
  /** Active places of the zone. */
  places: () => readonly Place[];
  photos: PhotoKeeper;
  /** Runs in one transaction. May run again from the start. */
  inWork<Result>(run: (work: Work) => Promise<Result>): Promise<Result>;
  /** A new form's own name. */
  newToken: () => string;
  chats: () => { telegramName: string | null; wechat: boolean };
}

type Answer = Response | Promise<Response>;

/** `/p/<place code>`: the page behind the code on a wall. `/report`: the same form without a place. */
export function placeRoutes(parts: PlaceParts): Hono {
  const routes = new Hono();
  const limits = new PlaceLimits(parts.clock);
  routes.get('/report', (context) => open(context, parts, null));
  routes.post('/report', (context) => post(context, parts, limits, null));
  routes.get('/p/:code', (context) => atPlace(context, parts, (place) => open(context, parts, place)));
  // A code that was changed while somebody was writing: the form goes on without a place, and asks for one.
  routes.post('/p/:code', (context) => post(context, parts, limits, placeAt(context, parts)));
  return routes;
}

function placeAt(context: Context, { places }: PlaceParts): Place | null {
  const code = (context.req.param('code') ?? '').toUpperCase();
  return places().find((one) => one.active && one.code.toUpperCase() === code) ?? null;
}

function atPlace(context: Context, parts: PlaceParts, go: (place: Place) => Answer): Answer {
  const place = placeAt(context, parts);
  if (place !== null) return go(place);
  const language = chosenLanguage(context);
  const words = textsIn(language).web.page.place;
  const onward = { href: '/report', label: words.reportAnyway };
  return context.html(noticePage(language, words.unknownPlace, onward), 404);
}

/** The language of the switch on the page, else the browser's. */
function chosenLanguage(context: Context): Language {
  const asked = context.req.query('lang');
  return asked === 'zh' || asked === 'en' ? asked : pageLanguage(context);
}

const empty: FilledForm = {
  token: null,
  language: null,
  kind: null,
  words: '',
  where: '',
  position: null,
  anonymous: false,
  phone: '',
};

interface Shown {
  place: Place | null;
  filled: FilledForm;
  fault: FormFault | null;
  upload: Pick<Upload, 'refused' | 'leftOut'>;
  photosKept: number;
}

function open(context: Context, parts: PlaceParts, place: Place | null): Answer {
  const upload = { refused: [], leftOut: 0 };
  return show(context, parts, { place, filled: empty, fault: null, upload, photosKept: 0 });
}

function show(context: Context, parts: PlaceParts, { place, filled, fault, upload, photosKept }: Shown): Answer {
  const language = filled.language ?? chosenLanguage(context);
  const action = place === null ? '/report' : `/p/${encodeURIComponent(place.code)}`;
  // Asked for by the page's own button; everywhere else of ours nobody may know where somebody is.
  context.header('permissions-policy', 'camera=(), microphone=(), geolocation=(self)');
  return context.html(
    placePage({
      language,
      place,
      kinds: kindsAt(place?.kind ?? null),
      filled: { ...filled, token: filled.token ?? parts.newToken() },
      fault,
      refused: upload.refused,
      leftOut: upload.leftOut,
      photosKept,
      action,
      otherLanguage: `${action}?lang=${language === 'zh' ? 'en' : 'zh'}`,
      chats: chatDoors(parts, place),
      // Only whether a phone says that it is somebody's: who may check in is looked up where it is done.
      here: place === null || getCookie(context, phoneCookie) === undefined ? null : `${action}/here`,
    }),
    fault === null ? 200 : 422,
  );
}

/** Telegram takes letters, digits, _ and - behind `start`, 64 at most: https://core.telegram.org/bots/features#deep-linking */
function chatDoors({ chats }: PlaceParts, place: Place | null): ChatDoors {
  const { telegramName, wechat } = chats();
  const code = place?.code ?? '';
  const linkable = place === null || /^[\w-]{1,62}$/.test(code);
  const start = place === null ? '' : `?start=p_${code}`;
  const bot = telegramName === null || !linkable ? null : `https://t.me/${telegramName}`;
  const home = place?.kind === 'door_plate';
  return {
    telegram: bot === null ? null : `${bot}${start}`,
    wechat,
    helpTelegram: bot === null || !home ? null : `${bot}?start=d-${code}`,
  };
}

async function post(context: Context, parts: PlaceParts, limits: PlaceLimits, place: Place | null): Promise<Response> {
  const language = chosenLanguage(context);
  const words = textsIn(language).web.page.place;
  if (isForeignForm(context, parts.publicUrl)) return context.html(noticePage(language, words.foreign), 403);
  const address = visitorAddress(context);
  if (!limits.mayPost(address, place?.code ?? '')) {
    return context.html(noticePage(language, words.tooMany), 429, { 'retry-after': '600' });
  }
  const answered = await limits.inTurn(() =>
    take(context, parts, place, () => limits.takeBack(address, place?.code ?? '')),
  );
  return answered ?? context.html(noticePage(language, words.busy), 503, { 'retry-after': '30' });
}

async function take(
  context: Context,
  parts: PlaceParts,
  place: Place | null,
  sentBefore: () => void,
): Promise<Response> {
  const early = new EarlyReport(parts, place, chosenLanguage(context));
  const upload = await readUpload(context.req.raw, parts.photos.files, (fields) => early.hear(fields));
  const filled = readForm(upload.fields);
  const before = await early.taken;
  const language = filled.language ?? chosenLanguage(context);
  if (upload.kind === 'too_large') {
    return context.html(noticePage(language, textsIn(language).web.page.place.tooLarge), 413);
  }
  const { photos, refused } = await keepPhotos(parts.photos, upload.drafts);
  const told = { refused: [...upload.refused, ...refused], leftOut: upload.leftOut };
  const { token } = filled;
  const waiting = token === null ? 0 : await parts.inWork(async (work) => (await waitingPhotos(work, token)).length);
  const cut = upload.kind === 'cut';
  const far = kmAstray({ ...filled, place, placeWords: filled.where }, parts.places()) !== null;
  const fault = faultOf(filled, { hasPlace: place !== null, photos: photos.length + waiting, cut, far });
  if (fault !== null || token === null) {
    const photosKept = token === null ? 0 : await parts.inWork((work) => keepWaiting(work, token, photos));
    return show(context, parts, { place, filled, fault: fault ?? 'broken', upload: told, photosKept });
  }
  const whole = await parts.inWork((work) => takeForm(work, formTold(filled, token, place, language), photos));
  const taken = before === null ? whole : { ...before, photos: whole.photos };
  if (taken.again) sentBefore();
  return context.html(
    placeThanksPage({
      language,
      taken: shownTaken(parts, taken, filled.anonymous),
      photos: taken.photos,
      ...told,
    }),
    taken.again ? 200 : 201,
  );
}

/** What came with a form that goes back is kept for its next try. @returns how many photos wait now */
async function keepWaiting(work: Work, token: string, photos: readonly FormPhoto[]): Promise<number> {
  const known = await waitingPhotos(work, token);
  const room = Math.max(0, uploadBounds.photos - known.length);
  const of = { personId: null, messageId: token, incidentId: null, known };
  return known.length + (await addPhotos(work, photos.slice(0, room), of)).length;
}

function shownTaken({ links, clock }: PlaceParts, taken: FormTaken, anonymous: boolean) {
  if (taken.kind === 'emergency') return { kind: 'emergency', number: taken.incident?.number ?? null } as const;
  const { hazard, person, joined, again } = taken;
  const follow = person === null ? null : links.hazardPath(hazard, person.id, clock.now());
  return { kind: 'hazard', number: hazard.number, joined, again, anonymous, follow } as const;
}
