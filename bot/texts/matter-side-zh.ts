import type { MatterSideTexts } from './matter-course-texts.ts';

function dayOf(date: string): string {
  const { month, day } = Temporal.PlainDate.from(date);
  return `${month}月${day}日`;
}

/** To the sides, in Chinese. */
export const matterSideZh: MatterSideTexts = {
  consent: (asked) =>
    asked
      ? ['有人想请调解员帮忙，坐下来跟你把一件事谈开。看一下内容，就知道是谁、大概什么事。', '谈不谈由你定。']
      : ['你提的这件，愿意由调解员来谈吗？', '愿意的话，我就去问另一方。'],
  consentNote: '不收钱，只有你们和调解员知道。不愿意也没关系，不影响去仲裁、去法院。',
  consentSaid: (said) => (said === 'yes' ? '你说了愿意。都愿意了就约时间。' : '你说了不愿意。改主意了，随时说一声。'),
  consentOver: '这件事结束了，不用再答。',
  stop: ['这件已经交上去了，还在办。', '真不想继续，在下面确认一下就停，不用讲原因；不确认就照常往下办。'],
  times: '下面几个时间，哪个你能来？能来的都告诉我。',
  time: (n, when) => `${n}. ${when}`,
  timeChosen: (when) => `✓ ${when}`,
  timesNone: '你说了都不行，调解员会再提几个时间。',
  timesOver: (end, when) =>
    ({
      fixed: `时间定了：${when}。`,
      agreed: '已经谈成了，不用再选时间。',
      ended: '这件事结束了，不用再选时间。',
      rests: '这件事先放一放，不用选时间了。',
      others: '这几个时间不用选了，看最新的一条。',
      off: '这几个时间不用选了，有新的时间再问你。',
    })[end],
  timesOf: (side, when, answered) =>
    `${side}：${!answered ? '还没答' : when.length === 0 ? '都不行' : when.join('；')}`,
  timesWaiting: '还有人没答，答了就告诉你。',
  timesClash: '没有大家都行的时间。请再提两三个。',
  timesFixed: (when) => `定了：${when}。`,
  timesWished: (side, when) => `${side}想约：${when.join('；')}。`,
  wishedInstead: (when) => `现在约的是${when}，改了就不算了。`,
  wishTake: (date, clock, moved) => `${moved ? '改到' : '定在'}${dayOf(date)}${clock}`,
  wishAsk: (times) => `先问另一方：${times.map(([date, clock]) => `${dayOf(date)}${clock}`).join('，')}`,
  session: (step, when) =>
    ({
      booked: `见面时间定了：${when}。`,
      day: `提醒一下：${when}，见面谈。`,
      hour: `快到了：${when}，见面谈。`,
      changed: `时间改了，改到：${when}。`,
      off: `${when} 的见面取消了，不用去。`,
    })[step],
  sessionPast: (how, when) =>
    ({
      moved: `时间改过了，现在是：${when}。看最新的一条。`,
      over: `${when} 的见面已经过去，不用再管。`,
      off: `${when} 的见面取消了，不用去。`,
    })[how],
  sessionWhere: (place) => `地点：${place}`,
  sessionWith: (who, mediates) => `${mediates ? '调解员' : '联系人'}：${who}`,
  sessionBring: '有合同、欠条、照片就带上。想找亲友陪着，跟调解员说一声。',
  sessionCant: '来不了就直接写给我，早点说，好改时间。',
  cannotCome: '我来不了',
  sessionApart: '这次只有你和调解员，不会碰到另一方。',
  calendar: '加到手机日历',
  over: '约好的时间过了，谈得怎么样？',
  overNext: '说一声，或者直接写几句给我，我来记。',
  overMet: '约好的时间过了，见到了吗？没见到就再约个时间。',
  terms: ['谈好的条件写下来了。先看内容，一条一条看清楚。', '跟谈的一样就签；哪里不一样就别签，跟调解员说。'],
  termsOff: (over) => (over ? '这件事结束了，不用签了。' : '这一份先不签了，条件还要再谈。谈好了再发给你。'),
  termsSigned: '你已经同意了。等大家都签好，协议就生效。',
  payment: (step, as, { due, money }) => {
    const until = due === '' ? '' : `，${due}`;
    const one = money ? '一笔钱' : '一件事';
    const done = money ? '付了' : '办好了';
    if (as === 'owner')
      return {
        soon: [`有${one}快到期了${until}。该办的一方我这里联系不上，请打个电话提醒。`],
        due: [`有${one}今天到期${until}。该办的一方我这里联系不上，请打个电话提醒。`],
        late: [`有${one}过期了${until}，还没说${done}。请问问是什么情况。`],
        told: [`有一方说已经${done}，另一方我这里联系不上，请打电话问一下。`],
        confirmed: ['有一项确认了。'],
        denied: [`有一方说${money ? '没收到钱' : '还没办'}，请问问双方。`],
      }[step];
    if (as === 'creditor')
      return {
        soon: [`约好给你的${one}快到期了${until}。`],
        due: [`约好给你的${one}今天到期${until}。${money ? '收到了' : '办好了'}说一声。`],
        late: [`约好给你的${one}过期了${until}。到底${money ? '收到' : '办好'}没有，说一声；没有，调解员会去问。`],
        told: [`对方说已经${done}。${money ? '收到了吗' : '是这样吗'}？`],
        confirmed: [`记下了：${money ? '你收到了' : '办好了'}。`],
        denied: [`记下了：${money ? '你没收到' : '还没办好'}。调解员会去问。`],
      }[step];
    return {
      soon: [`跟你说一声：约好的${one}快到期了${until}。`, `${done}说一声。有难处早点写给我，调解员帮你们商量。`],
      due: [`约好的${one}今天到期${until}。`, `${done}说一声。有难处直接写给我，别硬扛。`],
      late: [
        `约好的${one}过了日子${until}。是忘了，还是有难处？`,
        `${done}说一声；一时办不到，写给我说个打算，调解员帮你们商量。`,
      ],
      told: [`记下了：你说已经${done}，在等对方确认。`],
      confirmed: [`对方确认${money ? '收到了' : '办好了'}，谢谢你守约。`],
      denied: [
        money
          ? '对方说还没收到。看一下有没有转错，留好凭证，调解员会联系你。'
          : '对方说还没办好。拍张照片留着，调解员会联系你。',
      ],
    }[step];
  },
  deed: { matter_paid: '办好了', matter_got: '对方办好了', matter_not_got: '还没办好' },
  court: (day, lastDay) => [
    day === 27
      ? `最后提醒：想去法院做“司法确认”，最晚${lastDay}。`
      : `${day === 0 ? '' : `协议生效 ${day} 天了。`}可以一起去法院做“司法确认”，最晚${lastDay}。`,
    '就是请法院给协议把关：确认以后一方不照办，另一方能直接申请强制执行，不用再打官司。',
    '要双方一起去调解室这里的基层法院申请，不收费。离婚、亲子、收养，还有房地归谁，法院不做确认。',
  ],
  moreTime: (days) => [`调解员想再多谈 ${days} 天。你同意吗？`, '都同意才延长；不同意，就按原来的时间。'],
  moreTimeState: (sides) => (sides.length === 0 ? '延长的事：都同意了。' : `延长的事还没答复：${sides.join('、')}。`),
  deadline: (step, day) =>
    step === 'soon'
      ? [`调解一般一个月，${day}到期。`, '快谈成了可以跟各方商量延长；谈不成就早点告诉他们别的办法。']
      : [`一个月到了，${day}为止。`, '告诉我：谈成了、谈不成，还是跟各方商量延长？'],
  visitUnsettled: (days) => [`过去 ${days} 天了，来问一声：那件事后来怎么样了？`, '还想谈，或者要人帮忙，直接写给我。'],
  visit: (days, kind, owner) =>
    owner
      ? [`过去 ${days} 天了，该回访了。打个电话或上门问问，再告诉我。`]
      : kind === 'dispute'
        ? [`过去 ${days} 天了，来问一声：说好的事都做到了吗？`, '回一声就行，有话直接写给我。']
        : [`过去 ${days} 天了，来问一声：帮上忙了吗？`, '回一声就行，有话直接写给我。'],
  turn: {
    taken: '有调解员接手了，会联系你。',
    new_mediator: '换了一位调解员，会联系你。之前说的不用再说一遍。',
    accepted: '各方都愿意谈，正式受理了。接下来约时间。',
    session_off: '这次见面取消了，会再约。',
    missed: '这次没碰上，没关系，会再跟你约。哪天方便，直接写给我也行。',
    agreed: '谈成了。接下来把条件写下来，看过再签。',
    effective: '协议生效了，双方都要照着办。写了哪几条，看内容就知道。',
    performed: '约好的都做到了，谢谢你们。过几天我再来问一声。',
    broken:
      '约好的没有按时做到。可以找调解员再谈；做过司法确认的，能向法院申请强制执行；没做的，可以去法院起诉；工资、工伤的，还可以申请劳动仲裁，或者拿书面协议请法院发支付令。',
    suspended: '这件先放一放，想接着谈随时说。',
    goes_on: '这件接着办了。',
    extended: '都同意，多谈一阵。',
    court_applied: '已经向法院申请司法确认，等法院的消息。',
    court_confirmed: '法院确认了协议。一方不照办，另一方能直接申请强制执行。',
    court_rejected:
      '法院没有确认这份协议。法院为什么不确认，裁定书上写着。愿意再谈、改一改的，跟调解员说，或者发“我要调解”；不想再谈，可以去法院起诉。',
  },
  takenOther: '有人接手了，会联系你。电话请留意一下。',
  ended: (outcome) =>
    ({
      dropped: '这件没有交上来，到此为止。',
      agreed_written: '这件谈成了，签了协议。',
      agreed_oral: '这件谈成了，口头约定。',
      failed: '这次没有谈成，调解到此结束。谢谢你愿意坐下来谈。',
      refused: '有一方不愿意调解，那就不调了，不勉强谁。',
      withdrawn: '提出的一方不想继续了，调解到此结束。',
      no_contact: '一直联系不上另一方，调解先结束了。',
      handed_on: '这件转给别的部门办了，他们会联系你。',
      answered: '问题答复了。',
      done: '这件办完了。',
    })[outcome],
  waysTitle: '你还有这些办法：',
  again: '以后想再谈，随时找我。',
  answered: '你问的有答复了，答复和法条都在内容里。',
};
