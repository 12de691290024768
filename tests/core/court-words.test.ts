import { expect, it } from 'vitest';
import { saidCourt } from '../../core/court-words.ts';

it.each([
  ['他们申请了司法确认', 'applied'],
  ['上周就申请了司法确认', 'applied'],
  ['司法确认昨天一起去申请了', 'applied'],
  ['双方已经向法院递交申请了', 'applied'],
  ['法院确认了', 'confirmed'],
  ['司法确认下来了', 'confirmed'],
  ['收到法院的裁定书', 'confirmed'],
  ['法院没有确认', 'rejected'],
  ['法院不予确认，说内容不清楚', 'rejected'],
  ['司法确认没通过', 'rejected'],
  ['裁定驳回申请', 'rejected'],
  ['不做司法确认了', 'none'],
  ['我们不去法院确认', 'none'],
  ['the court has confirmed it', 'confirmed'],
  ['We applied to the court on Monday', 'applied'],
] as const)('%s: %s', (words, state) => {
  expect(saidCourt(words)).toBe(state);
});

it.each([
  '司法确认怎么申请？',
  '还没去申请司法确认',
  '要不要申请司法确认',
  '法院在哪里',
  '他说要去法院告我',
  '确认了，周三下午三点',
  '钱收到了',
])('%s reports nothing of the court', (words) => {
  expect(saidCourt(words)).toBeNull();
});
