import { canAgree } from '../../core/agreement-steps.ts';
import type { Card } from '../../core/message.ts';
import { givenUpAt } from '../../core/given-up.ts';
import type { NoticeOf } from './drawing.ts';
import { allowedRows, matterButton, privateCard, type MatterShown } from './matter-shown.ts';
import { daySaid } from './matter-when.ts';
import { line, type Presenting } from './presenting.ts';

/** To a leader: nobody has made this visit. Its number and its day; no word of what it is about. Later what came of it. */
export function matterUnvisited(
  shown: MatterShown,
  { days }: NoticeOf<'matter_unvisited'>,
  presenting: Presenting,
): Card | null {
  const { matter } = shown;
  const { followUps } = matter.body;
  const visit = followUps.find((one) => one.days === days);
  if (visit === undefined) return null;
  const { texts } = presenting;
  const words = texts.matter.over;
  const last = followUps.at(-1)?.days === days;
  if (visit.at !== null || !canAgree(matter, 'visit')) {
    const how = visit.missed !== true ? 'made' : matter.state === 'archived' && last ? 'archived' : 'missed';
    return privateCard(matter, 'news', presenting, { lines: line(words.unvisitedOver(how, days)) });
  }
  const until = givenUpAt(matter, presenting.timeZone);
  const { matter_visit: label } = texts.matter.choice;
  const button = (value: keyof typeof label) =>
    matterButton(texts, 'matter_visit', matter.token, { value, label: label[value] });
  return privateCard(matter, 'next', presenting, {
    lines: words.unvisited(days, last, until === null ? '' : daySaid(until, presenting)).flatMap((one) => line(one)),
    actions: allowedRows(shown, [[button('yes'), button('no')], [button('none')]]),
  });
}
