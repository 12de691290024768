/** Gear of a patrol that works no more: 对讲机坏了, 手电没电了. 门卫室对讲机坏了 is none of its, and 手机没电了 no gear. */
import { numberOf } from '../numerals.ts';
import { oneOf } from '../one-of.ts';
import { plainText } from '../plain-text.ts';
import type { Gear, GearCounts } from '../reading.ts';
import { gearNamedIn, type NamedGear } from './handed-gear.ts';
import { isCarried } from './lost-gear.ts';

const many = '([一二两三四五六七八九十俩仨]|\\d{1,2})\\s*[台个件根把顶副只支盏条块辆部]';
const dead =
  '(?:(?:摔|弄|搞|撞|跌|压|烧|淋|泡|用)?坏(?:了|掉|的)|摔碎|没(?:有)?电(?!话)|快没电|电(?:量)?(?:用完|耗尽|用光|光)了|不亮|不响|没(?:有)?声音?|没反应|[开关]不了机|打不开|用不(?:了|起来)|不能用|失灵|短路|断了|破了|裂了|进水|爆胎|漏气|没油|打不着|抛锚|不灵)';
const ended =
  '(?:is |are |has |have )?(?:dead|broken|flat|not working|stopped working|out of (?:power|battery)|broke)\\b';
/** 手电两个都不亮: what stands between a thing and what is wrong with it. */
const deadAfter = new RegExp(`^(?:\\s*${many})?[^,。!?;]{0,4}?\\s?(?:${dead}(?:了)?(?:\\s*${many})?|\\s?${ended})`);
const deadBefore = new RegExp(
  `(?:坏|断|破)(?:了|掉)(?:\\s*${many})?(?:的)?\\s*$|\\bbroken (?:my |our |the |a )?(?:\\w+ )?$`,
);
const manyBefore = new RegExp(`${many}(?:的)?\\s*$`);
const unless = oneOf(
  '没(?:有)?坏|(?:不会|别|不要|小心|当心|注意|差点|以免|免得|怕|万一|如果|要是)[^,。]{0,8}(?:坏|没电|断|破|进水)|(?:坏|没电|断|破|不亮)了?(?:没|吗|么|嘛)|坏不坏',
  '昨[天晚]|前[天晚]|上次|上回|上周|以前|演练|新闻|哪里修|找谁(?:领|换|修)|修好|换好|又能用|能用了|哈哈',
);
/** Whose it is, where it is not the crew's. */
const ofOthers =
  /(?:有人|村民|居民|群众|路人|业主|司机|老乡|老板|客人|外卖|学生|别人|人家|路边|我家|门卫|门口|单元|楼[道栋]|小区|电梯|广场|村委|村里)[^,。]{0,8}$/;
/** 对讲门, 对讲系统: what hangs at a door. */
const atDoors = /^(?:门|系统|铃)/;

/** How many of which gear a message says to be broken, or out of power; null: it says nothing of the kind. */
export function brokenGear(text: string): GearCounts | null {
  const { plain } = plainText(text);
  if (plain.length > longest || unless.test(plain)) return null;
  const counts: Partial<Record<Gear, number>> = {};
  for (const one of gearNamedIn(plain)) {
    const count = isOwn(plain, one) ? brokenOf(plain, one) : null;
    if (count !== null) counts[one.code] = count;
  }
  return Object.keys(counts).length === 0 ? null : counts;
}

/** More than this is a report of something else. */
const longest = 40;

function isOwn(plain: string, one: NamedGear): boolean {
  if (ofOthers.test(plain.slice(0, one.start)) || atDoors.test(plain.slice(one.end))) return false;
  return one.code === 'electric_cart' || isCarried(plain, one);
}

/** How many of one thing do not work; null: it is not said that it does not. */
function brokenOf(plain: string, { start, end }: NamedGear): number | null {
  const before = plain.slice(Math.max(0, start - 10), start);
  const after = deadAfter.exec(plain.slice(end, end + 20));
  const lacking = deadBefore.exec(before);
  if (after === null && lacking === null) return null;
  const said = after?.[2] ?? after?.[1] ?? lacking?.[1] ?? manyBefore.exec(before)?.[1];
  return said === undefined ? 1 : (numberOf(said)?.value ?? 1);
}
