import type { DisputeKind } from './catalogue.ts';
import type { Matter, MatterBody, MatterKind, MatterNeed } from './matter.ts';
import { partyOf } from './party.ts';

/** So many questions are put at most; what is still unknown then, whoever takes it asks. */
export const mostQuestions = 6;

/** Disputes in which a sum says more than a place, and those of many people at once. */
const withSum: ReadonlySet<DisputeKind> = new Set<DisputeKind>([
  'wages',
  'work_injury',
  'dismissal',
  'business_debt',
  'loan',
  'contract',
  'traffic',
  'consumer',
  'personal_injury',
  'medical',
  'building_works',
]);
const withPlace: ReadonlySet<DisputeKind> = new Set<DisputeKind>([
  'neighbour',
  'tenancy',
  'land',
  'nuisance',
  'property_management',
  'village_affairs',
]);
const withPeople: ReadonlySet<DisputeKind> = new Set<DisputeKind>([
  'wages',
  'building_works',
  'land',
  'village_affairs',
]);

/** What each other kind of matter asks for, in this order. The way to reach somebody comes before anything that is only nice to know. */
const needs: Readonly<Record<Exclude<MatterKind, 'dispute'>, readonly MatterNeed[]>> = {
  crime_clue: ['facts', 'place', 'evidence', 'self'],
  // Whoever comes is a woman in any case.
  women_adviser: ['facts', 'self', 'time'],
  counselling: ['facts', 'self', 'time', 'wish'],
  help_request: ['facts', 'place', 'self'],
  service_order: ['facts', 'place', 'self', 'time'],
  legal_question: ['facts'],
};

/** What the questions depend on. */
type Asked = Pick<Matter, 'kind' | 'body'> & Partial<Pick<Matter, 'door'>>;

/** The questions of this matter, in the order in which they are put; the summary (`check`) comes after all of them. */
export function needsOf({ kind, body, door }: Asked): readonly MatterNeed[] {
  if (kind !== 'dispute') return needs[kind];
  const { about, parties } = body;
  const forAnother = (partyOf(parties, 'a')?.proxy ?? null) !== null;
  const many = about !== null && withPeople.has(about);
  return [
    'facts',
    // Whoever sits at the desk writes down first who stands there.
    ...(door === 'desk' ? (['self'] as const) : []),
    'about',
    'other_side',
    ...(about !== null && withSum.has(about) ? (['sum'] as const) : []),
    ...(about !== null && withPlace.has(about) ? (['place'] as const) : []),
    // What somebody wants who is owed wages is plain; how many they are is not.
    ...(many ? (['people'] as const) : (['wants'] as const)),
    ...(forAnother ? (['consent'] as const) : []),
    ...(door === 'desk' ? [] : (['self'] as const)),
    'wish',
  ];
}

/** Whether the body holds the answer to this question already. */
export function isKnown(need: MatterNeed, { kind, body }: Pick<Matter, 'kind' | 'body'>): boolean {
  const teller = partyOf(body.parties, 'a');
  const other = partyOf(body.parties, 'b');
  switch (need) {
    case 'about':
      return body.about !== null;
    case 'facts':
      return body.facts.length > 0;
    case 'wants':
      return body.wants !== '';
    case 'other_side':
      return other !== undefined && (other.name !== '' || other.phone !== '');
    case 'sum':
      return body.sumYuan !== null;
    case 'place':
      return body.placeWords !== '' || body.placeId !== null;
    case 'people':
      return body.people !== null;
    case 'evidence':
      return body.fileIds.length > 0;
    case 'wish':
      return body.wish.womanMediator || body.wish.room !== '' || body.wish.words !== '';
    case 'self':
      // Whether somebody's name goes with a clue is theirs to say, also when it is known.
      if (teller !== undefined && teller.proxy !== null && teller.name === '') return false;
      return kind !== 'crime_clue' && (teller?.phone ?? '') !== '';
    case 'consent':
      return (teller?.proxy ?? null) === null || teller?.proxy?.agreed != null;
    case 'time':
      return body.wish.time !== '';
    case 'check':
      return false;
  }
}

/**
 * What the teller is asked next: the first thing that is neither known nor was asked before; `check`, the summary, when there is
 * nothing more to ask; null when it is not being told (any more).
 */
