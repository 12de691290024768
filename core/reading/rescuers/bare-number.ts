/** A number and nothing else: minutes, for whoever waits for somebody; never an answer. */
import { finding } from '../finding.ts';
import type { Meaning } from '../reading.ts';
import type { Utterance } from '../utterance.ts';

const alone = /^\s*(\d{1,3})\s*[。.!~]*\s*$/;
/** Smaller ones are buttons, larger ones no minutes. */
const fewest = 4;
const most = 180;

/** A lone number from somebody with an order, or in a direct chat; unsure of anything but the minutes. */
export function bareNumber(heard: Utterance): Meaning | undefined {
  const match = alone.exec(heard.plain);
  const minutes = Number(match?.[1]);
  const awaited = heard.answering || (heard.message.room === 'direct' && heard.message.openQuestion === null);
  if (match?.[1] === undefined || !awaited || minutes < fewest || minutes > most) return undefined;
  const start = heard.plain.indexOf(match[1]);
  const { fields, because } = finding(heard, 'etaMinutes', minutes, start, start + match[1].length);
  return { intent: 'unknown', confidence: 0.72, fields, because };
}
