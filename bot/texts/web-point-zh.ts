import type { PointPageTexts } from './web-point-texts.ts';

export const pointPageZh: PointPageTexts = {
  screen: {
    title: '现在的口令',
    how: '巡到这里，拍张照，把口令写在照片下面。',
    until: (clock) => `${clock} 换下一个，刚换下来的还能用一刻钟`,
    forbidden: { title: '这一页打不开', text: '网址不全，或者改过。请到点位页面重新打开。' },
    link: '口令屏：放在点位上的平板或值班手机打开',
  },
  phone: {
    title: (who) => `这台手机是 ${who} 的？`,
    lead: '点一下，以后用它扫点位上的码就能打卡，管 180 天。公用的手机请不要点。',
    button: '是我的，用它打卡',
    done: { title: '好了', text: '到点位扫墙上的码，再点“我在这里，打卡”。' },
    forbidden: { title: '这一页打不开', text: '网址不全，或者改过。请私信机器人发“我的月报”，从那里重新打开。' },
    expired: { title: '网址过期了', text: '请私信机器人发“我的月报”，从那里重新打开。' },
    link: '用这台手机扫点位的码打卡',
  },
  here: {
    title: (place) => `巡到 ${place} 了？`,
    lead: (who) => `打卡记在 ${who} 名下。`,
    word: '点位上的口令',
    button: '我在这里，打卡',
    unknownPhone: {
      title: '还不认得这台手机',
      text: '请私信机器人发“我的月报”，打开后点“用这台手机扫点位的码打卡”。也可以把照片发到队里的群。',
    },
    noShift: { title: '现在没有你的班', text: '开班前一小时起就能打卡。点位不在路线上的，把照片发到队里的群就行。' },
    link: '巡逻到这里，打卡',
    foreign: { title: '没有收下', text: '请从点位的码重新打开这一页，再点一次。' },
  },
};
