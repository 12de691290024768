import { describe, expect, it } from 'vitest';
import { isAnotherFind } from '../../core/another-find.ts';
import type { PlaceId } from '../../core/ids.ts';

const gate = 'gate' as PlaceId;
const bridge = 'bridge' as PlaceId;

describe('two things that one person tells of soon after each other', () => {
  it.each([
    ['4号点有辆面包车停了三天了 没牌照', gate, '有人在桥下电鱼', '桥下', null],
    ['4号点有辆面包车 没牌照', gate, '渡口有人在撬车', '渡口', bridge],
    ['有人翻墙进了厂子', null, '渡口那边有人在电鱼', '渡口', bridge],
    ['井头桥有辆可疑面包车 没有牌照', bridge, '渡口旁边有两个人在电鱼', '渡口', gate],
    ['2号捡到一部手机', gate, '5号又捡到一串钥匙', '', bridge],
    ['a van without plates at no. 4', gate, 'there is someone fishing with a battery under the bridge', 'bridge', null],
  ])('%s, %s %s: are two', (words, placeId, later, place, laterPlace) => {
    expect(isAnotherFind({ words, placeId }, { words: later, place, placeId: laterPlace })).toBe(true);
  });

  it.each([
    ['有人翻墙进了厂子', gate, '有两个人 穿黑衣服', '', null],
    ['有人翻墙进了厂子', null, '又有一个从墙上跳下来', '', null],
    ['有人翻墙进了厂子', gate, '他们往桥下跑了', '桥下', null],
    ['有辆面包车没牌照', null, '在4号点', '', gate],
    ['4号点有辆面包车没牌照', gate, '车上有人下来撬门', '', gate],
    ['4号点有辆面包车没牌照', gate, '旁边有人在望风 桥下还有一个', '桥下', null],
    ['有人在桥下电鱼', null, '桥下有人还在电 有三个人', '桥下', null],
    ['我捡到一部手机', null, '还捡到一个钱包', '', null],
    ['有人撬车', gate, '跑到渡口那边了', '渡口', bridge],
  ])('%s, %s %s: are one', (words, placeId, later, place, laterPlace) => {
    expect(isAnotherFind({ words, placeId }, { words: later, place, placeId: laterPlace })).toBe(false);
  });
});
