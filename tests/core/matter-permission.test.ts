import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../core/ids.ts';
import type { MatterVerb } from '../../core/matter-verb.ts';
import { matterStandings, type MatterStanding } from '../../core/matter.ts';
import {
  isSide,
  matterRights,
  matterSight,
  mayHavePaper,
  mayOnMatter,
  mayReadNotes,
  type MatterRight,
} from '../../core/matter-permission.ts';
import { paperKinds, type PaperKind } from '../../core/paper.ts';
import { roles } from '../../core/people.ts';
import { personOf } from '../support/incident-factory.ts';
import { bodyOf, matterAt, matterOf, openingOf, partyOf } from '../support/matter-factory.ts';

/** Everything that somebody can be to a matter, in the order of the columns below. */
const rights = [
  'teller',
  'party',
  'asked',
  'offered',
  'desk',
  'owner',
  'co_owner',
  'opener',
  'glass',
] as const satisfies readonly MatterRight[];

/** Who may, a column for each right: `x` may, `.` may not. A verb that is missing here does not compile. */
const may: Readonly<Record<MatterVerb, string>> = {
  matter_start: '. . . . . . . . .',
  matter_about: 'x . . . . . . . .',
  matter_answer: 'x . . . . . . . .',
  matter_skip: 'x . . . . . . . .',
  matter_file: 'x . . . . . . . .',
  matter_drop: 'x . . . . . . . .',
  matter_resume: 'x . . . . . . . .',
  matter_withdraw: 'x x x . . . . . .',
  matter_look: 'x x x x x x x x .',
  matter_take: '. . . x x . x . .',
  matter_pass: '. . . x x . . . .',
  matter_conflict: '. . . x x x . . .',
  matter_give_back: '. . . . . x . . .',
  matter_step_up: '. . . . x x . . .',
  matter_assign: '. . . . x x . . x',
  matter_ack: '. . . . . x x . .',
  matter_consent: 'x x x . x x . . .',
  matter_times: '. . . . . x . . .',
  matter_time: 'x x . . . x . . .',
  matter_cancel: '. . . . . x . . .',
  matter_held: '. . . . . x . . .',
  matter_absent: '. . . . . x . . .',
  matter_agree: '. . . . . x . . .',
  matter_fail: '. . . . . x . . .',
  matter_sign: 'x x . . . x . . .',
  matter_paid: 'x x . . . x . . .',
  matter_got: 'x x . . . x . . .',
  matter_not_got: 'x x . . . x . . .',
  matter_performed: '. . . . . x . . .',
  matter_broken: '. . . . . x . . .',
  matter_court: 'x x . . . x . . .',
  matter_suspend: '. . . . . x . . .',
  matter_go_on: '. . . . . x . . .',
  matter_extend: 'x x . . . x . . .',
  matter_visit: 'x x . . . x . . x',
  matter_done: '. . . . . x x . .',
  opening_ask: '. . . . . . . . x',
  opening_agree: '. . . . . . . . x',
  opening_refuse: '. . . . . . . . x',
  data_agree: '. . . . . . . . .',
  data_export: '. . . . . . . . .',
  data_erase: '. . . . . . . . .',
  data_erase_sure: '. . . . . . . . .',
};
const verbs = Object.keys(may) as MatterVerb[];

const papers: Readonly<Record<PaperKind, string>> = {
  application: 'x . . . x x x . .',
  rights: 'x x x . x x x . .',
  consent: 'x x x . x x x . .',
  record: '. . . . . x x . .',
  agreement: 'x x . . . x x . .',
  confirmation: 'x x . . . x x . .',
  visit: '. . . . . x x . .',
};

const marks = (row: string): boolean[] => row.split(' ').map((mark) => mark === 'x');

const person = personOf({ id: 'somebody' as PersonId, roles: [] });
const standing = (of: MatterStanding) => [{ personId: person.id, standing: of }];

