import { describe, expect, it } from 'vitest';
import { read } from '../../../../core/reading/read.ts';
import type { Reading } from '../../../../core/reading/reading.ts';

const onShift = {
  photos: 0,
  location: false,
  room: 'patrol',
  openOrder: false,
  openShift: true,
  openCase: false,
} as const;

function said(text: string): Reading {
  return read({ ...onShift, openQuestion: null, quote: null, text });
}

/** Sure enough to be acted on. */
function ends(text: string): boolean {
  const { intent, confidence } = said(text);
  return intent === 'shift_end' && confidence >= 0.7;
}

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

describe('words of an end that are none', () => {
  it.each(
    lines(`先不收队\n不收队\n没收队\n没到点不许收队\n收队还早\n还没收队\n发错了 还没收队\n没说收队\n没人说收队\n别这么早收队
      别收队啊 还有两个点\n没走完不收队\n不是收队 是集合\n取消收队\n收队取消\n推迟收队\n延后半小时收队\n不能提前收队`),
  )('%s denies it', (text) => {
    expect(ends(text)).toBe(false);
  });

  it.each(
    lines(`准备收队\n准备 收队\n快收队了吧\n等10分钟收队\n过会收队\n五分钟后收队\n还有五分钟收队\n9点前收队\n到点再收队\n到时候收队\n等队长来了收队
      等会儿 收队\n计划23:30收队\n收队时间改到11点\n明天早点收队\n再走两个点 收队\n下一个点拍完收队\n还剩渡口 走完收队\n差一个点就收队了\n收队后来村部开会`),
  )('%s is still to come', (text) => {
    expect(ends(text)).toBe(false);
  });

  it.each(
    lines(
      `下雨就收队\n如果下雨就收队\n雨大的话就收队\n没事就早点收队\n走完渡口就收队\n巡完这圈收队\n走完最后一个点收队`,
    ),
  )('%s is a condition', (text) => {
    expect(ends(text)).toBe(false);
  });

  it.each(
    lines(`他们那队都收队了\n1队收队，2队继续\n隔壁村收队了\n西片收队了 我们继续\n你们先收队\n阿强先回去了\n昨天11点就收队了\n2号点收队\n我们交班了
      最后一个点也走完了`),
  )('%s is of others, of another night or of a point', (text) => {
    expect(ends(text)).toBe(false);
  });

  it.each(
    lines(`don't call it a night yet\nwe're not finished\nif it rains we are done\nheading home at 12\ndone in 10 minutes\nthe other team is done
      we will be done soon`),
  )('%s is none in English', (text) => {
    expect(ends(text)).toBe(false);
  });
});

describe('words of an end that are one', () => {
  it.each(
    lines(`收队\n收工\n撤了\n巡完收队 1.2公里\n大家收队 辛苦了\n下雨了,收队\n雨太大 提前收队\n没人了 收队\n没异常 收队\n不等了收队\n别等了 收队\n没雨了 收队
      巡过了 收队\n收队 再见\n收队没问题\n收队注意安全\n走完一切正常收队\n走完5个点收队\n快12点了收队\n和昨晚一样 收队\n那就收队吧\n今天就收队\n别人都睡了 收队
      其他点都正常，收队\n最后一个点走完了,收队\n二组收队\n队长说收队\n23:55 收队\n收队时间：23:58\n雨大先回去了\n渡口没走 收队\n收队 还差渡口没去
      done for the night\ndone for tonight, nothing to report\nwe're done, not bad tonight\noff duty, see you tomorrow`),
  )('%s', (text) => {
    expect(ends(text)).toBe(true);
  });

  it.each([
    ['收队 5km', 5],
    ['收队 共走了8600米', 8.6],
    ['done, 5 km', 5],
    ['all done 4.2 km', 4.2],
    ['finished, 3 km', 3],
  ])('%s, and how far', (text, distanceKm) => {
    expect(said(text)).toMatchObject({ intent: 'shift_end', fields: { distanceKm } });
  });

  it.each(lines(`我这边都巡完了\n我这里拍完了\n我负责的那段走完了\n如果没事，我先回去了\n下雨的话 我先撤了`))(
    '%s is of one, or not yet',
    (text) => {
      expect(ends(text)).toBe(false);
    },
  );

  it.each(lines(`我这边都巡完了 收队\n我这边全部巡完了我回去睡了啊你们年轻人辛苦\n我们都巡完了`))(
    '%s is the end all the same',
    (text) => {
      expect(ends(text)).toBe(true);
    },
  );
});
