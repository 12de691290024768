import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderActions } from '../../../bot/present/order-actions.ts';
import { cardOf } from '../../../bot/present/presenting.ts';
import { substituteActions } from '../../../bot/present/substitute-actions.ts';
import { readReplyWord } from '../../../bot/texts/reply-words.ts';
import { textsIn } from '../../../bot/texts/texts-in.ts';
import type { Token } from '../../../core/ids.ts';
import type { Card, CardAction, Verb } from '../../../core/message.ts';
import { heldBy, incidentOf, orderOf, personOf, reportedAt } from '../../support/incident-factory.ts';

const zh = textsIn('zh');
const incident = incidentOf({ state: 'called_out' });
const none = { buttons: false };

function orderLines(order: ReturnType<typeof orderOf>, link: string | null = null): string[] {
  const card = cardOf({ lines: [], actions: orderActions({ order, incident, full: false }, zh), code: order.code });
  const facts = { language: 'zh', signedOrderLink: link, incidentNumber: incident.number } as const;
  return substituteActions(card, none, facts).lines.map(({ text }) => text);
}

function officerCard(...verbs: readonly Verb[]): Card {
  const action = (verb: Verb): CardAction => ({ verb, token: incident.token, label: verb, style: 'plain' });
  return cardOf({ lines: [], actions: [verbs.map(action)] });
}

describe('an order where there are no buttons', () => {
  it('is answered by a digit or its code', () => {
    expect(orderLines(orderOf())).toEqual(['回 1 接警 · 2 待命 · 3 不能去，或回 接警 A7K']);
  });

  it('has its page before that, where there is a public address', () => {
    expect(orderLines(orderOf(), 'https://qf.example/o/x')).toEqual([
      '点开按一下就行：https://qf.example/o/x',
      '回 1 接警 · 2 待命 · 3 不能去，或回 接警 A7K',
    ]);
  });

  it('asks for the minutes as people write them', () => {
    expect(orderLines(heldBy(personOf()))).toEqual([
      '几分钟到就回几分钟，比如 8分钟（手上不止一张就回 8分钟 A7K）',
      '回 出发了 · 去不了了（手上不止一张就加上 A7K，如 出发了 A7K）',
    ]);
  });

  it('offers words for each later step', () => {
    const there = heldBy(personOf(), { underwayAt: reportedAt, onSceneAt: reportedAt });
    expect(orderLines(there)[0]).toMatch(/^回 完成/);
    expect(orderLines({ ...there, doneAt: reportedAt })[0]).toMatch(/^回 平安/);
    expect(orderLines(orderOf({ answer: 'standby', standbyRank: 1 }))[0]).toMatch(/^回 接警 · 不能去/);
  });
});

describe('an officer’s card where there are no buttons', () => {
  const facts = { language: 'zh', signedOrderLink: null, incidentNumber: 'I-2611-0042' } as const;

  it('offers words with the incident’s number, and they are read as its buttons', () => {
    const everyVerb: Verb[] = [
      'confirm',
      'not_incident',
      'call_out',
      'choose_kind',
      'more_people',
      'stand_down',
      'cancel',
      'false_alarm',
      'close',
      'split',
    ];
    const [line = ''] = substituteActions(officerCard(...everyVerb), none, facts).lines.map(({ text }) => text);
    const replies = line.replace('值班员请回：', '').split(' · ');
    expect(replies.map(readReplyWord)).toEqual(everyVerb.map((verb) => ({ verb, number: '0042' })));
  });

  it('keeps what a close by phone means', () => {
    const close: CardAction = { verb: 'close', value: 'phoned', token: incident.token, label: 'x', style: 'plain' };
    const card = substituteActions(cardOf({ lines: [], actions: [[close]] }), none, facts);
    expect(card.lines[0]?.text).toBe('值班员请回：电话确认结案 0042');
  });

  it('lists the kinds to choose from', () => {
    const kinds = (['fire', 'drowning'] as const).map((value): CardAction => ({
      verb: 'set_kind',
      value,
      token: incident.token,
      label: zh.name.kindLabel(value),
      style: 'plain',
    }));
    const card = substituteActions(cardOf({ lines: [], actions: [kinds] }), none, facts);
    expect(card.lines[0]?.text).toBe('值班员请回：改类型 火灾 0042。类型有：火灾、溺水');
  });

  it('drops no verb, whatever the card', () => {
    const verbs = (Object.keys(zh.substitute.word) as (keyof typeof zh.substitute.word)[]).filter(
      (verb) => verb !== 'set_kind',
    );
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...verbs), { minLength: 1 }), (some) => {
        const card = { ...officerCard(...some), code: 'A7K' };
        const text = substituteActions(card, none, facts)
          .lines.map((line) => line.text)
          .join('\n');
        for (const verb of some) expect(text, verb).toContain(zh.substitute.word[verb]);
      }),
    );
  });
});

describe('a card with buttons', () => {
  it('stays as it is where there are buttons', () => {
    const card = officerCard('confirm');
    const facts = { language: 'zh', signedOrderLink: null, incidentNumber: null } as const;
    expect(substituteActions(card, { buttons: true }, facts)).toBe(card);
  });

  it('of several orders offers each with its own code', () => {
    const choice = (code: string): CardAction[] => [
      { verb: 'accept', token: code as Token, label: `接警 ${code}`, style: 'plain' },
    ];
    const card = cardOf({ lines: [], actions: [choice('A7K'), choice('Q2M')] });
    const facts = { language: 'zh', signedOrderLink: null, incidentNumber: null } as const;
    expect(substituteActions(card, none, facts).lines[0]?.text).toBe('回 接警 A7K · 接警 Q2M');
  });
});
