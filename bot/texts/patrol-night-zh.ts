import type { Span } from '../../core/zone-time.ts';
import type { Counted, PointNamed } from './patrol-night-texts.ts';
import type { PatrolTexts } from './patrol-texts.ts';

type Night = Pick<
  PatrolTexts,
  | 'reminder'
  | 'card'
  | 'checkIn'
  | 'stray'
  | 'missing'
  | 'asked'
  | 'night'
  | 'which'
  | 'welfare'
  | 'summary'
  | 'gearLost'
  | 'gearBroken'
  | 'review'
  | 'time'
>;

export const listZh = (items: readonly string[]): string => items.join('、');
export const countedZh = (items: readonly Counted[]): string =>
  listZh(items.map(({ item, count }) => `${item} ${count}`));
export const spanZh = ({ hours, minutes }: Span): string =>
  hours === 0 ? `${minutes}分钟` : minutes === 0 ? `${hours}小时` : `${hours}小时${minutes}分`;
const agoZh = (minutes: number): string =>
  minutes < 120
    ? `${minutes} 分钟`
    : minutes < 2_880
      ? `${Math.round(minutes / 60)} 小时`
      : `${Math.round(minutes / 1_440)} 天`;
const kmZh = (km: number): string => `${Math.round(km * 10) / 10} 公里`;
const weekdays = ['', '一', '二', '三', '四', '五', '六', '日'];
const dateZh = ({ month, day }: { month: number; day: number }): string => `${month}月${day}日`;
const numberedZh = (n: number | null, name: string): string => (n === null ? name : `${n}号 ${name}`);
const pointZh = ({ n, name, by, from }: PointNamed): string =>
  `${numberedZh(n, name)}${from === undefined ? '' : `（${from}后）`}${by === null ? '' : `（${by}前）`}`;
const moreZh = (more: number): string => (more > 0 ? `，还有 ${more} 个` : '');
const someZh = (points: readonly PointNamed[], more: number): string => `${listZh(points.map(pointZh))}${moreZh(more)}`;

const parts = {
  small_hours: ['今天凌晨', '明天凌晨', '凌晨'],
  day: ['今天', '明天', ''],
  evening: ['今晚', '明晚', '晚上'],
} as const;

