import { describe, expect, it } from 'vitest';
import { inVillage, answer } from './speak.ts';

describe('a 接龙', () => {
  it('is read line by line with names', () => {
    const reading = answer('接龙 今晚巡逻\n1 西01 ✅\n2 西02 ✅\n3 荷03 晚10分钟\n4 荷05 来不了');
    expect(reading.intent).toBe('roll_call');
    expect(reading.lines).toMatchObject([
      { person: '西01', intent: 'accept' },
      { person: '西02', intent: 'accept' },
      { person: '荷03', intent: 'delay', fields: { delayMinutes: 10 } },
      { person: '荷05', intent: 'decline' },
    ]);
  });

  it('takes circled, keycap and full-width numbers, and names that run into the answer', () => {
    const reading = answer('接龙\n①张三能去 8分钟\n2️⃣李四❌\n３．王五 待命');
    expect(reading.lines).toMatchObject([
      { person: '张三', intent: 'accept', fields: { etaMinutes: 8 } },
      { person: '李四', intent: 'decline' },
      { person: '王五', intent: 'standby' },
    ]);
  });

  it('says nothing of going when it reports on places', () => {
    const reading = inVillage('接龙 本周自查\n1. A3车间 灭火器少2个\n2. 仓库 无');
    expect(reading.lines?.map(({ person, intent }) => [person, intent])).toEqual([
      ['A3车间', 'hazard_report'],
      ['仓库', 'unknown'],
    ]);
  });

  it('is small talk when goods are ordered', () => {
    expect(inVillage('#接龙\n草莓团购 30一箱\n1. 张姐 2箱\n2. 李姐 1箱').intent).toBe('small_talk');
  });

  it('is none without numbered lines', () => {
    expect(inVillage('接龙开始了吗').intent).not.toBe('roll_call');
    expect(inVillage('接龙\n大家接一下').intent).not.toBe('roll_call');
  });
});
