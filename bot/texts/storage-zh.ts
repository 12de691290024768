import type { StorageTexts } from './storage-texts.ts';

/** Chinese words for when nothing can be stored. */
export const storageZh: StorageTexts = {
  unkept: '请现在就打，别等我：机器人暂时存不下消息，值班员还看不到你这条。',
  unkeptDuty: (name, phone) => `${name}：${phone}`,
  unkeptLater: '不用重发，恢复以后这条会自动补报。',
  lostTitle: '机器人现在存不下消息，请改用电话',
  lost: (clock) =>
    `从 ${clock} 起数据库写不进去，多半是磁盘满了或数据库停了。报警到不了值班台，出警令和提醒发不出去，按钮没有反应。`,
  lostAsk: '请用电话叫人；请管理员马上腾出磁盘或恢复数据库，先别重启程序。',
  lostLater: '报紧急情况的人会收到“请打 110/119/120”。大家发的话恢复后自动补处理，到时我在这里说一声。',
};
