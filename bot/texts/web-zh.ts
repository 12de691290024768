import { rehearsalZh } from './rehearsal-zh.ts';
import { hazardPageZh, placePageZh, placeSheetZh } from './web-hazard-zh.ts';
import { dataPageZh } from './web-data-zh.ts';
import { calendarEntryZh, certificateZh, monthPageZh } from './web-month-zh.ts';
import { pointPageZh } from './web-point-zh.ts';
import type { WebTexts } from './web-texts.ts';

/** Words of the web pages, Chinese. */
export const webZh: WebTexts = {
  rehearsal: rehearsalZh,
  page: {
    siteName: '群防',
    slogan: '守望相助，一呼百应',
    wait: '正在接通…',
    needsScript: '演练场要用到浏览器脚本，请在设置里打开 JavaScript 再刷新。',
    notFound: { title: '没有这个页面', text: '地址可能少了几个字。请回到聊天里，重新点一次链接。' },
    failed: { title: '这一下没办成', text: '已经记下，值班的人会看到。请稍等再试一次；急事请直接打电话。' },
    unstored: {
      title: '现在存不下，没有收到',
      text: '机器人暂时存不了东西，没有人看得到您刚才填的。急事请马上打 110/119/120；别的请过几分钟再试。',
    },
    start: {
      title: '群防正在值守',
      text: '报警、接警都在聊天群里进行，这里不用做什么。',
      platform: { telegram: 'Telegram', wechat: '微信', web: '网页聊天' },
      state: { on: '已接通', starting: '正在接通', off: '没有开' },
      database: '数据库',
    },
    order: {
      forged: {
        title: '这个链接打不开',
        text: '链接不完整或被改过。请回到聊天里，点原来那条出警令里的链接；也可以直接回复代码，比如：接警 A7K。',
      },
      expired: {
        title: '这个链接过期了',
        text: '出警令只在当时有效。要是您还能去，请在聊天里说一声，或者直接打给值班员。',
      },
      pressOnce: '点一下就行，结果马上显示在这里。',
      nothingToDo: '现在不用再点什么。',
      live: '这一页会自己更新',
      unavailable: '刚才没存住，请再点一次。还不行就直接打给值班员。',
    },
    incident: {
      forbidden: {
        title: '这一页看不了',
        text: '只有值班员和被叫到的人能看。请从自己的聊天里点链接打开。',
      },
      expired: { title: '这个链接过期了', text: '链接保留 30 天。还要看，请值班员在指挥群里再发一次。' },
      running: '还没结束，这一页会自己更新',
      place: '地点',
      placeUnknown: '还不清楚',
      reportedAt: '报告',
      closedAt: '结案',
      officer: '值班员',
      level: '级别',
      reports: '报告次数',
      photos: '照片',
      photoOriginal: '下载原图',
      photoAlt: '现场照片',
      seat: '席位',
      seatsHeld: '到位',
      curveAlt: (held, needed) => `接警曲线：最后 ${held} 人占位，需要 ${needed} 人`,
      needed: (count) => `需要 ${count} 人`,
      who: '姓名',
      accepted: '接警',
      underway: '出发',
      onScene: '到场',
      safe: '平安',
      notSafe: '未报平安',
      nobodyYet: '还没有人接警',
      print: '打印',
      printedFrom: '由群防按痕迹自动生成',
      pdf: '下载 PDF',
      notOver: '还没结束，这是此刻的情况',
    },
    place: placePageZh,
    hazard: hazardPageZh,
    placeSheet: placeSheetZh,
    point: pointPageZh,
    month: monthPageZh,
    certificate: certificateZh,
    calendar: calendarEntryZh,
    ownData: dataPageZh,
    invite: {
      expired: { title: '链接过期了', text: '回到聊天里发“我的调解”，问一下现在的时间。' },
      forbidden: { title: '这里没有给你的日程', text: '可能时间改了，或者链接不全。回到聊天里看最新的一条。' },
    },
    login: {
      title: '微信登录',
      scan: '用机器人的微信扫一扫，再在手机上点确认。码过几分钟会换，这一页自己更新。',
      waiting: '正在等微信的二维码…',
      loggedIn: (name) => (name === '' ? '微信已经登录，不用再扫。' : `微信已经登录：${name}，不用再扫。`),
      off: '微信没有开。设好 WECHATY_PUPPET 再启动，就能在这里扫码。',
      refused: {
        title: '这一页打不开',
        text: '登录码等于一把钥匙。请在运行群防的那台电脑上打开，或者点机器人私信给管理员的链接：一天内有效，没登录好第二天会再发。',
      },
    },
  },
};
