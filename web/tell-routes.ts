import { Hono, type Context } from 'hono';
import { textsIn } from '../bot/texts/texts-in.ts';
import type { TellFault } from '../bot/texts/web-matter-texts.ts';
import { matterKinds, type MatterKind } from '../core/matter.ts';
import type { Person } from '../core/people.ts';
import { usualPrivateRules, type PrivateRules } from '../core/zone/private-rules.ts';
import { fillMatter, mayWriteForOthers } from '../handlers/matter/fill-matter.ts';
import type { HazardParts } from './hazard-routes.ts';
import { addPhotos, keepPhotos } from './hazard-photos.ts';
import { readUpload, uploadBounds } from './hazard-upload.ts';
import { pageLanguage } from './page-language.ts';
import { noticePage } from './pages/notice-page.ts';
import { tellPage } from './pages/tell-page.ts';
import { toldPage } from './pages/told-page.ts';
import { filledMatter, readTellForm, tellFaultOf, type TellForm } from './tell-form.ts';
import { isForeignForm } from './visitor.ts';

/** What the private pages stand on. */
export type PrivateParts = HazardParts & { publicUrl: string | null };

/** The one for whom the link was signed, and what they want to tell of. */
interface Teller {
  person: Person;
  kind: MatterKind;
  mayBeDesk: boolean;
  rules: PrivateRules;
  action: string;
}

/** `/private/tell/<n>?k=<key>`: everything that the talk asks for, on one page, for one person. */
export function tellRoutes(parts: PrivateParts): Hono {
  const routes = new Hono();
  routes.get('/tell/:n{\\d{1,2}}', (context) =>
    withTeller(context, parts, (teller) => show(context, teller, readTellForm(new Map()), null)),
  );
  routes.post('/tell/:n{\\d{1,2}}', (context) => withTeller(context, parts, (teller) => tell(context, parts, teller)));
  return routes;
}

async function withTeller(
  context: Context,
  { links, clock, store, zone }: PrivateParts,
  go: (teller: Teller) => Response | Promise<Response>,
): Promise<Response> {
  const language = pageLanguage(context);
  const { expired, forged } = textsIn(language).matter.page;
  const n = context.req.param('n') ?? '';
  const key = context.req.query('k') ?? '';
  const link = links.readTell(n, key, clock.now());
  if (link === 'expired') return context.html(noticePage(language, expired), 410);
  const person = link === null ? null : await store.read.people.byId(link.reader);
  const kind = matterKinds[Number(n)]?.code;
  if (person?.active !== true || kind === undefined) return context.html(noticePage(language, forged), 404);
  const rules = zone().privateMatters ?? usualPrivateRules;
  const desks = rules.rooms.flatMap(({ desk, mediators }) => [...desk, ...mediators]);
  const action = `/private/tell/${n}?k=${encodeURIComponent(key)}`;
  return go({ person, kind, mayBeDesk: mayWriteForOthers(person, desks), rules, action });
}

function show(
  context: Context,
  { person, kind, mayBeDesk, rules, action }: Teller,
  filled: TellForm,
  fault: TellFault | null,
  { refused = [], status = 200 }: { refused?: readonly string[]; status?: 200 | 422 | 503 } = {},
): Response | Promise<Response> {
  const { language } = person;
  return context.html(
    tellPage({ language, kind, filled, fault, refused, rooms: rules.rooms, mayBeDesk, action }),
    status,
  );
}

async function tell(context: Context, parts: PrivateParts, teller: Teller): Promise<Response> {
  const { person, kind, rules } = teller;
  const words = textsIn(person.language);
  // A page of another site may send a form, and the link says who it is: ours is the only one that may.
  if (isForeignForm(context, parts.publicUrl))
    return context.html(noticePage(person.language, words.matter.page.forged), 403);
  const upload = await readUpload(context.req.raw, parts.keeper.files);
  if (upload.kind === 'too_large') return context.html(noticePage(person.language, words.web.page.place.tooLarge), 413);
  const { photos, refused } = await keepPhotos(parts.keeper, upload.drafts);
  const form = readTellForm(upload.fields);
  const { place } = words.web.page;
  const notes = [
    ...new Set([...upload.refused, ...refused].map((why) => place.photoRefused[why])),
    ...(upload.leftOut > 0 ? [place.photosLeftOut(uploadBounds.photos)] : []),
  ];
  const fault = tellFaultOf(form, { kind, photos: photos.length, cut: upload.kind === 'cut' });
  if (fault !== null) return show(context, teller, form, fault, { refused: notes, status: 422 });
  const desk = form.desk && teller.mayBeDesk;
  try {
    const { number, dangers } = await parts.inWork(async (work) => {
      work.keepPrivate();
      // Named after nobody: whoever gives a clue is in nothing that is kept of it.
      const of = { personId: person.id, messageId: work.ids.token(), incidentId: null, known: [] };
      const kept = await addPhotos(work, photos, of);
      const fileIds = kept.map(({ id }) => id);
      return fillMatter(work, person, filledMatter(form, { kind, desk, rooms: rules.rooms, fileIds }));
    });
    const nameless = kind === 'crime_clue' && form.nameless;
    return await context.html(
      toldPage({ language: person.language, number, kind, dangers, nameless, rules, missed: notes }),
    );
  } catch (error) {
    // What was told is in no log, and stays in the form.
    parts.log.error({ err: error }, 'a private telling by a page could not be stored');
    return show(context, teller, form, null, { refused: [words.matter.page.unavailable], status: 503 });
  }
}
