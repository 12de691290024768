import type { MatterOverTexts } from './matter-over-texts.ts';

/** In the place of questions that are over, in Chinese. */
export const matterOverZh: MatterOverTexts = {
  payment: (done, money) =>
    !done ? '这件事结束了，不用再管。' : money ? '这笔钱清了，不用再管。' : '这件办好了，不用再管。',
  court: (how, lastDay) =>
    ({
      none: `记下了：不做司法确认。改主意了，${lastDay}以前跟调解员说。`,
      performed: '约好的都做到了，不用再去法院确认。',
      late: `申请司法确认的日子过了（最晚${lastDay}）。协议照样算数，一方不照办，另一方可以去法院起诉。之前已经一起申请了的，跟调解员说一声。`,
      ended: '这件事结束了，不用再管。',
    })[how],
  moreTime: (how, day) =>
    ({
      agreed: `都同意了，谈到${day}为止。`,
      refused: '有人不同意，就按原来的时间。',
      anew: '又重新问过了，看最新的一条。',
      moved: '这件往下走了，不用再答。',
      rests: '这件先放一放，不用答。',
    })[how],
  moreTimeSaid: '你说了同意，等大家都答了再告诉你。',
  terms: '条件重新写过了，看最新的一条，看清楚再签。',
  visit: (answered) => (answered ? '这次问过了，谢谢。有变化直接写给我。' : '这次不用答了，有话直接写给我。'),
  unvisited: (days, last, until) => [
    `${days} 天的回访到期两周多了，还没人去问。`,
    '催一下调解员，或者自己打个电话、上门问问，问到了在下面记一下。',
    ...(last ? [`到${until}还没人问，就记“没回访”归档，往后到期清除。`] : []),
  ],
  unvisitedOver: (how, days) =>
    ({
      made: `${days} 天的回访记下了，谢谢。`,
      missed: `${days} 天的回访没有做，记下了。`,
      archived: `${days} 天的回访一直没人做，记作“没回访”，已经归档，往后到期清除。`,
    })[how],
  deadline: (how, day) =>
    ({
      longer: `期限改到${day}了。`,
      moved: '这件往下走了，不用再管期限。',
      rests: '这件先放一放，期限也停着。',
    })[how],
  times: '这几个时间不用管了，看最新的一条。',
  wishAsked: '这个时间已经问另一方了，答了就告诉你。',
  met: (how) =>
    ({ held: '这次谈的记下了。', missed: '这次没见成，记下了。', moved: '这件往下走了，这条不用管了。' })[how],
};
