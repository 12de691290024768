/** Gear and skills under the names people use for them. */
import type { Equipment, Skill } from '../catalogue.ts';
import { wordsAt } from './plain-text.ts';
import type { PlainText } from './plain-text.ts';
import type { Because } from './reading.ts';

/** Every kind of gear with the names that people use for it. */
export const gearNames: readonly (readonly [Equipment, RegExp])[] = [
  ['extinguisher', /灭火器|灭火瓶|extinguisher/],
  ['hose', /水带|水管(?!爆)|消防带|\bhose/],
  ['fire_pump', /消防泵|手抬泵|机动泵|浮艇泵|fire pump/],
  ['breathing_apparatus', /空呼|空气呼吸器|呼吸器|(?<!氧)气瓶|瓶气|breathing apparatus|scba/],
  ['gas_detector', /气体检测|测气|检测仪|探测仪|四合一|gas detector/],
  ['breaking_tools', /破拆|撬棍|液压剪|扩张器|切割机|无齿锯|电锯|大锤|crowbar|cutter/],
  ['tripod', /三脚架|三角架|tripod/],
  ['rope', /(?<!抛)绳(?!带网)|\bropes?\b/],
  ['stretcher', /担架|stretcher/],
  ['aed', /aed|除颤/],
  ['first_aid_kit', /急救[箱包]|医药箱|first[- ]aid kit/],
  ['boat', /冲锋舟|皮划艇|橡皮[艇船]|救生艇|快艇|充气船|条船|[条艘只]艇|只船|艘船|派船|(?<!会)开船|\bboat|kayak/],
  ['life_jacket', /救生衣|救生服|life (?:jacket|vest)/],
  ['life_ring', /救生圈|life ?(?:ring|buoy)/],
  ['rescue_pole', /救生[竿杆]|rescue pole/],
  ['throw_line', /抛绳|抛投|throw (?:line|bag)/],
  ['sonar', /声呐|声纳|sonar/],
  ['drain_pump', /排水泵|抽水[机泵]|水泵|龙吸水|潜水泵|drain pump|water pump/],
  ['sandbag', /沙袋|沙包|sandbag/],
  ['generator', /发电机|发电车|generator/],
  [
    'lighting',
    /(?<=[缺少要没送带])灯(?!光|泡|亮|笼)|照明|探照灯|强光灯|手电|头灯|移动灯|大灯(?=过来|来)|floodlight|torch|lights?\b(?= please)/,
  ],
  ['drone', /无人机|drone/],
  ['radio', /对讲机?|手台|电台|walkie|radio/],
  ['patrol_light', /警灯|爆闪灯/],
  ['electric_cart', /电瓶巡逻车|巡逻车/],
  ['vest', /反光背心|反光衣|马甲/],
  ['loudhailer', /喊话器|喇叭|扩音器|loudhailer|megaphone/],
];

const skillNames: readonly (readonly [Skill, RegExp])[] = [
  ['diving', /潜水(?!泵)|蛙人|下水搜|\bdiv(?:er|ing)/],
  ['swift_water', /激流/],
  ['surface_water', /水域证|水面救援|水上救援|水域救援|会水的|会游泳的|水性好|水域队/],
  ['boat', /操舟|会开船|会开(?:冲锋)?[舟艇]|舵手|驾船/],
  ['rope', /绳索(?:救援|队|技术)|山地救援|会绳/],
  ['first_aid', /急救(?![箱包车])|心肺复苏|会cpr|first aid(?! kit)/],
  ['clinician', /医生|护士|医护|大夫|doctor|nurse|paramedic/],
  ['fire_operator', /消控证|消防设施操作|消控/],
  ['breathing_apparatus', /会(?:用|戴|背)空呼/],
  ['hazmat', /危化|化工专家|hazmat/],
  ['electrician', /电工|electrician/],
  ['welder', /焊工|电焊工|welder/],
  ['forklift', /叉车(?:工|司机|师傅)|会开叉车|forklift driver/],
  ['drone', /飞手|会飞无人机|飞无人机的|drone pilot/],
  ['search_dog', /搜救犬|警犬|搜救狗|search dog/],
  ['psychology', /心理|谈判专家|psycholog/],
  ['law', /律师|懂法|lawyer/],
  ['language', /翻译|会(?:说|讲)?(?:方言|英语|手语)|interpreter|translator/],
  ['driver', /驾驶员|会开车的|司机(?=一|过来|$)|a driver/],
];

/** Gear and skills named in a message, with the words that named them. */
export interface NamedGear {
  readonly equipment: readonly Equipment[];
  readonly skills: readonly Skill[];
  readonly because: readonly Because[];
}

/** Finds gear and skills between `start` and `end` of the plain text. */
export function gearIn(text: PlainText, start = 0, end = text.plain.length): NamedGear {
  const words = text.plain.slice(start, end);
  const because: Because[] = [];
  const named = <Code>(names: readonly (readonly [Code, RegExp])[], field: 'equipment' | 'skills'): Code[] => {
    const codes: Code[] = [];
    for (const [code, name] of names) {
      const found = name.exec(words);
      if (found === null) continue;
      codes.push(code);
      because.push({ field, words: wordsAt(text, start + found.index, start + found.index + found[0].length) });
    }
    return codes;
  };
  return { equipment: named(gearNames, 'equipment'), skills: named(skillNames, 'skills'), because };
}
