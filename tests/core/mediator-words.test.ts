import { describe, expect, it } from 'vitest';
import { numberIn, readMediatorWords, type MediatorWords } from '../../core/mediator-words.ts';
import { partyOf } from '../support/matter-factory.ts';

/** Sunday, 22 November 2026, 20:00 in Shanghai. */
const now = Date.UTC(2026, 10, 22, 12);
const parties = [partyOf({ key: 'a', name: '李强' }), partyOf({ key: 'b', name: '东风五金厂' })];
const read = (words: string): MediatorWords | null =>
  readMediatorWords(words, { parties, now, timeZone: 'Asia/Shanghai' });

describe('what whoever has a dispute writes about it', () => {
  it.each([
    ['备注 A方: 他其实愿意少拿一点', { kind: 'note', side: 'a', words: '他其实愿意少拿一点' }],
    ['备注A方：他其实愿意少拿一点', { kind: 'note', side: 'a', words: '他其实愿意少拿一点' }],
    ['备注 对方 说下周发', { kind: 'note', side: 'b', words: '说下周发' }],
    ['备注 李强：手还在疼', { kind: 'note', side: 'a', words: '手还在疼' }],
    ['备注：双方火气都大', { kind: 'note', side: null, words: '双方火气都大' }],
    ['note side b: will pay next week', { kind: 'note', side: 'b', words: 'will pay next week' }],
    ['开过了', { kind: 'held', side: null, words: '' }],
    [
      '开过了 双方都说了经过，厂里愿意先付一半',
      { kind: 'held', side: null, words: '双方都说了经过，厂里愿意先付一半' },
    ],
    ['今天谈完了。约了下次', { kind: 'held', side: null, words: '约了下次' }],
    ['A方谈过了，她不想见他', { kind: 'held', side: 'a', words: '她不想见他' }],
    ['B方没来', { kind: 'absent', side: 'b' }],
    ['对方今天没来', { kind: 'absent', side: 'b' }],
    ['东风五金厂没到场', { kind: 'absent', side: 'b' }],
    ['都没来', { kind: 'absent', side: 'all' }],
    ['没来', { kind: 'absent', side: null }],
    ['达成协议', { kind: 'agreed', form: 'written', words: '' }],
    ['口头达成一致 当场付清', { kind: 'agreed', form: 'oral', words: '当场付清' }],
    ['讲好5000 转了3000 剩下月底', { kind: 'agreed', form: 'written', words: '讲好5000 转了3000 剩下月底' }],
    ['谈不拢', { kind: 'failed', outcome: 'failed', words: '' }],
    ['谈不拢，厂里一分不出', { kind: 'failed', outcome: 'failed', words: '厂里一分不出' }],
    ['移交劳动监察 欠薪人数多', { kind: 'failed', outcome: 'handed_on', words: '移交劳动监察 欠薪人数多' }],
    ['取消', { kind: 'off' }],
    ['不开了', { kind: 'off' }],
    ['暂停 等伤残鉴定', { kind: 'rest', words: '等伤残鉴定' }],
    ['继续调解', { kind: 'go_on' }],
    ['合并 m-2611-0043', { kind: 'join', number: 'M-2611-0043' }],
    ['延长15天', { kind: 'more_time', days: 15 }],
    ['延长两周', { kind: 'more_time', days: 14 }],
    ['延长', { kind: 'more_time', days: null }],
    ['B方同意调解', { kind: 'consent', side: 'b', said: 'yes' }],
    ['乙方不同意', { kind: 'consent', side: 'b', said: 'no' }],
    ['对方联系不上', { kind: 'consent', side: 'b', said: 'unreached' }],
    ['A方同意儿子代理', { kind: 'consent', side: 'a', said: 'proxy' }],
    ['B方都可以', { kind: 'answer', side: 'b', said: 'all' }],
    ['B方都不行', { kind: 'answer', side: 'b', said: 'none' }],
  ] as [string, MediatorWords][])('%s', (words, meant) => {
    expect(read(words)).toEqual(meant);
  });

  it.each([
    ['周三下午3点或者周四上午10点', 'propose', null, 2],
    ['约周三下午3点、周四上午10点、周五9点', 'propose', null, 3],
    ['改到周五下午2点', 'move', null, 1],
    ['推迟到周五下午2点', 'move', null, 1],
    ['延期到周五下午2点', 'move', null, 1],
    ['定在周三下午3点', 'settled', null, 1],
    ['定周三下午3点到5点', 'settled', null, 1],
    ['A方 周三下午3点', 'propose', 'a', 1],
    ['Wednesday 3pm or Thursday 10am', 'propose', null, 2],
    ['move to Friday 2pm', 'move', null, 1],
    ['Wed 3 pm, Thu 9:30 am', 'propose', null, 2],
    ['How about Wednesday at 3 pm or Thursday at 10 am?', 'propose', null, 2],
    ['Can we do Wed 25 Nov at 3?', 'propose', null, 1],
    ['the other side can do Thursday 10am', 'propose', 'b', 1],
    ['reschedule to Friday 2pm', 'move', null, 1],
    ['Fixed: Fri 27 Nov 17:00', 'settled', null, 1],
  ] as const)('%s: times', (words, how, side, count) => {
    expect(read(words)).toMatchObject({ kind: 'times', how, side, said: { times: { length: count } } });
  });

  it.each(['照样定在周三下午3点', '照样改到周三下午3点', 'anyway Wednesday 3pm'])('%s: insists', (words) => {
    expect(read(words)).toMatchObject({ kind: 'times', anyway: true, said: { times: { length: 1 } } });
  });

  it.each(['先问另一方：11月27日17:00', 'Ask the others: Fri 27 Nov 17:00'])(
    '%s: whoever asked for it is left out',
    (words) => {
      expect(read(words)).toMatchObject({
        kind: 'times',
        how: 'propose',
        others: true,
        said: { times: { length: 1 } },
      });
    },
  );

  it('hears times that cannot be kept, so that they can be refused kindly', () => {
    expect(read('改到今天下午2点')).toMatchObject({ kind: 'times', said: { times: [], refused: [{ why: 'past' }] } });
  });

  it.each([
    '',
    '你好',
    '谢谢',
    '我周三下午3点要去接孩子，麻烦值班的帮我顶一下',
    '西塘路口有个井盖没了，明天下午3点前要修好',
    '没来得及看',
    'We sat down on Monday at 3 pm and she cried',
    'Please send a car at 3',
    '开过了吗',
    '签到',
    '能去，8分钟',
    '今晚我来不了',
    '厂里着火了',
  ])('leaves alone what is about something else: %s', (words) => {
    expect(read(words)).toBeNull();
  });
});

