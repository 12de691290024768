import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Desk } from '../bot/present/drawing.ts';
import { matterFacts } from '../bot/present/matter-facts.ts';
import { sideCards } from '../bot/present/matter-side-cards.ts';
import { allowedRows, matterShown, sideNamed, type MatterShown } from '../bot/present/matter-shown.ts';
import { disputeButtons, otherButtons } from '../bot/present/matter-work-buttons.ts';
import { tapAnswer } from '../bot/present/tap-answer.ts';
import type { Texts } from '../bot/texts/texts.ts';
import { textsIn } from '../bot/texts/texts-in.ts';
import { canAgree, mayAgreeOrally } from '../core/agreement-steps.ts';
import { canStep, meetsApart } from '../core/dispute.ts';
import { isOver, type Matter } from '../core/matter.ts';
import type { Verb } from '../core/message.ts';
import { partyOf } from '../core/party.ts';
import type { Person } from '../core/people.ts';
import { mayReadNotes } from '../core/matter-permission.ts';
import { noteLook } from '../handlers/matter/note-look.ts';
import { actOnMatter, nameableSides, type ActFault, type Fields } from './matter-acts.ts';
import { paperLinks } from './matter-paper-routes.ts';
import { matterPhotos } from './matter-photos.ts';
import { pageLanguage } from './page-language.ts';
import { pageCapabilities, pageRoom } from './page-room.ts';
import { matterCover, matterPage } from './pages/matter-page.ts';
import type { OwnerForms } from './pages/matter-forms.ts';
import { noticePage } from './pages/notice-page.ts';
import type { PrivateParts } from './tell-routes.ts';
import { isForeignForm } from './visitor.ts';

const bodyBytes = 32 * 1024;
/** A whole matter is long, and a page has room. */
const longestCard = 64_000;

interface Found {
  person: Person;
  matter: Matter;
  action: string;
}

/**
 * `/private/m/<number>?k=<key>`: a matter's page, for one person per link. Opening the address shows a number and a button; what
 * it says comes with the press, and each look is kept in its trace.
 */
export function matterRoutes(parts: PrivateParts): Hono {
  const routes = new Hono();
  routes.get('/m/:number', (context) => withMatter(context, parts, (found) => cover(context, found)));
  routes.post('/m/:number', bodyLimit({ maxSize: bodyBytes }), (context) =>
    withMatter(context, parts, (found) => act(context, parts, found)),
  );
  return routes;
}

async function withMatter(
  context: Context,
  { links, clock, store }: PrivateParts,
  go: (found: Found) => Response | Promise<Response>,
): Promise<Response> {
  const language = pageLanguage(context);
  const { expired, forged } = textsIn(language).matter.page;
  const number = context.req.param('number') ?? '';
  const key = context.req.query('k') ?? '';
  const link = links.readMatter(number, key, clock.now());
  if (link === 'expired') return context.html(noticePage(language, expired), 410);
  const person = link === null ? null : await store.read.people.byId(link.reader);
  const matter = person?.active === true ? await store.read.matters.byNumber(number) : null;
  if (person === null || matter === null) return context.html(noticePage(language, forged), 404);
  return go({ person, matter, action: `/private/m/${number}?k=${encodeURIComponent(key)}` });
}

function cover(context: Context, { person, matter, action }: Found): Response | Promise<Response> {
  return context.html(matterCover({ language: person.language, number: matter.number, action }));
}

async function act(context: Context, parts: PrivateParts, found: Found): Promise<Response> {
  const { person, matter } = found;
  const texts = textsIn(person.language);
  if (isForeignForm(context, parts.publicUrl))
    return context.html(noticePage(person.language, texts.matter.page.forged), 403);
  const fields: Fields = new Map(new URLSearchParams(await context.req.text()));
  try {
    const told = await parts.inWork(async (work) => {
      const result = fields.get('act') === 'look' ? null : await actOnMatter(work, matter, person, fields);
      return { result, sight: await noteLook(work, matter, person) };
    });
    return await show(context, parts, found, fields, told.result);
  } catch (error) {
    parts.log.error({ err: error }, 'a press on a private page could not be stored');
    const notice = { title: texts.matter.page.unavailable, text: '' };
    return context.html(noticePage(person.language, notice), 503);
  }
}

type Told = Awaited<ReturnType<typeof actOnMatter>> | null;

