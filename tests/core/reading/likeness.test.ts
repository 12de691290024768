import { readdirSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kindsOf } from '../../../core/reading/danger/kinds.ts';
import { likelyKind } from '../../../core/reading/hazards/kinds.ts';
import { likelihoods, reasonsFor } from '../../../core/reading/likeness/likeness.ts';
import { piecesOf } from '../../../core/reading/likeness/pieces.ts';
import { read } from '../../../core/reading/read.ts';
import { settled } from '../../../core/reading/settle.ts';
import { utterance } from '../../../core/reading/utterance.ts';
import type { Utterance } from '../../../core/reading/utterance.ts';
import { messageOf } from './corpus.ts';

const heardIn = (room: 'village' | 'squad' | 'direct', text: string, more: object = {}): Utterance =>
  utterance(messageOf({ text, room, ...more }), {});
const shareOf = (heard: Utterance): number => [...likelihoods(heard).values()].reduce((sum, share) => sum + share, 0);

describe('likeness', () => {
  it('gives every intent a share, the same each time, and all of them make one', () => {
    for (const text of ['楼道里堆满了纸箱', '今天的鱼真鲜', '', '😀', 'x'.repeat(10_000)]) {
      expect(shareOf(heardIn('village', text))).toBeCloseTo(1);
      expect([...likelihoods(heardIn('village', text))]).toEqual([...likelihoods(heardIn('village', text))]);
    }
  });

  it('knows what else the same words mean to whoever has an order', () => {
    const best = (heard: Utterance): string | undefined =>
      [...likelihoods(heard)].sort(([, a], [, b]) => b - a)[0]?.[0];
    expect(best(heardIn('squad', '马上过来', { openOrder: true }))).toBe('accept');
    expect(best(heardIn('village', '马上过来'))).not.toBe('accept');
  });

  it('tells the kinds of hazards and of incidents apart', () => {
    expect(likelyKind(heardIn('village', '后门一直锁着 货堆到楼梯口')).meant).toBe('fire_exit');
    expect(kindsOf(heardIn('village', '小孩掉河里了 快救人'), [])).toEqual(['drowning']);
  });

  it('says which words spoke loudest', () => {
    const text = '楼道里的灭火器早就过期了';
    const reasons = reasonsFor(heardIn('village', text), 'hazard_report');
    expect(reasons.length).toBeGreaterThan(0);
    for (const { words } of reasons) expect(text).toContain(words);
  });

  it('takes numbers as alike and leaves marks out', () => {
    const names = (text: string): string[] => piecesOf(heardIn('village', text)).map(({ name }) => name);
    expect(names('3号楼,漏水')).toEqual(names('12号楼 漏水'));
  });

  it('stays small', () => {
    const folder = new URL('../../../core/reading/likeness/', import.meta.url);
    const bytes = readdirSync(folder).reduce((sum, file) => sum + statSync(new URL(file, folder)).size, 0);
    expect(bytes).toBeLessThan(8 * 1_048_576);
  });
});

describe('rules and likeness', () => {
  const danger = { intent: 'emergency', confidence: 0.97, fields: {}, because: [] } as const;

  it('do not let talk around it argue away danger that a rule names outright', () => {
    for (const text of [
      '今天的鱼真鲜 你们快看对面着火了',
      '刚买完菜回来 楼上那户着火了 在冒烟',
      '我也在排队买饼 前面那个人晕倒了 没反应',
    ])
      expect(read(messageOf({ text, room: 'village' })).intent).toBe('emergency');
  });

  it('weigh danger that needs words beside it', () => {
    const doubtful = { ...danger, confidence: 0.84 };
    expect(settled(heardIn('village', '今天的鱼真鲜 谢谢大家'), [doubtful], doubtful).intent).not.toBe('emergency');
  });

  it('never take a seat by likeness alone', () => {
    expect(read(messageOf({ text: '马上过来', room: 'village' })).intent).not.toBe('accept');
  });

  it('leave answers to what the bot asked to the rules', () => {
    const said = { intent: 'unknown', confidence: 0.72, fields: { place: '老街' }, because: [] } as const;
    expect(settled(heardIn('direct', '老街', { openQuestion: 'place' }), [said], said)).toBe(said);
  });
});
