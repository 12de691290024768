import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../core/ids.ts';
import { maySeeMonth } from '../../core/shift-permission.ts';
import { personOf } from '../support/incident-factory.ts';

const member = personOf({ roles: ['volunteer'] });
const leader = personOf({ roles: ['volunteer'] });
const officer = personOf({ roles: ['duty_officer'] });
const stranger = personOf({ roles: ['leader'] });
const mate = 'mate' as PersonId;
const teams = [{ leaderId: leader.id, memberIds: [member.id, mate] }];

describe('whose month somebody may see', () => {
  it('a team’s is its members’, its leader’s and the command’s', () => {
    for (const reader of [member, leader, officer]) expect(maySeeMonth(reader, 'team', teams)).toBe(true);
    expect(maySeeMonth(stranger, 'team', teams)).toBe(false);
    expect(maySeeMonth(member, 'team', [])).toBe(false);
  });

  it('a person’s is their own, their leader’s and the command’s, but no mate’s', () => {
    for (const reader of [leader, officer]) expect(maySeeMonth(reader, mate, teams)).toBe(true);
    expect(maySeeMonth(member, member.id, [])).toBe(true);
    for (const reader of [member, stranger]) expect(maySeeMonth(reader, mate, teams)).toBe(false);
  });

  it('is nobody’s who has left, not even their own', () => {
    for (const reader of [member, leader, officer]) {
      expect(maySeeMonth({ ...reader, active: false }, reader.id, teams)).toBe(false);
      expect(maySeeMonth({ ...reader, active: false }, 'team', teams)).toBe(false);
    }
  });
});
