import type { HazardKind } from './catalogue.ts';
import type { HazardGrade } from './hazard.ts';
import type { HazardRules } from './zone/hazard-rules.ts';

/**
 * The built-in reasons to think of a major hazard. Each names the order or standard that a human then looks into; none of
 * them decides (安全生产法 2021, Art. 118 (2): the criteria are the departments').
 */
export const gradeRules = [
  {
    code: 'tenants',
    kinds: ['multi_tenant'],
    words: null,
    source: '工贸企业重大事故隐患判定标准（应急管理部令第10号）第三条第（一）项',
  },
  {
    code: 'certificates',
    kinds: ['no_certificate'],
    words: null,
    source: '工贸企业重大事故隐患判定标准（应急管理部令第10号）第三条第（二）项',
  },
  {
    code: 'molten_metal',
    kinds: ['molten_metal'],
    words: null,
    source: '工贸企业重大事故隐患判定标准（应急管理部令第10号）第四条、第五条、第七条',
  },
  {
    code: 'dust',
    kinds: ['combustible_dust'],
    words: /积|厚|除尘|风机|泄爆|坏|没开|不开|停|打火|火花/u,
    source: '工贸企业重大事故隐患判定标准（应急管理部令第10号）第十一条',
  },
  {
    code: 'ammonia',
    kinds: ['ammonia'],
    words: null,
    source: '工贸企业重大事故隐患判定标准（应急管理部令第10号）第十二条',
  },
  {
    code: 'confined_space',
    kinds: ['confined_space'],
    words: null,
    source: '工贸企业重大事故隐患判定标准（应急管理部令第10号）第十三条',
  },
  {
    code: 'chemicals',
    kinds: ['hazardous_chemicals'],
    words: null,
    source: '化工和危险化学品生产经营企业重大生产安全事故隐患判定准则 AQ 3067-2026',
  },
  {
    code: 'exits',
    kinds: ['fire_exit'],
    words: /锁|封|堵死|焊|砌|宿舍|学校|幼儿园|医院|养老|商场|网吧|KTV|厂房|车间|楼梯/iu,
    source: '重大火灾隐患判定规则 GB 35181-2025；消防法第二十八条',
  },
  {
    code: 'three_in_one',
    kinds: ['three_in_one'],
    words: null,
    source: '消防法第十九条；安全生产法第四十二条；重大火灾隐患判定规则 GB 35181-2025',
  },
  {
    code: 'fire_system',
    kinds: ['fire_equipment'],
    words: /喷淋|报警系统|报警主机|消防泵|消火栓没水|没有水|瘫痪|停用/u,
    source: '重大火灾隐患判定规则 GB 35181-2025 附录A',
  },
  {
    code: 'gas',
    kinds: ['gas'],
    words: /餐|饭店|食堂|厨房|地下|钢瓶|气瓶|报警器|软管|私接/u,
    source: '城镇燃气经营安全重大隐患判定标准（建城规〔2023〕4号）',
  },
  {
    code: 'construction',
    kinds: ['construction'],
    words: /高压线|脚手架|塔吊|基坑|模板|支模|承重|塌|裂/u,
    source: '房屋市政工程生产安全重大事故隐患判定标准（2024版，建质规〔2024〕5号）',
  },
  {
    code: 'special_equipment',
    kinds: ['special_equipment'],
    words: /没证|无证|未检|没检|超期|报废|漏|锅炉|压力容器/u,
    source: '特种设备重大事故隐患判定准则 GB 45067-2024',
  },
  {
    code: 'crowded_rental',
    kinds: ['rental'],
    words: /一个楼梯|一部楼梯|单楼梯|铁门|锁|防盗窗|木|泡沫板|彩钢/u,
    source: '重大火灾隐患判定规则 GB 35181-2025',
  },
] as const satisfies readonly {
  code: string;
  kinds: readonly HazardKind[];
  /** Words that must be said besides; null: the kind is enough to have a human look. */
  words: RegExp | null;
  source: string;
}[];
export type GradeRule = (typeof gradeRules)[number]['code'];

/** One reason to think of a grade, for a human to read. */
export interface GradeReason {
  grade: HazardGrade;
  /** A built-in rule; null: a line of the zone file, whose own words are in `said`. */
  rule: GradeRule | 'many_people' | null;
  said: { zh: string; en: string } | null;
  /** What in the report made it fit: kinds' codes, words, a count. */
  because: readonly string[];
  /** Law, order or standard, in Chinese as it is cited; '' for the zone's own lines. */
  source: string;
}

/** So many people with one hazard are reason enough for a second look (GB 35181-2025 knows places with many people). */
const manyPeople = 10;

/** What the suggestion looks at. */
export interface GradeFacts {
  kinds: readonly HazardKind[];
  words: string;
  people: number | null;
}

function builtIn(facts: GradeFacts): GradeReason[] {
  return gradeRules.flatMap((rule): GradeReason[] => {
    const kind = facts.kinds.find((code) => (rule.kinds as readonly HazardKind[]).includes(code));
    const said = rule.words?.exec(facts.words)?.[0];
    if (kind === undefined || (rule.words !== null && said === undefined)) return [];
    const because = [kind, ...(said === undefined ? [] : [said])];
    return [{ grade: 'major', rule: rule.code, said: null, because, source: rule.source }];
  });
}

function ofZone(facts: GradeFacts, grading: HazardRules['grading']): GradeReason[] {
  return grading.flatMap((line): GradeReason[] => {
    const kind = facts.kinds.find((code) => line.kinds.includes(code));
    const word = line.words.find((one) => facts.words.includes(one));
    const fits = (line.kinds.length === 0 || kind !== undefined) && (line.words.length === 0 || word !== undefined);
    if (!fits || (kind === undefined && word === undefined)) return [];
    const because = [kind, word].filter((one) => one !== undefined);
    return [{ grade: line.grade, rule: null, said: line.reason, because, source: '' }];
  });
}

/**
 * What the rules suggest, and every reason; a human decides. The zone's own lines come first: where they name a grade for a
 * kind, the first of them is the suggestion. Else one built-in reason is enough for `major`.
 */
export function suggestGrade(
  facts: GradeFacts,
  rules: Pick<HazardRules, 'grading'>,
): { grade: HazardGrade; reasons: readonly GradeReason[] } {
  const own = ofZone(facts, rules.grading);
  const crowd: GradeReason[] =
    facts.people !== null &&
    facts.people >= manyPeople &&
    facts.kinds.some((kind) => kind === 'rental' || kind === 'fire_exit')
      ? [
          {
            grade: 'major',
            rule: 'many_people',
            said: null,
            because: [String(facts.people)],
            source: '重大火灾隐患判定规则 GB 35181-2025',
          },
        ]
      : [];
  const reasons = [...own, ...builtIn(facts), ...crowd];
  return { grade: own[0]?.grade ?? (reasons.length > 0 ? 'major' : 'ordinary'), reasons };
}
