import type { Capabilities } from '../../core/message.ts';

/** What a WeChat account can do through any puppet of wechaty (https://wechaty.js.org/docs/puppet-services/). */
export const wechatCapabilities: Capabilities = {
  buttons: false,
  editWindowMs: 0,
  reactions: false,
  seesAllGroupMessages: true,
  stableIds: false,
  returnsMessageId: false,
  writesFirst: true,
  // WeChat takes more, but phones fold what is longer, and in a group nobody unfolds it.
  textLimit: 2_000,
};
