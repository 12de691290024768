import type { HazardState } from '../../core/hazard.ts';
import { dueZh as due } from './hazard-deadline-zh.ts';
import type { HazardTexts } from './hazard-texts.ts';

const list = (items: readonly string[]): string => items.join('、');
const phoned = (who: string, phone: string): string => (phone === '' ? who : `${who} ${phone}`);

type People = Pick<HazardTexts, 'draft' | 'reporter' | 'fact' | 'order' | 'check' | 'photoAlike'>;

const nowIs: Readonly<Record<HazardState, string>> = {
  reported: '值班员正在看',
  graded: '正在安排人',
  assigned: '已经派给人了',
  accepted: '有人在整改了',
  fixed: '已经改过，等人复查',
  closed: '已经办结',
};

/** What reporters, owners and checkers read, in Chinese. */
export const hazardPeopleZh: People = {
  draft: {
    offer: '登记为隐患？',
    askKind: '是什么问题？',
    tapKind: '是什么问题？点一个，或者说一句。',
    askSort: '是哪一类？点一个，或者说一句。',
    askPlace: (choices) =>
      choices ? '是下面哪一处？都不是就再说一下，或者发个位置。' : '在哪里？说厂名、村名、门牌，或者发个位置。',
    known: (kinds, place, photos) =>
      `已记下：${[...(kinds.length === 0 ? [] : [list(kinds)]), ...(place === '' ? [] : [place]), ...(photos === 0 ? [] : [`照片 ${photos} 张`])].join(' · ')}`,
    howKind: '直接说就行，比如“楼道堵了”“电线乱拉”。',
    placeLine: (n, name) => `${n}. ${name}`,
    ended: '刚才报的还差一点，等了很久没等到，先收起来了。',
    resume: '想接着报，随时再发一次就行：什么问题、在哪里。',
    filed: (number) => `✅ 已登记，编号 ${number}`,
    dropped: '好的，没有登记。',
    unanswered: '没有登记。想登记，随时再说一声。',
    emergency: '已转为紧急情况，先救急。',
  },
  reporter: {
    filed: (number) => `收到，谢谢你！编号 ${number}。`,
    joined: (number) => `谢谢你！这一处已有人报过，编号 ${number}，你看到的也记上了。`,
    filedInGroup: (number, joined) =>
      joined ? `这一处已登记过，编号 ${number}，也记上了。谢谢！` : `已登记，编号 ${number}。谢谢！`,
    what: (kinds, place) => [list(kinds), ...(place === '' ? [] : [place])].join(' · '),
    next: '接下来值班员会看，安排人去弄，有进展就告诉你。',
    urgentNext: '已加急请值班员看。要是着火、有人受伤，马上打 119/120。',
    anonymous: '不会让别人知道是你报的。',
    now: (state, until) => `现在：${nowIs[state]}${until === null ? '' : `，${due(until)}前弄好`}。`,
    turn: (turn, { number, due: until, words, into }) => {
      const why = words === '' ? '' : `（${words}）`;
      const by = until === null ? '' : `，${due(until)}前弄好`;
      return `${number}：${
        {
          accepted: `有人接下了${by}。`,
          fixed: '改过了，再请人去复查一遍。',
          returned: `复查没过${why}，还在改${by}。`,
          delayed: `要晚一些${why}${by}。`,
          not_hazard: `值班员看过了，不算隐患${why}。谢谢你留心，有变化再发给我。`,
          merged: `跟 ${into} 是同一处，并在一起弄，进展照样告诉你。`,
          split: '这一处单独登记了，接着处理。',
          reopened: `重新打开了，会再叫人来弄${by}。`,
        }[turn]
      }`;
    },
    closed: (number) => `${number} 弄好了，已销号。`,
    pair: '前后照片都在这里，请看看。',
    afterOnly: '改好后的照片在这里，请看看。',
    ask: '你看弄得怎么样？',
    reopen: (days) => `要是还没弄好，${days} 天内说一声“还没弄好”，马上重新打开。`,
  },
  fact: {
    number: (number) => `编号 ${number}`,
    line: (number, what, place) => `${number} ${[what, ...(place === '' ? [] : [place])].join(' · ')}`,
    place: (name, said) => (said === '' || said === name ? `地点：${name}` : `地点：${name}（原话“${said}”）`),
    placeUnknown: '地点：还不清楚',
    byPosition: (area) => (area === '' ? '发来的定位' : `${area}附近（发来的定位）`),
    positionUnknown: '没有坐标，要按地名找',
    urgent: '听起来比较急，请先看这条',
    people: (count) => `牵涉约 ${count} 人`,
    photos: (count) => `照片 ${count} 张`,
    noPhotos: '还没有照片',
    otherFiles: (count) => `视频、语音或文件 ${count} 份，在网页上看`,
    seen: (count) => `已有 ${count} 次反映`,
    owner: (who, phone) => `责任人：${phoned(who, phone)}`,
    leader: (who, phone) => `片区负责：${phoned(who, phone)}`,
    officer: (who, phone) => `值班员：${phoned(who, phone)}`,
    handling: (handling) =>
      `办法：${{ on_the_spot: '立查立改', by_deadline: '限期整改', supervised: '挂牌督办' }[handling]}`,
    somebody: '（姓名略）',
  },
  order: {
    title: (step, kind) =>
      `${
        {
          assigned: '请你处理',
          again: '没弄好，请再处理',
          accepted: '整改中',
          late: '已过期限，请尽快',
          fixed: '等复查',
          returned: '复查没过',
          closed: '已销号',
          gone: '已另外安排',
          over: '不用处理了',
        }[step]
      }：${kind}`,
    next: {
      assigned: '先去看一眼，再选一个：当场改好，还是限期整改？不归你管就说“不归我”。',
      accepted: '弄好了拍一张照片发来，再报“改好了”。',
      asked: '延期等领导答复，答复前期限照旧。',
      fixed: '已请别人去复查，先不用管了。没过会再告诉你。',
      returned: '要再弄一次，看下面那条新的。',
      closed: '辛苦了，谢谢你。',
      gone: '这条已经另外安排，你不用管了。',
      over: '这条已经结束，你不用管了。谢谢。',
    },
    spot: (hours) => `“当场改好”是 ${hours} 小时内弄完；弄不完就选“限期整改”。`,
    back: (why, words) => {
      const said = why === 'returned' ? '复查没过' : '有人说还没弄好';
      return words === '' ? `${said}，请再弄一下。` : `${said}：“${words}”`;
    },
    asked: (days, reason) => `你申请了延期 ${days} 个工作日${reason === '' ? '' : `：“${reason}”`}`,
    photoWanted: (number) => `${number} 还差一张改好后的照片。`,
    photoHow: '在同一个位置拍一张，直接发到这里就行。',
    moreGranted: (number) => `${number} 同意延期了。`,
    moreRefused: (number) => `${number} 没同意延期，期限照旧。`,
    moreNext: '弄好了拍一张照片发来，再报“改好了”。',
  },
  check: {
    title: (kind) => `请复查：${kind}`,
    doneTitle: (how, kind) =>
      `${{ passed: '复查过了，已销号', returned: '复查过了，退回再改', needless: '不用复查了' }[how]}：${kind}`,
    fixedBy: (who, at) => `${who} ${due(at)} 报整改完成`,
    why: {
      major: '重大隐患，一定要复查',
      supervised: '挂牌督办的，一定要复查',
      returned: '上次没过，这次要再看',
      sample: '抽签抽到这条复查',
    },
    pair: '前后照片见图，请对照着看。',
    noPair: '请到现场看一眼。',
    ask: '到现场看过再定：合格，还是没改好？没改好请说一句差在哪。',
    ownWork: '整改的人和责任人不能复查自己的。',
  },
  photoAlike: {
    other: (number) => `这张照片和 ${number} 的很像，请看一下。`,
    before: '整改后的照片和整改前的很像，请看一下。',
    earlier: '这张照片和上一轮的很像，请看一下。',
  },
};
