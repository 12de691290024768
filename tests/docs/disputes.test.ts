import { describe, expect, it } from 'vitest';
import { readMatterStart } from '../../bot/read-matter-start.ts';
import { readTalkWord } from '../../bot/talk-word.ts';
import { readMatterWord } from '../../bot/texts/matter-reply-words.ts';
import { statisticsZh } from '../../bot/texts/statistics-zh.ts';
import { courtDays } from '../../core/agreement-steps.ts';
import { saidTerms } from '../../core/agreement-words.ts';
import { matterKinds } from '../../core/matter.ts';
import { readMediatorWords } from '../../core/mediator-words.ts';
import { paperKinds } from '../../core/paper.ts';
import type { InboundMessage } from '../../core/message.ts';
import { read } from '../../core/reading/read.ts';
import { usualPrivateRules } from '../../core/zone/private-rules.ts';
import { matterAt, matterOf, partyOf } from '../support/matter-factory.ts';
import { contentOf, unsaid } from './documents.ts';

const text = contentOf('docs/disputes.md');
const parties = [partyOf({ key: 'a', name: '张阿姨' }), partyOf({ key: 'b', role: 'respondent', name: '老板' })];

const message = (words: string): InboundMessage => ({
  kind: 'message',
  messageId: '1',
  text: words,
  attachments: [],
  mentionsBot: false,
  edited: false,
});
const intentOf = (words: string): string =>
  read({
    text: words,
    photos: 0,
    location: false,
    room: 'direct',
    openOrder: false,
    openShift: false,
    openCase: true,
    openQuestion: null,
    quote: null,
  }).intent;

describe('docs/disputes.md', () => {
  it.each([
    ['调解', 'dispute'],
    ['我要调解', 'dispute'],
    ['线索', 'crime_clue'],
    ['女人e家', 'women_adviser'],
    ['心理咨询', 'counselling'],
    ['一码到家', 'help_request'],
    ['点单', 'service_order'],
    ['法律咨询', 'legal_question'],
  ])('promises that %s begins a %s', (words, kind) => {
    expect(unsaid(text, [words])).toEqual([]);
    expect(readMatterStart(message(words), { kind: 'direct' })).toMatchObject({ name: 'start', kind });
  });

  it.each([
    ['老板欠我三个月工资', 'dispute'],
    ['同意调解', 'dispute_consent'],
    ['不调了', 'dispute_refuse'],
    ['转了3000', 'dispute_payment'],
    ['钱收到了', 'dispute_settled'],
  ])('promises that %s is read as %s', (words, intent) => {
    expect(unsaid(text, [words])).toEqual([]);
    expect(intentOf(words)).toBe(intent);
  });

  it('promises the words that steer the telling', () => {
    for (const [words, name] of [
      ['跳过', 'skip'],
      ['提交', 'done'],
      ['算了', 'drop'],
    ] as const) {
      expect(unsaid(text, [words])).toEqual([]);
      expect(readTalkWord(words, matterOf())).toMatchObject({ name });
    }
  });

  it.each([
    ['周三下午3点或者周四上午10点', 'times'],
    ['备注 A方: 她其实愿意少要', 'note'],
    ['开过了 双方都来了', 'held'],
    ['B方没来', 'absent'],
    ['谈不拢', 'failed'],
    ['改到周五下午2点', 'times'],
  ])('promises the mediator that %s is understood as %s', (words, kind) => {
    expect(unsaid(text, [words.replace(/(?<=A方: |开过了 ).*/u, '').trim()])).toEqual([]);
    expect(readMediatorWords(words, { parties, now: matterAt, timeZone: 'Asia/Shanghai' })).toMatchObject({ kind });
  });

  it('promises terms in one breath, and words with a number', () => {
    expect(unsaid(text, ['讲好5000 转了3000 剩下月底', '看 M-2611-0042', 'M-2611-0042 接'])).toEqual([]);
    const today = Temporal.PlainDate.from('2026-11-23');
    expect(saidTerms('讲好5000 转了3000 剩下月底', parties, today)).toMatchObject({
      terms: [{ amountYuan: 5_000, dueOn: '2026-11-30' }],
      paidYuan: 3_000,
    });
    expect(readMatterWord('看 M-2611-0042')).toMatchObject({ verb: 'matter_look', number: 'M-2611-0042' });
    expect(readMatterWord('M-2611-0042 接')).toMatchObject({ verb: 'matter_take', number: 'M-2611-0042' });
    expect(unsaid(text, [statisticsZh.ask[0] ?? ''])).toEqual([]);
  });

  it('names every kind of matter, every paper and the usual times', () => {
    const others = matterKinds.filter(({ code }) => code !== 'dispute').map(({ zh }) => zh);
    expect(unsaid(text, others)).toEqual([]);
    expect(paperKinds).toHaveLength(7);
    expect(unsaid(text, [`on day ${courtDays.slice(0, 2).join(', ')} and ${String(courtDays[2])}`])).toEqual([]);
    const { helpMinutes, openingMinutes, leastCount, mediationDays } = usualPrivateRules;
    expect([helpMinutes, openingMinutes, leastCount, mediationDays]).toEqual([10, 60, 5, 30]);
    expect(unsaid(text, ['within ten minutes', 'fewer than five', 'for an hour'])).toEqual([]);
  });
});
