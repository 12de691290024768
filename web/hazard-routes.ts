import { Hono, type Context } from 'hono';
import { tapAnswer } from '../bot/present/tap-answer.ts';
import type { SignedLinks } from '../bot/sign-links.ts';
import { textsIn } from '../bot/texts/texts-in.ts';
import type { Texts } from '../bot/texts/texts.ts';
import { nameIn } from '../bot/texts/name-in.ts';
import { hazardKinds } from '../core/catalogue.ts';
import type { Clock } from '../core/clock.ts';
import type { HazardId } from '../core/ids.ts';
import type { Person } from '../core/people.ts';
import { maySeeOriginals } from '../core/permission.ts';
import type { KeptFile } from '../core/ports/files.ts';
import type { HazardView } from '../core/ports/hazards.ts';
import type { Log } from '../core/ports/log.ts';
import type { Store } from '../core/ports/store.ts';
import type { Work, ZoneFacts } from '../handlers/work.ts';
import { doAct, offeredActs, readAct } from './hazard-actions.ts';
import { hazardDeadline, hazardFacts, hazardStanding, phonesOf } from './hazard-facts.ts';
import { addToReport } from './hazard-more.ts';
import { keepPhotos, type PhotoKeeper } from './hazard-photos.ts';
import { photoEvidence } from './hazard-photo-facts.ts';
import { hazardReader, type HazardReader } from './hazard-reader.ts';
import { otherFiles } from './hazard-other-files.ts';
import { hazardTimeline } from './hazard-timeline.ts';
import { readUpload } from './hazard-upload.ts';
import { pageLanguage } from './page-language.ts';
import { hazardPage, type HazardPhoto } from './pages/hazard-page.ts';
import { noticePage } from './pages/notice-page.ts';
import { answerCopy, answerOriginal, shownPhotos, type PhotoSource } from './photo-answer.ts';
import { readForm, longestWords } from './place-form.ts';

/** What the hazards' pages stand on. */
export interface HazardParts {
  store: Store;
  clock: Clock;
  log: Log;
  links: SignedLinks;
  zone: () => ZoneFacts;
  photos: PhotoSource;
  keeper: PhotoKeeper;
  /** Runs in one transaction. May run again from the start. */
  inWork<Result>(run: (work: Work) => Promise<Result>): Promise<Result>;
}

interface Found {
  view: HazardView;
  reader: HazardReader;
  /** The key of the address, for the addresses of what belongs to the page. */
  key: string;
}

/** `/h/<number>?k=<key>`: a hazard's page, for one person per link, who must be allowed to see it each time. */
export function hazardRoutes(parts: HazardParts): Hono {
  const routes = new Hono();
  routes.get('/:number', (context) => withHazard(context, parts, (found) => show(context, parts, found, null)));
  routes.post('/:number', (context) => withHazard(context, parts, (found) => act(context, parts, found)));
  routes.get('/:number/photos/:file', (context) =>
    withHazard(context, parts, (found) => photo(context, parts, found, 'copy')),
  );
  routes.get('/:number/photos/:file/original', (context) =>
    withHazard(context, parts, (found) => photo(context, parts, found, 'original')),
  );
  return routes;
}

async function withHazard(
  context: Context,
  { store, links, clock }: HazardParts,
  go: (found: Found) => Response | Promise<Response>,
): Promise<Response> {
  const language = pageLanguage(context);
  const words = textsIn(language).web.page.hazard;
  const number = context.req.param('number') ?? '';
  const key = context.req.query('k') ?? '';
  const link = links.readHazard(number, key, clock.now());
  if (link === 'expired') return context.html(noticePage(language, words.expired), 410);
  const person = link === null ? null : await store.read.people.byId(link.reader);
  const hazard = person === null ? null : await store.read.hazards.byNumber(number);
  const found = person === null || hazard === null ? null : await readable(store, hazard.id, person);
  // Whether there is such a hazard is told only to whoever may see it.
  return found === null ? context.html(noticePage(language, words.forbidden), 404) : go({ ...found, key });
}

/** The hazard as this person may see it; one that was merged where it went on, with everything that was told of it. */
async function readable(store: Store, id: HazardId, person: Person): Promise<Omit<Found, 'key'> | null> {
  const view = await store.read.hazards.view(id);
  if (view === null) return null;
  const onward = view.hazard.mergedIntoId;
  if (onward !== null) {
    const merged = await readable(store, onward, person);
    if (merged !== null) return merged;
  }
  const reader = hazardReader(person, view);
  return reader === null ? null : { view, reader };
}

