import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tapAnswer } from '../../../bot/present/tap-answer.ts';
import { excuses } from '../../../bot/texts/patrol-texts.ts';
import { readPatrolWord } from '../../../bot/texts/patrol-words.ts';
import { textsIn } from '../../../bot/texts/texts-in.ts';
import type { PatrolResult } from '../../../core/tap-result.ts';
import { read } from '../../../core/reading/read.ts';

const languages = ['zh', 'en'] as const;
const labelLength = 20;
const toastLength = 200;
const name = fc.string({ maxLength: 400, unit: 'grapheme' });
const count = fc.nat({ max: 1_000 });
const thing = fc.record({ item: fc.constantFrom('radio', 'baton', '车钥匙'), count });

const days = fc
  .uniqueArray(fc.integer({ min: 0, max: 13 }), { minLength: 1, maxLength: 7 })
  .map((all) =>
    all.toSorted((a, b) => a - b).map((at) => Temporal.PlainDate.from('2026-11-25').add({ days: at }).toString()),
  );

/** Every result of patrols, whatever it says. */
const results: { [Kind in PatrolResult['kind']]: fc.Arbitrary<Extract<PatrolResult, { kind: Kind }>> } = {
  shift_mustered: fc.record({
    kind: fc.constant('shift_mustered'),
    here: count,
    expected: count,
    already: fc.boolean(),
  }),
  shift_joined: fc.record({ kind: fc.constant('shift_joined'), here: count }),
  shift_left: fc.record(
    { kind: fc.constant('shift_left'), here: count, who: name },
    { requiredKeys: ['kind', 'here'] },
  ),
  shift_late: fc.record({ kind: fc.constant('shift_late'), minutes: count }),
  leave_asked: fc.record(
    { kind: fc.constant('leave_asked'), substitute: name, days, unknown: name },
    { requiredKeys: ['kind', 'substitute', 'days'] },
  ),
  leave_granted: fc.record(
    { kind: fc.constant('leave_granted'), who: name, days, left: fc.record({ people: count, minimum: count }) },
    { requiredKeys: ['kind', 'who', 'days'] },
  ),
  leave_when: fc.record({ kind: fc.constant('leave_when'), who: name }),
  leave_none: fc.constant({ kind: 'leave_none' }),
  leave_back_which: fc.record({ kind: fc.constant('leave_back_which'), days }),
  leave_whom: fc.record({ kind: fc.constant('leave_whom'), name, team: fc.constantFrom('', '东片队') }),
  leave_undone: fc.record({ kind: fc.constant('leave_undone'), who: name, own: fc.boolean(), off: fc.array(name) }),
  stand_in_off: fc.record({ kind: fc.constant('stand_in_off'), who: name }),
  gear_taken: fc.record({ kind: fc.constant('gear_taken'), missing: count }),
  gear_returned: fc.record({ kind: fc.constant('gear_returned'), missing: count }),
  gear_lost: fc.record({ kind: fc.constant('gear_lost'), items: fc.array(thing), told: fc.boolean() }),
  gear_found: fc.record({ kind: fc.constant('gear_found'), left: fc.array(thing) }),
  gear_broken: fc.record({ kind: fc.constant('gear_broken'), items: fc.array(thing), told: fc.boolean() }),
  gear_mended: fc.record({ kind: fc.constant('gear_mended'), left: fc.array(thing) }),
  handover_given: fc.record({ kind: fc.constant('handover_given'), to: name }),
  handover_taken: fc.record({ kind: fc.constant('handover_taken'), missing: count }),
  shift_points_open: fc.record({ kind: fc.constant('shift_points_open'), open: count }),
  shift_ended: fc.record({ kind: fc.constant('shift_ended'), seen: count, points: count }),
  shift_resumed: fc.oneof(
    fc.record({ kind: fc.constant('shift_resumed'), asked: count }),
    fc.record({ kind: fc.constant('shift_resumed'), asked: count, walking: fc.constant(true) }),
  ),
  shift_unstaffed: fc.constant({ kind: 'shift_unstaffed' }),
  shift_safe: fc.constant({ kind: 'shift_safe' }),
  mate_missing: fc.record({ kind: fc.constant('mate_missing'), who: name, minutes: count }),
  mate_whom: fc.record({ kind: fc.constant('mate_whom'), name }),
  mate_open: fc.record({ kind: fc.constant('mate_open'), who: fc.array(name, { minLength: 1, maxLength: 3 }) }),
  trouble_open: fc.record({ kind: fc.constant('trouble_open'), who: fc.array(name, { minLength: 1, maxLength: 3 }) }),
  mate_found: fc.record({ kind: fc.constant('mate_found'), left: count }),
  shift_out: fc.record({ kind: fc.constant('shift_out'), minutes: count }),
  shift_ringing: fc.constant({ kind: 'shift_ringing' }),
  points_excused: fc.record({ kind: fc.constant('points_excused'), points: count }),
  checked_in: fc.record({
    kind: fc.constant('checked_in'),
    point: name,
    seen: count,
    points: count,
    late: fc.boolean(),
  }),
  shift_trouble: fc.constant({ kind: 'shift_trouble' }),
  checked_in_again: fc.record({ kind: fc.constant('checked_in_again'), point: name }),
  checked_in_extra: fc.record({ kind: fc.constant('checked_in_extra'), place: name }),
  check_in_which: fc.constant({ kind: 'check_in_which' }),
  check_in_moved: fc.record({ kind: fc.constant('check_in_moved'), from: name, to: name }),
  check_in_void: fc.record({ kind: fc.constant('check_in_void'), point: name }),
  check_in_early: fc.record({ kind: fc.constant('check_in_early'), point: name, from: fc.constant('20:30') }),
  check_in_word_wrong: fc.record({ kind: fc.constant('check_in_word_wrong'), point: name }),
  late_photo: fc.constant({ kind: 'late_photo' }),
  request_agreed: fc.constant({ kind: 'request_agreed' }),
  request_granted: fc.record(
    { kind: fc.constant('request_granted'), left: fc.record({ people: count, minimum: count }) },
    { requiredKeys: ['kind'] },
  ),
  request_which: fc.record({
    kind: fc.constant('request_which'),
    words: fc.constantFrom('grant', 'refuse'),
    requests: fc.array(
      fc.record(
        { name, code: fc.constant('7K3Q'), day: fc.constant('2026-11-23') },
        { requiredKeys: ['name', 'code'] },
      ),
      { minLength: 2, maxLength: 8 },
    ),
  }),
  shift_off_which: fc.constant({ kind: 'shift_off_which', running: '2026-11-22', next: '2026-11-23' }),
  request_refused: fc.constant({ kind: 'request_refused' }),
  request_withdrawn: fc.constant({ kind: 'request_withdrawn' }),
  request_lapsed: fc.constant({ kind: 'request_lapsed' }),
  leave_stands: fc.record({
    kind: fc.constant('leave_stands'),
    days: fc.constantFrom(['2026-11-23'], ['2026-11-23', '2026-11-24']),
    granted: fc.boolean(),
    swap: fc.boolean(),
    who: fc.constantFrom('', '东02'),
  }),
  swap_none: fc.constant({ kind: 'swap_none' }),
  swap_over: fc.record({ kind: fc.constant('swap_over'), who: fc.constantFrom('东03', '') }),
  find_told: fc.record({
    kind: fc.constant('find_told'),
    find: fc.constantFrom('suspicious', 'found', 'lost'),
  }),
  find_decided: fc.record({
    kind: fc.constant('find_decided'),
    state: fc.constantFrom('incident', 'hazard', 'passed_on', 'noted'),
  }),
  find_which: fc.record({
    kind: fc.constant('find_which'),
    verb: fc.constantFrom('find_incident', 'find_hazard', 'find_passed_on', 'find_noted'),
    finds: fc.array(fc.record({ words: name, code: fc.constant('7K3Q') }), { minLength: 2, maxLength: 5 }),
  }),
  logged: fc.record({
    kind: fc.constant('logged'),
    n: count,
    open: fc.boolean(),
    ended: fc.option(count),
    left: fc.array(count, { maxLength: 5 }),
  }),
  log_corrected: fc.record({ kind: fc.constant('log_corrected'), n: count }),
  log_none: fc.record({
    kind: fc.constant('log_none'),
    n: count,
    open: fc.array(fc.record({ n: count, words: fc.string({ maxLength: 20 }) }), { maxLength: 5 }),
  }),
  shift_made: fc.record({ kind: fc.constant('shift_made'), name }),
  shift_move: fc.record({
    kind: fc.constant('shift_move'),
    date: fc.constant('2026-11-22'),
    to: fc.constant('2026-11-23'),
    times: fc.constantFrom('21:30-00:30', ''),
    words: fc.constant('上桥村口 井头桥 大塘沿 新屋路口 渡口'),
  }),
  shift_begun: fc.constant({ kind: 'shift_begun' }),
  shift_when: fc.constant({ kind: 'shift_when' }),
  shift_cancelled: fc.record({ kind: fc.constant('shift_cancelled'), name }),
  shift_none: fc.constant({ kind: 'shift_none' }),
  shift_which: fc.record({
    kind: fc.constant('shift_which'),
    shifts: fc.array(fc.record({ name, code: fc.constant('7K3Q') }), { minLength: 2 }),
  }),
  shift_not_yours: fc.constant({ kind: 'shift_not_yours' }),
  shift_not_your_say: fc.constant({ kind: 'shift_not_your_say' }),
  shift_already: fc.record({ kind: fc.constant('shift_already'), by: name }),
};

