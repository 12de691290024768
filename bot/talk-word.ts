import { disputeKinds, type DisputeKind } from '../core/catalogue.ts';
import { answersOf, editedNeed, type MatterAnswer } from '../core/matter-intake.ts';
import type { Matter, MatterNeed } from '../core/matter.ts';
import { en } from './texts/en.ts';
import { zh } from './texts/zh.ts';

/** A few words in the middle of a talk that steer it, instead of answering. */
export type TalkWord =
  | { name: 'drop' }
  /** This is all: the summary, and under the summary hand it in. */
  | { name: 'done' }
  | { name: 'skip' }
  | { name: 'go_on' }
  /** A clue without its giver's name, whatever was asked just now. */
  | { name: 'nameless' }
  | { name: 'answer'; code: MatterAnswer }
  | { name: 'about'; kind: DisputeKind }
  /** Change this; `words`: to what. Need null: not said which. */
  | { name: 'edit'; need: Exclude<MatterNeed, 'check'> | null; words: string };

const drops =
  /^(?:算了|不说了|不想说了?|不弄了|不谈了|不投诉了|不调解了|不要了|取消|作罢|别管了|当我没说|不麻烦(?:你们)?了|cancel|never ?mind|drop it|forget it|stop)$/iu;
const done =
  /^(?:提交|交|交上去|交了吧?|说完了?|就这些|就这样|没了|没有了|完了|没别的了?|可以交了|确认提交|submit|done|that'?s (?:all|it)|hand it in)$/iu;
const agreed = /^(?:对|对的|是|是的|没错|没问题|好|好的|可以|行|确认|嗯+|ok(?:ay)?|yes|correct|right)$/iu;
const skips = /^(?:跳过|先跳过|下一个|下一题|skip|next)$/iu;
const goesOn = /^(?:接着说|继续说?|继续吧|接着来|go on|continue|resume)$/iu;
const nameless =
  /^(?:我?(?:要|想)?匿名(?:举报|提供)?|(?:我)?(?:不|别|不要|不想|不用|不能)(?:留|写|报|透露)(?:我的?)?(?:名字?|姓名|真名)|(?:请|麻烦)?(?:别|不要|不能)(?:说|讲|写)(?:是|出)?我(?:报的|说的|名字)?|(?:请)?(?:替我|给我)?保密|anonymous(?:ly)?|no name|without my name)$/iu;
const edits = /^(?:改|修改|更改|更正|改成|change|edit)(?:一?下)?[\s:：]*(?<what>.*)$/isu;

/** What people call the things that they want to change. */
const called: readonly (readonly [Exclude<MatterNeed, 'check'>, RegExp])[] = [
  ['consent', /^(?:本人)?(?:是否)?同意(?:情况)?|^consent/iu],
  ['self', /^(?:我的)?(?:称呼和电话|称呼|姓名|名字|电话|手机号?|联系方式)|^(?:my )?(?:name|phone|contact)/iu],
  ['about', /^(?:纠纷)?(?:类型|种类|类别)|^(?:kind|type)/iu],
  ['other_side', /^(?:对方|另一方)|^other side/iu],
  ['sum', /^(?:金额|钱数|钱|数额|数目)|^(?:sum|amount|money)/iu],
  ['place', /^(?:地点|地址|地方|位置)|^(?:place|address|where)/iu],
  ['people', /^(?:人数|几个人)|^(?:people|how many)/iu],
  ['wish', /^(?:对?调解员(?:的要求)?|希望)|^(?:mediator|wish)/iu],
  ['wants', /^(?:要求|诉求|想法)|^(?:what i want|wants?)/iu],
  ['evidence', /^(?:材料|证据|照片)|^(?:evidence|photos?)/iu],
  ['time', /^(?:时间)|^time/iu],
  ['facts', /^(?:经过|情况|内容|事情)|^(?:facts|story|what happened)/iu],
];

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .replaceAll(/[。.!~，,]+$/gu, '')
    .replaceAll(/(?<=算了|没了|好了|完了|这些|这样)[吧呢啊哈啦]+$/gu, '');

/** Never mind, and nothing else. */
export function isDropWord(text: string): boolean {
  return drops.test(plain(text));
}

/** Reads words that steer the talk; null: they are an answer, or more of the story. */
export function readTalkWord(text: string, matter: Pick<Matter, 'kind' | 'body' | 'need'>): TalkWord | null {
  const said = plain(text);
  if (said === '' || said.length > 80) return null;
  const label = labelled(said, matter);
  if (label !== null) return label;
  if (matter.kind === 'crime_clue' && nameless.test(said)) return { name: 'nameless' };
  if (drops.test(said)) return { name: 'drop' };
  if (done.test(said) || (matter.need === 'check' && agreed.test(said))) return { name: 'done' };
  if (skips.test(said)) return { name: 'skip' };
  if (goesOn.test(said)) return { name: 'go_on' };
  return readEdit(said);
}

/** The words of a button that is offered just now, in either language. */
function labelled(said: string, matter: Pick<Matter, 'kind' | 'body' | 'need'>): TalkWord | null {
  const { need } = matter;
  if (need === null) return null;
  const is = (words: string | undefined): boolean => words !== undefined && same(words) === same(said);
  const languages = [zh, en].map((texts) => texts.matter);
  if (need === 'about') {
    const kind = disputeKinds.find(({ code }) => languages.some((words) => is(words.aboutLabel(code))))?.code;
    return kind === undefined ? null : { name: 'about', kind };
  }
  for (const code of answersOf(matter, need)) {
    const edited = editedNeed(code);
    if (edited !== null && languages.some(({ talk }) => is(talk.edit(edited))))
      return { name: 'edit', need: edited, words: '' };
    const labels = languages.map(({ talk }) => talk.answer as Readonly<Record<string, string>>);
    if (edited === null && labels.some((label) => is(label[code]))) return { name: 'answer', code };
  }
  return null;
}

const same = (words: string): string => plain(words).replaceAll('’', "'").toLowerCase();

function readEdit(said: string): TalkWord | null {
  const what = edits.exec(said)?.groups?.['what']?.trim();
  if (what === undefined) return null;
  if (what === '') return { name: 'edit', need: null, words: '' };
  const found = called.find(([, pattern]) => pattern.test(what));
  if (found === undefined) return null;
  const words = what.replace(found[1], '').replace(/^(?:改?成|改为|是|为|应该是|to|is|[\s:：,，])+/iu, '');
  return { name: 'edit', need: found[0], words: words.trim() };
}
