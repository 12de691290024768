import type { DisputeKind } from './catalogue.ts';
import type { FileId, PlaceId } from './ids.ts';
import { withDanger } from './matter-danger.ts';
import { editedNeed, needOfAnswer } from './matter-intake.ts';
import type { Danger, Matter, MatterBody, MatterNeed, MatterWish } from './matter.ts';
import {
  withOtherSide,
  withOtherSideSaid,
  withoutName,
  withPeople,
  withProxy,
  withProxyAgreed,
  withTeller,
} from './matter-sides.ts';
import {
  asksForWoman,
  leavesOutAnswer,
  otherPhone,
  phoneIn,
  saidKind,
  saidPeople,
  saysUrgent,
} from './matter-words.ts';
import { isBareSum, saidSum, type SaidSum } from './said-sum.ts';

/** What one message told: its words, and whatever was read in them for certain. */
export interface Told {
  words: string;
  about: DisputeKind | null;
  sum: SaidSum | null;
  people: number | null;
  /** The other side, as far as it is named. */
  otherSide: { name: string; phone: string } | null;
  /** The words for the place; '' none. */
  placeWords: string;
  placeId: PlaceId | null;
  area: string;
  wish: Partial<MatterWish>;
  wants: string;
  /** Whom the teller speaks for (妈, 邻居); '' themselves. */
  proxyFor: string;
  /** Every danger that it tells of. */
  dangers: readonly Danger[];
  urgent: boolean;
  fileIds: readonly FileId[];
}

/** A message of which nothing is known but its words. */
export function plainTold(words: string): Told {
  return {
    words: words.trim(),
    about: null,
    sum: null,
    people: null,
    otherSide: null,
    placeWords: '',
    placeId: null,
    area: '',
    wish: {},
    wants: '',
    proxyFor: '',
    dangers: [],
    urgent: false,
    fileIds: [],
  };
}

const longestFact = 2_000;
const mostFacts = 60;
/** Answers longer than this tell more than what was asked. */
const shortAnswer = 24;

/**
 * The matter with one more message: it answers what was asked last as well as it can, and fills whatever else it says that was
 * not known. What answers nothing is kept as part of what happened; nothing that was said is lost.
 */
export function withTold(matter: Matter, told: Told): Matter {
  const filled = withFields(matter, told);
  const answered = withAnswerTo(filled, matter.need, told);
  const body = told.dangers.reduce(withDanger, answered.body);
  const fileIds = [...new Set([...body.fileIds, ...told.fileIds])];
  const urgent = answered.urgent || told.urgent || body.danger !== null;
  return { ...answered, urgent, body: { ...body, fileIds } };
}

/** What was read for certain fills what was not known yet. */
function withFields(matter: Matter, told: Told): Matter {
  const { body, need } = matter;
  // Where something else was asked for, the answer itself says what a bare sum is.
  const sum = (need === 'other_side' || need === 'people') && isBareSum(told.words) ? null : told.sum;
  const set = <Field>(known: Field, empty: Field, said: Field): Field => (known === empty ? said : known);
  const next: MatterBody = {
    ...body,
    about: matter.kind === 'dispute' ? (body.about ?? told.about) : null,
    sumYuan: body.sumYuan ?? sum?.yuan ?? null,
    sumApproximate: body.sumYuan === null ? (sum?.approximate ?? false) : body.sumApproximate,
    people: body.people ?? told.people,
    placeWords: set(body.placeWords, '', told.placeWords),
    placeId: body.placeId ?? told.placeId,
    area: set(body.area, '', told.area),
    wants: set(body.wants, '', told.wants),
    wish: withWish(body.wish, told.wish),
  };
  const sides = told.otherSide === null ? next : withOtherSide(next, told.otherSide, false);
  return { ...matter, body: withPeople(withProxy(sides, told.proxyFor)) };
}

