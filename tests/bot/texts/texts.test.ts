import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tapAnswer } from '../../../bot/present/tap-answer.ts';
import { textsIn } from '../../../bot/texts/texts-in.ts';
import { hazardKinds, incidentKinds, skills } from '../../../core/catalogue.ts';
import type { TapResult } from '../../../core/tap-result.ts';

const languages = ['zh', 'en'] as const;
/** Buttons longer than this are cut off on a small phone. */
const labelLength = 20;

/** Every path to a word, such as `order.next.seated`. */
function paths(value: unknown, at = ''): string[] {
  if (typeof value !== 'object' || value === null) return [at];
  if (Array.isArray(value)) return [`${at}[]`];
  return Object.entries(value).flatMap(([key, below]) => paths(below, at === '' ? key : `${at}.${key}`));
}

/** Every word that takes no arguments. */
function plainWords(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(plainWords);
}

const due = fc.constantFrom({ date: '2026-11-30', clock: '17:30' }, null);
const states = fc.constantFrom(...(['reported', 'graded', 'assigned', 'accepted', 'fixed', 'closed'] as const));
const anyone = fc.string({ maxLength: 400, unit: 'grapheme' });

const hazardResults: fc.Arbitrary<TapResult> = fc.oneof(
  fc.constantFrom<TapResult[]>(
    { kind: 'hazard_dropped' },
    { kind: 'hazard_asked', need: 'kind' },
    { kind: 'hazard_asked', need: 'place' },
    { kind: 'hazard_anonymous' },
    { kind: 'hazard_rejected' },
    { kind: 'hazard_kind_set' },
    { kind: 'hazard_no_owner' },
    { kind: 'hazard_handed_back' },
    { kind: 'hazard_photo_wanted' },
    { kind: 'hazard_reason_wanted' },
    { kind: 'hazard_not_extended' },
    { kind: 'hazard_paused' },
    { kind: 'hazard_passed' },
    { kind: 'hazard_own_work' },
    { kind: 'hazard_supervised' },
    { kind: 'hazard_reopened' },
    { kind: 'hazard_withdrawn' },
    { kind: 'hazard_withdrawn_own' },
    { kind: 'hazard_which' },
    { kind: 'hazard_none' },
  ),
  anyone.map((by): TapResult => ({ kind: 'hazard_not_yours', by })),
  fc.boolean().map((joined): TapResult => ({ kind: 'hazard_filed', number: 'H-2611-0042', joined })),
  fc.boolean().map((checked): TapResult => ({ kind: 'hazard_fixed', checked })),
  fc.option(anyone).map((owner): TapResult => ({ kind: 'hazard_graded', grade: 'major', owner })),
  anyone.map((owner): TapResult => ({ kind: 'hazard_assigned', owner })),
  anyone.map((into): TapResult => ({ kind: 'hazard_merged', into })),
  anyone.map((number): TapResult => ({ kind: 'hazard_split', number })),
  fc.integer({ min: 1, max: 60 }).map((days): TapResult => ({ kind: 'hazard_more_asked', days })),
  fc.record({
    kind: fc.constant('hazard_accepted' as const),
    handling: fc.constantFrom(...(['on_the_spot', 'by_deadline', 'supervised'] as const)),
    due,
    already: fc.boolean(),
  }),
  due.map((until): TapResult => ({ kind: 'hazard_extended', due: until })),
  due.map((until): TapResult => ({ kind: 'hazard_resumed', due: until })),
  due.map((until): TapResult => ({ kind: 'hazard_returned', due: until })),
  fc.record({ kind: fc.constant('hazard_chased' as const), state: states, due }),
  fc.record({ kind: fc.constant('hazard_already' as const), state: states, by: anyone }),
  fc
    .constantFrom(...(['good', 'fair', 'bad'] as const))
    .map((satisfaction): TapResult => ({ kind: 'hazard_rated', satisfaction })),
);

const tapResults: fc.Arbitrary<TapResult> = fc.oneof(
  hazardResults,
  fc.boolean().map((already): TapResult => ({ kind: 'seated', already })),
  fc.record({ kind: fc.constant('standby' as const), rank: fc.integer({ min: 1, max: 999 }), full: fc.boolean() }),
  fc.constantFrom<TapResult[]>(
    { kind: 'declined' },
    { kind: 'withdrawn' },
    { kind: 'seen' },
    { kind: 'underway' },
    { kind: 'on_scene' },
    { kind: 'done' },
    { kind: 'safe' },
    { kind: 'noted' },
    { kind: 'not_seated' },
    { kind: 'ended' },
    { kind: 'confirmed' },
    { kind: 'nobody_to_call' },
    { kind: 'rejected' },
    { kind: 'kind_set' },
    { kind: 'choose_kind' },
    { kind: 'closed' },
    { kind: 'split' },
    { kind: 'not_yours' },
    { kind: 'not_allowed' },
    { kind: 'stale' },
  ),
  fc.integer({ min: 1, max: 600 }).map((minutes): TapResult => ({ kind: 'eta', minutes })),
  fc.nat({ max: 1_000 }).map((orders): TapResult => ({ kind: 'called_out', orders })),
  fc.nat({ max: 1_000 }).map((awaited): TapResult => ({ kind: 'stood_down', awaited })),
  fc.integer({ min: 1, max: 1_000 }).map((unsafe): TapResult => ({ kind: 'not_yet', unsafe })),
  fc.string({ maxLength: 400, unit: 'grapheme' }).map((by): TapResult => ({ kind: 'already', by })),
  fc.string({ maxLength: 400 }).map((reference): TapResult => ({ kind: 'failed', reference })),
);

