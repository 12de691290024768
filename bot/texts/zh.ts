import { incidentKinds, incidentLevels, skills } from '../../core/catalogue.ts';
import { nameIn } from './name-in.ts';
import { isOfNoPlatform } from '../../core/finding.ts';
import { storageZh } from './storage-zh.ts';
import type { Texts } from './texts.ts';
import { afterActionZh } from './after-action-zh.ts';
import { hazardZh } from './hazard-zh.ts';
import { matterZh } from './matter-zh.ts';
import { paperZh } from './paper-zh.ts';
import { statisticsZh } from './statistics-zh.ts';
import { patrolZh } from './patrol-zh.ts';
import { nightZh } from './night-zh.ts';
import { placeZh } from './place-zh.ts';
import { webZh } from './web-zh.ts';

const list = (items: readonly string[]): string => items.join('、');
const seatList = (seats: readonly { skill: string; count: number }[]): string =>
  list(seats.map(({ skill, count }) => `${skill} ${count} 人`));
const emergencyLine = '紧急请直接拨打 110/119/120';

/** Every word in Chinese, the default. */
export const zh: Texts = {
  language: 'zh',
  name: {
    kind: (code) => nameIn(incidentKinds, code).zh,
    kindLabel: (code) => nameIn(incidentKinds, code).zh,
    skill: (code) => (code === null ? '不限技能' : nameIn(skills, code).zh),
    level: (code) => nameIn(incidentLevels, code).zh,
    duty: { on_duty: '值班中', reachable: '可呼叫', off: '休息' },
    platform: { telegram: 'Telegram', wechat: '微信', web: '网页' },
    notice: {
      emergency_line: '应急提示',
      report_outcome: '处理结果',
      detail_noted: '补充回执',
      command_card: '指挥卡片',
      decision_reminder: '待确认提醒',
      late_report: '晚到提醒',
      squad_card: '队伍卡片',
      nobody_left: '无人可叫提醒',
      scene_word: '现场消息',
      after_action: '出警报告',
      order: '出警令',
      order_answer: '出警令答复',
      which_order: '出警令询问',
      word_answer: '操作答复',
      officer_word: '值班员的话',
      stand_down: '收队通知',
      safe_reminder: '平安提醒',
      late_reminder: '到场提醒',
      refusal: '操作答复',
      welcome: '欢迎语',
      help: '帮助',
      not_understood: '提示',
      words_wanted: '请用文字',
      duty_set: '值班状态',
      language_set: '语言设置',
      room_set: '群设置',
      bound: '绑定回执',
      bind_refused: '绑定回执',
      bind_code: '绑定码',
      self_check: '自检结果',
      unreachable_people: '联系不上名单',
      inbox_failed: '处理失败提醒',
      undelivered: '未送达提醒',
      incident_photo: '现场照片',
      photo_refused: '照片没收下',
      reaction: '表情回应',
      ...hazardZh.notice,
      ...placeZh.notice,
      ...patrolZh.notice,
      matter_pointer: matterZh.notice,
      matter_statistics: '调解统计',
    },
    privateNotice: matterZh.notice,
    list,
    quoted: (words) => `“${words}”`,
  },
  mark: {
    drill: '【演练】这是演练，不是真警情',
    drillShort: '演练',
    drillToast: (words) => `【演练】${words}`,
    repeat: '【可能重复】这条你也许已经收到过，按最后一次答复为准',
    more: (lines) => `……还有 ${lines} 行没显示，详情问值班员`,
  },
  label: {
    verb: {
      confirm: '确认警情',
      not_incident: '不是警情',
      choose_kind: '改类型',
      more_people: '再叫人',
      stand_down: '收队',
      cancel: '取消',
      false_alarm: '误报',
      close: '结案',
      split: '分开处理',
      accept: '接警',
      standby: '待命',
      decline: '不能去',
      withdraw: '去不了了',
      underway: '出发了',
      on_scene: '到场了',
      done: '完成',
      safe: '平安',
      received: '收到',
      ...hazardZh.verb,
      ...placeZh.verb,
      ...patrolZh.verb,
      ...matterZh.verb,
    },
    callOut: (people) => `立即出警(${people}人)`,
    eta: (minutes) => `${minutes}分钟`,
    closePhoned: '已电话确认，结案',
    map: '看地图',
    page: '看详情',
  },
  time: {
    duration: ({ hours, minutes, seconds }) =>
      hours > 0
        ? `${hours}小时${minutes > 0 ? `${minutes}分` : ''}`
        : minutes > 0
          ? `${minutes}分${seconds > 0 ? `${seconds}秒` : '钟'}`
          : `${seconds}秒`,
    minutes: (minutes) => `约${minutes}分钟`,
    positionAge: (minutes) =>
      minutes === null
        ? '位置未知'
        : minutes < 1
          ? '位置刚刚更新'
          : minutes < 60
            ? `位置${minutes}分钟前`
            : `位置${Math.floor(minutes / 60)}小时前`,
    fromBase: '按常驻点估算',
    distance: (metres) => (metres < 1000 ? `${Math.round(metres / 10) * 10}米` : `${(metres / 1000).toFixed(1)}公里`),
    expected: (clock) => `预计${clock}到`,
  },
  report: {
    emergencyLine,
    reported: (number, heard) =>
      heard ? `已报值班员，编号 ${number}。` : `已记下，编号 ${number}。但现在联系不上值班员，请马上自己打电话。`,
    joined: (number) => `这件事已有人报过，编号 ${number}。你说的也一并报给值班员了。`,
    crewTold: '你们的电话和最后到的点也给他了，留意来电。',
    ask: {
      place: '在哪里？说厂名、村名或路口，发个定位也行。',
      people: '有人受伤或被困吗？大概几个人？',
    },
    undecided: (number) => `${number}：已报上去，还在等值班员确认，一有结果就告诉你。${emergencyLine}。`,
    confirmed: (number) => `${number}：值班员已确认，正在安排人手。`,
    calledOut: (number, underway, onScene) =>
      onScene > 0
        ? `${number}：救援队员已到现场，${onScene} 人。`
        : underway > 0
          ? `${number}：${underway} 名救援队员正在赶来。`
          : `${number}：已通知救援队员。`,
    stoodDown: (number) => `${number}：现场处置完了，队员正在撤回。谢谢你报告。`,
    closed: (number, outcome) =>
      ({
        resolved: `${number}：已处理完。谢谢你及时报告。`,
        false_alarm: `${number}：查过了，是误报，没事就好。下次看到不对劲，照样要报。`,
        cancelled: `${number}：这起警情已取消。情况有变就再说一声，${emergencyLine}。`,
        not_incident: `${number}：值班员看过，暂不出警。情况有变就再说一声，${emergencyLine}。`,
      })[outcome],
    keepAway: '请到安全的地方等，别靠近现场。',
    detailNoted: (number) => `收到，已补充给值班员（${number}）。`,
  },
  command: {
    title: (state, kind, number) =>
      `${{ reported: '待确认', confirmed: '已确认', called_out: '出警中', stood_down: '已收队', closed: '已结束' }[state]}：${kind} · ${number}`,
    reporter: (who, room, clock) =>
      `报告：${[who ?? '报告人未知', ...(room === null ? [] : [room]), clock].join(' · ')}`,
    guess: (kind, because) =>
      because === null
        ? `初判：${kind}（机器没有把握，请您定）`
        : because.length === 0
          ? `初判：${kind}`
          : `初判：${kind}，因为提到${list(because.map((word) => `“${word}”`))}`,
    place: (name, said) => (said === '' || said === name ? `地点：${name}` : `地点：${name}（原话“${said}”）`),
    placeUnknown: '地点：还不清楚。引用这条回地点或发定位，就能补上',
    positionUnknown: '没有坐标，路程算不出来',
    level: (name) => `级别：${name}`,
    reports: (count) => `共 ${count} 次报告：`,
    lateReport: (number, { clock, late }) =>
      `晚到：${number} 是 ${clock} 报的，隔了${late}机器人才收到。请先打电话问清现在怎样，再决定。`,
    furtherReport: (clock, words) => `${clock} “${words}”`,
    photos: (count) => `照片 ${count} 张`,
    officer: (who) => `值班员：${who}`,
    chooseKind: '选一个类型，席位和名单会跟着变。',
    seatsNeeded: (seats) => `需要：${seatList(seats)}`,
    wouldAsk: (people) => `将通知 ${people} 人：`,
    asked: (n, who, facts) => `${n}. ${[who, ...facts].join(' · ')}`,
    short: (seats) => `人不够：还缺 ${seatList(seats)}，请准备打电话`,
    nextWave: (people) => `下一波还能叫 ${people} 人`,
    passedOver: '没列入：',
    passedOverFor: (why, count, names, others) =>
      `${
        {
          no_certificate: '没有这项证书',
          certificate_expired: '证书过期',
          off_duty: '休息中',
          no_channel: '联系不上',
          busy: '在忙别的警情',
        }[why]
      } ${count} 人：${list(names)}${others > 0 ? ` 等` : ''}`,
    nobody: '没有可叫的人，请打电话',
    seat: (skill, taken, needed) => `${skill} ${taken}/${needed}${taken >= needed ? ' 满' : ''}`,
    wave: (n) => `第 ${n} 波`,
    holder: (who, skill, progress, facts) =>
      [
        `${{ seated: '🟡 已接警', underway: '🔵 在路上', on_scene: '🟢 已到场', done: '⚪ 已完成', safe: '✅ 平安' }[progress]} ${who}`,
        skill,
        ...facts,
      ].join(' · '),
    standby: (names, more) =>
      `待命：${names.map((name, index) => `${index + 1}. ${name}`).join('  ')}${more > 0 ? `  另有 ${more} 人` : ''}`,
    tally: ({ open, seen, declined, withdrawn, unreachable }) =>
      [
        ...(open > 0 ? [`未答复 ${open}`] : []),
        ...(seen > 0 ? [`只回收到 ${seen}`] : []),
        ...(declined > 0 ? [`不能去 ${declined}`] : []),
        ...(withdrawn > 0 ? [`中途退出 ${withdrawn}`] : []),
        ...(unreachable > 0 ? [`没送到 ${unreachable}`] : []),
      ].join(' · '),
    exhausted: '🔴 已无人可叫，还有空位。请打电话。',
    safe: (count, of) => `平安 ${count}/${of}`,
    notSafe: (who, phone) => `🔴 未报平安：${who}${phone === '' ? '（没有电话）' : ` ${phone}`}`,
    everybodySafe: '✅ 去的人都报了平安',
    mayClose: '可以结案了。',
    outcome: (outcome) =>
      `结果：${{ resolved: '处置完毕', cancelled: '取消', false_alarm: '误报', not_incident: '不是警情' }[outcome]}`,
    times: (times) =>
      times
        .map(
          ({ what, clock }) =>
            `${{ reported: '报告', confirmed: '确认', called_out: '出警', stood_down: '收队', closed: '结案' }[what]} ${clock}`,
        )
        .join(' → '),
    decide: (minutes) => `已等 ${minutes} 分钟，还没有人定。请定一下：确认警情，还是不是警情？`,
  },
  squad: {
    title: (state, kind) => `${{ called_out: '出警', stood_down: '收队', closed: '已结束' }[state]}：${kind}`,
    place: (name) => `地点：${name}`,
    placeUnknown: '地点：问清了马上更新',
    seats: (seats) => `席位：${seats.map(({ skill, taken, needed }) => `${skill} ${taken}/${needed}`).join(' · ')}`,
    going: (names) => `已接警：${list(names)}`,
    underway: (names) => `在路上：${list(names)}`,
    onScene: (names) => `已到场：${list(names)}`,
    standby: (names, more) => `待命：${list(names)}${more ? '等' : ''}`,
    howToAnswer: '收到出警令的队员：在私信里答，或在这里回 接警 或 1，带上几分钟到更好，比如“能去 8分钟”。',
    awaited: (count) => `还等 ${count} 人报平安。回来了就报“平安”。`,
    ended: (outcome) =>
      outcome === null
        ? '任务结束，请收队，路上注意安全。'
        : {
            resolved: '处置完毕。',
            cancelled: '已取消，不用去了。',
            false_alarm: '是误报，不用去了。',
            not_incident: '不是警情。',
          }[outcome],
    thanks: '辛苦大家。',
  },
  order: {
    title: (kind) => `出警令：${kind}`,
    againTitle: (kind) => `有空位了，轮到你：${kind}`,
    answeredTitle: (answer, progress, kind) =>
      answer === 'accepted'
        ? `${{ seated: '你已接警', underway: '你在路上', on_scene: '你已到场', done: '你已完成', safe: '平安收到' }[progress]}：${kind}`
        : `${
            {
              open: '出警令',
              unreachable: '出警令',
              standby: '你在待命',
              declined: '已记下，你不能去',
              withdrawn: '已记下，你退出了',
              released: progress === 'safe' ? '平安收到' : '收队',
              lapsed: '已过期',
            }[answer]
          }：${kind}`,
    number: (number) => `编号 ${number}`,
    place: (name) => `地点：${name}`,
    placeUnknown: '地点：还在问，问清了马上更新',
    words: (words) => `情况：“${words}”`,
    seat: (skill) => `你的席位：${skill}`,
    need: (words) => `现场需要：“${words}”`,
    travel: (facts) => `路程：${facts.join(' · ')}`,
    officer: (who, phone) => `值班员：${who}${phone === '' ? '' : ` ${phone}`}`,
    safety: (n, line) => `${n}. ${line}`,
    safetyHeading: '安全：',
    limit: (reason) => `你说的：“${reason}”，已告诉值班员`,
    standby: (rank) => `你是第${rank}待命。有空位马上叫你。`,
    standbyByChoice: '你在待命。现在还有空位：能去了就点“接警”。',
    standbyWait: '有空位马上叫你，先在原地等。',
    askAnswer: '能去吗？',
    askEta: '几分钟能到？',
    next: {
      seated: '出门时报一声“出发了”。',
      underway: '路上别赶，安全第一。到了报“到场了”。',
      on_scene: '需要什么直接说，比如“要绳子和一个会潜水的”。忙完报“完成”。',
      done: '回来了报一声“平安”。',
      safe: '辛苦了，好好休息。',
    },
    mindChange: '改主意了，报“接警”就行。',
    lapsed: '这张出警令已经过时，不用去了。谢谢你。',
    full: '人已经够了，先不用动。想去就报“待命”，有空位马上叫你。',
    fullTitle: (kind) => `人已齐：${kind}`,
    notNeeded: '人够了，不用去了。谢谢你随时准备着。',
    notNeededFalseAlarm: '是误报，不用去了。谢谢你。',
    standDownTitle: (kind) => `收队：${kind}`,
    standDown: '任务结束，请收队，路上注意安全。',
    standDownFalseAlarm: '是误报，任务结束，请收队，路上注意安全。',
    standDownCancelled: '警情已取消，请收队，路上注意安全。',
    askSafe: '回来了报一声“平安”。有事直接说。',
    safeReminder: '还没收到你的平安。回来了报一声“平安”；有事直接说，值班员马上联系你。',
    lateReminder: (clock) => `说好${clock}到，到了吗？到了报“到场了”；堵住了就说还要几分钟。`,
    which: (count) => `你手上有 ${count} 张出警令，答的是哪一张？`,
    whichLine: (code, kind, place) => `${code}：${[kind, place].filter((part) => part !== '').join(' · ')}`,
    whichLabel: (verb, code) => `${verb} ${code}`,
    officerWord: (who, words) => `值班员 ${who}：${words}`,
  },
  scene: {
    title: (word, number) =>
      `${
        {
          need: '现场要支援',
          situation: '现场情况',
          rescued: '人救出来了',
          handed_over: '已移交',
          unsafe_withdrawal: '⚠️ 现场危险，队员后撤',
          comms_risk: '⚠️ 现场信号不好',
          false_alarm: '现场说是误报',
          delay: '队员要晚到',
          photo: '现场照片',
          question: '队员有问题',
        }[word]
      } · ${number}`,
    from: (who, progress) =>
      progress === null
        ? who
        : `${who}（${{ seated: '已接警', underway: '在路上', on_scene: '已到场', done: '已完成', safe: '已平安' }[progress]}）`,
    hint: {
      need: '要的物资请安排送去；还要人就“再叫人”。',
      situation: '',
      rescued: '请跟 120 对接。',
      handed_over: '不用人了就收队。',
      unsafe_withdrawal: '请马上跟现场联系，清点人数。',
      comms_risk: '可能失联，请约好下次联系的时间。',
      false_alarm: '核实是误报，就让大家收队。',
      delay: '',
      photo: '',
      question: '直接引用这条回答，会转给所有在途和到场的人。',
    },
    photoTitle: (number) => `照片 · ${number}`,
    photoFrom: (who, clock) => `${who ?? '有人'} ${clock} 发来`,
    photoCount: (count) => `共 ${count} 张`,
    photoRefused: '这张照片没收下：可能太大（超过 20 MB），也可能打不开。请再拍一张，当照片发来。',
    openSeats: (seats) => `空位：${seatList(seats)}`,
  },
  storage: storageZh,
  trouble: {
    nobodyLeftTitle: (kind, number) => `🔴 无人可叫：${kind} · ${number}`,
    stillShort: (seats) => `还缺 ${seatList(seats)}`,
    ring: '请打电话：',
    ringLine: (who, phone, why) => `${who} ${phone}（${why}）`,
    ringWhy: {
      unreachable: '没送到',
      open: '没回',
      standby: '待命',
      withdrawn: '退出了',
      no_certificate: '没有这项证书',
      certificate_expired: '证书过期',
      off_duty: '休息中',
      no_channel: '没绑定',
      busy: '在忙别的警情',
    },
    dutyPhone: '值班电话',
    noPhones: '名单上没有别的电话了，请找 119/120 或邻近的队。',
    undeliveredTitle: (what) => `没送到：${what}`,
    undelivered: (who, phone) => `${who}${phone === '' ? '（没有电话）' : ` ${phone}`}`,
    undeliveredRoom: (title) => `发到：${title}`,
    undeliveredNext: '要紧的话请打电话。',
    unreachableTitle: (count) => `${count} 人现在联系不上，出警时叫不到`,
    unreachable: (who, phone) => `${who}${phone === '' ? '（没有电话）' : ` ${phone}`}`,
    unreachableNext: '请让他们给机器人发一句话，或发“绑定”加绑定码。',
    andMore: (count) => `……还有 ${count} 人`,
    selfCheckTitle: '自检结果',
    loginLink: '打开扫码页（一天内有效，只给你）',
    selfCheckFine: '各平台都正常。',
    finding: (platform, { code, detail }) =>
      `${isOfNoPlatform({ code }) ? '' : `${platform}：`}${
        {
          ok: '正常',
          privacy_mode:
            '隐私模式开着，看不到群消息。找 @BotFather，发 /setprivacy 选 Disable，再把机器人移出群重新拉进来',
          not_admin: '不是管理员，可能收不到群消息。请在群里设为管理员',
          webhook_failing: '推送地址收不到消息。请检查公网地址和证书',
          room_unreachable: '群里发不进去。请把机器人重新拉进群',
          login_lost: '掉线了，消息收发都停了。请改用别的群联系，并尽快重新登录',
          login_needed: '要扫码登录。二维码在网页上',
          login_back: '已恢复',
          token_refused: '不认设置里的令牌，消息收发都停了。请改用别的群联系，并请管理员换上正确的令牌、重启程序',
          conflict: '同一个机器人在别处也在运行。请只留一处',
          files_stuck: '照片和文件现在存不下，磁盘满了或存储连不上。已经发来的会自动补存，请管理员尽快处理',
          files_kept: '照片和文件又能存了',
          storage_back: '又能存消息了。中断时大家发的话和按的按钮正在补处理；警情晚到两分钟以上的，会标明是几点报的',
        }[code]
      }${detail === '' ? '' : `（${detail}）`}`,
    inboxFailed: (platform, reference) => `有一条${platform}消息没处理好，编号 ${reference}。原文已保存，没有丢。`,
    inboxFailedNext: '请看一下那个群，需要的话手工处理。',
  },
  people: {
    welcome: (zone) => `你好，我是${zone}的群防机器人。`,
    welcomeHow: '看到着火、落水、有人倒地，直接说出来：什么事、在哪里。我马上报给值班员。',
    privacy: '你发来的话和位置只用来处理这件事，只有值班员和出警的人看得到。',
    helpTitle: '可以这样说：',
    helpResident: [
      '“西塘工业区着火了，有浓烟”——直接说事和地点',
      '发照片、发定位，能更快找到',
      ...hazardZh.help,
      '“English”换成英文',
    ],
    helpRescuer: [
      '“能去 8分钟”或 1：接警',
      '“待命”或 2；“不能去”或 3',
      '“出发了”“到场了”“完成”“平安”',
      '“需要绳子和一个会潜水的”：现场要支援',
      '“上岗”“下岗”“休息”：改自己的状态（下岗＝不值班但能叫）',
    ],
    helpOfficer: [
      '卡片上的按钮：确认、出警、收队、结案',
      '引用卡片说一句话：转给所有在途和到场的人',
      '“演练 火灾 西塘工业区”：开始一次演练',
      '“绑定码 东03”：私聊我要，给队员一个绑定码',
    ],
    helpBind: '队员第一次用：发“绑定”加值班员给的码，比如“绑定 7K3Q”。',
    notUnderstood: '这句我没看懂。',
    wordsWanted: `语音存下来了，可我听不懂语音。麻烦打几个字：什么事、在哪里；接警就回 1。${emergencyLine}。`,
    notUnderstoodNext: {
      resident: `要报警、报隐患，就说什么事、在哪里。${emergencyLine}。`,
      rescuer: '答出警令就回 接警、待命 或 不能去。要看都能说什么，发“帮助”。',
      officer: '要看都能说什么，发“帮助”。',
    },
    dutySet: {
      on_duty: '已记下：你在值班，有警情先叫你。',
      reachable: '已记下：有警情可以叫你。',
      off: '已记下：你在休息，不会叫你。回来发“上岗”就行。',
    },
    languageSet: '好，以后用中文。',
    roomSet: (purpose, team) =>
      `记下了：这个群是${{ direct: '私聊', command: '指挥群', squad: '队伍群', patrol: '巡防群', village: '村群', mediation: '调解群', other: '普通群' }[purpose]}${team === '' ? '' : `，属于${team}`}。`,
    bound: (who) => `绑定好了，你是 ${who}。以后出警令发到这里。`,
    bindRefused: {
      unknown: '这个绑定码不对，请对照再发一次，比如“绑定 7K3Q”。',
      expired: '这个绑定码过期了，请找值班员要个新的。',
      used: '这个绑定码已经用过了，请找值班员要个新的。',
    },
    bindCode: (who, code) => `${who} 的绑定码：${code}`,
    bindCodeHow: (code) => `请本人给机器人发“绑定 ${code}”。只能用一次，请尽快。`,
  },
  substitute: {
    link: (url) => `点开按一下就行：${url}`,
    digits: (code) => `回 1 接警 · 2 待命 · 3 不能去${code === null ? '' : `，或回 接警 ${code}`}`,
    eta: (minutes, code) =>
      `几分钟到就回几分钟，比如 ${minutes}分钟${code === null ? '' : `（手上不止一张就回 ${minutes}分钟 ${code}）`}`,
    words: (words, code) =>
      `回 ${words.join(' · ')}${code === null ? '' : `（手上不止一张就加上 ${code}，如 ${words[0] ?? ''} ${code}）`}`,
    incident: (words) => `值班员请回：${words.join(' · ')}`,
    kinds: (reply, names) => `值班员请回：${reply}。类型有：${list(names)}`,
    word: {
      confirm: '确认警情',
      not_incident: '不是警情',
      call_out: '立即出警',
      choose_kind: '改类型',
      set_kind: '改类型',
      more_people: '再叫人',
      stand_down: '收队',
      cancel: '取消',
      false_alarm: '误报',
      close: '结案',
      split: '分开处理',
      accept: '接警',
      standby: '待命',
      decline: '不能去',
      withdraw: '去不了了',
      eta: '分钟',
      underway: '出发了',
      on_scene: '到场了',
      done: '完成',
      safe: '平安',
      received: '收到',
      ...hazardZh.word,
      ...placeZh.word,
    },
    closePhoned: '电话确认结案',
  },
  afterAction: afterActionZh,
  hazard: hazardZh,
  place: placeZh,
  night: nightZh,
  patrol: patrolZh,
  matter: matterZh,
  paper: paperZh,
  statistics: statisticsZh,
  result: {
    ...hazardZh.result,
    ...placeZh.result,
    ...patrolZh.result,
    ...matterZh.result,
    seated: ({ already }) => (already ? '你已经接警了，席位是你的。' : '接警成功，席位是你的。'),
    standby: ({ rank, full }) => (full ? `满员，你是第${rank}待命。` : `已记下，你是第${rank}待命。`),
    declined: () => '已记下，你不能去。',
    withdrawn: () => '已记下，你去不了了，席位让出来了。',
    eta: ({ minutes }) => `已记下，约${minutes}分钟到。`,
    seen: () => '知道你看到了。能去吗？',
    underway: () => '已记下，你出发了。',
    on_scene: () => '已记下，你到场了。',
    done: () => '已记下，你完成了。',
    safe: () => '收到平安，辛苦了！',
    noted: () => '已转给值班员。',
    not_seated: () => '你还没有接警。要去就报“接警”。',
    ended: () => '这起警情已经结束，不用去了。',
    confirmed: () => '已确认。看一下名单，再立即出警。',
    called_out: ({ orders }) => `出警令发给 ${orders} 人，正在送出。`,
    nobody_to_call: () => '没有可叫的人了，请打电话。',
    rejected: () => '已记下：不是警情。',
    kind_set: () => '类型改好了。',
    choose_kind: () => '请在卡片上点一个类型。',
    stood_down: ({ awaited }) => (awaited > 0 ? `已收队，等 ${awaited} 人报平安。` : '已收队，没有人在外面。'),
    closed: () => '已结案，报告马上就来。',
    not_yet: ({ unsafe }) => `还有 ${unsafe} 人没报平安，先打电话问一下。`,
    already: ({ by }) => (by === '' ? '这一步已经有人做了。' : `${by} 已经处理了。`),
    split: () => '已分开，另立一起警情。',
    not_yours: () => '这张出警令不是发给你的。',
    not_allowed: () => '这一步只有值班员能做。',
    stale: () => '没对上，可能已经过期。请看最新的一条。',
    failed: ({ reference }) => `刚才没处理好，请再试一次。还不行就打电话给值班员，编号 ${reference}。`,
  },
  web: webZh,
};
