import { dueZh as due } from './hazard-deadline-zh.ts';
import { hazardStatesZh } from './hazard-names-zh.ts';
import type { HazardTexts } from './hazard-texts.ts';

const list = (items: readonly string[]): string => items.join('、');
const metres = (value: number): string => (value < 1 ? '同一位置' : `相距约 ${Math.round(value)} 米`);

/** What the command group's card says, in Chinese. */
export const hazardTriageZh: HazardTexts['triage'] = {
  title: (state, outcome, kind, number) => {
    const ended = { resolved: '已销号', not_hazard: '不是隐患', withdrawn: '已撤回', merged: '已并案' } as const;
    return `${state === 'closed' && outcome !== null ? ended[outcome] : hazardStatesZh[state]}：${kind} · ${number}`;
  },
  reported: ({ first, count }) => (count < 2 ? `${due(first)} 报来` : `${due(first)} 起共 ${count} 次报来：`),
  further: (at, words) => `${due(at)} “${words}”`,
  suggests: (grade) => (grade === 'major' ? '规则建议：重大隐患' : '规则建议：一般隐患'),
  reason: (why, because, source) =>
    `· ${why}${because.length === 0 ? '' : `（因为：${list(because)}）`}${source === '' ? '' : `。依据：${source}`}`,
  rule: {
    tenants: '一厂多租，没有统一协调管理',
    certificates: '特种作业、负责人没有证',
    molten_metal: '高温熔融金属',
    dust: '可燃爆粉尘',
    ammonia: '涉氨制冷',
    confined_space: '有限空间作业',
    chemicals: '危险化学品',
    exits: '疏散通道、安全出口被锁被堵',
    three_in_one: '住人、生产、仓储在一处',
    fire_system: '消防系统坏了或停用',
    gas: '燃气使用不安全',
    construction: '工地重大风险',
    special_equipment: '特种设备没检、超期或带病用',
    crowded_rental: '出租房只有一个出口或用了易燃材料',
    many_people: '牵涉的人多',
  },
  noReason: '没有对上重大隐患的条目',
  youDecide: '只是建议，由您来定。',
  proposed: (who) => `定级后交给：${who}（按片区和类型）`,
  proposedNone: '这个片区和类型没有写责任人，定级后请选一个。',
  chooseOwner: '请选一个责任人：',
  noOwner: '名单上还没有能接的人，请先把网格员或安全员加进名单。',
  chooseKind: '选一个类型：',
  twin: (number, what, apart, days) =>
    `可能重复：${[`${number} ${what}`, ...(apart === null ? [] : [metres(apart)]), days === 0 ? '今天报的' : `${days} 天前报的`].join('，')}`,
  sameAs: (number) => `与${number}同一处`,
  splitLast: '最后报的是另一处',
  waitsFor: (state) => (state === 'assigned' ? '等责任人接单' : '等人复查'),
  asked: (days, reason) => `责任人申请延期 ${days} 个工作日${reason === '' ? '' : `：“${reason}”`}`,
  draw: ({ checked, why, lot, sharePercent }) => {
    if (lot === null) {
      return (
        { major: '重大隐患，一定复查', supervised: '挂牌督办，一定复查', returned: '退回过，一定复查' }[why] ?? '要复查'
      );
    }
    return `抽签 ${lot}，低于 ${sharePercent} 就复查：${checked ? '要复查' : '不复查'}`;
  },
  fixed: (who, at) => `${who} ${due(at)} 报整改完成`,
  checked: (who) => `${who} 复查`,
  mergedInto: (number) => `已并到 ${number}，一起处理`,
  endWords: (words) => `说明：“${words}”`,
  rated: (satisfaction) => `回访：${{ good: '满意', fair: '一般', bad: '不满意' }[satisfaction]}`,
  round: (n) => `第 ${n} 轮整改`,
};

type Rest = Pick<HazardTexts, 'group' | 'alarm' | 'list' | 'reply' | 'help'>;

