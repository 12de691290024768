import { describe, expect, it } from 'vitest';
import { isMatterAction, matterReplyLines } from '../../../bot/present/matter-replies.ts';
import { matterButton } from '../../../bot/present/matter-shown.ts';
import { tapAnswer } from '../../../bot/present/tap-answer.ts';
import { readMatterWord } from '../../../bot/texts/matter-reply-words.ts';
import { textsIn } from '../../../bot/texts/texts-in.ts';
import { disputeKinds } from '../../../core/catalogue.ts';
import type { Token } from '../../../core/ids.ts';
import { answersOf } from '../../../core/matter-intake.ts';
import { dangers, matterKinds, type MatterNeed } from '../../../core/matter.ts';
import type { MatterVerb } from '../../../core/matter-verb.ts';
import type { MatterResult } from '../../../core/private-notice.ts';
import { bodyOf } from '../../support/matter-factory.ts';
import { needs } from '../../support/matter-notices.ts';

const languages = ['zh', 'en'] as const;
const token = 'mattertoken00042' as Token;
/** Longer labels are cut off on a small phone, and longer toasts by Telegram. */
const labelLength = 20;
const toastLength = 200;

const editable = needs.filter((need): need is Exclude<MatterNeed, 'check'> => need !== 'check');

describe('the words of private matters', () => {
  it.each(languages)('fit buttons in %s', (language) => {
    const { matter } = textsIn(language);
    const sides = ['applicant', 'respondent', 'third'] as const;
    const labels = [
      ...Object.values(matter.verb),
      ...Object.values(matter.choice).flatMap((values) => Object.values(values)),
      ...Object.values(matter.talk.answer),
      ...Object.values(matter.toSide.deed),
      ...editable.map((need) => matter.talk.edit(need)),
      ...disputeKinds.map(({ code }) => matter.aboutLabel(code)),
      ...sides.flatMap((side) => {
        const names = [matter.side[side], matter.lettered(matter.side[side], 'C')];
        return names.flatMap((name) => [
          ...(['yes', 'no', 'unreached'] as const).map((said) => matter.sideSays(name, said)),
          matter.sideAbsent(name),
          matter.sideSigned(name),
        ]);
      }),
      matter.moreDays(15),
      matter.work.writeAnswer,
      matter.toSide.cannotCome,
      matter.toSide.timeChosen(matter.time.at(matter.time.date(12, 31, 4), '09:30')),
      matter.list.lookLabel('M-2611-0042'),
      matter.list.resumeLabel('M-2611-0042'),
    ];
    expect(labels.filter((label) => label === '' || label.length > labelLength)).toEqual([]);
  });

  it.each(languages)('have a question for everything that is asked, of every kind of matter, in %s', (language) => {
    const { talk } = textsIn(language).matter;
    for (const { code: kind } of matterKinds) {
      for (const need of needs) {
        for (const who of ['self', 'proxy', 'desk'] as const)
          expect(talk.ask(need, kind, who).length, `${kind} ${need} ${who}`).toBeGreaterThan(4);
        const answers = answersOf({ kind, body: bodyOf() }, need).filter((answer) => !answer.startsWith('edit_'));
        for (const answer of answers) expect(talk.answer).toHaveProperty(answer);
      }
    }
  });

  it.each(languages)('name other ways for every kind of dispute, legal aid among them, in %s', (language) => {
    const { other } = textsIn(language).matter;
    for (const { code } of disputeKinds) {
      expect(other.ways(code).length, code).toBeGreaterThan(1);
      expect(other.ways(code).at(-1), code).toContain('12348');
    }
    for (const code of ['wages', 'work_injury'] as const) expect(other.ways(code).join('\n')).toContain('12333');
    expect(other.ways('consumer').join('\n')).toContain('12315');
    expect(other.ways(null).length).toBeGreaterThan(1);
    // Legal aid asks for no proof of being poor there (法律援助法 2021, Art. 32, 42).
    for (const code of ['wages', 'domestic_violence'] as const)
      expect(other.ways(code).at(-1), code).toMatch(/不[查看]收入|what(?:ever they| you) earn/u);
  });

  it.each(languages)('tell somebody in danger what to do first, in short sentences, in %s', (language) => {
    for (const danger of dangers) {
      const lines = textsIn(language).matter.talk.safety[danger];
      expect(lines.length, danger).toBeGreaterThan(1);
      for (const line of lines) expect(line.length, line).toBeLessThan(language === 'zh' ? 45 : 110);
    }
  });

  it.each(languages)('blame nobody and do not speak like a court in %s', (language) => {
    const words = JSON.stringify([textsIn(language).matter.talk, textsIn(language).matter.toSide]);
    expect(words).not.toMatch(/被申请人|当事人应当|逾期|违约|过错|你必须|责令你|defendant|plaintiff|you must|breach/i);
  });

  it.each(languages)('are read back in %s, as a card without buttons offers them', (language) => {
    const { matter } = textsIn(language);
    const buttons: readonly [MatterVerb, string | undefined, string | undefined][] = [
      ['matter_look', undefined, undefined],
      ['matter_take', undefined, undefined],
      ['matter_conflict', undefined, undefined],
      ['matter_consent', 'yes', matter.choice.matter_consent.yes],
      ['matter_consent', 'b:unreached', matter.sideSays(matter.side.respondent, 'unreached')],
      ['matter_absent', 'a', matter.sideAbsent(matter.side.applicant)],
      ['matter_agree', 'oral', matter.choice.matter_agree.oral],
      ['matter_fail', 'no_contact', matter.choice.matter_fail.no_contact],
      ['matter_sign', 'seal', matter.choice.matter_sign.seal],
      ['matter_sign', 'no', matter.choice.matter_sign.no],
      ['matter_court', 'applied', matter.choice.matter_court.applied],
      ['matter_extend', '15', matter.moreDays(15)],
      ['matter_visit', 'no', matter.choice.matter_visit.no],
      ['matter_go_on', undefined, undefined],
      ['matter_done', undefined, undefined],
    ];
    for (const [verb, value, label] of buttons) {
      const action = matterButton(textsIn(language), verb, token, {
        ...(value === undefined ? {} : { value }),
        ...(label === undefined ? {} : { label }),
      });
      const [line = ''] = matterReplyLines([action].filter(isMatterAction), new Map([[token, 'M-2611-0042']]), matter);
      const reply = /(?:：|: )(.+)$/u.exec(line)?.[1] ?? '';
      expect(readMatterWord(reply), reply).toMatchObject({ verb, value: value ?? '', number: 'M-2611-0042' });
    }
  });

  it.each(languages)('answer a tap in one breath in %s', (language) => {
    const results: readonly MatterResult[] = [
      { kind: 'matter_begun', number: 'M-2611-0042' },
      { kind: 'matter_filed', number: 'M-2611-0042' },
      { kind: 'matter_consent_noted', side: 'b', said: 'no' },
      { kind: 'matter_words_wanted', what: 'terms' },
      { kind: 'matter_not_yet', need: 'visit' },
      { kind: 'matter_already', state: 'assigned' },
      { kind: 'matter_visited', next: null },
      { kind: 'data_erased', kept: 2 },
      { kind: 'matter_no_meeting' },
    ];
    for (const result of results) {
      const words = tapAnswer(result, textsIn(language));
      expect(words.length).toBeGreaterThan(3);
      expect(words.length).toBeLessThan(toastLength);
    }
  });
});