async function show(
  context: Context,
  parts: HazardParts,
  found: Found,
  result: string | null,
  status: 200 | 503 = 200,
): Promise<Response> {
  const { view, reader } = found;
  const { hazard } = view;
  const zone = parts.zone();
  const { timeZone } = zone;
  const texts = textsIn(reader.person.language);
  const words = texts.web.page.hazard;
  const { language } = reader.person;
  const kind = nameIn(hazardKinds, hazard.kinds[0] ?? 'other')[language];
  const path = `/h/${context.req.param('number') ?? ''}`;
  const position = hazard.position ?? view.place?.position ?? null;
  const trace = await parts.store.read.trace.of(`hazard:${hazard.id}`);
  return context.html(
    hazardPage({
      language,
      title: words.title(kind, hazard.number),
      standing: hazardStanding(found, texts),
      facts: hazardFacts(found, { timeZone, texts }),
      words: (reader.deals ? view.reports : reader.own).map((report) => report.words).filter((said) => said !== ''),
      deadline: hazardDeadline(found, { zone, now: parts.clock.now(), texts }),
      photos: await photosOf(parts, found, { path, texts, timeZone }),
      others: maySeeOriginals(reader.person) ? otherFiles(reader.files, { path, key: found.key }) : [],
      timeline: await hazardTimeline(trace, reader, {
        people: parts.store.read.people,
        timeZone,
        texts,
        tellers: new Set(await parts.store.read.hazards.tellers(hazard.id)),
      }),
      map: position === null ? null : parts.links.map(position, view.place?.name ?? hazard.placeWords),
      phones: reader.mayRing ? await phonesOf(parts.store.read, view) : [],
      acts: offeredActs(reader.person, hazard, view.reports),
      mayAdd: reader.own.length > 0 && hazard.state !== 'closed',
      satisfaction: hazard.satisfaction,
      result,
      bookmark: !reader.deals,
      action: `${path}?k=${encodeURIComponent(found.key)}`,
    }),
    status,
  );
}

async function photosOf(
  { store }: HazardParts,
  { view, reader, key }: Found,
  { path, texts, timeZone }: { path: string; texts: Texts; timeZone: string },
): Promise<HazardPhoto[]> {
  const originals = maySeeOriginals(reader.person);
  const shown: readonly KeptFile[] = await shownPhotos(store.read, reader.files);
  const { read } = store;
  return Promise.all(
    shown.map(async (file) => ({
      role: file.role ?? 'before',
      small: `${path}/photos/${file.id}?k=${key}&size=small`,
      shared: `${path}/photos/${file.id}?k=${key}`,
      original: originals ? `${path}/photos/${file.id}/original?k=${key}` : null,
      evidence: reader.weighsEvidence ? await photoEvidence(view, file, { read, texts, timeZone }) : null,
    })),
  );
}

async function photo(
  context: Context,
  { photos }: HazardParts,
  { reader }: Found,
  which: 'copy' | 'original',
): Promise<Response> {
  const file = reader.files.find(({ id }) => id === context.req.param('file'));
  if (file?.state !== 'stored') return context.notFound();
  if (which === 'copy') return answerCopy(context, photos, file.id);
  return maySeeOriginals(reader.person) ? answerOriginal(context, photos, file) : context.notFound();
}

async function act(context: Context, parts: HazardParts, found: Found): Promise<Response> {
  const { view, reader } = found;
  const texts = textsIn(reader.person.language);
  const { place: formWords } = texts.web.page;
  const upload = await readUpload(context.req.raw, parts.keeper.files);
  if (upload.kind === 'too_large') return context.html(noticePage(reader.person.language, formWords.tooLarge), 413);
  const { photos, refused } = await keepPhotos(parts.keeper, upload.drafts);
  const { words } = readForm(upload.fields);
  if (words.length > longestWords) return show(context, parts, found, formWords.fault.too_long);
  const notes = [...new Set([...upload.refused, ...refused].map((why) => formWords.photoRefused[why]))];
  const pressed = upload.fields.get('act') ?? '';
  try {
    const told = await parts.inWork((work) => press(work, pressed, { view, reader, words, photos }, texts));
    return await afterwards(context, parts, found, [told, ...notes].join('\n'));
  } catch (error) {
    parts.log.error({ err: error, hazard: view.hazard.id }, 'a press on a hazard’s page could not be stored');
    return show(context, parts, found, texts.web.page.hazard.unavailable, 503);
  }
}

/** Does what was pressed. @returns what it came to, in words */
async function press(
  work: Work,
  pressed: string,
  {
    view,
    reader,
    words,
    photos,
  }: Omit<Found, 'key'> & { words: string; photos: Parameters<typeof doAct>[3]['photos'] },
  texts: Texts,
): Promise<string> {
  const { hazard } = view;
  const page = texts.web.page.hazard;
  if (pressed === 'more') {
    const report = reader.own.at(-1);
    if (report === undefined || hazard.state === 'closed') return tapAnswer({ kind: 'not_allowed' }, texts);
    if (words === '' && photos.length === 0) return page.nothingAdded;
    await addToReport(work, { hazard, report }, { person: reader.person, words, photos });
    return page.added;
  }
  const chosen = readAct(pressed);
  const result =
    chosen === null
      ? ({ kind: 'stale' } as const)
      : await doAct(work, hazard, reader.person, { act: chosen, words, photos });
  return tapAnswer(result, texts);
}

/** The page as it is now; whoever took back the only telling of theirs no longer has one. */
async function afterwards(context: Context, parts: HazardParts, found: Found, told: string): Promise<Response> {
  const { person } = found.reader;
  const now = await readable(parts.store, found.view.hazard.id, person);
  if (now !== null) return show(context, parts, { ...now, key: found.key }, told);
  return context.html(noticePage(person.language, { title: told, text: '' }));
}
