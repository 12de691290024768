import { describe, expect, it } from 'vitest';
import { meetingPlace } from '../../core/meeting-place.ts';
import { patrolRulesSchema } from '../../core/zone/patrol-rules.ts';

const roster = { name: '夜巡', turns: ['A'], start: '2026-11-01T20:00', rule: 'FREQ=DAILY', minutes: 180 };
const rules = patrolRulesSchema.parse({
  rosters: [
    { code: 'N', ...roster, meeting: '警务室院子' },
    { code: 'M', ...roster },
  ],
  meetings: [
    { team: 'A', meeting: 'PF-16' },
    { team: 'B', meeting: '村委会门口' },
  ],
});
const places = [{ code: 'PF-16', name: '西塘村牌坊', active: true }];
const of = (rosterCode: string | null, ...teams: string[]) => meetingPlace({ rosterCode }, teams, rules, places);

describe('where a crew meets', () => {
  it('is what the roster says, before what its teams do', () => {
    expect(of('N', 'A')).toBe('警务室院子');
    expect(of('M', 'B', 'A')).toBe('村委会门口');
    expect(of('M', 'C', 'B')).toBe('村委会门口');
  });

  it('is a place by its name where its code is written', () => {
    expect(of('M', 'A')).toBe('西塘村牌坊');
    expect(meetingPlace({ rosterCode: null }, ['A'], rules, [{ ...places[0]!, active: false }])).toBe('PF-16');
  });

  it('of a shift in no roster is its team’s, and nobody’s where nobody has said', () => {
    expect(of(null, 'A')).toBe('西塘村牌坊');
    expect(of(null, 'C')).toBeNull();
    expect(of('gone')).toBeNull();
  });
});
