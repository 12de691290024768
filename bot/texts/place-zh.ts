import { placeKinds, riskColours, type RiskColour } from '../../core/catalogue.ts';
import type { DueTime } from '../../core/tap-result.ts';
import type { ColourReason } from '../../core/place-colour.ts';
import { nameIn } from './name-in.ts';
import type { PlaceTexts } from './place-texts.ts';

const colourName = (colour: RiskColour): string => `${nameIn(riskColours, colour).zh}色`;
const when = ({ date, clock }: DueTime): string =>
  `${String(Number(date.slice(5, 7)))}月${String(Number(date.slice(8)))}日 ${clock}`;

function reason(why: ColourReason, cleanDate: string | null): string {
  switch (why.kind) {
    case 'stated':
      return `评定的底色是${colourName(why.colour)}`;
    case 'lec':
      return `底色${colourName(why.colour)}：LEC ${String(why.likelihood)}×${String(why.exposure)}×${String(why.consequence)}=${String(why.product)}`;
    case 'matrix':
      return `底色${colourName(why.colour)}：风险矩阵 可能性${String(why.likelihood)}×严重性${String(why.severity)}=${String(why.product)}`;
    case 'not_assessed':
      return '还没有评定过，先按最低的蓝色算';
    case 'major_open':
      return `有重大隐患没销号：${why.numbers.join('、')}，应为红色`;
    case 'overdue':
      return `有隐患逾期：${why.numbers.join('、')}，比底色升一级`;
    case 'not_clean':
      return cleanDate === null
        ? `还有${String(why.open)}处隐患没销号，先不降`
        : `销号还不满30天，到${cleanDate}没有新隐患再降回底色`;
    case 'clean':
      return '30天没有未销号的隐患，回到底色';
  }
}

/** Everything said about places, in Chinese. */
export const placeZh: PlaceTexts = {
  notice: {
    place_colour: '企业颜色建议',
    place_info: '点位信息',
    place_which: '点位询问',
    place_answer: '操作答复',
  },
  verb: { colour_accept: '同意改', colour_keep: '不改' },
  word: { colour_accept: '同意改色', colour_keep: '不改色' },
  trace: {
    colour_proposed: '建议改颜色',
    colour_dropped: '撤回颜色建议',
    colour_set: '改了颜色',
    colour_kept: '颜色不变',
    table_imported: '导入表格',
  },
  result: {
    colour_set: ({ code, colour }) => `已定：${code} 改为${colourName(colour)}。`,
    colour_kept: ({ code, colour }) => `已定：${code} 仍是${colourName(colour)}。`,
    colour_already: ({ code, colour, by }) =>
      by === ''
        ? `规则已不再建议改，${code} 仍是${colourName(colour)}。`
        : `${by} 已经定了，${code} 现在是${colourName(colour)}。`,
  },
  reply: (replies) => `回复：${replies.join(' · ')}`,
  colour: {
    name: colourName,
    mark: { red: '🔴', orange: '🟠', yellow: '🟡', blue: '🔵' },
    title: (place, from, to) => `${place}：建议${colourName(from)}改${colourName(to)}`,
    decidedTitle: (place, how, colour) =>
      how === 'accepted' ? `${place}：已改为${colourName(colour)}` : `${place}：仍是${colourName(colour)}`,
    droppedTitle: (place, colour) => `${place}：不用改了，仍是${colourName(colour)}`,
    why: '为什么：',
    reason,
    ask: '改不改，请你们定。点一下就行。',
    noGrade: '企业的四色是风险管控用的，不是隐患等级。',
    decided: (who, at) => `${who} ${when(at)} 定`,
    dropped: '情况变了，规则不再这样建议。',
  },
  info: {
    title: (name, code) => `${name}（${code}）`,
    kind: (kind) => nameIn(placeKinds, kind).zh,
    aliases: (names) => `又叫：${names}`,
    area: (area) => `片区：${area}`,
    colour: (mark, name) => `风险颜色：${mark} ${name}`,
    asking: (mark, name) => `规则建议改为 ${mark} ${name}，等人定`,
    tags: (words) => `特点：${words}`,
    contact: (name, phone) => `联系人：${name} ${phone}`,
    contactPrivately: '联系电话不在群里发，请私聊我查。',
    open: (count, late) => `未销号隐患 ${String(count)} 处${late > 0 ? `，逾期 ${String(late)} 处` : ''}`,
    noneOpen: '没有未销号的隐患。',
    more: (count) => `……还有 ${String(count)} 处`,
    closed: (line, at, outcome) =>
      `${line}，${when(at)}${{ resolved: '销号', not_hazard: '核实不是隐患', withdrawn: '撤回', merged: '并入另一处' }[outcome]}`,
    lastClosed: (entry) => `最近结束：${entry}`,
    page: '看整页',
    report: '在这里看到隐患，发我一张照片和一句话就行。',
    which: (words) => `“${words}”有好几处，是哪一处？请发：查 编号`,
    unknown: (words) => `没找到“${words}”。请发编号或全名，比如：查 QY-0217`,
  },
};
