import type { PatrolTexts } from './patrol-texts.ts';
import { countedZh, listZh, spanZh } from './patrol-night-zh.ts';

type Roster = Pick<
  PatrolTexts,
  'gaps' | 'request' | 'handover' | 'find' | 'roster' | 'month' | 'log' | 'calendar' | 'reply' | 'help'
>;

const wish = (kind: 'leave' | 'swap' | 'stand_in', other: string, shift: string, exchange: string | null): string =>
  ({
    leave: `请假：${shift}`,
    swap: `跟 ${other} 换班：${shift}${exchange === null ? '' : ` ⇄ ${exchange}`}`,
    stand_in: `请 ${other} 顶班：${shift}`,
  })[kind];

const by = (who: string | null): string => (who === null ? '' : `（${who}）`);

/** Rosters, requests, hand-overs, finds and lists, in Chinese. */
export const patrolRosterZh: Roster = {
  reply: (words) => `回 ${words.join(' · ')}`,
  help: [
    '“到岗”：来了；到一个点，在群里发张照片就是打卡',
    '“巡完了 收队 8公里”：结束；“交班”“接班”：交接',
    '“明晚请假”“明天跟东03换班”：改班',
    '“我的班”“本月统计”“排班日历”：查自己的',
  ],
  gaps: {
    title: (short, unreached) =>
      [
        ...(short > 0 ? [short === 1 ? '有一班还缺人' : `有 ${short} 班还缺人`] : []),
        ...(unreached > 0 ? [unreached === 1 ? '有一班有人收不到消息' : `有 ${unreached} 班有人收不到消息`] : []),
      ].join('，'),
    unstaffedTitle: '有一班没有人来',
    line: (shift, facts) => `${shift}：${facts.join('，')}`,
    nobody: '还没有人',
    unstaffed: '没有人到岗',
    few: (people, minimum) => `只有 ${people} 人（要 ${minimum} 人）`,
    unreachable: (names) => `${listZh(names)} 收不到消息，请打电话说一声`,
    next: '在队里问一声谁能来。来的人到时候说“到岗”，就算上了。',
    more: (count) => `……还有 ${count} 班`,
  },
  request: {
    toOther: (kind, who, shift, exchange) =>
      kind === 'swap' && exchange !== null
        ? `${who} 想跟你换班：你去 ${shift}，${who} 去 ${exchange}。方便吗？`
        : `${who} 想请你顶一班：${shift}。方便吗？`,
    toLeader: (kind, who, other, shift, exchange) => `${who} ${wish(kind, other, shift, exchange)}`,
    agreed: (who) => `${who} 说可以。`,
    waiting: (who) => `还在等 ${who} 答复。`,
    clash: (who, shift) => (shift === null ? `⚠️ ${who} 本来就在这一班。` : `⚠️ ${who} 同一时间还有班：${shift}。`),
    left: (people, minimum) =>
      people < minimum
        ? `同意后${people === 0 ? '就没有人了' : `只剩 ${people} 人`}，至少要 ${minimum} 人。`
        : `同意后还有 ${people} 人。`,
    state: (state, who) =>
      ({
        asked: '',
        agreed: '说可以，等队长同意。',
        granted: `已同意${by(who)}，班表改好了。`,
        refused: `没有同意${by(who)}，班表不变。`,
        withdrawn: '撤回了，班表不变。',
        lapsed: '换不成了：要换的班变了。班表不变。',
      })[state],
    unasked: (who) => `${who} 没法在这里问到，请打电话问一声。`,
    decided: ({ kind, state, shift, exchange, other, by: who, over }) => {
      const decider = who === null ? '' : `${who} `;
      if (state === 'granted' && kind === 'leave' && over) return `${decider}补准了假：${shift}，不算没来。`;
      if (state === 'granted' && kind === 'leave') return `${decider}准假了：${shift}，不用来。`;
      if (state === 'granted') {
        return `${decider}同意了：${shift} 由 ${other} 去${exchange === null ? '' : `，你去 ${exchange}`}。`;
      }
      if (state === 'withdrawn') return `撤回了，${shift} 还是你的班。`;
      if (state === 'lapsed')
        return `换不成了：${exchange ?? ''} 变了，已经不是 ${other} 能换的班。${shift} 还是照原来的。去不了，再找人换，或者说“请假”。`;
      const no = who === other ? '不方便' : kind === 'leave' ? '这次没准' : '这次没同意';
      return `${decider}${no}：${shift} 还是你的班。有难处，跟队长直接说。`;
    },
    yours: (shift, asker, exchange) =>
      `定了：${shift} 由你去，替 ${asker}${exchange === null ? '' : `；${exchange} 由 ${asker} 去`}。`,
    off: (shift, asker) => `${shift} 不用你去了，还是 ${asker} 的班。`,
  },
  handover: {
    title: (from) => `${from} 交给你们：`,
    gear: (items) => `东西：${countedZh(items)}`,
    missing: (items) => `少了：${countedZh(items)}`,
    broken: (items) => `不能用的：${countedZh(items)}`,
    missed: (names, more) => `没看到的点：${listZh(names)}${more > 0 ? `，还有 ${more} 个` : ''}`,
    words: (who, words) => `${who === null ? '' : `${who}：`}${words}`,
    openMatters: (lines) => `还要跟：${listZh(lines)}`,
    nothing: '没有特别要交代的。',
    how: '对上了就“接班”；少了什么，说一声少什么。',
    chaseTitle: (from, to) => `${from} 交给 ${to}，还没说好`,
    notGiven: '交班的还没说“交班”。',
    notTaken: '接班的还没说“接班”。',
    chaseHow: '麻烦问一声。东西和事情都对上了，替他们“接班”也行。',
    given: (who, clock) => `✓ ${clock} ${who} 已交班。`,
    taken: (who, clock) => `✓ ${clock} ${who} 已接班。`,
  },
  find: {
    title: (kind, shift) =>
      `${{ suspicious: '🔎 可疑情况', found: '捡到东西', lost: '有人丢东西' }[kind]}${shift === null ? '' : ` · ${shift}`}`,
    from: (who, clock) => `${clock} ${who} 报来`,
    place: (name) => `地点：${name}`,
    ask: {
      suspicious: '已叫他们不追不拦。怎么办，请你定。',
      found: '请联系民警或失主，办好了选一个。',
      lost: '请帮着问问，办好了选一个。',
    },
    decided: (state, who, number) =>
      `${{ incident: `已转为警情${number === null ? '' : ` ${number}`}`, hazard: `已转为隐患${number === null ? '' : ` ${number}`}`, passed_on: '已交民警', noted: '已记下，不用处理' }[state]}${by(who)}`,
  },
  roster: {
    mineTitle: '你接下来的班',
    teamTitle: (team) => `${team} 接下来的班`,
    line: (shift) => shift,
    together: (names) => `和 ${listZh(names)}`,
    crew: (names) => listZh(names),
    onLeave: '已请假',
    replaced: (who) => `${who} 替你去`,
    unknown: (names) =>
      `“${listZh(names)}”名册里没对上，没排进去。要来的话，到时在群里说“到岗”就算上；写错了，取消这个临时班，改好再发一遍。`,
    asName: (names) =>
      `没点到名册里的人，全队都算上了，“${listZh(names)}”当成了班名。要是人名，取消这个临时班，改好再发一遍。`,
    nobody: '还没有人',
    emptyMine: '接下来没有你的班。',
    emptyTeam: '接下来没有排班。',
    how: '来不了就说“明晚请假”；想换就说“明天跟东03换班”。',
    more: (count) => `……后面还有 ${count} 班`,
  },
  month: {
    title: (month, whose) => `${month} ${whose}`,
    line: (who, { shifts, points, span }) =>
      `${who}：${shifts} 班${points > 0 ? ` · ${points} 个点` : ''} · ${spanZh(span)}`,
    total: (people, { shifts, points, span }) =>
      `一共 ${people} 人，${shifts} 人次${points > 0 ? `，${points} 个点` : ''}，${spanZh(span)}`,
    empty: '没有记到班。',
  },
  log: {
    title: (name, day) => `${day} ${name} 值班记录`,
    kind: { received: '接', reported: '报', passed_on: '传', followed_up: '跟' },
    line: (n, kind, clock, words, who) => `${n}. ${clock} ${kind} ${words}（${who}）`,
    open: (line) => `🔸 ${line}`,
    empty: '还没有记录。',
    how: '🔸 是还要跟的，交班时会一起交给下一班。',
  },
  calendar: {
    title: (whose) => (whose === null ? '你的排班日历' : `${whose} 的排班日历`),
    how: '在手机日历里选“订阅日历”，把这个地址贴进去，排班变了会自己跟着变。',
    secret: '地址只给你。别转发；漏出去了就发“日历 换一个”，旧的就作废。',
    label: '日历地址',
    unavailable: '这里还没有开通网页，日历用不了。发“我的班”一样能看。',
    privately: '日历地址只在私聊里给，请私聊我要。',
  },
};
