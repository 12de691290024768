import { daySpans } from '../../core/day-spans.ts';
import { patrolNamesZh } from './patrol-names-zh.ts';
import { countedZh, listZh } from './patrol-night-zh.ts';
import type { PatrolTexts } from './patrol-texts.ts';

const gearZh = (items: readonly { item: string; count: number }[]): string =>
  countedZh(items.map(({ item, count }) => ({ item: patrolNamesZh.gear(item), count })));
const safely = '离远点看，不追、不拦、不动手；有危险马上打 110。';

/** Which lines of a log are still open, and how one of several is closed. */
const leftZh = (left: readonly number[]): string =>
  left.length === 0
    ? ''
    : `第 ${left.join('、')} 条还要跟${left.length > 1 ? `，办完的写“${left[0] ?? 1}办结”` : ''}。`;

/** 11月23日、24日, 12月1日到5日. */
const datesZh = (days: readonly string[]): string => {
  const said: string[] = [];
  let month = 0;
  for (const { from, to } of daySpans(days)) {
    const date = (day: Temporal.PlainDate): string => `${day.month === month ? '' : `${day.month}月`}${day.day}日`;
    const first = date(from);
    month = from.month;
    said.push(to === null ? first : `${first}到${date(to)}`);
    month = (to ?? from).month;
  }
  return said.join('、');
};