export function nextNeed(matter: Asked & Pick<Matter, 'state'>): MatterNeed | null {
  if (matter.state !== 'telling') return null;
  const { asked } = matter.body;
  if (asked.filter((need) => need !== 'check').length >= mostQuestions) return 'check';
  return needsOf(matter).find((need) => !asked.includes(need) && !isKnown(need, matter)) ?? 'check';
}

/** Whether it is handed in as soon as nothing is left to ask: who calls for help at the door is to wait for no summary. */
export function filesItself({ kind }: Pick<Matter, 'kind'>): boolean {
  return kind === 'help_request';
}

/**
 * Answers that a button can give (`matter_answer`), each to one question. `edit_…` stand under the summary, for what was told
 * and is not right; the question is put again then. Kinds of disputes have a verb of their own (`matter_about`), and leaving a
 * question out too (`matter_skip`, with the question as its value).
 */
export type MatterAnswer =
  /** sum: it is not about money. */
  | 'no_sum'
  /** people: only me. */
  | 'alone'
  /** evidence: there is none; that is all of it. */
  | 'no_evidence'
  /** wish: a woman; anybody. */
  | 'woman'
  | 'anybody'
  /** time: any time. */
  | 'any_time'
  /** self, of a clue: without my name; with it. */
  | 'nameless'
  | 'named'
  /** consent: they know, and agree that I speak for them; not asked yet. */
  | 'may_speak'
  | 'not_asked'
  /** check: change this. */
  | EditAnswer;
type EditAnswer = `edit_${Exclude<MatterNeed, 'check'>}`;

const offered: Readonly<Record<Exclude<MatterNeed, 'check'>, readonly MatterAnswer[]>> = {
  about: [],
  facts: [],
  wants: [],
  other_side: [],
  sum: ['no_sum'],
  place: [],
  people: ['alone'],
  evidence: ['no_evidence'],
  wish: ['woman', 'anybody'],
  self: [],
  consent: ['may_speak', 'not_asked'],
  time: ['any_time'],
};

/** The answers that are offered as buttons under a question; under the summary what can be changed. */
export function answersOf(matter: Pick<Matter, 'kind' | 'body'>, need: MatterNeed): readonly MatterAnswer[] {
  if (need === 'check') return changeable(matter).map((one): EditAnswer => `edit_${one}`);
  return need === 'self' && matter.kind === 'crime_clue' ? ['nameless', 'named'] : offered[need];
}

/** Which question an answer is one to; `check` for those that change something. Null: there is no such answer. */
export function needOfAnswer(code: string): MatterNeed | null {
  if (code === 'nameless' || code === 'named') return 'self';
  if (editedNeed(code) !== null) return 'check';
  const found = Object.entries(offered).find(([, answers]) => answers.some((answer) => answer === code));
  return found === undefined ? null : (found[0] as MatterNeed);
}

/** What an `edit_…` changes; null: it is none. */
export function editedNeed(code: string): Exclude<MatterNeed, 'check'> | null {
  const need = code.startsWith('edit_') ? code.slice('edit_'.length) : '';
  return Object.hasOwn(offered, need) ? (need as Exclude<MatterNeed, 'check'>) : null;
}

/** What can be left out: everything but what happened, which nobody could work with. */
export function canSkip(need: MatterNeed, { kind }: Pick<Matter, 'kind'>): boolean {
  return need !== 'check' && (need !== 'facts' || kind === 'women_adviser' || kind === 'counselling');
}

/** What the teller may want to change in the summary: everything that its kind asks for. */
function changeable(matter: Pick<Matter, 'kind' | 'body'>): readonly Exclude<MatterNeed, 'check'>[] {
  return needsOf(matter).filter((need): need is Exclude<MatterNeed, 'check'> => need !== 'check');
}

/** Whether this is enough to be handed in; else what happened is asked once more. */
export function canFile({ kind, body }: Pick<Matter, 'kind' | 'body'>): boolean {
  return kind === 'women_adviser' || kind === 'counselling' || body.facts.length > 0 || hasSubstance(body);
}

const hasSubstance = ({ fileIds, wants }: MatterBody): boolean => fileIds.length > 0 || wants !== '';
