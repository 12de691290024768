import { describe, expect, it } from 'vitest';
import { readMatterStart } from '../../bot/read-matter-start.ts';
import { readTalkWord } from '../../bot/talk-word.ts';
import type { InboundMessage } from '../../core/message.ts';
import { blankBody, type MatterNeed } from '../../core/matter.ts';

const message = (text: string, more: Partial<InboundMessage> = {}): InboundMessage => ({
  kind: 'message',
  messageId: '1',
  text,
  attachments: [],
  mentionsBot: false,
  edited: false,
  ...more,
});
const alone = (text: string, more: Partial<InboundMessage> = {}) =>
  readMatterStart(message(text, more), { kind: 'direct' });
const inGroup = (text: string, more: Partial<InboundMessage> = {}) =>
  readMatterStart(message(text, more), { kind: 'group' });

describe('how a private matter begins', () => {
  it.each([
    ['调解', 'dispute', ''],
    ['我要调解', 'dispute', ''],
    ['我要调解 老板欠我工资', 'dispute', '老板欠我工资'],
    ['我想申请调解，邻居占了我的路', 'dispute', '邻居占了我的路'],
    ['帮我找个调解员', 'dispute', ''],
    ['/mediate', 'dispute', ''],
    ['/mediate my boss owes me', 'dispute', 'my boss owes me'],
    ['I want mediation', 'dispute', ''],
    ['我要举报涉黑线索', 'crime_clue', ''],
    ['提供一条线索 村口有人设赌', 'crime_clue', '村口有人设赌'],
    ['女人e家', 'women_adviser', ''],
    ['我想预约心理咨询', 'counselling', ''],
    ['一码到家', 'help_request', ''],
    ['我们要点单：环保设备检修', 'service_order', '环保设备检修'],
    ['法律咨询', 'legal_question', ''],
    ['我想问个法律问题 试用期能不交社保吗', 'legal_question', '试用期能不交社保吗'],
  ])('%s', (text, kind, words) => {
    expect(alone(text)).toEqual({ name: 'start', kind, words, desk: false });
  });

  it.each(['调解室在哪里', '调解结果怎么样了', '我要调解员什么时候来？', '调解书收到了', '线索多不多', '今天去喝酒'])(
    '%s begins nothing',
    (text) => {
      expect(alone(text)).toBeNull();
    },
  );

  it('in a group only what is said outright begins one', () => {
    expect(inGroup('我要调解 老板欠我工资')).toMatchObject({ kind: 'dispute' });
    expect(inGroup('/mediate')).toMatchObject({ kind: 'dispute' });
    for (const talk of ['调解', '纠纷', '法律咨询', '他们家天天吵架', '来访登记 王某'])
      expect(inGroup(talk), talk).toBeNull();
  });

  it('links and numbers lead back', () => {
    expect(alone('', { start: 'm-M-2611-0042' })).toEqual({ name: 'go_on', number: 'M-2611-0042' });
    expect(alone('', { start: 'm-26110042' })).toEqual({ name: 'go_on', number: 'M-2611-0042' });
    expect(alone('一码到家 MP-0012')).toEqual({ name: 'door', code: 'MP-0012' });
    expect(inGroup('一码到家 MP-0012')).toBeNull();
    expect(alone('接着说 M-2611-0042')).toEqual({ name: 'go_on', number: 'M-2611-0042' });
    expect(alone('', { start: 'mediate' })).toMatchObject({ kind: 'dispute' });
    expect(alone('', { start: 'd-XT-1203' })).toEqual({ name: 'door', code: 'XT-1203' });
    for (const forged of ['m-', 'm-xyz', 'd-', 'd-../../etc', 'p_XT', '', 'constructor'])
      expect(alone('', { start: forged }), forged).toBeNull();
    expect(inGroup('', { start: 'mediate' })).toBeNull();
  });

  it('the reception desk says for whom it writes', () => {
    expect(alone('来访登记 王师傅 老板欠工资')).toEqual({
      name: 'start',
      kind: 'dispute',
      words: '王师傅 老板欠工资',
      desk: true,
    });
  });
});

describe('words that steer a talk', () => {
  const at = (need: MatterNeed | null, text: string) =>
    readTalkWord(text, { kind: 'dispute', need, body: { ...blankBody, about: 'wages' } });

  it('stop, that is all, leave it out, go on', () => {
    for (const words of ['算了', '算了吧', '不说了', '取消', 'never mind'])
      expect(at('sum', words), words).toEqual({ name: 'drop' });
    for (const words of ['说完了', '就这些', '提交', 'done']) expect(at('sum', words), words).toEqual({ name: 'done' });
    expect(at('check', '对')).toEqual({ name: 'done' });
    expect(at('consent', '好的')).toBeNull();
    expect(at('sum', '跳过')).toEqual({ name: 'skip' });
    expect(at('sum', '继续')).toEqual({ name: 'go_on' });
  });

  it('what is meant as an answer is one', () => {
    for (const words of ['6800', '他说算了算了就没还过', '取消合同他不退钱', '', '对方是永固五金', '改天他又说没钱'])
      expect(at('facts', words), words).toBeNull();
    expect(at('wish', '要女调解员')).toEqual({ name: 'answer', code: 'woman' });
    expect(at('people', '就我一个人。')).toEqual({ name: 'answer', code: 'alone' });
  });

  it('change this: named, with or without to what', () => {
    expect(at('check', '改一下')).toEqual({ name: 'edit', need: null, words: '' });
    expect(at('check', '改金额')).toEqual({ name: 'edit', need: 'sum', words: '' });
    expect(at('check', '改一下金额 5万')).toEqual({ name: 'edit', need: 'sum', words: '5万' });
    expect(at('check', '改对方：陈刚')).toEqual({ name: 'edit', need: 'other_side', words: '陈刚' });
    expect(at('check', '改称呼和电话')).toEqual({ name: 'edit', need: 'self', words: '' });
    expect(at('check', '改经过')).toEqual({ name: 'edit', need: 'facts', words: '' });
  });
});
