/** One line of a list that goes round and reports on places: 1. A3车间 灭火器少2个. */
import { emergency } from '../danger/emergency.ts';
import { likelihood } from '../likeness/likeness.ts';
import type { Meaning, Message } from '../reading.ts';
import { utterance } from '../utterance.ts';
import { hazard } from './hazard.ts';
import { hazardLikely } from './likely.ts';

const nothingWrong =
  /^(?:暂?无(?:隐患|异常|情况)?|没有?(?:隐患|问题|发现|异常)?|一切?正常|正常|良好|合格|完好|ok|没问题|未发现(?:隐患|问题|异常)?|0处?|✅|已查)[了的。.!\s]*$/i;

/**
 * What a line says: `words` after the `head` it is written under, which is a person or a place. A hazard, danger, or `unknown`
 * with `ok` when nothing is wrong there.
 */
export function hazardLine(head: string, words: string, message: Message): Meaning {
  const said = words === '' ? head : words;
  if (nothingWrong.test(said)) {
    return { intent: 'unknown', confidence: 0.8, fields: { ok: true }, because: [{ field: 'ok', words: said }] };
  }
  const heard = utterance(
    {
      ...message,
      text: words === '' ? head : `${head} ${words}`,
      photos: 0,
      location: false,
      room: 'direct',
      openOrder: false,
      openCase: false,
      openQuestion: null,
      quote: null,
    },
    {},
  );
  const like = likelihood(heard, 'hazard_report') >= likeReports ? hazardLikely(heard) : undefined;
  const meaning = emergency(heard) ?? hazard(heard) ?? like;
  return meaning === undefined ? unread : placed(meaning, head);
}

/** How like reports a line must be that no rule knows. */
const likeReports = 0.5;
const unread: Meaning = { intent: 'unknown', confidence: 0.5, fields: {}, because: [] };
const isPlace = /车间|仓库|食堂|宿舍|楼|幢|栋|层|房|厂|店|库|室|区|村|线|部|网格|门|办公|院|路|[a-z]\d/i;

/** What a line is written under is its place, unless it is somebody's name. */
function placed(meaning: Meaning, head: string): Meaning {
  if (!isPlace.test(head) || meaning.fields.place !== undefined) return meaning;
  return {
    ...meaning,
    fields: { ...meaning.fields, place: head },
    because: [...meaning.because, { field: 'place', words: head }],
  };
}