/** What a step came to, in Chinese; a toast, so in one breath. */
export const patrolResultZh: PatrolTexts['result'] = {
  shift_mustered: ({ here, expected, already }) =>
    `${already ? '你已经到岗了' : '到岗了'}，现在 ${here}/${Math.max(here, expected)} 人。`,
  shift_joined: ({ here }) => `好，这一班算你一个，现在 ${here} 人。`,
  shift_left: ({ here, who }) =>
    `${who === undefined ? `知道了，${here > 1 ? '先回吧，' : ''}路上当心` : `知道了，${who} 先回`}。` +
    (here > 1
      ? `还有 ${here} 个人在班。`
      : here === 0
        ? '这一班现在没有人了。'
        : '班上只剩 1 个人，请别单独走点，跟队长说一声。'),
  shift_late: ({ minutes }) => `知道了，晚 ${minutes} 分钟到，路上慢点。`,
  leave_asked: ({ substitute, days, unknown }) =>
    `${
      substitute === ''
        ? `${datesZh(days)}的班报上去了，定下来告诉你。`
        : `${datesZh(days)}的班：先问 ${substitute}，说可以再请队长定。`
    }${unknown === undefined ? '' : `“${unknown}”名册里没对上，谁来顶再说一声。`}没定之前照原来的班。`,
  leave_granted: ({ who, days, left }) =>
    `好，${datesZh(days)}的班 ${who} 不用来，会告诉他。${left === undefined ? '' : `只剩 ${left.people} 人，至少要 ${left.minimum} 人，再找个人吧。`}`,
  leave_when: ({ who }) => `哪一天没看懂。写上日期再说一遍，比如：${who} 11月30日请假。`,
  leave_none: () => '这一班没查到请假，照旧算你。',
  leave_back_which: ({ days }) =>
    `${datesZh(days)}都请了假，取消哪天的？写上日期再说一遍，比如：取消${datesZh(days.slice(0, 1))}的请假。都取消就说“请假都取消”。`,
  leave_whom: ({ name, team }) =>
    `“${name}”是哪一位？${team === '' ? '名册' : team}里没对上。报一下全名或编号，再说一遍就行。`,
  leave_undone: ({ who, own, off }) =>
    `${own ? '好，假取消了，这一班照旧算你。' : `${who} 又能来了，假取消了。`}${off.length === 0 ? '' : `${listZh(off)} 不用替了。`}`,
  stand_in_off: ({ who }) => `${who} 又能来了，这一班不用你替了，谢谢你肯帮忙。`,
  gear_taken: ({ missing }) => (missing > 0 ? `装备记下了，少 ${missing} 件，也写上了。` : '装备领齐，记下了。'),
  gear_returned: ({ missing }) => (missing > 0 ? `装备记下了，还有 ${missing} 件没回来。` : '装备都还了，记下了。'),
  gear_lost: ({ items, told }) =>
    `记下了：${gearZh(items)} 不见了${told ? '，也告诉队长了' : ''}。找到了回一句“找到了”；没找到，收队时按少了记。`,
  gear_found: ({ left }) => (left.length === 0 ? '找到就好，不算少了。' : `好。还差：${gearZh(left)}。`),
  gear_broken: ({ items, told }) =>
    `记下了：${gearZh(items)} 不能用${told ? '，也告诉队长了' : ''}。能用了回一句“好了，能用了”；小结和下一班都会写上。`,
  gear_mended: ({ left }) => (left.length === 0 ? '能用就好。' : `好。还不能用：${gearZh(left)}。`),
  handover_given: ({ to }) => `交班记下了，等 ${to} 说一声“接班”。`,
  handover_taken: ({ missing }) =>
    missing > 0 ? `接班记下了，少 ${missing} 件，已经写明。` : '接班记下了，东西都齐。',
  shift_points_open: ({ open }) => `还有 ${open} 个点没看到照片。补发就行；不去了，选个原因。`,
  shift_ended: ({ seen, points }) => (points > 0 ? `收队了，${seen}/${points} 个点，辛苦！` : '收队了，辛苦！'),
  shift_resumed: ({ asked, walking }) =>
    `${walking === true ? '还在打卡，当没收队，接着巡；真收队了，再说一声“收队”。' : '好，没收队，接着巡。'}${asked > 0 ? '刚才问的点位先不用管，到时间照常打卡。' : ''}`,
  shift_unstaffed: () => '这一班没有人到岗，收了，记下了。',
  shift_out: ({ minutes }) => `知道了，当他们在外面。${minutes} 分钟没有消息，我再问平安。`,
  shift_ringing: () => '好，号码在卡片上。问到了告诉我：在外面了，还是这班不去了。',
  shift_safe: ({ rang }) => (rang === true ? '记下了：他们平安，不用再打。' : '平安就好，路上当心。'),
  mate_missing: ({ who, minutes }) =>
    `${minutes > 0 ? `在问 ${who} 了，${minutes} 分钟没有回音就告诉值班员打电话` : `已经告诉值班员，马上给 ${who} 打电话`}。找到了说“人找到了”；要紧马上打 110。`,
  mate_whom: ({ name }) => `“${name}”是哪一位？这一班里没对上。说一下全名或编号，马上去问；要紧先打 110。`,
  mate_open: ({ who }) => `好。${who.join('、')} 呢？找到了谁，说谁“找到了”。`,
  trouble_open: ({ who }) => `好。${who.join('、')} 说有事，现在怎么样？都没事了，说“我们都平安”。`,
  mate_found: ({ left }) => (left > 0 ? `好。还有 ${left} 人没找到，接着找。` : '找到就好，不用再问了。'),
  points_excused: ({ points }) => `记下了，这 ${points} 个点不用去了。`,
  checked_in: ({ point, seen, points, late }) => `${late ? '补上了' : '打上了'}：${point}（${seen}/${points}）`,
  checked_in_again: ({ point }) => `${point} 前面打过了，这张也留着。`,
  checked_in_extra: ({ place }) =>
    place === '' ? '好，不算路线上的点，照片留着。' : `${place} 不在这条路线上，也记下了。`,
  check_in_which: () => '是哪个点？选一下就行。',
  check_in_moved: ({ from, to }) => (from === '' ? `记到 ${to} 了。` : `改好了：${from} 改成 ${to}。`),
  check_in_void: ({ point }) => (point === '' ? '好，这张不算打卡。' : `撤了，${point} 这次不算。`),
  check_in_early: ({ point, from }) => `${point} 要 ${from} 以后到才算，到时候再来一趟。`,
  check_in_word_wrong: ({ point }) => `${point} 的口令没对上。再看一眼点上现在的口令，发一次。`,
  late_photo: () => '小结已经发了，这张也收好了，队长看得到。',
  request_agreed: () => '好，等队长同意就换。',
  request_granted: ({ left }) =>
    `同意了，班表改好了，会告诉他们。${left === undefined ? '' : `这一班只剩 ${left.people} 人，至少要 ${left.minimum} 人，再找个人吧。`}`,
  request_which: ({ words, requests }) =>
    `有 ${requests.length} 个等你定，是哪一个？回：${requests.map(({ name, code, day }) => `${words === 'grant' ? '同意' : '不同意'} ${code}（${name}${day === undefined ? '' : ` ${datesZh([day])}`}）`).join('、')}。${words === 'grant' ? '都准就回“都同意”。' : ''}`,
  shift_off_which: ({ running, next }) =>
    `过了零点，“今晚”是哪一班？${datesZh([running])}的班正在巡，要提前结束说“收队”；要取消${datesZh([next])}的班，回“取消${datesZh([next])}的班”。`,
  request_refused: () => '记下了，会告诉他。班表不变。',
  request_withdrawn: () => '撤回了，还是照原来的班。',
  shift_trouble: () => '已经报给值班员，让他马上打电话过来。先到安全的地方；要紧直接打 110、120。',
  request_lapsed: () => '换不成了：其中一班已经变了（请了假，或者取消了）。班表不变，会告诉他们；还要换，重新说一遍。',
  leave_stands: ({ days, granted, swap, who = '' }) =>
    `那句话改了字，${who === '' ? '' : `${who} `}${datesZh(days)}的${swap ? '换班' : '假'}${granted ? '已经定了，没跟着变' : '还在等队长定，没跟着变'}。不要了，说“取消${who === '' ? '' : `${who} `}${datesZh(days.slice(0, 1))}的${swap ? '换班' : '请假'}”；改成${who === '' ? '' : '别人或'}别的日子，重新说一遍。`,
  swap_none: () => '没查到换好的班，也没有在等的换班。发“我的班”看排班；要换，说“后天跟某某换班”。',
  swap_over: ({ who }) =>
    `跟 ${who} 换的班，有一班已经开始或者过了，换不回来。去不了的那一班，说“请假”，或者再找人换。`,
  find_told: ({ find }) => (find === 'found' || find === 'lost' ? '收到，已转给民警那边。' : `已报值班员。${safely}`),
  find_decided: ({ state }) =>
    ({
      incident: '已转为警情。',
      hazard: '已转为隐患。',
      passed_on: '记下了：已交民警。',
      noted: '记下了，不用再处理。',
    })[state],
  find_which: ({ verb, finds }) =>
    `有 ${finds.length} 件等你定，是哪一件？回：${finds.map(({ words, code }) => `${patrolNamesZh.word[verb]} ${code}（${words}）`).join('、')}。`,
  logged: ({ n, open, ended, left }) =>
    `记上了，第 ${n} 条${open ? '，还要跟' : ''}${ended === null ? '' : `；第 ${ended} 条办结了`}。${leftZh(left)}`,
  log_corrected: ({ n }) => `第 ${n} 条改好了，原来写的也留着。`,
  log_none: ({ n, open }) =>
    `没有第 ${n} 条，还没记。${open.length === 0 ? '现在没有要跟的。' : `还要跟的：${open.map((line) => `${line.n} ${line.words}`).join('；')}。带上号再说一遍。`}`,
  shift_made: ({ name }) => `班排好了：${name}。`,
  shift_move: ({ date, to, times, words }) =>
    `整班改时间，要重新排：先回“取消${datesZh([date])}的班”，再发“临时班 ${datesZh([to])} ${[times === '' ? '几点-几点' : times, words].join(' ').trim()}”${times === '' ? '，新的时间没看懂，自己填上' : ''}。只是你自己晚到，就说“我晚到”和几分钟。`,
  shift_begun: () => '这一班已经开始了。要提前结束，说一声“收队”。',
  shift_when: () => '时间没看懂，或者已经过了。这样写：临时班 今晚20:00-23:00 东01 东02 上桥村',
  shift_cancelled: ({ name }) => `取消了：${name}，不用来了。`,
  shift_none: () => '现在没有对得上的班。发“我的班”看排班。',
  shift_which: ({ shifts }) =>
    `是哪一班？再说一遍，后面带上它的码：${shifts.map(({ name, code }) => `${name} ${code}`).join('、')}。`,
  shift_not_yours: () => '这个班上没有你。要一起去，跟队长说一声。',
  shift_not_your_say: () => '这一步不归你定。要改班，跟队长或值班员说一声。',
  shift_already: ({ by }) => (by === '' ? '这一步已经办过了。' : `${by} 已经办了。`),
};
