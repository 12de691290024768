/** One shift hands over to the next: the duty, the keys, the gear. */
import type { Equipment } from '../../catalogue.ts';
import { joined } from '../finding.ts';
import type { Finding } from '../finding.ts';
import { oneOf } from '../one-of.ts';
import { wordsAt } from '../plain-text.ts';
import type { Meaning } from '../reading.ts';
import { timeIn } from '../scene-details.ts';
import type { Utterance } from '../utterance.ts';
import { countedGear, handedGear, sideIn } from './handed-gear.ts';
import { spanOf } from '../span.ts';
import type { Span } from '../span.ts';
import type { Standing } from './standing.ts';

const handing = oneOf(
  '(?:接|交)(?:了|完|好)?(?:班|岗)(?!组|的人)|交接(?:班)?(?:完|好|清|了|毕|无|齐|$|[\\s,。:])|换(?:岗|防)(?:了|完|$|[\\s,。])|换班(?:了|完毕|顺利|啦)|移交|接手(?:了|完|$|[\\s,。])|(?:上半夜|下半夜|下一班|上一班)(?:的)?(?:已|都|来|到|已经)?(?:接|交)(?!电话)',
  '\\b(?:hand(?:ing|ed)?[ -]?over|hand(?:ing|ed) (?:the|my|our|over)? ?[a-z ]{2,20} (?:over )?to|tak(?:ing|en) over|took over|relie(?:ved|ving)|change of shift|shift change)\\b',
);
/** Gear by itself is handed over when it is taken, given, counted or missed. */
const moved = oneOf(
  '(?:领|还|归还|交回|交还|收回|借|拿|取|放|留|给|入库|归位|退)(?:了|走|到|好|完|齐|回|清|掉|在|给|过|出)|(?:都|全|全部|一个不)(?:在|齐|少|还|收|好)|放(?=[^,。]{1,6}(?:了|$))|少(?:了)?(?:一|两|三|\\d|个|台|了|把)|缺(?:了)?(?:一|两|三|\\d|个|台|了)|(?<![听看])不见|没还|找不到|没(?:看|找)到|清点|点过|数量|对不上|没电了?换|换(?:了)?一(?:台|个|把)|齐全?(?:$|[\\s,。!])|(?:picked up|returned|missing|all there|accounted|\\bshort\\b|still out|(?:everything|all|gear|stuff)(?:.?s| is| are)? (?:all )?back\\b|\\bgot (?:only )?\\d)',
);
const unless = oneOf(
  '谁(?:来|去)?(?:接|交)班|(?:几点|什么时候|明天|明晚|下次|记得|别忘|等着?|准备|马上|快|等下|等会)[^,。]{0,4}(?:接班|交班|交接|换岗|换班)|(?:接班|交班)(?:的)?(?:人|是谁|呢|吗|前|时间|时候|要|还没|怎么|没来)|谁(?:有|会|那|知道|要|把|带|拿|捡)|记得|有没有|别忘|忘(?:了|在)|买|采购|申请|下个?月|报销|发票|新(?:到|买)|来领|换防守|我家|快递|手机',
);

/** Reads that one shift hands over to the next, or nothing. */
export function handover(heard: Utterance, standing: Standing): Meaning | undefined {
  const at = spanOf(handing, heard.plain);
  return at === undefined || standing === 'elsewhere' ? undefined : meaning(heard, at, 0.95);
}

/** What a patrol carries; life rings and extinguishers hang where they belong. */
const ofPatrols = new Set<Equipment>([
  ...(['radio', 'patrol_light', 'vest', 'lighting', 'electric_cart', 'loudhailer', 'drone', 'first_aid_kit'] as const),
]);

/** What hangs or stands somewhere and is gone is wrong there, and no patrol's gear. */
const ofPlaces: ReadonlySet<string> = new Set(['life_ring', 'rescue_pole', 'extinguisher', 'hose']);
const vanished = /不见|被?偷|没了|丢了|missing|gone|stolen/;

/** Reads that gear or keys were taken, given, counted or missed, without a word of the duty; or nothing. */
export function gearMoved(heard: Utterance, standing: Standing): Meaning | undefined {
  if (standing === 'elsewhere') return undefined;
  const { equipment, missing } = countedGear(heard).fields;
  const gone = Object.keys(missing ?? {});
  if (gone.length > 0 && gone.every((code) => ofPlaces.has(code)) && vanished.test(heard.plain)) return undefined;
  const carried = equipment?.some((code) => ofPatrols.has(code)) ?? false;
  if (!carried && missing === undefined && !/钥匙|\bkeys?\b|东西|装备|器材|物资/.test(heard.plain)) return undefined;
  const at = spanOf(moved, heard.plain);
  return at === undefined ? undefined : meaning(heard, at, 0.87);
}

/** Which gear, who gives and who takes it, and when. */
export function handoverDetails(heard: Utterance): Finding {
  return joined(handedGear(heard), sideIn(heard), timeIn(heard));
}

function meaning(heard: Utterance, at: Span, confidence: number): Meaning | undefined {
  const lacks = countedGear(heard).fields.missing !== undefined;
  const asked = heard.clauses.some(({ asks, start, end }) => asks && start <= at.start && at.start < end);
  if (asked || (!lacks && unless.test(heard.plain))) return undefined;
  const { fields, because } = handoverDetails(heard);
  return {
    intent: 'handover',
    confidence,
    fields,
    because: [{ field: 'intent', words: wordsAt(heard.text, at.start, at.end) }, ...because],
  };
}