/** What a press came to, in words. */
function resultOf(told: Told, person: Person): { text: string; fault: boolean } | null {
  if (told === null) return null;
  const texts = textsIn(person.language);
  if (!('fault' in told)) return { text: tapAnswer(told, texts), fault: false };
  const { noTerms, wrongAmount, oralFaults } = texts.matter.page;
  const faults: Readonly<Record<ActFault, string>> = { no_terms: noTerms, wrong_amount: wrongAmount, oral: oralFaults };
  return { text: faults[told.fault], fault: true };
}

async function show(
  context: Context,
  parts: PrivateParts,
  { person, matter, action }: Found,
  fields: Fields,
  told: Told,
): Promise<Response> {
  const desk = deskOf(parts, person);
  const shown = await matterShown(matter.id, desk);
  const notes = shown !== null && mayReadNotes(shown.rights) ? await parts.store.read.matters.notes(matter.id) : [];
  const card = shown === null ? null : matterFacts(shown, notes, null, desk.presenting);
  const result = resultOf(told, person);
  const { forged } = desk.presenting.texts.matter.page;
  if (shown === null || card === null) {
    // Whoever gave it back, or handed it on, sees it no more.
    const gone = result === null ? forged : { title: result.text, text: '' };
    return context.html(noticePage(person.language, gone), result === null ? 404 : 200);
  }
  const owner = shown.rights.has('owner') || shown.rights.has('co_owner');
  return context.html(
    matterPage({
      language: person.language,
      number: matter.number,
      lines: card.lines,
      photos: await matterPhotos(parts, shown),
      papers: paperLinks(shown, person.language, action),
      asked: owner ? [] : [...sideCards(shown, desk.presenting), ...offered(card)],
      owner: owner ? formsOf(shown, desk, fields, 'fault' in (told ?? {})) : null,
      result,
      action,
    }),
  );
}

/** Whoever it is offered to answers under what they saw. */
function offered(card: NonNullable<ReturnType<typeof matterFacts>>) {
  return card.actions.length === 0 ? [] : [{ ...card, lines: [] }];
}

/** These have a form of their own on the page. */
const withForm: ReadonlySet<Verb> = new Set<Verb>(['matter_look', 'matter_times', 'matter_held', 'matter_agree']);

function formsOf(shown: MatterShown, { presenting }: Desk, fields: Fields, back: boolean): OwnerForms {
  const { matter } = shown;
  const { parties } = matter.body;
  const dispute = matter.kind === 'dispute';
  const rows = allowedRows(shown, dispute ? disputeButtons(shown, presenting) : otherButtons(shown, presenting));
  const mine = shown.rights.has('owner');
  return {
    buttons: rows.flat().filter(({ verb }) => !withForm.has(verb)),
    sides: parties.map((party) => ({
      key: party.key,
      name: party.name === '' ? sideNamed(party, parties, presenting.texts) : party.name,
    })),
    nameable: nameable(shown, presenting.texts),
    may: {
      note: !dispute || canStep(matter, 'note'),
      record: mine && dispute && canStep(matter, 'hold'),
      times: mine && dispute && canStep(matter, 'propose'),
      agree: mine && dispute && canAgree(matter, 'agree'),
      name: mine && dispute && !isOver(matter),
    },
    apart: meetsApart(matter.body),
    oral: mayAgreeOrally(matter.body),
    filled: back ? fields : new Map(),
  };
}

/** The sides by what they are and who, and a third one though there is none yet. */
function nameable({ matter: { body } }: MatterShown, texts: Texts): OwnerForms['nameable'] {
  return nameableSides.flatMap((key) => {
    const party = partyOf(body.parties, key);
    if (party === undefined) return key === 'c' ? [{ key, name: texts.matter.page.nameThird }] : [];
    const side = sideNamed(party, body.parties, texts);
    return [{ key, name: party.name === '' ? side : `${side} · ${party.name}` }];
  });
}

/** What the page is drawn with: everything that a direct chat can show. */
function deskOf({ store, links, zone, clock }: PrivateParts, person: Person): Desk {
  const now = clock.now();
  const known = zone();
  return {
    tools: { read: store.read, links, zone: known, capabilities: pageCapabilities(longestCard), now },
    room: pageRoom(person),
    reader: person,
    presenting: {
      texts: textsIn(person.language),
      timeZone: known.timeZone,
      now,
      links,
      brief: false,
      direct: true,
    },
  };
}
