import { dangersInWords } from '../../core/matter-danger.ts';
import { isWorkedOn } from '../../core/matter-idle.ts';
import type { MatterStanding } from '../../core/matter.ts';
import type { Matter, MatterNote } from '../../core/matter.ts';
import type { Card } from '../../core/message.ts';
import { allowedRows, matterButton, type MatterShown } from './matter-shown.ts';
import { daySaid } from './matter-when.ts';
import { cardOf, line, type Presenting } from './presenting.ts';

/** One of somebody's matters, and what they are to it. */
export interface Listed {
  matter: Matter;
  mine: MatterStanding;
}

/** So many stand on one card, each with its button. */
const mostListed = 10;

/** A card about several matters, or about none in particular. */
function privately(title: string, parts: Partial<Card> & Pick<Card, 'lines'>): Card {
  return cardOf({ title, confidential: true, ...parts });
}

/** 我的调解: numbers and how each stands; what they are about comes by a tap. */
export function matterList(listed: readonly Listed[], { texts }: Presenting): Card {
  const words = texts.matter.list;
  const shown = listed.slice(0, mostListed);
  if (shown.length === 0) return privately(words.title(0), { lines: line(words.none) });
  const entries = shown.map(({ matter, mine }) =>
    words.entry(matter.number, words.mine[mine], texts.matter.state[matter.state]),
  );
  return privately(words.title(listed.length), {
    lines: [
      ...entries.flatMap((entry) => line(entry)),
      ...line(listed.length > shown.length ? words.more(listed.length - shown.length) : null, 'quiet'),
      ...line(words.how, 'quiet'),
    ],
    actions: shown.map(({ matter }) => [
      matterButton(texts, matter.state === 'telling' ? 'matter_resume' : 'matter_look', matter.token, {
        label: matter.state === 'telling' ? words.resumeLabel(matter.number) : words.lookLabel(matter.number),
      }),
    ]),
  });
}

/** Several fit the words: which one? */
export function matterWhich(matters: readonly Matter[], presenting: Presenting): Card | null {
  if (matters.length === 0) return null;
  const { texts } = presenting;
  const words = texts.matter.list;
  return privately(words.title(matters.length), {
    lines: [
      ...line(words.which),
      ...matters.flatMap(({ number, begunAt }) => line(words.whichEntry(number, daySaid(begunAt, presenting)))),
    ],
    actions: matters.map(({ token, number }) => [
      matterButton(texts, 'matter_look', token, { label: words.lookLabel(number) }),
    ]),
  });
}

/** Words that read like a matter of their own, of whoever has one: a note of that, or a new one. */
export function matterWhose(
  shown: MatterShown,
  /** Missing: it is kept no more. */
  note: Pick<MatterNote, 'at' | 'words'> | undefined,
  presenting: Presenting,
): Card {
  const { texts } = presenting;
  const { matter } = shown;
  const { token, number } = matter;
  const words = texts.matter.list;
  const title = texts.matter.talk.title(number, texts.matter.talk.head[note === undefined ? 'news' : 'question']);
  if (note === undefined) return privately(title, { lines: line(words.whoseMoved) });
  const worked = isWorkedOn(matter);
  return privately(title, {
    lines: [
      ...words.whose(number, matter.kind === 'dispute').flatMap((one) => line(one)),
      ...line(worked && dangersInWords(note.words).length > 0 ? words.whoseDanger : null, 'warning'),
    ],
    actions: [
      [matterButton(texts, 'matter_look', token, { label: words.whoseLabel(number) })],
      ...(worked && matter.kind !== 'legal_question'
        ? allowedRows(shown, [[matterButton(texts, 'matter_done', token)]])
        : []),
      [
        matterButton(texts, 'matter_start', token, {
          value: `own:${String(note.at)}`,
          label: texts.matter.choice.matter_start.own,
        }),
      ],
    ],
  });
}

/** The address of a private page, for its reader alone. */
export function matterLink(
  page: 'tell' | 'matter',
  number: string | null,
  url: string | null,
  { texts }: Presenting,
): Card {
  const words = texts.matter.list;
  const head = texts.matter.talk.head.next;
  return privately(number === null ? head : texts.matter.talk.title(number, head), {
    lines: url === null ? line(words.noLink) : [...line(words.link(page)), ...line(words.linkHow, 'quiet')],
    links: url === null ? [] : [{ url, label: words.linkLabel[page] }],
  });
}
