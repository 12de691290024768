import type { PatrolVerb } from '../../core/patrol-verb.ts';
import { patrolEn } from './patrol-en.ts';
import { patrolZh } from './patrol-zh.ts';
import { plainWords } from './plain-words.ts';
import { excuses } from './patrol-texts.ts';

/** Steps of a shift for which a card without buttons offers a word. */
const verbs = [
  'shift_here',
  'shift_leave',
  'shift_end',
  'shift_safe',
  'shift_trouble',
  'shift_out',
  'shift_off',
  'shift_ring',
  'gear_taken',
  'gear_back',
  'handover_give',
  'handover_take',
] as const satisfies readonly PatrolVerb[];

/** A reply that is one of the words of a shift and nothing more. */
export interface PatrolWord {
  /** `log`: to see the duty's log. */
  verb: (typeof verbs)[number] | 'points_excuse' | 'log';
  /** Of `points_excuse`: why; '' elsewhere. */
  value: string;
  /** The four characters behind it that name a shift, `平安 7K3Q`; null: none. */
  code: string | null;
}

/** What people say instead, word for word. */
const alsoSaid: Readonly<Partial<Record<PatrolWord['verb'], readonly string[]>>> = {
  shift_here: [
    '到',
    '签到',
    '到了',
    '来了',
    '我来了',
    '到岗了',
    '已到岗',
    '我到了',
    '我到岗了',
    '在岗',
    '上岗',
    '报到',
    '报道',
    '签个到',
    '已到',
    'here',
    "i'm here",
    'sign in',
  ],
  shift_leave: ['我请假', '今晚请假', 'leave'],
  shift_end: ['收队了', '收工', '下岗', 'done for tonight', 'all done'],
  shift_safe: [
    '平安',
    '都平安',
    '一切平安',
    '安全',
    '都好',
    '没事',
    '我们没事',
    'safe',
    'all well',
    'all ok',
    "we're fine",
  ],
  shift_out: [
    '在外面了',
    '在外面',
    '人在外面',
    '他们在外面',
    '出去了',
    '他们出去了',
    '已经出去了',
    '他们去了',
    '在巡了',
    '他们在巡',
    "they're out",
  ],
  shift_off: ['他们不去了', '都不去了', '这班取消', '这班不巡了'],
  shift_ring: ['我打电话', '我来打电话', '我打电话问问', '我来问', 'i will ring', "i'll ring them"],
  gear_taken: ['器材齐', '器材齐了', '装备齐', '装备齐了', '器材领了', '装备领了', '都领了', '器材领齐', 'gear ok'],
  gear_back: ['器材还了', '装备还了', '器材还齐', '器材都还了', '装备都还了', '都还了', '器材归位', 'gear returned'],
  handover_give: ['交班了', '交好了', '交接好了', 'handing over'],
  handover_take: ['接班了', '接好了', '接到了', 'taking over'],
  log: ['日志', '值班日志', '值班记录', '看日志', 'log'],
};

const known = new Map<string, Pick<PatrolWord, 'verb' | 'value'>>();
for (const [verb, words] of Object.entries(alsoSaid) as [PatrolWord['verb'], readonly string[]][]) {
  for (const word of words) known.set(plainWords(word), { verb, value: '' });
}
for (const { word, choice } of [patrolZh, patrolEn]) {
  for (const verb of verbs) known.set(plainWords(word[verb]), { verb, value: '' });
  for (const value of excuses) known.set(plainWords(choice.points_excuse[value]), { verb: 'points_excuse', value });
}

/** Reads a word of a shift, in either language; null: ordinary words, for core/reading. */
export function readPatrolWord(text: string): PatrolWord | null {
  const said = plainWords(text);
  const whole = known.get(said);
  if (whole !== undefined) return { ...whole, code: null };
  const match = /^(.+?) ([2-9a-hj-np-z]{4})$/u.exec(said);
  const named = match === null ? undefined : known.get(match[1] ?? '');
  return named === undefined ? null : { ...named, code: (match?.[2] ?? '').toUpperCase() };
}
