import type { AfterActionTexts } from './after-action-texts.ts';

const fact = (facts: Readonly<Record<string, string | number>>, name: string): string => String(facts[name] ?? '');

/** Words of the after-action report, Chinese. */
export const afterActionZh: AfterActionTexts = {
  title: (kind, number) => `出警报告：${kind} · ${number}`,
  summary: (date, place, outcome) => [date, ...(place === null ? [] : [place]), outcome].join(' · '),
  spansHeading: '用时',
  span: {
    report_to_confirm: '报告到确认',
    confirm_to_orders: '确认到发令',
    orders_to_first_accept: '发令到第一人接警',
    orders_to_seats_full: '发令到满员',
    orders_to_first_on_scene: '发令到第一人到场',
    stand_down_to_all_safe: '收队到全员平安',
    report_to_close: '报告到结案',
  },
  spanLine: (name, duration) => `${name}：${duration ?? '没有'}`,
  asked: ({ orders, accepted, withdrawn, standby, declined, unanswered, undelivered }) =>
    [
      `发令 ${orders} 人`,
      `接警 ${accepted}`,
      ...(withdrawn > 0 ? [`中途退出 ${withdrawn}`] : []),
      ...(standby > 0 ? [`待命 ${standby}`] : []),
      ...(declined > 0 ? [`不能去 ${declined}`] : []),
      ...(unanswered > 0 ? [`没回 ${unanswered}`] : []),
      ...(undelivered > 0 ? [`没送到 ${undelivered}`] : []),
    ].join('，'),
  curveHeading: '接警曲线',
  curvePoint: (duration, held) => `${duration} ${held} 人`,
  seatsHeading: '席位',
  peopleHeading: '出警的人',
  person: (name, skill, { accepted, onScene, safe }) =>
    [
      name,
      skill,
      ...(accepted === null ? [] : [`接警 ${accepted}`]),
      ...(onScene === null ? [] : [`到场 ${onScene}`]),
      safe === null ? '未报平安' : `平安 ${safe}`,
    ].join(' · '),
  timelineHeading: '经过',
  trace: {
    reported: '报告',
    report_joined: '又有人报告同一件事',
    report_split: '分出一起警情',
    detail_added: '补充情况',
    kind_set: '改类型',
    place_set: '定地点',
    confirmed: '确认警情',
    rejected: '定为不是警情',
    called_out: '下令出警',
    wave: '发出出警令',
    order_created: '生成出警令',
    order_sent: '出警令已送出',
    order_unknown: '出警令可能没送到',
    order_undelivered: '出警令没送到',
    seen: '收到',
    accepted: '接警',
    standby: '待命',
    declined: '不能去',
    withdrawn: '退出',
    eta: '报到场时间',
    underway: '出发',
    on_scene: '到场',
    done: '完成',
    scene_word: '现场消息',
    seat_opened: '有空位',
    nobody_left: '无人可叫',
    officer_word: '值班员传话',
    stood_down: '收队',
    released: '不用再去',
    safe: '报平安',
    closed: '结案',
    photo: '发来照片',
    zone_imported: '导入辖区',
    identity_bound: '绑定账号',
    duty_set: '改值班状态',
    bot_joined: '机器人进群',
    bot_left: '机器人出群',
  },
  actor: (actor) =>
    ({
      rescuer: () => ('name' in actor ? actor.name : ''),
      officer: () => ('name' in actor ? `值班员 ${actor.name}` : '值班员'),
      program: () => '',
      somebody: () => '报告人',
    })[actor.kind](),
  timeline: ({ clock, facts }, actor, what) => {
    const details = [
      ...(facts['wave'] === undefined ? [] : [`第 ${fact(facts, 'wave')} 波`]),
      ...(facts['asked'] === undefined ? [] : [`${fact(facts, 'asked')} 人`]),
      ...(facts['minutes'] === undefined ? [] : [`${fact(facts, 'minutes')} 分钟`]),
      ...(facts['reason'] === undefined || facts['reason'] === '' ? [] : [`“${fact(facts, 'reason')}”`]),
      ...(facts['words'] === undefined || facts['words'] === '' ? [] : [`“${fact(facts, 'words')}”`]),
      ...(facts['text'] === undefined || facts['text'] === '' ? [] : [`“${fact(facts, 'text')}”`]),
    ];
    return [clock, ...(actor === '' ? [] : [actor]), what, ...details].join(' ');
  },
  score: (total) => `演练得分：${total} 分（满分 100）`,
  scorePart: {
    confirm: '报告到确认',
    orders: '确认到发令',
    first_accept: '第一人接警',
    seats: '席位坐满',
    seats_in_time: '满员用时',
    on_scene: '第一人到场',
    safe: '全员报平安',
  },
  scoreLine: (part, name, duration) =>
    part.by === 'share'
      ? `${name}：${part.filled}/${part.needed}，${part.points}/${part.of} 分`
      : `${name}：${part.milliseconds === null ? '没有发生' : duration(part.milliseconds)}，${part.points}/${part.of} 分（${duration(part.fullMs)}内满分，${duration(part.noneMs)}起不得分）`,
  noneMeasured: '没有叫人',
  wholeReport: '完整报告',
};
