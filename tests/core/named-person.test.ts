import { describe, expect, it } from 'vitest';
import { namedPerson } from '../../core/named-person.ts';

const crew = [
  { callSign: '东01', name: '李海' },
  { callSign: '东011', name: '王大勇' },
  { callSign: '东03', name: '王敏' },
  { callSign: null, name: '欧阳建国' },
];
const who = (words: string): string | null => namedPerson(crew, words)?.name ?? null;

describe('who is meant', () => {
  it('is told by a call sign, in any width and case', () => {
    expect(who('东01')).toBe('李海');
    expect(who('东０１１')).toBe('王大勇');
    expect(who('东011替我')).toBe('王大勇');
  });

  it('is told by a name, alone or among words', () => {
    expect(who('王敏')).toBe('王敏');
    expect(who('让欧阳建国来')).toBe('欧阳建国');
  });

  it('is told as people are called', () => {
    expect(who('老李')).toBe('李海');
    expect(who('李师傅')).toBe('李海');
    expect(who('阿勇')).toBe('王大勇');
    expect(who('敏姐')).toBe('王敏');
    expect(who('欧阳队长')).toBe('欧阳建国');
  });

  it('is nobody when several fit, or none', () => {
    expect(who('老王')).toBeNull();
    expect(who('王')).toBeNull();
    expect(who('老张')).toBeNull();
    expect(who('')).toBeNull();
    expect(who('东02')).toBeNull();
  });
});