describe('who a side is, and that it signed', () => {
  const told = (words: string): unknown => {
    const sides = [
      { key: 'a', name: '张阿姨' },
      { key: 'b', name: '' },
    ];
    return readMediatorWords(words, { parties: sides, now: Date.UTC(2026, 10, 23, 2), timeZone: 'Asia/Shanghai' });
  };

  it.each([
    ['对方是宏达五金 0579-88886666', 'b', '宏达五金 0579-88886666'],
    ['B方电话 13800001111', 'b', '13800001111'],
    ['对方叫陈国强', 'b', '陈国强'],
    ['申请人的电话是13900001111', 'a', '13900001111'],
  ])('%s', (words, side, named) => {
    expect(told(words)).toEqual({ kind: 'named', side, words: named });
  });

  it.each(['对方是老赖，拖了三个月', '对方是骗子', '对方是不是不来了？', '对方愿意'])('%s names nobody', (words) => {
    expect(told(words)).not.toMatchObject({ kind: 'named' });
  });

  it.each([
    ['对方签了', { kind: 'signed', side: 'b' }],
    ['申请人签字了', { kind: 'signed', side: 'a' }],
    ['盖章了', { kind: 'sealed' }],
    ['签字盖章了', { kind: 'sealed' }],
  ])('%s', (words, expected) => {
    expect(told(words)).toEqual(expected);
  });
});

describe('the number of a matter in words', () => {
  it.each([
    ['M-2611-0042 开过了', 'M-2611-0042', '开过了'],
    ['开过了 m-2611-0042', 'M-2611-0042', '开过了'],
    ['0042 改到周五下午2点', '0042', '改到周五下午2点'],
    ['改到周五下午2点 #0042', '0042', '改到周五下午2点'],
    ['0042：B方没来', '0042', 'B方没来'],
    ['改到周五下午2点', null, '改到周五下午2点'],
    ['讲好5000 转了3000', null, '讲好5000 转了3000'],
  ])('%s', (words, number, rest) => {
    expect(numberIn(words)).toEqual({ number, rest });
  });
});
