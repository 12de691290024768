import type { MatterState } from '../../core/matter.ts';
import type { MatterWorkTexts } from './matter-course-texts.ts';

const ofDispute: Readonly<Record<MatterState, string>> = {
  telling: '先等等，当事人说完就交上来。',
  reported: '正在找人接手。',
  screened: '有人接了就告诉你。',
  assigned: '先问各方愿不愿意调解，电话在内容里。问到了，告诉我他怎么说。',
  accepted: '约个时间见面吧：给我两三个时间，我去问各方。',
  mediating: '谈过了跟我说一声，我来记；谈成、谈不成，也说一声。',
  agreed: '各方签完，你签字盖章，协议就生效。',
  effective: '到期前我会提醒该付的一方。',
  performing: '收到了、没收到，各方或者你说一声就行。',
  performed: '还差回访，回访过才能归档。',
  broken: '先打个电话问问原因；还不行，可以去法院。',
  ended: '还差回访，回访过才能归档。',
  suspended: '想接着办，说一声“接着办”。',
  archived: '辛苦了。',
};

function lasting(minutes: number): string {
  const hours = Math.round(minutes / 60);
  if (minutes < 120) return `${minutes} 分钟`;
  return hours < 48 ? `${hours} 小时` : `${Math.floor(hours / 24)} 天`;
}

/** To those who take it, in Chinese. */
export const matterWorkZh: MatterWorkTexts = {
  offer: '有一件事在等人接手，你方便吗？先看一下内容，再决定。',
  offerUrgent: '比较急，请先看这件。',
  offerUntil: (minutes, kind, last) =>
    `${minutes} 分钟没有人接，就${last ? '请负责的人安排' : kind === 'dispute' ? '去问下一个调解室' : '去问下一处'}。`,
  offerConflict: (kind) =>
    kind === 'dispute'
      ? '里面有各方的名字。认识其中一方就说一声，不用讲原因。'
      : kind === 'crime_clue'
        ? '跟里面说到的人认识，就说一声，换人来办，不用讲原因。'
        : '认识他本人、不方便办，就说一声，不用讲原因。',
  takenBy: (who) => `${who} 接下了，谢谢你。`,
  takenByYou: '你接下了。下一步看另一条。',
  offerOver: '这件不用接了，谢谢你。',
  danger: (what) => `${what}，请马上接。`,
  dangerLater: (what) => `刚又说到：${what}。请马上看。`,
  dangerNext: '先打电话联系本人，确认安全，需要就报 110；记录后面再补。',
  unanswered: (names) => (names.length === 0 ? '还没有人能接。' : `还没有人接。可以打电话问：${names.join('、')}。`),
  pushSilent: (names) =>
    `这件警情还有人没确认接到${names.length === 0 ? '' : `：${names.join('、')}`}。请打电话叫他看一下，回一声“我负责”。`,
  unansweredNext: (take) => `打电话问到谁愿意，就交给谁${take ? '；也可以自己先接下' : ''}。`,
  unansweredLast: '这是最后一次自动提醒，指挥群也知道了。请安排到人。',
  assignHow: (number) => `交给别的调解员：写“指派 ${number} 给 名字”。`,
  giveTo: (who) => `交给 ${who}`,
  handedBy: (who) => `${who} 把这件交给你办。认识其中一方，或者办不了，说一声就换人。`,
  idle: (minutes, who) =>
    who === undefined
      ? [`${lasting(minutes)}没动静了。联系过、约好了、办完了，跟我说一声；办不了就退回来，我找别人。`]
      : [`${who} 接下这件，${lasting(minutes)}没动静了。请打电话问一声；办不了就换个人。`],
  idleOver: '这件有动静了，不用管了。',
  idleTold: '负责的人也知道了。',
  push: (to) => `这件警情推送给你，你是${{ on_scene: '现场民警', responsible: '责任民警', centre: '服务中心' }[to]}。`,
  pushNext: '看到了就说一声“我负责”。',
  acknowledged: '你已确认接到。',
  unreachedSide: (side) => `${side}收不到我的消息，请打电话说一声。电话在内容里。`,
  unreachedMediator: (who) => `${who} 收不到我的消息，请打个电话。`,
  next: (state, kind) => {
    if (kind === 'dispute') return ofDispute[state];
    if (state !== 'assigned' && state !== 'accepted') return ofDispute[state];
    return {
      crime_clue: '请核实这条线索，办完了说一声。只有你看得到，别转发。',
      women_adviser: '请按她方便的时间联系她，先问现在安不安全。办完了说一声。',
      counselling: '请按约好的时间联系。有危险先打 110、120，别等。办完了说一声。',
      help_request: '请先打电话，再上门。看到了先说一声“我负责”，办完了再说一声。',
      service_order: '请先打电话约时间，服务完说一声“办完了”。',
      legal_question: '请带着法条和版本答复，写完我发给提问的人。',
    }[kind];
  },
  hold: '本人说现在不方便：先别打电话、别发消息，等再写来。我也不发提醒了。',
  nextApart: '这件有危险，不安排面对面，请分别跟各方谈。',
  consentOpen: (sides) => `还没答复：${sides.join('、')}。`,
  signOpen: (sides) => `还没签：${sides.join('、')}。`,
  courtRejected:
    '法院没有确认。看看裁定书上的原因，问各方愿不愿意改：愿意的，让一方发“我要调解”（或者你用“来访登记”）另起一件，改好重签；不愿意的，告诉他们可以起诉。',
  courtApplied: '已经申请司法确认。法院有消息了告诉我：“法院确认了”或“法院没有确认”。',
  signSeal: '各方都签了。纸质的你签字、盖章以后，说一声“签字盖章好了”。',
  timesOpen: '时间问过了，还在等回音。',
  heard: (side, clock) => `${clock} ${side ?? '当事人'}有话给你，点开内容就看得到。`,
  booked: (when) => `约好了：${when}。`,
  due: (when) => `下一个日子：${when}。`,
  write: '也可以直接写给我：“周三下午3点，周四上午9点半”“讲好5000，月底前付清”。',
  answerHow: '直接把答复写给我，比如“……（《劳动合同法》第82条，2012年修正）”。',
  writeAnswer: '写答复',
};
