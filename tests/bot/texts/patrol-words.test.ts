import { describe, expect, it } from 'vitest';
import { patrolEn } from '../../../bot/texts/patrol-en.ts';
import { excuses } from '../../../bot/texts/patrol-texts.ts';
import { readPatrolWord } from '../../../bot/texts/patrol-words.ts';
import { patrolZh } from '../../../bot/texts/patrol-zh.ts';

const verbs = [
  'shift_here',
  'shift_leave',
  'shift_end',
  'shift_safe',
  'shift_trouble',
  'shift_out',
  'shift_off',
  'shift_ring',
  'gear_taken',
  'gear_back',
  'handover_give',
  'handover_take',
] as const;

describe('words that stand in for a shift’s buttons', () => {
  it.each([patrolZh, patrolEn])('reads every word that a card offers', ({ word, choice }) => {
    for (const verb of verbs) {
      expect(readPatrolWord(word[verb])).toEqual({ verb, value: '', code: null });
      expect(readPatrolWord(` ${word[verb]}！`)).toEqual({ verb, value: '', code: null });
      expect(readPatrolWord(`${word[verb]} 7k3q`)).toEqual({ verb, value: '', code: '7K3Q' });
    }
    for (const value of excuses) {
      expect(readPatrolWord(choice.points_excuse[value])).toEqual({ verb: 'points_excuse', value, code: null });
    }
  });

  it.each([
    ['签到', 'shift_here'],
    ['一切平安', 'shift_safe'],
    ['器材齐', 'gear_taken'],
    ['器材还了。', 'gear_back'],
    ['日志', 'log'],
    ['ALL WELL', 'shift_safe'],
  ])('reads %s', (text, verb) => {
    expect(readPatrolWord(text)?.verb).toBe(verb);
  });

  it.each([
    '',
    '收队了吗',
    '还没收队',
    '几点到岗',
    '平安街有人打架',
    '请假的人多吗',
    '接班的人呢',
    '到岗 明天',
    '日志在哪',
  ])('leaves %s to reading', (text) => {
    expect(readPatrolWord(text)).toBeNull();
  });
});
