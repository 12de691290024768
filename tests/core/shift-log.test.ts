import { describe, expect, it } from 'vitest';
import type { PersonId, ShiftId } from '../../core/ids.ts';
import { endedBy, goesOnWith, readLogLine, reopenedBy, staysOpen, type LogSaid } from '../../core/shift-log.ts';
import type { LogLine } from '../../core/shift.ts';

const line = (n: number, open: boolean): LogLine => ({
  shiftId: 'S' as ShiftId,
  n,
  kind: 'received',
  words: '西塘来电',
  personId: 'P' as PersonId,
  at: 0,
  open,
});
const read = (text: string): LogSaid => {
  const said = readLogLine(text);
  if (said === null) throw new Error(`No line of the log: ${text}`);
  return said;
};

describe('the log of a duty', () => {
  it.each([
    ['接 0930 西塘来电 路灯不亮', 'received', '09:30'],
    ['接：西塘来电 路灯不亮', 'received', null],
    ['接9:30 西塘来电', 'received', '09:30'],
    ['报 0940 已报镇里', 'reported', '09:40'],
    ['传 通知东区明早停水', 'passed_on', null],
    ['跟 3 电工到了', 'followed_up', null],
    ['跟进 西塘路灯', 'followed_up', null],
    ['received: call from Xitang', 'received', null],
  ] as const)('reads %s', (text, kind, clock) => {
    expect(read(text)).toMatchObject({ kind, clock });
  });

  it.each(['接班', '接班 钥匙拿了', '报警了吗', '传一下照片', '跟我走', '接', '', '晚上好'])(
    'takes %s for no line',
    (text) => {
      expect(readLogLine(text)).toBeNull();
    },
  );

  it('takes the time and the number out of the words', () => {
    expect(read('接 0930 西塘来电 路灯不亮').words).toBe('西塘来电 路灯不亮');
    expect(read('跟 3 1015 电工到了')).toMatchObject({ words: '电工到了', clock: '10:15', about: 3 });
    expect(read('接 9930 西塘')).toMatchObject({ words: '9930 西塘', clock: null });
  });

  it('keeps open what came in until it is said to be done', () => {
    expect(staysOpen(read('接 0930 西塘来电 路灯不亮'))).toBe(true);
    expect(staysOpen(read('接 0930 问停水 已答复 已处理完'))).toBe(false);
    expect(staysOpen(read('报 已报镇里'))).toBe(false);
  });

  it('ends the line that is named', () => {
    const said = read('跟 3 路灯修好了');
    expect(said).toMatchObject({ about: 3, words: '路灯修好了', done: true });
    expect(endedBy(said, [line(2, true), line(3, true)])?.n).toBe(3);
    expect(endedBy(said, [line(3, false)])).toBeNull();
  });

  it('ends the only open line without a number, but never guesses among several', () => {
    expect(endedBy(read('跟 路灯修好了'), [line(1, false), line(2, true)])?.n).toBe(2);
    expect(endedBy(read('跟 路灯修好了'), [line(1, true), line(2, true)])).toBeNull();
    expect(endedBy(read('跟 2 电工在路上'), [line(2, true)])).toBeNull();
  });

  it.each(
    '已处理|弄好了|搞定|好了|完成|盖好了|结了|没事了|已恢复|路灯修好了|不用管了|电工来修好了|昨天没修好 今天修好了|又亮了|fixed|done, thank you'.split(
      '|',
    ),
  )('is ended by %s', (words) => {
    expect(endedBy(read(`跟1 ${words}`), [line(1, true), line(2, true)])?.n).toBe(1);
  });

  it.each(
    '还没修好|还没 修好|还没处理完|未解决|没有处理好 明天再来|尚未办结|明天修好|等会修好|快修好了|不用管了？|路灯修好了吗|修好了又坏了|让电工修好|修好了再告诉我|处理了一半还没好|not fixed yet|will be fixed tomorrow'.split(
      '|',
    ),
  )('goes on, or is open again, with %s', (words) => {
    const said = read(`跟1 ${words}`);
    expect(endedBy(said, [line(1, true)])).toBeNull();
    expect(goesOnWith(said, [line(1, true), line(2, true)])).toEqual([1]);
    expect(reopenedBy(said, [line(1, false)])?.n).toBe(1);
  });

  it.each('电工到了|修不好|说好了 明天来|电话打通了|在处理|已安排|销售员来过|派人处理'.split('|'))(
    'neither ends nor opens anything with %s',
    (words) => {
      expect([
        endedBy(read(`跟1 ${words}`), [line(1, true)]),
        reopenedBy(read(`跟1 ${words}`), [line(1, false)]),
      ]).toEqual([null, null]);
    },
  );

  it.each('接 王阿姨来电 说路灯修好了又坏了|接 问路灯什么时候修好|接 要求尽快解决'.split('|'))(
    'keeps open what is only asked for: %s',
    (text) => {
      expect(staysOpen(read(text))).toBe(true);
    },
  );

  it('tells which lines are left where none is named', () => {
    expect(goesOnWith(read('跟 修好了'), [line(1, true), line(2, false), line(3, true)])).toEqual([1, 3]);
    expect(goesOnWith(read('报 已报镇里'), [line(1, true)])).toEqual([]);
  });
});