/** What groups, leaders and lists say, in Chinese. */
export const hazardCommandZh: Rest = {
  help: [
    '“上桥村36号楼道堵了”：隐患也直接说，配张照片更好；不想留名就加一句“匿名”',
    '“我的隐患”：看我要办的、我报的；“上次报的还没弄好”：催一下',
  ],
  group: {
    title: (kind) => `隐患：${kind}`,
    state: (state, outcome, until) => {
      if (state === 'closed' && outcome !== 'resolved') {
        return { not_hazard: '看过了，不算隐患。', withdrawn: '是看错了，已撤回。', merged: '' }[
          outcome ?? 'not_hazard'
        ];
      }
      const by = until === null ? '' : `，${due(until)}前弄好`;
      return {
        reported: '已登记，谢谢！值班员正在看。',
        graded: '看过了，正在安排人。',
        assigned: `已经派人${by}。`,
        accepted: `有人在整改了${by}。`,
        fixed: '改过了，再请人复查一遍。',
        closed: '✅ 弄好了，已销号。',
      }[state];
    },
    late: '比说好的晚了，正在催。',
    pairShown: '整改前后都拍了照片。',
    mergedInto: (number) => `跟 ${number} 是同一处，一起弄。`,
    digestTitle: (done, open) => {
      const counts = [...(done > 0 ? [`弄好了 ${done} 条`] : []), ...(open > 0 ? [`还有 ${open} 条在办`] : [])];
      return `本群隐患日报${counts.length === 0 ? '' : `：${counts.join('，')}`}`;
    },
    photoBefore: (kind, number) => `${number} ${kind}：照片`,
    photoAfter: (kind, number) => `${number} ${kind}：弄好了，现在是这样`,
    digestFresh: '有新进展：',
    digestGoing: '还在办：',
    digestThanks: '谢谢大家留心。看到不对劲，随时说。',
  },
  alarm: {
    title: (late, kind) => `${late}：${kind}`,
    next: {
      owner: '弄好了拍一张照片发来；来不及就早点申请延期。',
      leader: '请问一下责任人卡在哪里：要人、要钱，还是要延期。',
      supervision: '拖得太久了，建议挂牌督办，由您来定。',
    },
    moreTitle: (who, days) => `${who} 申请延期 ${days} 个工作日`,
    moreReason: (reason) => `原因：“${reason}”`,
    moreUntil: (until) => `同意的话，新期限 ${due(until)}`,
    moreAsk: '同意吗？答复前期限照旧。',
    chasedOwner: (number) => `${number} 有人来问进展。`,
    chasedCommand: (number) => `${number} 有人来催。`,
    chasedNext: '弄到哪一步了？回一句就行；弄好了发张照片。',
    supervised: (number) => `${number} 已挂牌督办`,
    supervisedNext: '领导在盯这一条，请抓紧；弄好了拍张照片发来，一定会复查。',
    progress: (number, words) => `${number}：处理的人说“${words}”`,
    placeSaid: (number) => `${number} 报的人说地点不一样`,
    placeSaidAs: (place, words) =>
      [place === '' ? '发来一个新位置' : `说是：${place}`, words === '' ? '' : `原话“${words}”`]
        .filter((part) => part !== '')
        .join('，'),
    placeSaidNext: {
      owner: '去的时候请按这个核对一下。',
      command: '登记的地点还没改。要改就引用这条，回“地点是……”。',
    },
    waitingTitle: (count) => `还有 ${count} 条等着办`,
    waitingFor: (state) =>
      ({
        reported: '没人定级',
        graded: '没人接',
        assigned: '派了还没接',
        accepted: '在整改',
        fixed: '没人复查',
        closed: '办结',
      })[state],
    waitingSince: (one, what, hours) =>
      `${one}：${what}，${hours < 1 ? '刚刚' : hours < 48 ? `等了 ${hours} 小时` : `等了 ${Math.floor(hours / 24)} 天`}`,
    waitingNext: '请在卡片上定一下，或者打个电话问问。',
    twinTitle: (number, other) => `${number} 和 ${other} 像是同一处`,
    apart: metres,
    twinAsk: '是同一处就并在一起，两边的人都会知道；不是就不用管。',
  },
  list: {
    title: (about, count, late) =>
      `${{ owned: '我的隐患', area: '片区隐患', reported: '我报的隐患', found: '对得上的隐患', to_check: '等你复查' }[about]}：${count} 条${late > 0 ? `，逾期 ${late} 条` : ''}`,
    empty: {
      owned: '你手上没有要办的隐患。有新的会马上告诉你。',
      area: '你的片区没有在办的隐患。有新的会告诉你。',
      reported: '你最近没有报过隐患。看到不对劲，拍张照说一句就行。',
      found: '没有对得上的隐患。换个词试试，或者直接发编号。',
      to_check: '没有等你复查的隐患。',
    },
    entry: (one, facts) => [one, ...facts].join('，'),
    more: (count) => `……还有 ${count} 条`,
    how: {
      owned: '办哪条就说哪条，带上编号后4位，比如“改好了 0042”，再发张照片。',
      area: '要催哪条就说“催一下”，带上编号后4位，比如“催一下 0042”。',
      reported: '想问进展就说“催一下”，带上编号后4位，比如“催一下 0042”。',
      found: '要看哪条，把它的编号发给我。',
      to_check: '到现场看过，回“复查合格”或“没改好”，带上编号后4位，比如“复查合格 0042”。',
    },
    privately: '这个不方便在群里说。私下给我发“我的隐患”就能看。',
    digestTitle: (about, late, today, soon) => {
      const counts = [
        ...(late > 0 ? [`逾期 ${late} 条`] : []),
        ...(today > 0 ? [`今天到期 ${today} 条`] : []),
        ...(soon > 0 ? [`快到期 ${soon} 条`] : []),
      ];
      return `早上好，${about === 'owned' ? '你手上' : '你的片区'}${counts.join('，')}`;
    },
    digestRest: (count) => `另有 ${count} 条还没到期，发“我的隐患”就能看。`,
    which: (count) => `有 ${count} 条对得上，说的是哪一条？`,
    whichLabel: (number, kind) => `${number} ${kind}`,
  },
  reply: {
    personal: (replies, number) =>
      `回 ${replies.join(' · ')}${number === null ? '' : `（手上不止一条就加上 ${number}，如 ${replies[0] ?? ''} ${number}）`}`,
    whole: (replies) => `请回：${replies.join(' · ')}`,
    kindLike: (reply) => `类型不对就回对的那个，如：${reply}`,
    kinds: (reply, names) => `请回：${reply}。类型有：${list(names)}`,
  },
};
