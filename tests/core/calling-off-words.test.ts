import { describe, expect, it } from 'vitest';
import { callingOff } from '../../core/calling-off-words.ts';

describe('a night that is called off', () => {
  it.each([
    ['取消今晚的班', '今晚'],
    ['取消巡逻', null],
    ['周三的巡逻取消', '周三'],
    ['取消后天晚上的班', '后天晚上'],
    ['后天晚上的班取消', '后天晚上'],
    ['周五夜里的巡逻停了', '周五夜里'],
    ['取消24号、25号的班', '24号、25号'],
    ['取消24号，25号的班', '24号 25号'],
    ['24号到26号的班都取消', '24号到26号'],
    ['取消明后两天的班', '明后两天'],
    ['取消下周的班', '下周'],
    ['取消今晚下半夜的班', '今晚'],
    ['取消今晚11点的班', '今晚'],
    ['call off the patrol on Friday', 'Friday'],
    ['cancel Tuesday and Wednesday shifts', 'Tuesday and Wednesday'],
    ['cancel the patrol tomorrow', 'tomorrow'],
  ])('%s is plain', (words, day) => {
    expect(callingOff(words)).toEqual({ day, plain: true, beside: '' });
  });

  it.each([
    ['今晚取消', '今晚'],
    ['周三晚上不巡逻了', '周三晚上'],
    ['明晚不用巡逻', '明晚'],
    ['今晚下半夜取消', '今晚'],
    ['今晚下半夜不巡了 雨太大', '今晚'],
    ['明晚停一次', '明晚'],
    ['明晚巡逻停一次', '明晚'],
    ['24号、25号不巡了', '24号、25号'],
    ['都别来了 今晚雨太大', '今晚'],
    ['大家不要来了，今晚打雷', '今晚'],
    ['明晚都不要过来了', '明晚'],
    ['call off tonight, too icy', 'tonight'],
    ['今晚大雨，取消', '今晚'],
    ['高温预警 周三取消', '周三'],
    ['今晚路面结冰 都不出巡了', '今晚'],
    ['明晚镇里有任务，取消夜巡。', '明晚'],
    ['明晚村里停电 巡逻取消', '明晚'],
    ['28号放假 不巡了', '28号'],
    ['各位今晚别来了', '今晚'],
    ['今晚大家别巡了，雷太大', '今晚'],
    ['后天大家都不用去了', '后天'],
    ['cancel tonight, heavy rain', 'tonight'],
    ["cancel tonight's patrol, the mayor says so", 'tonight'],
    ['no patrol on Friday', 'Friday'],
    ['no patrol tomorrow, too icy', 'tomorrow'],
  ])('%s is meant so by a leader', (words, day) => {
    expect(callingOff(words)).toMatchObject({ day, plain: false });
  });

  it('tells what stands beside it', () => {
    expect(callingOff('明晚取消巡逻，大家在家休息')?.beside).toBe('大家在家休息');
  });

  it.each([
    '明晚团建 取消',
    '明晚例会取消了',
    '明晚买水 取消',
    '明晚的饭局 取消',
    '明晚取消 请假',
    '明晚取消，电影不看了',
    '明晚东02 取消',
    '明晚老王 不用巡',
    '明晚西片 不巡了',
    '今晚大家别去了',
    '明晚大家别去渡口了',
    '明晚巡逻取消了吗',
    '明晚取消 8点改9点',
    'cancel tonight pizza',
    '明晚停电',
    '明晚停一下',
    '今晚停水一次',
    '都别来了 今晚我请客',
    '都别过来了',
    '今晚下半夜东02不用来了',
    '24号、25号不用来了',
    '今晚巡逻不用车了',
    'cancel tonight, my leave',
  ])('%s calls nothing off', (words) => {
    expect(callingOff(words)).toBeNull();
  });

  it.each([
    `雨${' '.repeat(3_990)}x`,
    `今晚取消${'，'.repeat(3_990)}?`,
    '大'.repeat(4_000),
    `今晚${'有'.repeat(3_990)}`,
  ])('takes no time over what is far too long', (words) => {
    const from = performance.now();
    expect(callingOff(words)).toBeNull();
    expect(performance.now() - from).toBeLessThan(100);
  });

  it.each(['明天 '.repeat(14), '取消明天 '.repeat(11), '大家'.repeat(29)])(
    'is not looked for in %s without end',
    (words) => {
      expect(callingOff(`${words}x`)).toBeNull();
    },
  );
});
