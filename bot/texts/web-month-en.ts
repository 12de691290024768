import type { CalendarEntryTexts, CertificateTexts, MonthPageTexts } from './web-month-texts.ts';

const months = 'January February March April May June July August September October November December'.split(' ');

const period = (name: string): string => {
  const [year, month] = name.split('-');
  return month === undefined ? (year ?? '') : `${months[Number(month) - 1] ?? ''} ${year ?? ''}`;
};

/** The page of a month's duties. */
export const monthPageEn: MonthPageTexts = {
  title: (name, when) => `${name} · ${when}`,
  period,
  lead: 'Only shifts that have ended and to which the person came; hours run from arriving to leaving.',
  none: 'No shift has ended in this time yet.',
  who: 'Name',
  team: 'Team',
  callSign: 'Call sign',
  shifts: 'Shifts',
  points: 'Points',
  hours: 'Hours',
  sum: 'Total',
  certificate: 'Certificate',
  table: 'Download for Excel',
  yearly: 'The whole year',
  monthly: 'This month',
  forbidden: {
    title: 'This page cannot be opened',
    text: 'Only the person, the team and the duty officers may see it. Write “This month” in the chat for a new link.',
  },
  expired: { title: 'The link has expired', text: 'Write “This month” in the chat again for a new one.' },
  unknownPeriod: { title: 'There is no such month', text: 'Write a month like 2026-11, a year like 2026.' },
};

/** The certificate of hours. */
export const certificateEn: CertificateTexts = {
  title: 'Certificate of volunteer service',
  certify: (name) => `This is to certify that  ${name}`,
  served: (when, zone) => `served as a volunteer of the neighbourhood watch of ${zone} in ${when}:`,
  team: (names) => `Team: ${names}`,
  shifts: (count) => `Shifts: ${String(count)}`,
  points: (count) => `Points checked: ${String(count)}`,
  hours: (hours) => `Hours of service: ${hours}`,
  counted: 'Only shifts that ended and to which the person came; counted by Qunfang from the record of each shift.',
  seal: '(seal)',
  signature: 'Signed:',
  issued: (date) => `Issued: ${date}`,
  foot: (zone) => `${zone} · Qunfang`,
};

/** What an app's calendar says of a duty. */
export const calendarEntryEn: CalendarEntryTexts = {
  entry: (people, points) =>
    [`${String(people)} people`, ...(points === 0 ? [] : [`${String(points)} points`])].join(' · '),
};
