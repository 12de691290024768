import { describe, expect, it } from 'vitest';
import { endTakenBack } from '../../core/end-taken-back.ts';
import { goingHome } from '../../core/going-home.ts';
import { brokenGear } from '../../core/reading/patrol/broken-gear.ts';
import { foundMate, missingMate } from '../../core/reading/patrol/missing-mate.ts';
import { read } from '../../core/reading/read.ts';
import type { Reading } from '../../core/reading/reading.ts';
import { readLogLine } from '../../core/shift-log.ts';
import { wordMs } from '../../core/point-word.ts';
import { usualPatrolRules } from '../../core/zone/patrol-rules.ts';
import { readPatrolWord } from '../../bot/texts/patrol-words.ts';
import { textsIn } from '../../bot/texts/texts-in.ts';
import { contentOf, unsaid } from './documents.ts';

const text = contentOf('docs/patrols.md');

/** What somebody in a patrol's group means by it while their shift runs. */
function meant(words: string, photos = 0): Reading {
  return read({
    text: words,
    photos,
    location: false,
    room: 'patrol',
    openOrder: false,
    openShift: true,
    openCase: false,
    openQuestion: null,
    quote: null,
  });
}

describe('docs/patrols.md', () => {
  it.each([
    ['签到,今晚我们3个人', 'shift_start'],
    ['明晚请假', 'leave_request'],
    ['明天跟东03换班', 'leave_request'],
    ['明晚东05替我', 'leave_request'],
    ['车钥匙拿了 警灯2个对讲机3台少一台充电器', 'handover'],
    ['10号点修路绕过去了', 'check_in'],
    ['路过渡口 有两个人翻围墙', 'suspicious'],
    ['渡口捡到一个钱包', 'found_item'],
    ['下半夜接班', 'handover'],
    ['巡完了 收队 里程8.6公里', 'shift_end'],
  ])('promises that %s is read as %s', (words, intent) => {
    expect(unsaid(text, [words])).toEqual([]);
    expect(meant(words).intent).toBe(intent);
  });

  it('promises that gear which works no more is known', () => {
    for (const words of ['对讲机坏了', '手电没电了']) {
      expect(unsaid(text, [words])).toEqual([]);
      expect(brokenGear(words), words).not.toBeNull();
    }
  });

  it('promises that one goes home, and that an end is taken back', () => {
    for (const words of ['先走了 孩子发烧', '东02先回去了', '下岗', '回家了']) {
      expect(unsaid(text, [words])).toEqual([]);
      expect(goingHome(words), words).not.toBeNull();
    }
    for (const words of ['发错了 还没收队', '继续巡逻']) {
      expect(unsaid(text, [words])).toEqual([]);
      expect(endTakenBack(words), words).toBe('end');
    }
    for (const words of ['先不收队', '下雨就收队', '他们收队了']) {
      expect(unsaid(text, [words])).toEqual([]);
      expect(meant(words).intent, words).not.toBe('shift_end');
    }
  });

  it('promises that one of the crew who is not found is known', () => {
    for (const words of ['东01不见了', '联系不上老王', '我跟小何走散了']) {
      expect(unsaid(text, [words])).toEqual([]);
      expect(missingMate(words, []), words).not.toBeNull();
    }
    expect(foundMate('人找到了', [])).toBe('');
  });

  it.each(['5号', '第4家', '同上', '补一张刚才忘拍了 9点15那个点', '替老哥打卡 5号'])(
    'promises that %s with a photo is a check-in',
    (words) => {
      expect(unsaid(text, [words])).toEqual([]);
      expect(meant(words, 1).intent).toBe('check_in');
    },
  );

  it('promises the words of buttons and lists as the bot reads them', () => {
    const { patrol } = textsIn('zh');
    for (const word of ['到岗', '请假', '收队', '平安', '装备领齐', '装备还齐', '交班']) {
      expect(unsaid(text, [word])).toEqual([]);
      expect(readPatrolWord(word), word).not.toBeNull();
    }
    expect(unsaid(text, Object.values(patrol.say))).toEqual([]);
    expect(unsaid(text, [patrol.choice.check_in_point.none])).toEqual([]);
  });

  it('promises the log of a desk as it is spoken', () => {
    expect(unsaid(text, ['接 0930 西塘来电 路灯不亮', '跟 1 已修好'])).toEqual([]);
    expect(readLogLine('接 0930 西塘来电 路灯不亮')).toMatchObject({ kind: 'received', clock: '09:30', done: false });
    expect(readLogLine('跟 1 已修好')).toMatchObject({ kind: 'followed_up', about: 1, done: true });
  });

  it('gives the usual times as the zone has them', () => {
    const { remindMinutes, musterMinutes, graceMinutes, silenceMinutes, welfareMinutes, closeMinutes } =
      usualPatrolRules;
    const told = [
      `${remindMinutes} minutes before`,
      `${graceMinutes} minutes after a window ends`,
      `${graceMinutes} minutes later the leader`,
      `${musterMinutes} minutes after the start`,
      `${silenceMinutes} minutes of silence`,
      `${closeMinutes} minutes after its end`,
    ];
    expect(unsaid(text, told)).toEqual([]);
    expect([welfareMinutes, wordMs]).toEqual([5, 15 * 60_000]);
  });
});
