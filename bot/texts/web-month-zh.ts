import type { CalendarEntryTexts, CertificateTexts, MonthPageTexts } from './web-month-texts.ts';

const period = (name: string): string => {
  const [year, month] = name.split('-');
  return month === undefined ? `${year ?? ''}年` : `${year ?? ''}年${String(Number(month))}月`;
};

/** The page of a month's duties. */
export const monthPageZh: MonthPageTexts = {
  title: (name, when) => `${name} · ${when}`,
  period,
  lead: '只算已经结束、本人到岗的班次；时长从到岗算到离开。',
  none: '这段时间还没有结束的班次。',
  who: '姓名',
  team: '队伍',
  callSign: '代号',
  shifts: '班次',
  points: '打卡点位',
  hours: '小时',
  sum: '合计',
  certificate: '时长证明',
  table: '下载 Excel',
  yearly: '看全年',
  monthly: '看本月',
  forbidden: { title: '这一页打不开', text: '只有本人、队友和值班员能看。请在聊天里发“本月统计”，会给您新的链接。' },
  expired: { title: '链接过期了', text: '请在聊天里再发一次“本月统计”，会给您新的链接。' },
  unknownPeriod: { title: '没有这个月份', text: '月份写成 2026-11 这样，年份写成 2026。' },
};

/** The certificate of hours. */
export const certificateZh: CertificateTexts = {
  title: '志愿服务时长证明',
  certify: (name) => `兹证明  ${name}`,
  served: (when, zone) => `在${when}参加${zone}群防群治志愿服务，记录如下：`,
  team: (names) => `所在队伍：${names}`,
  shifts: (count) => `参加班次：${String(count)} 次`,
  points: (count) => `打卡点位：${String(count)} 个`,
  hours: (hours) => `服务时长：${hours} 小时`,
  counted: '只计已结束且本人到岗的班次，时长从到岗计到离开，由群防按值班痕迹自动统计。',
  seal: '（盖章）',
  signature: '经办人：',
  issued: (date) => `出具日期：${date}`,
  foot: (zone) => `${zone} · 群防`,
};

/** What an app's calendar says of a duty. */
export const calendarEntryZh: CalendarEntryTexts = {
  entry: (people, points) => [`${String(people)}人`, ...(points === 0 ? [] : [`${String(points)}个点`])].join(' · '),
};