function withWish(wish: MatterWish, said: Partial<MatterWish>): MatterWish {
  return {
    womanMediator: wish.womanMediator || said.womanMediator === true,
    room: said.room === undefined || said.room === '' ? wish.room : said.room,
    time: wish.time === '' ? (said.time ?? '') : wish.time,
    words: wish.words === '' ? (said.words ?? '') : wish.words,
  };
}

/** The words as one more piece of what happened. */
function withFact(body: MatterBody, words: string): MatterBody {
  const fact = words.slice(0, longestFact);
  if (fact === '' || body.facts.includes(fact) || body.facts.length >= mostFacts) return body;
  return { ...body, facts: [...body.facts, fact] };
}

/** The words as the answer to what was asked; where they answer it not, or say more, they are kept as what happened. */
function withAnswerTo(matter: Matter, need: MatterNeed | null, told: Told): Matter {
  const { words } = told;
  if (words === '') return matter;
  const answered = need === null || leavesOutAnswer(words) ? null : answerers[need](matter.body, told);
  const body = answered ?? matter.body;
  const isAnswer = answered !== null || (need !== null && need !== 'facts' && leavesOutAnswer(words));
  if (need === 'wish' && saysUrgent(words)) return { ...matter, urgent: true, body };
  const most = longest[need ?? 'facts'];
  const keep = !isAnswer || (most === undefined ? sizeOf(words) > shortAnswer : words.length > most);
  return { ...matter, body: keep ? withFact(body, words) : body };
}

