import { Hono, type Context } from 'hono';
import type { SignedLinks } from '../bot/sign-links.ts';
import { textsIn } from '../bot/texts/texts-in.ts';
import type { Clock } from '../core/clock.ts';
import type { Matter } from '../core/matter.ts';
import type { Language } from '../core/message.ts';
import { paperKinds, readyPapers, type Paper, type PaperKind } from '../core/paper.ts';
import type { Person } from '../core/people.ts';
import { matterRights, mayHavePaper, type MatterRight } from '../core/matter-permission.ts';
import type { Store } from '../core/ports/store.ts';
import { matterSubject } from '../core/matter.ts';
import { usualPrivateRules, type PrivateRules } from '../core/zone/private-rules.ts';
import { pageLanguage } from './page-language.ts';
import { noticePage } from './pages/notice-page.ts';
import { fillPaper } from './papers/fill-paper.ts';
import { drawSheets } from './pdf/draw-sheets.ts';

/** What the papers of private matters stand on. */
export interface MatterPaperParts {
  store: Store;
  clock: Clock;
  links: Pick<SignedLinks, 'readMatter'>;
  zone: () => { name: string; timeZone: string; privateMatters?: PrivateRules };
}

const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/**
 * `/private/m/<number>/papers/<paper>.pdf|docx?k=<key>`: the papers of a mediation, filled, for those whom each is for. The link is
 * the reader's own, the right is looked up each time, and each paper that is made is kept in the matter's trace.
 */
export function matterPaperRoutes(parts: MatterPaperParts): Hono {
  const routes = new Hono();
  routes.get('/m/:number/papers/:file', (context) => paperFor(context, parts));
  return routes;
}

/** The papers that this reader can have by now; `action` is the matter's page, with the reader's own key. */
export function paperLinks(
  { matter, rights }: { matter: Matter; rights: ReadonlySet<MatterRight> },
  language: Language,
  action: string,
): { title: string; pdf: string; docx: string }[] {
  if (matter.kind !== 'dispute') return [];
  const { title } = textsIn(language).paper;
  const link = (kind: PaperKind, as: keyof typeof types): string => action.replace('?', `/papers/${kind}.${as}?`);
  return readyPapers(matter)
    .filter((kind) => mayHavePaper(rights, kind))
    .map((kind) => ({ title: title[kind], pdf: link(kind, 'pdf'), docx: link(kind, 'docx') }));
}

async function paperFor(context: Context, parts: MatterPaperParts): Promise<Response> {
  const language = pageLanguage(context);
  const words = textsIn(language).paper;
  const number = context.req.param('number') ?? '';
  const link = parts.links.readMatter(number, context.req.query('k') ?? '', parts.clock.now());
  if (link === 'expired') return context.html(noticePage(language, words.expired), 410);
  const [, name, as] = /^([a-z]+)\.(pdf|docx)$/.exec(context.req.param('file') ?? '') ?? [];
  const kind = paperKinds.find((one) => one === name);
  const made =
    link === null || kind === undefined
      ? null
      : await parts.store.transaction(async (tx) => {
          const reader = await tx.people.byId(link.reader);
          const matter = await tx.matters.byNumber(number);
          if (reader === null || matter?.kind !== 'dispute' || !readyPapers(matter).includes(kind)) return null;
          const [people, openings] = [await tx.matters.people(matter.id), await tx.matters.openings(matter.id)];
          const at = parts.clock.now();
          if (!mayHavePaper(matterRights(reader, people, openings, at, matter.body.parties), kind)) return null;
          const data = { paper: kind, as: as ?? '' };
          await tx.trace.append({ subject: matterSubject(matter), what: 'paper_made', actorId: reader.id, at, data });
          const mediator = matter.ownerId === null ? null : await tx.people.byId(matter.ownerId);
          return fill(parts, { matter, mediator, language }, kind);
        });
  // Whether there is such a matter is nobody's to find out.
  if (made === null) return context.html(noticePage(language, words.forbidden), 404);
  const format = as === 'docx' ? 'docx' : 'pdf';
  const bytes = await drawSheets({ kind: 'paper', as: format, paper: made });
  const file = encodeURIComponent(`${words.file(number, made.title)}.${format}`);
  return context.body(bytes, 200, {
    'content-type': types[format],
    'content-disposition': `attachment; filename*=UTF-8''${file}`,
    'cache-control': 'no-store',
  });
}

function fill(
  { zone }: MatterPaperParts,
  { matter, mediator, language }: { matter: Matter; mediator: Person | null; language: Language },
  kind: (typeof paperKinds)[number],
): Paper {
  const { name: zoneName, timeZone, privateMatters = usualPrivateRules } = zone();
  const room = privateMatters.rooms.find(({ code }) => code === matter.roomCode);
  const facts = {
    matter,
    roomName: room?.name ?? '',
    mediatorName: mediator?.name ?? '',
    zoneName,
    timeZone,
    language,
  };
  return fillPaper(kind, facts, textsIn(language).paper);
}
