import { describeAdapter } from '../conformance.ts';
import { inProcess } from './in-process.ts';
import { wechatHarness } from './wechat-harness.ts';

describeAdapter('WeChat', {
  makeHarness: () => wechatHarness(inProcess()),
  troubles: ['blocked', 'busy', 'answer_lost'],
});
