import { describe, expect, it } from 'vitest';
import { roundFault } from '../../../../core/reading/patrol/round-fault.ts';

describe('what a round finds wrong with what hangs at a point', () => {
  it.each([
    '井头桥 绳子断了',
    '渡口 救生竿不见了',
    '新屋路口 竿子裂了 牌子也掉了',
    '3号救生圈褪色 绳子也烂了',
    '浮圈破了个口',
    'the pole at no. 3 is cracked',
    'rope frayed at the ferry',
    '大塘9 缺浮漂',
  ])('%s: of a pole', (text) => {
    expect(roundFault(text)).toEqual({ kind: 'waterside' });
  });

  it.each([
    '荷塘站灭火器过期2个',
    '荷塘站灭火器过期2个 其余正常',
    '鑫达站 水枪缺1把 已报',
    '西塘微站 水带破了一根',
    '西塘微站 少了一把水枪',
    '西塘微站 空呼没气了',
    '西塘微站 灭火器压力不足',
    '应急灯不亮',
    'two extinguishers expired',
  ])('%s: of gear against fire', (text) => {
    expect(roundFault(text)).toEqual({ kind: 'fire_equipment' });
  });

  it.each(['渡口那根没了 被水冲走了', '2号 牌子歪了', '挂钩锈死了 取不下来'])('%s: of what belongs there', (text) => {
    expect(roundFault(text)).toEqual({ kind: null });
  });

  it.each([
    '井头桥 绳子换好了',
    '渡口 竿子没断',
    '大塘沿 都好',
    '救生竿完好',
    '灭火器8具 水带6盘 水枪2把 正常',
    '灭火器没过期',
    '水枪缺的补上了',
    '灭火器过期的换好了',
    '上次绳子断了',
    '绳子断了吗？',
    '电杆歪了',
    '转了一圈 掉头回来',
    '没牌照的车坏了',
    'pole is fine, nothing broken',
  ])('%s: nothing', (text) => {
    expect(roundFault(text)).toBeNull();
  });
});
