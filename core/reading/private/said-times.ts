/** When somebody can come: a time of day, and the day by its name. */
import { clockTimes } from '../clock-times.ts';
import { finding, joined, nothing } from '../finding.ts';
import type { Finding } from '../finding.ts';
import { numberOf } from '../numerals.ts';
import type { Utterance } from '../utterance.ts';

const relative: readonly (readonly ['today' | 'tomorrow' | 'yesterday', RegExp])[] = [
  ['tomorrow', /明[天早晚日](?!白)|明儿|tomorrow/],
  ['today', /今[天晚早日]|下午(?=就|我)|today|tonight|this (?:afternoon|evening)/],
  ['yesterday', /昨[天晚日]|yesterday/],
];
const named =
  /下个?(?:周|星期|礼拜|月)(?![一二三四五六日天末])|(?:下个?|这个?|本)?(?:周|星期|礼拜)[一二三四五六日天末](?:晚上?|上午|下午|早上)?|(?<![\d第])(?:\d{1,2}月)?\d{1,2}[号日](?!楼|车|厂|门|点|线|家|的案)|大?后天|月底|(?:next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day/;

const early = /(?<part>[明今]早|[明今]晚|早|晚)\s*(?<hour>\d{1,2}|[一二两三四五六七八九十]{1,3})点(?<half>半)?/;
const onTheHour = /(?<part>(?:at|到)?\s*)(?<hour>\d{1,2})\s*(?<half>[ap]m)\b/;

/** Time, date, and the words that name another day. */
export function timeSaid(heard: Utterance): Finding {
  return joined(timeOf(heard), dateOf(heard), dayOf(heard));
}

function timeOf(heard: Utterance): Finding {
  const moved =
    /(?:改成?|换成?|改到|换到|推到|提前到)(?:下午|上午|晚上|明天)?\s*(\d{1,2}|[一二两三四五六七八九十]{1,3})点(半)?/.exec(
      heard.plain,
    );
  const hourMoved = moved === null ? undefined : numberOf(moved[1] ?? '')?.value;
  if (moved !== null && hourMoved !== undefined && hourMoved < 24) {
    const time = `${String(hourMoved).padStart(2, '0')}:${moved[2] === undefined ? '00' : '30'}`;
    return finding(heard, 'time', afternoon(heard, time), moved.index, moved.index + moved[0].length);
  }
  const times = clockTimes(heard.plain, false);
  // 两点不行 改成四点: the last one counts.
  const time = /不行|不能|改|换/.test(heard.plain) ? times.at(-1) : times[0];
  if (time !== undefined) return finding(heard, 'time', afternoon(heard, time.time), time.start, time.end);
  const said = early.exec(heard.plain);
  const hourSaid = said === null ? undefined : numberOf(said.groups?.hour ?? '')?.value;
  if (said !== null && hourSaid !== undefined && hourSaid < 24) {
    const late = said.groups?.part?.includes('晚') === true && hourSaid < 12 ? 12 : 0;
    const clock = `${String(hourSaid + late).padStart(2, '0')}:${said.groups?.half === undefined ? '00' : '30'}`;
    return finding(heard, 'time', clock, said.index, said.index + said[0].length);
  }
  const match = onTheHour.exec(heard.plain);
  if (match === null) return nothing;
  const hour = (Number(match.groups?.hour) % 12) + (match.groups?.half === 'pm' ? 12 : 0);
  return finding(heard, 'time', `${String(hour).padStart(2, '0')}:00`, match.index, match.index + match[0].length);
}

/** Nobody meets at four in the morning: small hours without a word are in the afternoon where one was named before. */
function afternoon({ plain }: Utterance, time: string): string {
  const hour = Number(time.slice(0, 2));
  const later = hour >= 1 && hour <= 6 && !/凌晨|早上|上午|am\b/.test(plain);
  return later ? `${String(hour + 12)}${time.slice(2)}` : time;
}

function dateOf(heard: Utterance): Finding {
  for (const [date, words] of relative) {
    const match = words.exec(heard.plain);
    if (match !== null) return finding(heard, 'date', date, match.index, match.index + match[0].length);
  }
  return nothing;
}

function dayOf(heard: Utterance): Finding {
  const match = named.exec(heard.plain);
  return match === null
    ? nothing
    : finding(
        heard,
        'day',
        heard.text.original.slice(heard.text.at[match.index], heard.text.till[match.index + match[0].length - 1]),
        match.index,
        match.index + match[0].length,
      );
}
