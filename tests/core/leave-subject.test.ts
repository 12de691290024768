import { describe, expect, it } from 'vitest';
import { isOthersLeave } from '../../core/leave-subject.ts';

const others = [
  ...['物业说今天来不了人修', '电工明天来不了', '电工 明天来不了', '夜宵摊今晚不来了', '厂里今晚加班 门卫休息了'],
  ...['井头桥值班的老李今晚请假了', '120说来不了', '荷塘村支书请假', '李主任说明天请假', '门卫今晚请假 家里有事'],
  ...['他们今晚都来不了', '卖夜宵的今晚不来了', '我们这保安今晚休息', '今晚来不了人', '王女士说今晚来不了'],
  ...["the electrician can't come tomorrow", 'the guard is off tonight', "they can't come"],
];
const own = [
  ...['今晚请假', '今晚不来了', '今天来不了', '孩子发烧 今晚请假', '家里老人住院来不了', '老板有事 今晚来不了'],
  ...['跟门卫说了今晚来不了', '书记 今晚请假', '组长 请三天假', '我老板不让走 今晚来不了', '厂里加班来不了'],
  ...['电工明天来不了 我今晚请假', '老板临时叫出差 今晚夜巡上不了了', '陪老人来不了', '等师傅修车 来不了'],
  ...["the car won't start, can't come tonight", "can't come tonight, the boss keeps me", '保安队临时加班，今晚请假'],
];

describe('of whom it is said that they stay away', () => {
  it.each(others)('%s is others’', (text) => {
    expect(isOthersLeave(text)).toBe(true);
  });

  it.each(own)('%s is the writer’s own', (text) => {
    expect(isOthersLeave(text)).toBe(false);
  });
});