/** What the quoted words of a text are read as by whoever writes them to the bot alone, with no shift running. */
const quotedIn = (text: string): string[] => [...text.matchAll(/“([^”]+)”/gu)].map(([, words = '']) => words);
const intentOf = (words: string, openShift: boolean): string =>
  read({
    text: words,
    photos: 0,
    location: false,
    room: 'direct',
    openOrder: false,
    openShift,
    openCase: false,
    openQuestion: null,
    quote: null,
  }).intent;

describe('the words of patrols', () => {
  it.each(languages)('that a list suggests for leave and a swap are read as that in %s', (language) => {
    const suggested = quotedIn(textsIn(language).patrol.roster.how);
    expect(suggested).toHaveLength(2);
    for (const words of suggested) expect(intentOf(words, false), words).toBe('leave_request');
  });

  it.each(languages)('that help suggests mean something to the bot in %s', (language) => {
    const { patrol } = textsIn(language);
    const lists = Object.values(patrol.say).map((word) => word.toLowerCase());
    for (const words of patrol.help.flatMap(quotedIn)) {
      const known = lists.includes(words.toLowerCase()) || readPatrolWord(words) !== null;
      const intent = intentOf(words, true);
      expect(known || intent === 'leave_request' || intent === 'shift_end', words).toBe(true);
    }
  });

  it.each([
    [45, '45 分钟', '45 min'],
    [300, '5 小时', '5 h'],
    [8_700, '6 天', '6 days'],
  ])('say how long ago %i minutes were', (minutes, zh, en) => {
    expect(textsIn('zh').patrol.review.reason('taken_earlier', minutes)).toContain(zh);
    expect(textsIn('en').patrol.review.reason('taken_earlier', minutes)).toContain(en);
  });

  it.each(languages)('fit buttons in %s', (language) => {
    const { patrol } = textsIn(language);
    const labels = [
      ...Object.values(patrol.verb),
      ...Object.values(patrol.choice.points_excuse),
      patrol.choice.check_in_point.none,
      patrol.welfare.officerSafe,
    ];
    expect(labels.filter((label) => label.length > labelLength || label.trim() === '')).toEqual([]);
  });

  it.each(languages)('stand for one thing each in %s', (language) => {
    const { patrol } = textsIn(language);
    const words = [
      ...Object.entries(patrol.word)
        .filter(([verb]) => verb !== 'check_in_point' && verb !== 'points_excuse')
        .map(([, word]) => word),
      ...excuses.map((why) => patrol.choice.points_excuse[why]),
      patrol.choice.check_in_point.none,
      ...Object.values(patrol.say),
    ];
    expect(new Set(words.map((word) => word.toLowerCase())).size).toBe(words.length);
  });

  it('tell a step in one breath, whatever is in it', () => {
    fc.assert(
      fc.property(fc.oneof(...Object.values(results)), fc.constantFrom(...languages), (result, language) => {
        const words = tapAnswer(result, textsIn(language));
        expect(words).not.toBe('');
        expect(words.length).toBeLessThanOrEqual(toastLength);
        expect(words).not.toMatch(/undefined|NaN|\[object/);
        expect(words.isWellFormed()).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('say where somebody stands, and what happens next', () => {
    const zh = textsIn('zh');
    expect(tapAnswer({ kind: 'shift_mustered', here: 2, expected: 3, already: false }, zh)).toBe(
      '到岗了，现在 2/3 人。',
    );
    expect(tapAnswer({ kind: 'checked_in', point: '井头桥', seen: 5, points: 30, late: true }, zh)).toBe(
      '补上了：井头桥（5/30）',
    );
    expect(tapAnswer({ kind: 'find_told', find: 'suspicious' }, zh)).toContain('不追、不拦、不动手');
    expect(tapAnswer({ kind: 'find_told', find: 'found' }, zh)).not.toContain('不追');
  });
});
