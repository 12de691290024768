/** Which of the kinds that were found say the same thing twice, so that the plainer one is kept. */
import type { HazardKind } from '../../catalogue.ts';
import type { FoundHazard } from './hazard-signs.ts';

/** The first says nothing more where its words lie within or across those of the second. */
const within: readonly (readonly [HazardKind, HazardKind])[] = [
  ['road', 'waterside'],
  ['special_equipment', 'electrical'],
  ['electrical', 'hazardous_chemicals'],
  ['road', 'confined_space'],
  ['fire_exit', 'protective_equipment'],
  ['special_equipment', 'protective_equipment'],
  ['combustible_dust', 'spraying'],
  ['construction', 'confined_space'],
  ['work_at_height', 'confined_space'],
  ['waterside', 'waterlogging'],
  ['road', 'street_light'],
  ['road', 'waterlogging'],
  ['road', 'geological'],
  ['road', 'construction'],
  ['old_house', 'geological'],
  ['old_house', 'construction'],
  ['hazardous_chemicals', 'spraying'],
  ['hazardous_chemicals', 'boiler_environment'],
  ['special_equipment', 'boiler_environment'],
  ['electrical', 'waterlogging'],
  ['electrical', 'fire_equipment'],
  ['fire_equipment', 'ammonia'],
  ['gas', 'ammonia'],
  ['special_equipment', 'construction'],
  ['vehicle', 'ev_charging'],
  ['lithium', 'ev_charging'],
];
/** The first says nothing more wherever the second is found, unless its own words do. */
const beside: readonly (readonly [HazardKind, HazardKind, RegExp])[] = [
  ['construction', 'work_at_height', /工地|违|搭/],
  ['electrical', 'ev_charging', /老化|裸|露|漏电|配电|变压器|电箱|烧|高压|断/],
  ['fire_exit', 'ev_charging', /堆|堵|杂物|箱|锁|焊|封|柜|塞|走不|侧身/],
  ['vehicle', 'special_equipment', /车/],
  ['road', 'vehicle', /坑|塌|陷|裂|破|烂|断|洞|井|盖|护栏|灯|压|撞/],
  ['old_house', 'hot_work', /裂|塌|墙/],
  ['fire_exit', 'vehicle', /通道|出口|门(?!口)|楼|走廊/],
  ['waterlogging', 'street_light', /淹|积水|进水/],
  ['waterlogging', 'molten_metal', /淹|进水|内涝/],
  ['no_certificate', 'confined_space', /证/],
  ['no_certificate', 'hot_work', /证/],
  ['fire_exit', 'three_in_one', /堆|堵|锁|封|焊|占/],
  ['boiler_environment', 'no_certificate', /烟|臭|污/],
  ['boiler_environment', 'food_drug', /黑烟|污水|废/],
  ['rental', 'three_in_one', /出租|群租|租客|隔/],
  ['rental', 'fire_exit', /租|隔|住/],
  ['hot_work', 'protective_equipment', /泡沫|油|漆|木|棉|布|易燃|审批|监护|气瓶|稀料|旁边|掉|溅|焊/],
  ['other', 'electrical', /$^/],
  ['other', 'road', /健身|树|枝|广告|滑梯|秋千/],
  ['road', 'other', /坑|陷|塌|井|裂|盖|护栏|破|桥|台阶|灯/],
  ['other', 'work_at_height', /$^/],
  ['other', 'geological', /$^/],
  ['public_order', 'electrical', /撬|偷|赌|打|闹/],
  ['old_house', 'combustible_dust', /裂|塌/],
  ['special_equipment', 'combustible_dust', /钢丝|年检|载人|坠/],
  ['waterlogging', 'confined_space', /积水|淹/],
  ['boiler_environment', 'confined_space', /排|倒|臭|流/],
  ['old_house', 'work_at_height', /裂|塌|空鼓|脱落|掉/],
  ['other', 'gas', /$^/],
  ['other', 'fire_equipment', /$^/],
  ['other', 'waterlogging', /$^/],
  ['other', 'public_order', /$^/],
  ['other', 'boiler_environment', /$^/],
  ['other', 'construction', /健身/],
  ['other', 'hazardous_chemicals', /$^/],
];

/** `found` without what only repeats another; `plain` is the text they were found in. */
export function absorbed(found: readonly FoundHazard[], plain: string): FoundHazard[] {
  return found.filter((one) => !found.some((other) => other !== one && isSwallowed(one, other, plain)));
}

function isSwallowed(one: FoundHazard, other: FoundHazard, plain: string): boolean {
  const crosses = one.start < other.end && other.start < one.end;
  if (crosses && within.some(([weak, strong]) => weak === one.kind && strong === other.kind)) return true;
  const words = plain.slice(one.start, one.end);
  return beside.some(([weak, strong, own]) => weak === one.kind && strong === other.kind && !own.test(words));
}
