import type { HazardHandling, HazardOutcome } from '../../core/hazard.ts';
import { dueZh as due } from './hazard-deadline-zh.ts';
import { hazardStatesZh } from './hazard-names-zh.ts';
import type { HazardTexts } from './hazard-texts.ts';

const handlings: Readonly<Record<HazardHandling, string>> = {
  on_the_spot: '当场改',
  by_deadline: '限期整改',
  supervised: '挂牌督办',
};

/** What can still be done about one that has ended. */
const ended = (outcome: HazardOutcome): string =>
  outcome === 'resolved' ? '这条已销号；要是还没弄好，回一句“还没弄好”。' : '这条已经结束；要重新报就直接说一遍。';

/** What a step came to, in Chinese; a toast, so in one breath. */
export const hazardResultZh: HazardTexts['result'] = {
  hazard_filed: ({ number, joined }) =>
    joined ? `已有人报过，编号 ${number}，你看到的也记上了，谢谢！` : `已登记，编号 ${number}，谢谢！`,
  hazard_dropped: () => '好的，不登记。',
  hazard_not_yours: ({ by }) => `这一条由报来的${by === '' ? '人' : ` ${by} `}来选。你也看到了，自己发一条就行。`,
  hazard_asked: ({ need }) =>
    need === 'place' ? '还差一样：在哪里？发个位置或者说个地点。' : '还差一样：是什么问题？点一个或者说一句。',
  hazard_anonymous: () => '好的，不会让别人知道是你报的。',
  hazard_graded: ({ grade, owner }) =>
    `已定为${grade === 'major' ? '重大' : '一般'}隐患。${owner === null ? '还没有责任人，请选一个。' : `已交给 ${owner}。`}`,
  hazard_rejected: () => '已记下：不是隐患。会跟报的人说一声。',
  hazard_kind_set: () => '类型改好了。',
  hazard_assigned: ({ owner }) => `已交给 ${owner}，马上通知。`,
  hazard_no_owner: () => '这个人接不了，请另选一个。',
  hazard_accepted: ({ handling, due: until, already }) =>
    `${already ? '你已经接下了' : '接下了'}，${handlings[handling]}${until === null ? '。' : `，${due(until)}前弄好。`}弄好了发张照片。`,
  hazard_handed_back: () => '已退回，值班员会另外安排，谢谢说一声。',
  hazard_photo_wanted: () => '再发一张改好后的照片，就算报上了。',
  hazard_fixed: ({ checked }) => (checked ? '收到，会有人去复查，先不用管了。' : '收到，这条办结了，辛苦！'),
  hazard_reason_wanted: () => '请说一下原因，一句话就行。',
  hazard_more_asked: ({ days }) => `已申请延期 ${days} 个工作日，等领导答复。原期限先照旧。`,
  hazard_extended: ({ due: until }) => `已同意延期${until === null ? '' : `，新期限 ${due(until)}`}。`,
  hazard_not_extended: () => '已答复：不延期，期限照旧。',
  hazard_paused: () => '计时先停了，随时可以接着算。',
  hazard_resumed: ({ due: until }) => `计时接着走了${until === null ? '' : `，期限 ${due(until)}`}。`,
  hazard_passed: () => '复查合格，已销号，辛苦！',
  hazard_returned: ({ due: until }) => `已退回再改${until === null ? '' : `，期限 ${due(until)}`}。`,
  hazard_own_work: () => '自己整改的不能自己复查，要换一个人。',
  hazard_supervised: () => '已挂牌督办，责任人会收到通知。',
  hazard_merged: ({ into }) => `已并到 ${into}，一起处理。`,
  hazard_split: ({ number }) => `已分开，另外编号 ${number}。`,
  hazard_reopened: () => '知道了，这条重新打开，会再叫人来弄。',
  hazard_withdrawn: () => '好的，这条撤了。谢谢说一声。',
  hazard_withdrawn_own: () => '你报的这条撤了。别人也看到过，所以还会去看。',
  hazard_chased: ({ state, due: until }) =>
    `已转告。现在${hazardStatesZh[state]}${until === null ? '' : `，期限 ${due(until)}`}。`,
  hazard_rated: ({ satisfaction }) =>
    satisfaction === 'bad' ? '记下了。哪里不好，直接跟我说；没弄好就说“还没弄好”。' : '记下了，谢谢！',
  hazard_which: () => '说的是哪一条？请选一下。',
  hazard_more: ({ photos, place, kindSet, outcome }) => {
    const where = place === null ? '' : place.name === '' ? '发来的位置' : `地点“${place.name}”`;
    const moved = place?.moved === true ? `地点改成${place.name === '' ? '发来的位置' : `“${place.name}”`}，` : '';
    const told = place === null || place.moved || outcome !== null ? '' : `${where}已告诉处理的人，由他们核对。`;
    const kept = `${moved}${kindSet ? '类型改好了，' : ''}${photos > 0 ? `照片 ${photos} 张已存，` : ''}`;
    return `补充收到：${kept === '' ? '已记在这条里' : kept.slice(0, -1)}。${told}${outcome === null ? '' : ended(outcome)}`;
  },
  hazard_progress: () => '记下了，已告诉问的人。',
  hazard_placed: ({ name }) => `地点改好了${name === '' ? '' : `：${name}`}，处理的人已看到。`,
  hazard_far: ({ km }) => `这个位置离辖区有 ${km} 公里，怕是定位偏了，没有用它。请再发一次，或者说个地点。`,
  hazard_none: () => '没找到对应的隐患。说一下编号后4位，或者引用那条消息。',
  hazard_already: ({ state, by }) =>
    `${by === '' ? '这条' : `${by} 已经办过了，这条`}现在是“${hazardStatesZh[state]}”。`,
};
