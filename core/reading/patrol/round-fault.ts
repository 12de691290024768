/** What a round finds wrong with what it looks after, rescue poles and gear against fire: 绳子断了, 那根没了, 水枪缺1把. */
import type { HazardKind } from '../../catalogue.ts';
import { oneOf } from '../one-of.ts';
import { plainText } from '../plain-text.ts';

const pole =
  '救生|(?<![电旗灯路栏标])[竿杆](?!号)|绳|浮[圈球漂标]|(?<![一二两三四五六七八九十\\d转绕兜][大小]?)圈(?!子里)|\\b(?:pole|ring|rope|buoy|line)s?\\b';
const part =
  '[那这](?:一)?[根支条个只]|(?:提示|警示|告示|说明|编号|指示)?牌(?!照)|架子?|支架|挂?钩|箱|盒|柱|座|扣|二维码|字|漆|反光条|\\b(?:sign|hook|bracket|box|holder|it|one)\\b';
const wrong = oneOf(
  '断|裂|坏(?!人)|没了|没(?:有)?(?:看到|见|找到)|不见|不在|丢|掉(?:了|下|漆|色|在)?|歪|倒|折|烂|松|锈|破|缺|少(?:了|一)|弯|朽|腐|老化|褪色|看不清|模糊|打不开|取不[下出]|拿不[下出]|卡[住死]|脱落|散|烧|冲走|漂走|被(?:人)?(?:偷|拿|砍|剪|割|拔)',
  '\\b(?:broken?|snapped|cracked|gone|missing|frayed|rust(?:y|ed)|rotten|bent|loose|washed away|stolen|faded|torn|fell|fallen)\\b',
);
const fireGear =
  '灭火[器瓶毯弹]|水[带枪]|空呼|呼吸器|气瓶|消防(?:斧|栓|泵|服|桶|铲|沙|靴|头盔|腰斧|箱|柜|面具|软管)|消火栓|接[口扣]|扳手|破拆|战斗服|头盔|防毒面[具罩]|手抬泵|机动泵|报警器|警报器|烟感|应急灯|急救[箱包]|aed|\\b(?:extinguisher|hose|nozzle|hydrant|breathing set|helmet|axe|pump)s?\\b';
/** What besides is wrong with gear that has a date, a pressure and a number. */
const gearWrong = oneOf(
  '过期|到期了|失效|报废|压力(?:不[足够]|低|偏低|没了)|欠压|没(?:有)?(?:压力?|气|电|油)|指针.{0,3}红|瘪|漏|堵|少(?:[两二三四五六七八九十\\d]|[把个具盘条根])|不[亮响通够]|打不着|启动不了|用不了',
  '\\b(?:expired|out of date|empty|low|flat|leak(?:s|ing)|short of|(?:is|are) not working|too few)\\b',
);
const unless = oneOf(
  '[没未](?:有)?(?:断|裂|坏|丢|掉|倒|歪|锈|松|破|少|缺|过期|漏)|不(?:松|缺|少|歪|锈)|(?:换|修|补|装|挂|放|找|绑|接)(?:好|上|回|过|到)|[换修补]了|完好|昨|前天|上次|上回|上个?月|以前|哈|演练|[吗么嘛][?？。\\s]*$|[?？]\\s*$',
  '(?:fixed|replaced|back|new one|nothing|no damage|fine)',
);
const things = new RegExp(`${pole}|${part}`, 'i');
const poles = new RegExp(pole, 'i');
const againstFire = new RegExp(fireGear, 'i');
const longest = 60;

/** A fault of what a round looks after, by its kind; null: whatever else the words tell, for it is a part of either. */
export interface RoundFault {
  kind: Extract<HazardKind, 'waterside' | 'fire_equipment'> | null;
}

/** Whether words tell of a fault of what hangs or is kept at a point; null: of none. */
export function roundFault(text: string): RoundFault | null {
  const { plain } = plainText(text);
  if (plain.length > longest || unless.test(plain)) return null;
  const kind = poles.test(plain) ? 'waterside' : againstFire.test(plain) ? 'fire_equipment' : null;
  const isWrong = wrong.test(plain) || (kind === 'fire_equipment' && gearWrong.test(plain));
  return isWrong && (kind !== null || things.test(plain)) ? { kind } : null;
}
