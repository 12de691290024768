/** What a word about a hazard that is known already is about: 那个路灯, 消防通道的事, 线收掉了. */
import type { HazardKind } from '../../catalogue.ts';
import type { Utterance } from '../utterance.ts';
import { absorbed } from './absorb.ts';
import type { FoundHazard } from './hazard-signs.ts';

const topics: readonly (readonly [HazardKind, RegExp])[] = [
  ['fire_exit', /消防通[道到]|安全通[道到]|安全出口|疏散|逃生|通道|楼道|堆物|铁栏杆/],
  ['fire_equipment', /灭火[器气]|消[防火]栓|烟感|喷淋|应急灯|消防(?:器材|设施|设备|水)|指示灯|防火门/],
  ['ev_charging', /飞线|充电|电[瓶动]车/],
  ['electrical', /电线|电箱|配电|插座|插线板|排插|线路|电杆|变压器|(?:^|[,\s])线(?:已|都)|电闸|漏电/],
  ['gas', /煤气|燃气|液化气|天然气|软管/],
  ['spraying', /喷漆|喷涂|油漆味/],
  ['combustible_dust', /粉尘|除尘|积尘/],
  ['ammonia', /氨(?!糖)/],
  ['hazardous_chemicals', /化学品|危化|化工|油桶|漏油/],
  ['special_equipment', /电梯|叉车|行车|锅炉|吊车/],
  ['confined_space', /有限空间|化粪池|污水池/],
  ['work_at_height', /安全绳|脚手架|高空作业|高处/],
  ['protective_equipment', /安全帽|劳保|口罩|护罩/],
  ['no_certificate', /上岗证|无证|没证/],
  ['three_in_one', /三合一/],
  ['rental', /群租|出租房|隔断/],
  ['construction', /违建|围挡|工地|加盖|搭建|铁皮棚/],
  ['old_house', /危房|老房子?|裂缝|瓷砖|外墙|墙(?!上)/],
  ['road', /井盖|窨井|路面|坑|减速带|红绿灯|(?<!河边|岸边)护栏|桥/],
  ['street_light', /路灯|街灯/],
  ['vehicle', /违停|货车|渣土车|僵尸车|面包车|超载/],
  ['waterlogging', /积水|排水|内涝|进水/],
  ['geological', /边坡|山坡|滑坡|落石|石头/],
  ['waterside', /河边|岸边|水边|水库|池塘|救生圈|警示牌/],
  ['food_drug', /食品|过期药|苍蝇|熟食/],
  ['boiler_environment', /黑烟|污水|废水|废气|油烟|偷排|臭味/],
  ['public_order', /高空抛物|流浪狗|赌博/],
];

/** What the message is about, whether or not it says what is wrong. */
export function topicsIn(heard: Utterance): FoundHazard[] {
  const found: FoundHazard[] = [];
  for (const [kind, words] of topics) {
    const match = words.exec(heard.plain);
    if (match !== null) found.push({ kind, start: match.index, end: match.index + match[0].length });
  }
  return absorbed(found, heard.plain);
}