describe('the texts', () => {
  it('say the same things in both languages', () => {
    // The web's words may leave out what needs no translation.
    const own = (language: (typeof languages)[number]) => paths({ ...textsIn(language), web: null }).sort();
    expect(own('en')).toEqual(own('zh'));
  });

  it.each(languages)('have words for everything in %s', (language) => {
    const { scene, ...texts } = { ...textsIn(language), web: null };
    const empty = plainWords(texts).filter((words) => words.trim() === '');
    expect(empty).toEqual([]);
    // A hint may be left out where the scene's own words say it all.
    expect(plainWords(scene.hint).some((hint) => hint !== '')).toBe(true);
  });

  it('use no Latin letters in Chinese beyond names, codes and commands', () => {
    const texts = { ...textsIn('zh'), web: null, language: null };
    const allowed = /Telegram|20 MB|English|AED|7K3Q|@BotFather|\/setprivacy|Disable|I-\d{4}-\d{4}|[“”]/g;
    const latin = plainWords(texts).filter((words) => /[A-Za-z]{2,}/.test(words.replaceAll(allowed, '')));
    expect(latin).toEqual([]);
  });

  it.each(languages)('fit buttons in %s', (language) => {
    const { label, name, hazard } = textsIn(language);
    const labels = [
      ...plainWords(label),
      label.callOut(1_000),
      label.eta(30),
      ...incidentKinds.map(({ code }) => name.kindLabel(code)),
      ...hazardKinds.map(({ code }) => hazard.kindLabel(code)),
      ...plainWords(hazard.choice),
      ...plainWords(hazard.page),
      hazard.otherPage,
      hazard.noneOfThese,
      hazard.moreDays(10),
      hazard.triage.sameAs('0042'),
      hazard.triage.splitLast,
    ];
    expect(labels.filter((words) => words.length > labelLength || words === '')).toEqual([]);
  });

  it.each(languages)('tell every kind of incident and every skill apart in %s', (language) => {
    const { name } = textsIn(language);
    expect(new Set(incidentKinds.map(({ code }) => name.kindLabel(code))).size).toBe(incidentKinds.length);
    expect(new Set([...skills.map(({ code }) => name.skill(code)), name.skill(null)]).size).toBe(skills.length + 1);
  });

  it.each(languages)('tell every kind of hazard apart in %s', (language) => {
    const { hazard } = textsIn(language);
    expect(new Set(hazardKinds.map(({ code }) => hazard.kindLabel(code))).size).toBe(hazardKinds.length);
  });

  it('offer the answers of the contract in Chinese', () => {
    const { verb } = textsIn('zh').label;
    expect([verb.accept, verb.standby, verb.decline]).toEqual(['接警', '待命', '不能去']);
    expect(textsIn('zh').label.callOut(12)).toBe('立即出警(12人)');
    expect(textsIn('zh').report.emergencyLine).toBe('紧急请直接拨打 110/119/120');
  });
});

describe('the answer to a tap', () => {
  it('tells the loser the truth', () => {
    expect(tapAnswer({ kind: 'standby', rank: 1, full: true }, textsIn('zh'))).toBe('满员，你是第1待命。');
    expect(tapAnswer({ kind: 'standby', rank: 3, full: true }, textsIn('en'))).toBe('Full; you are standby no. 3.');
  });

  it('fits a toast whatever it says', () => {
    fc.assert(
      fc.property(tapResults, fc.constantFrom(...languages), (result, language) => {
        const words = tapAnswer(result, textsIn(language));
        expect(words).not.toBe('');
        expect(words.length).toBeLessThanOrEqual(200);
        expect(words.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('times in words', () => {
  const { time } = textsIn('zh');
  it('are short', () => {
    expect(time.duration({ hours: 0, minutes: 0, seconds: 43 })).toBe('43秒');
    expect(time.duration({ hours: 0, minutes: 12, seconds: 30 })).toBe('12分30秒');
    expect(time.duration({ hours: 0, minutes: 5, seconds: 0 })).toBe('5分钟');
    expect(time.duration({ hours: 1, minutes: 5, seconds: 9 })).toBe('1小时5分');
  });

  it('say how old a position is, and when there is none', () => {
    expect(time.positionAge(2)).toBe('位置2分钟前');
    expect(time.positionAge(0)).toBe('位置刚刚更新');
    expect(time.positionAge(125)).toBe('位置2小时前');
    expect(time.positionAge(null)).toBe('位置未知');
  });
});
