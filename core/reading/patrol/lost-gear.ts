/** Gear that a patrol lost on its way; 我手机丢了 is no gear, and 路口的警示灯不见了 none that it carries. */
import { certain } from '../likeness/trust.ts';
import { oneOf } from '../one-of.ts';
import { wordsAt } from '../plain-text.ts';
import type { Gear, Meaning } from '../reading.ts';
import type { Utterance } from '../utterance.ts';
import { callName } from './absent-name.ts';
import { countedGear, gearNamedIn } from './handed-gear.ts';
import type { NamedGear } from './handed-gear.ts';
import type { Standing } from './standing.ts';

/** What a crew has about itself. */
const carried: ReadonlySet<Gear> = new Set<Gear>([
  ...(['radio', 'patrol_light', 'vest', 'lighting', 'loudhailer', 'first_aid_kit', 'drone'] as const),
  ...(['charger', 'battery', 'key', 'helmet', 'baton', 'armband', 'raincoat', 'shield'] as const),
]);
/** Where things of these names stand or hang, they are what is looked after, and lost by nobody. */
const standing: ReadonlySet<Gear> = new Set<Gear>([
  'patrol_light',
  'loudhailer',
  'battery',
  'charger',
  'first_aid_kit',
]);
const stands = /(?:[路村门]口|桥[头上]?|号点?|路边|墙上|工地|小区|公园|厂里?)[^,。!?]{0,3}$/;
/** Whose key it is that opens the duty's own doors. */
const ofDuty = /(?<!我的?|我家的?)(?:车|岗亭|值班室|警务室|仓库|卡点)(?:的|门)?$/;

const goneAfter = oneOf(
  '^[^,。!?]{0,10}?(?:[弄搞跑]?丢(?:了|在|哪|到)|(?<![听看])不见了?|没影了|(?:找不(?:到|着)|没找(?:到|着))(?=$|[了啦嘞\\s,。!]))',
  '^(?:好像|可能|刚才|刚刚|不知道?|不晓得|也|都|是不是|[一二两三\\d][台个件根把顶])*(?:落|忘|掉|丢|放|搁)(?:在|到|了|进|哪|什么地方|[河沟水塘渠]里)',
  "^(?:'?s| is| are| has| have)? (?:lost|missing|gone)\\b",
);
const whose = `(?:(?:${callName}|[我俺咱他她](?:们)?|自己)(?:的|那)?)?`;
const goneBefore = new RegExp(
  `(?:丢了|弄丢了?|掉了|落了|不见了)${whose}[一两三\\d]?[台个件根把顶副只支]?$|(?:捡|拾|看|见|找)(?:到|见|过|着)?(?:了)?[我俺咱](?:的)?$|\\blost (?:my|a|one|our|the) (?:\\w+ )?$`,
);
/** 找不到东02的手电; what follows must not be something of it: 找不到对讲机频道. */
const soughtBefore = new RegExp(
  `(?:找不(?:到|着)|没找(?:到|着))${whose}[一两三\\d]?[台个件根把顶副只支]?$|\\bcan.?t find (?:my|our|the) (?:\\w+ )?$`,
);
const soughtEnds = /^[了啦嘞]?(?:$|[\s,。!])/;
const unless = oneOf(
  // What is missing where a shift hands over was counted, and lost by nobody who says so.
  '(?:交|接)(?:班|岗)|交接|清点',
  '没(?:有)?(?:弄)?丢|不会丢|(?:别|不要|小心|当心|注意|记得|差点|以免|免得|怕)[^,。]{0,6}(?:丢|落|掉|忘)|昨[天晚]|上次|上回|以前|演练|新闻',
  '找(?:到|着|回来?)了|(?:落|忘|放|丢|掉)(?:在|到)?(?:车|家|岗亭|值班室|办公室|宿舍|所)(?:里|上)?|(?:忘|放)(?:在|到|了)?(?:家|岗亭|值班室|办公室|宿舍)',
  '有人|村民|居民|群众|路人|业主|司机|老乡|老板|客人|偷|谁(?:有|带|能借)|[吗么嘛]$|掉(?:电|线|漆|色)|放(?:心|假)|落(?:实|水)',
);

/** Reads that somebody on a shift lost gear of theirs, with how many; or nothing. */
export function gearLost(heard: Utterance, standingOf: Standing): Meaning | undefined {
  if (standingOf !== 'on_shift' || unless.test(heard.plain)) return undefined;
  const gone = gearNamedIn(heard.plain).filter((one) => isCarried(heard.plain, one) && isGone(heard.plain, one));
  const [first] = gone;
  if (first === undefined) return undefined;
  const counted = countedGear(heard).fields.missing ?? {};
  const missing: Partial<Record<Gear, number>> = {};
  for (const { code } of gone) missing[code] = counted[code] ?? 1;
  const words = wordsAt(heard.text, first.start, first.end);
  return {
    intent: 'handover',
    // Whatever it is like: who has lost a radio says so in few words, and nobody else answers for it.
    confidence: certain,
    fields: { missing, lost: true },
    because: [
      { field: 'intent', words },
      { field: 'missing', words },
    ],
  };
}

function isGone(plain: string, { start, end }: NamedGear): boolean {
  const after = plain.slice(end, end + 18);
  const before = plain.slice(Math.max(0, start - 16), start);
  return goneAfter.test(after) || goneBefore.test(before) || (soughtBefore.test(before) && soughtEnds.test(after));
}

/** Whether what is named is carried by a crew, and does not stand or hang where it is named. */
export function isCarried(plain: string, { code, start, end }: NamedGear): boolean {
  const before = plain.slice(0, start);
  if (code === 'key') return ofDuty.test(before);
  if (code === 'lighting' && !/手电|电筒|头灯|torch|flashlight/.test(plain.slice(start, end + 1))) return false;
  return carried.has(code) && !(standing.has(code) && stands.test(before));
}