describe('who may do what to a private matter', () => {
  it.each(verbs)('%s', (verb) => {
    expect(rights.map((right) => mayOnMatter(new Set([right]), verb))).toEqual(marks(may[verb]));
  });

  it.each(paperKinds)('who may have the paper %s', (paper) => {
    expect(rights.map((right) => mayHavePaper(new Set([right]), paper))).toEqual(marks(papers[paper]));
  });

  it('nobody may anything who is nothing to it', () => {
    const none = matterRights(person, [], [], matterAt, []);
    expect([...none]).toEqual([]);
    expect(verbs.filter((verb) => mayOnMatter(none, verb))).toEqual([]);
    expect(paperKinds.filter((paper) => mayHavePaper(none, paper))).toEqual([]);
    expect(matterSight(none)).toBe('none');
    expect(mayReadNotes(none)).toBe(false);
  });

  it.each(roles)('no office shows it: %s', (role) => {
    const held = matterRights({ ...person, roles: [role] }, [], [], matterAt, []);
    const leads = role === 'admin' || role === 'duty_officer' || role === 'leader';
    expect(verbs.filter((verb) => mayOnMatter(held, verb))).toEqual(
      leads ? ['matter_assign', 'matter_visit', 'opening_ask', 'opening_agree', 'opening_refuse'] : [],
    );
    expect(matterSight(held)).toBe('none');
    expect(paperKinds.filter((paper) => mayHavePaper(held, paper))).toEqual([]);
  });
});

describe('what somebody is to a private matter', () => {
  it.each(matterStandings)('%s, as it is kept, and of this person alone', (kept) => {
    expect([...matterRights(person, standing(kept), [], matterAt, [])]).toEqual([kept]);
    const other = [{ personId: 'other' as PersonId, standing: kept }];
    expect([...matterRights(person, other, [], matterAt, [])]).toEqual([]);
  });

  it('is nothing any more once they left', () => {
    const gone = { ...person, active: false, roles: ['admin'] as const };
    const open = { ...openingOf(matterOf().id, person.id), agreed: true, untilAt: matterAt + 1 };
    expect([...matterRights(gone, standing('owner'), [open], matterAt, [])]).toEqual([]);
  });

  it('a third side is asked, and a party once it agrees', () => {
    const third = (consent: 'asked' | 'yes' | 'no') =>
      partyOf({ key: 'c', role: 'third', personId: person.id, consent });
    const as = (consent: 'asked' | 'yes' | 'no') => [
      ...matterRights(person, standing('party'), [], matterAt, [third(consent)]),
    ];
    expect([as('asked'), as('no'), as('yes')]).toEqual([['asked'], ['asked'], ['party']]);
  });

  it('break-glass opens it to whoever asked, once a second person agreed, and for a while', () => {
    const opening = openingOf(matterOf().id, person.id);
    const with_ = (given: Partial<typeof opening>, now = matterAt) =>
      matterRights(person, [], [{ ...opening, ...given }], now, []).has('opener');
    expect(with_({ agreed: null, untilAt: null })).toBe(false);
    expect(with_({ agreed: false, untilAt: matterAt + 1 })).toBe(false);
    expect(with_({ agreed: true, untilAt: matterAt + 1 })).toBe(true);
    expect(with_({ agreed: true, untilAt: matterAt + 1 }, matterAt + 1)).toBe(false);
    expect(with_({ agreed: true, untilAt: matterAt + 1, askedById: 'other' as PersonId })).toBe(false);
  });
});

describe('how much of it they see', () => {
  it.each([
    ['teller', 'side'],
    ['party', 'side'],
    ['asked', 'side'],
    ['offered', 'offer'],
    ['desk', 'work'],
    ['owner', 'work'],
    ['co_owner', 'work'],
    ['opener', 'work'],
    ['glass', 'none'],
  ] as const)('%s: %s', (right, sight) => {
    expect(matterSight(new Set([right]))).toBe(sight);
  });

  it('notes of what one side said are for its mediators alone', () => {
    expect(rights.filter((right) => mayReadNotes(new Set([right])))).toEqual(['owner', 'co_owner']);
  });
});

describe('whether somebody is a side, and so never its mediator', () => {
  const matter = (given: Parameters<typeof partyOf>[0], tellerId: PersonId | null = null) =>
    matterOf({ tellerId, body: bodyOf({ parties: [partyOf(given)] }) });

  it.each([
    ['told it', matter({}, person.id)],
    ['is named', matter({ personId: person.id })],
    ['has its number, however it is written', matter({ phone: '+86 138 1234 5678' })],
    ['speaks for it', matter({ proxy: { name: '', phone: '13812345678', relation: '儿子', agreed: null } })],
  ])('%s', (_, found) => {
    expect(isSide({ ...person, phone: '138-1234-5678' }, found)).toBe(true);
  });

  it('nobody is one for having no number, as it has none', () => {
    expect(isSide({ ...person, phone: '' }, matter({ phone: '' }))).toBe(false);
    expect(isSide({ ...person, phone: '13900000000' }, matter({ phone: '13812345678' }))).toBe(false);
  });
});
