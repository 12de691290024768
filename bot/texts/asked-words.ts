import { monthWords } from '../../core/said-day.ts';
import { plainWords } from './plain-words.ts';

/** What somebody asks about the night: who is missing, which points are, how it goes, how it works, the proof of their hours. */
export type AskedWord = 'people' | 'points' | 'night' | 'help' | 'hours';

const hours = '服务|时长|志愿|巡逻|工时';
/** Of which month or year a proof is wanted. */
const period =
  '(?:今|去|前|全|本)年度?|(?:本|这个?|上个?|当)月|20\\d\\d(?:-\\d{1,2}|(?=的))|(?:20)?\\d\\d年度?|(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?|的';

const asked: readonly (readonly [AskedWord, RegExp])[] = [
  [
    'people',
    /^(?:今晚|现在)?(?:还有)?(?:谁|哪些人|哪几个)(?:还)?(?:没到|没来|没签到?|没到岗|缺|到了|来了|在班)(?:呢|啊|呀|的|了)?$|^(?:现在|今晚)?(?:到|来)了(?:几个人|多少人|几个|谁)$|^(?:还)?(?:差|缺|少)(?:谁|几个人|哪几个人|哪些人)$|^who(?:'s| is)? (?:missing|here|there|not here)(?: yet)?$/u,
  ],
  [
    'points',
    /^(?:现在|今晚)?(?:还|就)?(?:差|剩|缺|漏|少|有)(?:下|了|着)?(?:哪|几|多少|什么)(?:几|些|个)*(?:个)?点位?(?:还)?(?:没有?(?:打|去|拍|走|巡|发|到|看)(?:卡|到|过|的)?)?(?:没|吗|呢|了)?$|^(?:哪|几)(?:几|些|个)*点位?(?:还)?没(?:打|去|拍|走|巡|发|到)(?:卡|到|过)?$|^(?:还)?(?:差|剩|缺|漏)(?:下|了)?(?:哪些|哪几个|多少)(?:没打)?$|^(?:还有)?(?:哪些|哪几个|几个|多少)(?:还)?没(?:打|去|拍|走|巡)(?:卡|到|过)?$|^(?:which|how many) points (?:are )?(?:left|missing|open)$|^what(?:'s| is) left$/u,
  ],
  [
    'night',
    /^(?:今天?晚上?|今夜|昨晚|夜巡|巡逻|队里|本队|各(?:个)?(?:队|班|村)|这一?班)+的?(?:巡逻|夜巡|情况|班)*(?:都|还|巡得|走得|巡|走|是)?(?:怎么?样|咋样|如何|顺利吗?|正常吗?|到哪里?|到哪个点|到几号点?|什么情况|啥情况)(?:了|呢|啊|呀)?$|^(?:今天?晚上?|今夜|夜巡|巡逻)*(?:各(?:个)?(?:队|班|村)|今晚|今夜|夜巡|巡逻)的?(?:夜巡|巡逻)*情况(?:呢)?$|^(?:他们|她们|队员|大家|夜巡队|人)(?:都|现在|今晚)*(?:巡|走|打|查)?(?:到|在)(?:哪(?:里|儿|一?个点|个位置|一?点)?|几号点?位?|第?几个点?位?)(?:了|呢|啊|呀)*$|^where are they(?: now)?$|^how(?:'s| is| are| was| did) (?:tonight|the night|the shift|the patrol|the team)(?: going| doing| go)?$/u,
  ],
  ['help', /^(?:帮助|怎么用|怎么打卡|怎么玩|使用说明|help)$/u],
  [
    'hours',
    new RegExp(
      `^(?:我?(?:要|想)?(?:开|打印?|要|领)(?:一?[张份个])?)?(?:${period})*(?:我?的?)(?:${hours})*(?:的)?(?:${period})*(?:${hours})*证明(?:在哪|怎么开|怎么弄|(?:给我)?发我?一?下?)?$|^(?:hours )?certificate(?: (?:of|for) (?:last month|this month|last year|this year|20\\d\\d(?:-\\d\\d)?|(?:last )?${monthWords}(?: 20\\d\\d| last year)?))?$`,
      'u',
    ),
  ],
];

/** Whoever asks says no more. */
const longest = 60;

/** A question of one of these kinds and nothing more; null: other words. */
export function readAskedWord(text: string): AskedWord | null {
  if (text.length > longest) return null;
  const said = plainWords(text).replace(/[?？]+$/u, '');
  return asked.find(([, words]) => words.test(said))?.[0] ?? null;
}
