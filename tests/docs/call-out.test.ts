import { describe, expect, it } from 'vitest';
import { read } from '../../core/reading/read.ts';
import type { Intent } from '../../core/reading/reading.ts';
import { usualTiming } from '../../core/zone/timing.ts';
import { contentOf, unsaid } from './documents.ts';

const text = contentOf('docs/call-out.md');

/** What a rescuer with an open order means by it. */
function meant(words: string): Intent {
  return read({
    text: words,
    photos: 0,
    location: false,
    room: 'direct',
    openOrder: true,
    openShift: false,
    openCase: false,
    openQuestion: null,
    quote: null,
  }).intent;
}

describe('docs/call-out.md', () => {
  it.each<[words: string, intent: Intent]>([
    ['1', 'accept'],
    ['能去', 'accept'],
    ['能去8分钟', 'accept'],
    ['接警 A7K', 'accept'],
    ['2', 'standby'],
    ['待命', 'standby'],
    ['3', 'decline'],
    ['去不了', 'decline'],
    ['收到', 'received'],
    ['出发了', 'underway'],
    ['到了', 'arrived'],
    ['平安', 'returned'],
    ['需要绳子和一个会潜水的', 'need'],
  ])('promises that %s is read as %s', (words, intent) => {
    expect(unsaid(text, [words])).toEqual([]);
    expect(meant(words)).toBe(intent);
  });

  it('promises that ordinary talk is nobody’s yes', () => {
    expect(unsaid(text, ['晚上能去吃饭吗'])).toEqual([]);
    expect(meant('晚上能去吃饭吗')).not.toBe('accept');
  });

  it('gives the usual times as the zone has them', () => {
    const { decisionReminderSeconds, waveTimerSeconds, joinWindowMinutes, positionValidMinutes, onSceneRadiusMetres } =
      usualTiming;
    const told = [
      `reminded every ${decisionReminderSeconds} s`,
      `the timer (${waveTimerSeconds} s)`,
      `within ${joinWindowMinutes} minutes`,
      `not older than ${positionValidMinutes} minutes`,
      `inside ${onSceneRadiusMetres} m`,
    ];
    expect(unsaid(text, told)).toEqual([]);
    expect(usualTiming.waveOvershootPercent).toBe(50);
  });
});
