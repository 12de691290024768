import { describe, expect, it } from 'vitest';
import { sayOver } from '../../../../core/reading/patrol/trouble-over.ts';

describe('words after somebody told that something is wrong', () => {
  const told = ['东01', '王建国'];

  it.each([
    '平安',
    '没事了',
    '没事了 平安',
    '我没事了，放心',
    '现在没事了，谢谢',
    '人走了，没事了',
    '安全了，在走',
    '误会，没事',
    '虚惊一场',
    '按错了 没事',
    '好了 没事了',
    '冇事了',
    '警察来了 没事了',
    '解决了',
    '我们没事了',
    '他没事了',
    '都没事了',
    '都好',
    '我很好',
    '一切平安',
    'all good',
    'false alarm',
    "I'm fine now",
    'safe now, thanks',
  ])('%s says of who says it that it is over', (words) => {
    expect(sayOver(words, told)).toBe('own');
  });

  it.each([
    '我们都平安',
    '大家都平安，放心',
    '东01没事了',
    '东01平安',
    '王建国没事了 在走',
    '两个人都平安',
    '俺们都冇事',
    '大家都好',
    '人都没事，走了',
    'we are all safe',
    'all well',
    'everybody is fine now',
    'we are both safe, walking',
  ])('%s says so of everybody, or of whoever told', (words) => {
    expect(sayOver(words, told)).toBe('all');
  });

  it.each([
    '我没事，他还不让我们走',
    '打架的走了 没事了',
    '渡口 都平安',
    '我没事 老王还在流血',
    '人没事了 在医院',
    '我没事 你们快来',
    '没事了 可是他还在门口等着',
  ])('%s is neither that nor anything else: it is asked about', (words) => {
    expect(sayOver(words, told)).toBe('unclear');
  });

  it.each([
    '好的',
    '收到',
    '嗯',
    '在',
    '在呢',
    '来了',
    '1',
    '🙏',
    '👌',
    'ok',
    'okay',
    'yes',
    'fine',
    'roger',
    'sure',
    '在路上',
    '在吃面',
    '好的 马上过去',
    '辛苦了',
    '马上来',
    '我在3号',
    '你在哪',
    '没事了吗？',
    '平安吗',
    '应该没事了吧，不知道',
    '希望没事',
    '老李没事了',
    '不平安',
    '在平安路',
    '平安路3号',
    '安全帽戴好',
    '注意安全',
    '祝平安',
    '要是没事就回个话',
    '没事就好',
    '还好',
    '放心',
    '谢谢',
    'on my way',
    'be safe',
    'stay safe',
    'yes ok',
    "it's ok",
    '也好',
    '很好',
    '好了',
    'yes fine',
    'all right',
    'copy, over',
    '大家好',
    '没问题',
    '都过去了',
    '我们都过去了',
    '搞定',
    '都正常',
    'no problem',
    "I'm ok but he is still here",
    `没事了${'他'.repeat(200)}`,
  ])('%s says nothing of it', (words) => {
    expect(sayOver(words, told)).toBe('nothing');
  });
});
