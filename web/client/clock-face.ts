import type { Language } from '../../core/message.ts';

/** How times are shown: the zone's clock in the page's language. */
export interface ClockFace {
  /** `14:02`. */
  minute(at: number): string;
  /** `14:02:31`, for those who look closely. */
  second(at: number): string;
  /** `14:02`, or with the day when it is not today's. */
  separator(at: number, now: number): string;
}

/** The clock face of a zone. */
export function clockFace(timeZone: string, language: Language): ClockFace {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  const minute = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const second = new Intl.DateTimeFormat(locale, { timeZone, timeStyle: 'medium', hourCycle: 'h23' });
  const day = new Intl.DateTimeFormat(locale, { timeZone, month: 'short', day: 'numeric' });
  return {
    minute: (at) => minute.format(at),
    second: (at) => second.format(at),
    separator: (at, now) =>
      day.format(at) === day.format(now) ? minute.format(at) : `${day.format(at)} ${minute.format(at)}`,
  };
}