/** A word or a number in Latin letters says about as much as two characters, however long it is. */
function sizeOf(words: string): number {
  return words.replaceAll(/[\d-]{3,}|[\p{Script=Latin}'’.-]+/gu, '__').replaceAll(/\s/gu, '').length;
}

/** Answers that are kept as they were said, up to so many characters. */
const longest: Partial<Record<MatterNeed, number>> = { facts: longestFact, wants: longestFact, wish: 200, time: 200 };

/** What people say when they are asked when: anything else they tell is no time. */
const timely =
  /[\d一二两三四五六七八九十]|早|晚|午|夜|周|星期|礼拜|白天|今|明|后|天|日|班|随时|随便|都|什么时候|现在|尽快|空|放假|节|\b(?:mornings?|evenings?|afternoons?|nights?|days?|week\w*|any ?time|now|noon|whenever|after work|free|mon\w*|tue\w*|wed\w*|thu\w*|fri\w*|sat\w*|sun\w*|today|tomorrow|soon)\b/iu;

type Answerer = (body: MatterBody, told: Told) => MatterBody | null;

const answerers: Readonly<Record<MatterNeed, Answerer>> = {
  // A second telling, once the first stands in the summary, is a better one.
  facts: (body, { words }) => withFact({ ...body, facts: [] }, words),
  about: (body, { words, about }) => {
    const said = saidKind(words) ?? about;
    if (said !== null) return { ...body, about: said };
    return words.length > shortAnswer ? null : withFact({ ...body, about: 'other' }, words);
  },
  wants: (body, { words }) => ({ ...body, wants: words.slice(0, longestFact) }),
  other_side: (body, told) => {
    if (isBareSum(told.words)) return withSumInstead(body, told.words, 'other_side');
    return told.about === null ? withOtherSideSaid(body, told.words) : withStoryInstead(body, told.words);
  },
  sum: (body, { words }) => {
    const sum = saidSum(words, true);
    return sum === null ? null : { ...body, sumYuan: sum.yuan, sumApproximate: sum.approximate };
  },
  place: (body, { words, placeWords, placeId, area }) =>
    words.length > 60 && placeWords === ''
      ? null
      : { ...body, placeWords: placeWords === '' ? words : placeWords, placeId, area },
  people: (body, { words }) => {
    if (isMoney(words, body)) return withSumInstead(body, words, 'people');
    const people = saidPeople(words, true);
    return people === null ? null : withPeople({ ...body, people });
  },
  evidence: () => null,
  wish: (body, { words }) => ({
    ...body,
    wish: { ...body.wish, womanMediator: body.wish.womanMediator || asksForWoman(words), words: words.slice(0, 200) },
  }),
  self: (body, { words }) => withTeller(body, words),
  consent: (body, { words }) => {
    const no = /不|没|还没|未|\bno\b|not/iu.test(words);
    if (!no && !/同意|知道|可以|愿意|好|行|是|对|嗯|\b(?:yes|ok|sure|they do)\b/iu.test(words)) return null;
    return withProxyAgreed(body, !no);
  },
  time: (body, { words }) =>
    timely.test(words) ? { ...body, wish: { ...body.wish, time: words.slice(0, 200) } } : null,
  check: (body, { words, about }) => {
    // Whom to ring, where only one side is concerned; in a dispute a number may be the other one's.
    const alone = body.about === null && about === null && body.parties.every(({ key }) => key === 'a');
    const named = alone && words.length <= 30 && phoneIn(words) !== null ? withTeller(body, words) : null;
    return named ?? withFact(body, words);
  },
};

/**
 * A sum where a name or how many they are was asked for: kept, and that is asked for again, unless it was said before: nobody is asked
 * round and round. A sum that was known stays; the words tell the other.
 */
function withSumInstead(body: MatterBody, words: string, wanted: MatterNeed): MatterBody {
  const sum = saidSum(words, true);
  const said = body.facts.includes(words) || (sum !== null && body.sumYuan === sum.yuan);
  if (said) return body;
  const asked = body.asked.filter((need) => need !== wanted);
  if (sum === null || (body.sumYuan !== null && body.sumYuan !== sum.yuan)) return withFact({ ...body, asked }, words);
  return { ...body, asked, sumYuan: sum.yuan, sumApproximate: sum.approximate };
}

/** Who owes it, in a sentence that tells of a debt: 宏达五金拖了我们两个月工资. */
const debtor = /^(?!我|他|她|你|大家)(?<name>[^\s,，。!！?？]{2,14}?)(?:一直)?(?:拖欠?|欠|不给|不发|不还|赖)/u;

/**
 * The whole story where a name was asked for: kept as what happened, with who is named in it. Where nobody is, the name is asked for
 * once more.
 */
function withStoryInstead(body: MatterBody, words: string): MatterBody {
  const said = withFact(body, words);
  const name = debtor.exec(words.normalize('NFKC'))?.groups?.['name'] ?? '';
  const phone = otherPhone(words);
  if (phone !== '' || name !== '') return withOtherSide(said, { name, phone }, false);
  if (said === body) return body;
  return { ...said, asked: body.asked.filter((need) => need !== 'other_side') };
}

/** A sum and no number of people: it names money, or is the sum that was told before. */
function isMoney(words: string, { sumYuan }: MatterBody): boolean {
  if (!isBareSum(words)) return false;
  return /[元块圆钱万wk¥￥]|rmb|yuan/iu.test(words) || (sumYuan !== null && saidSum(words, true)?.yuan === sumYuan);
}

/** The matter with an answer that was tapped; null: there is no such answer. */
export function withAnswer(matter: Matter, code: string): Matter | null {
  const { body } = matter;
  const edited = editedNeed(code);
  if (edited !== null) return { ...matter, need: edited };
  const wish = (said: Partial<MatterWish>): Matter => ({
    ...matter,
    body: { ...body, wish: { ...body.wish, ...said } },
  });
  switch (code) {
    case 'no_sum':
      return { ...matter, body: { ...body, sumYuan: null, sumApproximate: false } };
    case 'alone':
      return { ...matter, body: withPeople({ ...body, people: 1 }) };
    case 'woman':
      return wish({ womanMediator: true });
    case 'anybody':
      return wish({ womanMediator: false, room: '', words: '' });
    case 'nameless':
      return { ...matter, body: withoutName(body) };
    case 'may_speak':
    case 'not_asked':
      return { ...matter, body: withProxyAgreed(body, code === 'may_speak') };
    default:
      return needOfAnswer(code) === null ? null : matter;
  }
}
