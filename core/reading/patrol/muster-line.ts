/** A line of a 接龙 by which a team musters: who is there, who comes later, who is away. */
import type { LineReading } from '../reading.ts';
import type { Utterance } from '../utterance.ts';

const tonight = /巡|到岗|签到|到位|上岗|集合|值班|夜班|当班|执勤|在岗|muster|patrol/;
const other =
  /明[天晚早]|后[天晚]|下(?:周|个?月|次)|(?:周|星期|礼拜)[一二三四五六日天末]|报名|演[练习]|培训|训练|归还|聚|体检|领|意向|tomorrow|next/;
const excused = /请.{0,2}假|病假|事假|休假|leave/;

/** Whether the list, by its first lines, is a team's muster of this night and no sign-up for another. */
export function isMuster({ message }: Utterance, title: string): boolean {
  return (message.room === 'patrol' || message.openShift) && tonight.test(title) && !other.test(title);
}

/** What an answer on a list means at a muster: whoever says yes is there, whoever says when is not yet. */
export function musterLine(line: LineReading, row: string): LineReading {
  const { intent, fields } = line;
  const { etaMinutes, ...others } = fields;
  if (intent === 'accept' && etaMinutes !== undefined)
    return { ...line, intent: 'delay', fields: { ...others, delayMinutes: etaMinutes } };
  if (intent === 'accept' || intent === 'arrived')
    return { ...line, intent: 'shift_start', fields: { ...fields, ok: true } };
  if (intent === 'decline' && excused.test(row)) return { ...line, intent: 'leave_request' };
  return line;
}