/** What a crew reads from the reminder to the summary, in Chinese. */
export const patrolNightZh: Night = {
  time: {
    day: ({ inDays, weekday, month, day, part }) => {
      const [today, tomorrow, later] = parts[part];
      if (inDays === 0) return today;
      if (inDays === 1) return tomorrow;
      if (inDays === 2) return `后天${later}`;
      if (inDays === -1) return part === 'evening' ? '昨晚' : `昨天${later}`;
      const name = `周${weekdays[weekday] ?? ''}`;
      return inDays > 0 && inDays < 7 ? `${name}${later}` : `${dateZh({ month, day })}（${name}）${later}`;
    },
    date: dateZh,
    hours: (from, to, days) => `${from}–${days === 0 ? '' : days === 1 ? '次日' : `第${days + 1}天`}${to}`,
    days: (from, to) => `${dateZh(from)}–${dateZh(to)}`,
    shift: (when, name) => `${when} ${name}`,
    month: (year, month) => `${year}年${month === null ? '' : `${month}月`}`,
  },
  reminder: {
    crew: (names) => `${listZh(names)}（${names.length} 人）`,
    nobody: '还没有排人。能来的，到了说“到岗”就算上。',
    onLeave: (names) => `请假：${listZh(names)}`,
    short: (people, minimum) => `至少要 ${minimum} 人，现在 ${people} 人。谁能来顶一下？`,
    meeting: (place) => `集合：${place}`,
    route: (points, first) => `路线 ${points} 个点，从 ${first} 开始`,
    round: (points) => `一共 ${points} 个点，先后不限`,
    gear: (items) => `带上：${countedZh(items)}`,
    how: (kind) => `到了就“到岗”；来不了，早点说“请假”。${kind === 'patrol' ? '两个人以上再走。' : ''}`,
  },
  card: {
    title: (state, name, hours) =>
      ({
        planned: `${name} ${hours}`,
        running: `🟢 ${name} ${hours}`,
        closing: `🟡 ${name} 收队中`,
        ended: `⚪ ${name} 已收队`,
        cancelled: `⚪ ${name} 取消了`,
        unstaffed: `⚪ ${name} 没有人到`,
      })[state],
    present: (names, expected) =>
      names.length === 0
        ? `到岗 0/${expected}`
        : `到岗 ${names.length}/${expected}：${names.map((name) => `✓${name}`).join(' ')}`,
    awaited: (names) => `还在等：${listZh(names)}`,
    late: (who, minutes) => `${who}（晚 ${minutes} 分钟）`,
    guest: (who) => `${who}（来帮忙）`,
    standIn: (who, whom) => `${who}（顶 ${whom}）`,
    gear: (items) =>
      `装备：${items
        .map(({ item, count, taken }) =>
          taken === null || taken >= count ? `${item} ${count}` : `${item} ${taken}/${count}`,
        )
        .join(' · ')}`,
    points: (seen, points) => `点位 ${seen}/${points}`,
    last: (clock, point) => `最近 ${clock} ${point}`,
    next: (points) => `接下来：${listZh(points.map(pointZh))}`,
    task: (point, task) => `${point}：${task}`,
    allSeen: '点都走完了。回来就“收队”。',
    whenDone: '走完了，说一声“收队”。',
    how: (kind) =>
      ({
        patrol: '到一个点，发一张照片就行，不用写字。',
        round: '拍一张，写上编号或名字。',
        desk: '有事就记一句，比如“接 西塘来电 路灯不亮”。报、传、跟也这样写。',
        grid_day: '走到哪拍到哪。看到问题，拍照说一句。',
        checkpoint: '有事说一句。换班时说“交班”“接班”。',
      })[kind],
    closing: (open) => `还有 ${open} 个点等照片，补发就行。`,
    log: (lines, open) => `记录 ${lines} 条${open > 0 ? `，${open} 条还要跟` : ''}`,
    calledOff: (when, name, date) => `取消了：${when} ${name}${when.includes(date) ? '' : `（${date}）`}，不用来了。`,
    ended: (clock, seen, points) =>
      `${clock === null ? '' : `${clock} `}收队${points > 0 ? `，${seen}/${points} 个点` : ''}。辛苦了！`,
    unstaffed: '没有人到岗，已经报上去了。',
    cancelled: '这一班取消了，不用来。',
  },
  checkIn: {
    which: (who) => `${who}，这是哪个点？`,
    whichHow: '选一下就行。',
    pointLabel: numberedZh,
    settled: (state, who, point) =>
      ({
        counted: `✓ ${point}（${who}）`,
        repeat: `✓ ${point}（${who}，又拍了一张）`,
        extra: point === '' ? `好，${who} 这张不是路线上的点，留着了。` : `✓ ${point}（${who}，不在路线上）`,
        void: `好，${who} 这次不算打卡。`,
      })[state],
    line: ({ point, seen, points, late }) => `✓ ${point}${late ? '（补）' : ''} ${seen}/${points}`,
    again: (point) => `✓ ${point} 又一张`,
    extra: (place) => (place === '' ? '✓ 留着了（路线外）' : `✓ ${place}（路线外）`),
  },
  stray: {
    counted: (room, n, point) =>
      `照片发到“${room}”了，也算打上了：${point}。不是打卡，回“${n}号不算”。下次发队里的群就好。`,
    not: (room) => `照片发到“${room}”了，没算打卡。要打卡，发到队里的群，或者发给我。`,
  },
  missing: {
    point: pointZh,
    group: (points, more) => `还没看到照片：${someZh(points, more)}。`,
    groupHow: '是没去还是忘了发？补发就行。去不了也没关系，选个原因。',
    leaderTitle: (name, points) => `${name}：${points} 个点还没有照片`,
    leader: (points, more) => `${someZh(points, more)}。`,
    settled: (points, more) => `问过的都有下文了：${someZh(points, more)}。`,
    over: '这一班已经小结，没看到的点都写在小结里。',
    overLeader: (points, more) => `这一班已经小结，没看到：${someZh(points, more)}。`,
    leaderHow: '群里问过一次了，没再催。要不要打个电话问问？不用去的，选个原因。',
  },
  asked: {
    points: (points, more) => `还差：${someZh(points, more)}。`,
    zone: '今晚各队都没有班。',
    noShift: '现在没有正在巡的班。发“本队排班”看下一班。',
    help: '来了说“到岗”，到点发照片，走完说“收队”，来不了说“请假”。别的私聊我发“帮助”。',
    hours: '时长和证明要私聊看：私聊我发“本月统计”。',
    sent: '时长和证明发到你私聊了。',
  },
  night: {
    title: '各班情况',
    line: (head, said) => (said.length === 0 ? head : `${head}：${said.join(' · ')}`),
    here: (here, expected) => `到岗 ${here}/${expected}`,
    planned: (people) => (people === 0 ? '还没有排人' : `${people} 人`),
    worried: (head) => `⚠️ ${head}`,
    silent: (silent) => `${silent}没有消息`,
    missed: (points) => `没看到 ${listZh(points)}`,
    more: (shifts) => `还有 ${shifts} 班没列出来。`,
  },
  which: {
    shift_end: (shifts) => (shifts === 1 ? '要收这一班吗？' : '收哪一班？'),
    shift_safe: (shifts) => (shifts === 1 ? '联系上就好。他们都平安吗？' : '联系上的是哪一班，他们都平安吗？'),
    shift_leave: () => '哪天请假没看懂。选一下是哪一班；别的日子，写上日期再说一遍，比如：11月30日请假。',
  },
  welfare: {
    ask: (silent) => `${silent}没听到你们的消息了，都还好吗？`,
    askHow: '好的话回个“平安”就行。有事直接说，要紧马上打 110。',
    officerTitle: (name, silent) => `⚠️ ${name} ${silent}没有消息`,
    askAgain: '没看明白。你们都平安吗？',
    officerAsked: '问过了，没有人回。',
    last: (clock, place, who) =>
      `最后一次：${[clock, ...(place === null ? [] : [place]), ...(who === null ? [] : [who])].join(' ')}`,
    neverHeard: '开始以后一直没有消息。',
    person: (who, phone) => `${who}${phone === '' ? '（没有电话）' : ` ${phone}`}`,
    officerNext: '请挨个打电话。打不通，就派人去最后那个点看看。',
    unreported: {
      title: (name) => `${name}：还没有人到岗`,
      several: (shifts) => `${shifts} 班还没有人到岗`,
      line: (name, what) => `${name}：${what}`,
      startedAt: (clock) => `${clock} 开始的，还没有人说到岗`,
      ring: '不知道有没有人出去，所以没有挨个问平安。请打电话问一声，去了的在队里说“到岗”。',
      since: (clock) => `${clock} 开始的，到现在没有人说到岗，也没有照片。`,
      expected: '应到的人：',
      ask: '不知道有没有人出去，所以没有挨个问平安。是哪一种？',
      ringing: (who) => `${who} 在打电话问。`,
      came: (clock, names) => `${clock} 有人到岗了：${listZh(names)}。`,
      out: (clock, minutes) => `${clock} 知道有人在外面了。${minutes} 分钟没有消息，照常问平安。`,
      off: '这一班取消了，队里已经说了。',
      nobody: '到结束也没有人来，记下了。',
    },
    missingAsk: (teller) => `${teller} 说找不到你了，还好吗？`,
    missing: (who) => `找不到 ${listZh(who)}`,
    missingTitle: (name, who) => `⚠️ ${name}：找不到 ${listZh(who)}`,
    missingTold: (teller) => `${teller} 说的，本人没有回音。`,
    missingNext: (who) => `请先打给 ${listZh(who)}，再打给队友。打不通，就派人去最后那个点看看。`,
    hurtTitle: (name) => `⚠️ ${name} 有队员受伤`,
    troubleTitle: (name, who) => `⚠️ ${name}：${who} 说有事`,
    troubleTold: (who, said) => (said === '' ? `${who} 按了“需要帮忙”。` : `${who} 回的是：“${said}”`),
    troubleNext: (who) => `请马上打给 ${who}：在哪里，出了什么事，要不要人。打不通，就打队友，派人去最后那个点。`,
    hurtTold: (who) => `${who} 报的，警情卡在上面。他们的电话：`,
    hurtNext: '先打电话问：在哪里，伤得怎样，能不能走。要车要人，在警情卡上确认。',
    officerSafe: '联系上了，平安',
    ok: (name, who, clock, rang) => `${name}平安：${clock} ${who} ${rang ? '联系上了他们' : '回了话'}，不用再打。`,
  },
  summary: {
    title: (name, day) => `${day} ${name} 小结`,
    people: (names) => `${names.length} 人：${listZh(names)}`,
    firstCame: (clock) => `第一个人 ${clock} 到岗`,
    points: ({ seen, late, points }) => `点位 ${seen}/${points}${late > 0 ? `，其中晚到 ${late}` : ''}`,
    late: (names, more) => `晚到：${listZh(names)}${moreZh(more)}`,
    missed: (names, more) => `没看到：${listZh(names)}${moreZh(more)}`,
    excused: (names, more) => `没去，说了原因：${listZh(names)}${moreZh(more)}`,
    numbers: ({ photos, km, span }) =>
      [`照片 ${photos} 张`, ...(km === null ? [] : [kmZh(km)]), ...(span === null ? [] : [spanZh(span)])].join(' · '),
    kept: ({ afterwards, proxies, repeats, amended }) => {
      const kinds = [
        ...(afterwards > 0 ? [`事后补的 ${afterwards}`] : []),
        ...(proxies.length > 0 ? [`代打卡：${listZh(proxies)}`] : []),
        ...(repeats > 0 ? [`同一个点再来的 ${repeats}`] : []),
        ...(amended > 0 ? [`改过的 ${amended}`] : []),
      ];
      return kinds.length === 0 ? null : kinds.join(' · ');
    },
    gridDay: ({ span, minutes, km, metres }) =>
      `户外 ${spanZh(span)}（应 ${spanZh({ hours: Math.floor(minutes / 60), minutes: minutes % 60, seconds: 0 })}）${km === null ? '' : ` · ${kmZh(km)}（应 ${kmZh(metres / 1000)}）`}`,
    problems: ({ found, onSpot }) => `发现问题 ${found} 个：当场解决 ${onSpot} 个，还要处理 ${found - onSpot} 个`,
    gearMissing: (items) => `没还回来：${countedZh(items)}`,
    gearBroken: (items) => `不能用了：${countedZh(items)}`,
    finds: ({ suspicious, found, lost }) =>
      `发现：${listZh([
        ...(suspicious > 0 ? [`可疑情况 ${suspicious}`] : []),
        ...(found > 0 ? [`捡到东西 ${found}`] : []),
        ...(lost > 0 ? [`丢东西 ${lost}`] : []),
      ])}`,
    remarks: (words) => `队里说：${words}`,
    thanks: (kind) => (kind === 'patrol' ? '辛苦了，早点休息！' : '辛苦了！'),
  },
  gearLost: {
    title: (name) => `${name}：路上丢了装备`,
    gone: (tellers, items) => `${listZh(tellers)} 说不见了：${countedZh(items)}`,
    next: '找到了会告诉你；没找到，收队时按少了记。',
    found: '找到了，不少了。',
  },
  gearBroken: {
    title: (name) => `${name}：有装备不能用了`,
    gone: (tellers, items) => `${listZh(tellers)} 说不能用了：${countedZh(items)}`,
    next: '能用了会告诉你；小结和交给下一班的话里都写着。',
    found: '又能用了。',
  },
  review: {
    undecided: (people) =>
      `请过假、一直没答复，没来：${listZh(people.map(({ who }) => who))}。${people
        .flatMap(({ who, grant }) => (grant === '' ? [] : [`补准 ${who} 的假，回“${grant}”。`]))
        .join('')}`,
    lateTitle: (name, photos) => `${name}：小结以后又补了 ${photos} 张照片`,
    lateLine: (clock, who, point, words) =>
      `${clock} ${who}${point === '' ? '' : ` ${point}`}${words === '' || words === point ? '' : `：${words}`}`,
    lateNote: '小结里的数字不变，照片都留着。',
    title: (name, count) => `${name}：有 ${count} 处请看一下`,
    unplaced: (photos, more) => `没说清是哪个点的照片：${listZh(photos)}${moreZh(more)}`,
    proxy: (by, who) => `${by} 替 ${who}`,
    line: ({ clock, point, who, reasons, asFile }) =>
      `${clock}${point === '' ? '' : ` ${point}`}（${who}）：${reasons.join('；')}${asFile ? '（当原文件发的）' : ''}`,
    reason: (kind, value) =>
      ({
        seen_before: value === 0 ? '照片跟以前发过的是同一张' : '照片跟以前一张很像',
        taken_earlier: value === null ? '照片像是早些时候拍的' : `照片像是 ${agoZh(value)}前拍的`,
        far_away:
          value === null ? '位置离点位有点远' : `位置离点位 ${value < 1_000 ? `${value} 米` : kmZh(value / 1_000)}`,
        forwarded: '是转发来的',
        too_fast: value === null ? '离上一个点很近就打了' : `离上一个点${value < 1 ? '不到 1' : `只隔 ${value}`} 分钟`,
        no_word: '没写点上的口令',
        wrong_word: '口令没对上',
      })[kind],
    note: '只有你看得到。多半有原因，方便时问一声就好。',
    more: (count) => `……还有 ${count} 处`,
  },
};
