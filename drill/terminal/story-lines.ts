import type { DrillTexts } from '../../bot/texts/drill-texts.ts';
import type { Instant } from '../../core/clock.ts';
import { zoneTime } from '../../core/zone-time.ts';
import type { Scene, StoryEvent } from '../story.ts';
import { span, wrapped, type Span } from './span.ts';
import { fitted, plain, width } from './width.ts';

/** What the lines of a story are written with. */
export interface LineStyle {
  words: DrillTexts['view'];
  /** The bot's own mark of a drill, as it begins every banner. */
  drillMark: string;
  timeZone: string;
  columns: number;
}

/** One thing that happened, before it is laid out. */
interface Entry {
  at: Instant;
  who: Span;
  door: string;
  text: Span[];
  mostLines: number;
}

const whoColumns = 11;
/** What a person says, and what is said in a group, has two lines; what goes to many people in turn one. */
const mostLines = 2;
const buttonsShown = 4;

type Shown = Extract<StoryEvent, { kind: 'shown' }>;

/** The lines of one scene: who, by which door, what; and what the bot said to it, in short. */
export function storyLines(scene: Scene, style: LineStyle): Span[][] {
  return entriesOf(scene.events, style).flatMap((entry) => laidOut(entry, style));
}

function entriesOf(events: readonly StoryEvent[], style: LineStyle): Entry[] {
  const entries: Entry[] = [];
  const letters = new Map<string, { names: string[]; entry: Entry }>();
  let lastSaid: { event: StoryEvent & { kind: 'said' }; entry: Entry } | null = null;
  for (const event of events) {
    if (event.kind === 'said') {
      lastSaid = { event, entry: saidEntry(event, style) };
      entries.push(lastSaid.entry);
    } else if (event.kind === 'reacted') {
      // A reaction is the bot's whole answer: it stands behind the words that it answers.
      if (lastSaid !== null) lastSaid.entry.text.push(span(`  ${event.emoji}`));
      else entries.push(botEntry(event.at, style.words.deed.reaction, [span(`${event.room} ${event.emoji}`)], style));
      lastSaid = null;
    } else if (event.kind === 'refused') {
      const text = [span(event.room, 'strong'), span(` ${style.words.refusal[event.why]}`, 'trouble')];
      entries.push(botEntry(event.at, style.words.deed.refused, text, style));
    } else if (isWorthALine(event)) addLetter(entries, letters, event, style);
  }
  for (const { names, entry } of letters.values()) entry.text.unshift(...addressees(names, style));
  return entries;
}

/** Edits show in the block below, and where there are none a card that is sent anew without a sound is one. */
function isWorthALine({ form, direct, card }: Shown): boolean {
  if (direct) return form === 'new' && (card.loud || card.title === undefined);
  return form !== 'changed';
}

/** The same words to several people at once are one line. */
function addLetter(
  entries: Entry[],
  letters: Map<string, { names: string[]; entry: Entry }>,
  shown: Shown,
  style: LineStyle,
): void {
  const { at, room, form, direct } = shown;
  const text = cardInShort(shown, style);
  const key = direct ? text.map((one) => one.text).join() : room;
  const same = direct ? letters.get(key) : undefined;
  if (same !== undefined) {
    same.names.push(room);
    return;
  }
  const deed = style.words.deed[form === 'new' ? 'new' : 'changed'];
  const entry = { ...botEntry(at, deed, text, style), mostLines: direct ? 1 : mostLines };
  letters.set(direct ? key : `${key} ${entries.length}`, { names: [room], entry });
  entries.push(entry);
}

/** Who got it: as many names as the line has room for. */
function addressees(names: readonly string[], { words, columns }: LineStyle): Span[] {
  const shown = Math.max(1, Math.floor((columns - 50) / 5));
  const kept = names.length > shown + 1 ? names.slice(0, shown) : names;
  return [span(plain(words.to(kept, names.length - kept.length)), 'strong'), span(' ')];
}

function saidEntry({ at, who, door, words, answer }: Extract<StoryEvent, { kind: 'said' }>, style: LineStyle): Entry {
  const said =
    door === 'button' ? words : door === 'position' ? style.words.position(words) : style.words.quoted(words);
  return {
    at,
    who: span(who, 'person'),
    door: style.words.door[door],
    mostLines,
    text: [
      span(plain(said), door === 'button' ? 'button' : 'plain'),
      ...(answer === null ? [] : [span(` → ${plain(answer)}`, 'quiet')]),
    ],
  };
}

function botEntry(at: Instant, door: string, text: Span[], { words }: LineStyle): Entry {
  return { at, who: span(words.bot, 'bot'), door, text, mostLines };
}

/** The mark of the drill, what the card says in a few words, and its first buttons. */
function cardInShort(shown: Shown, { words, drillMark }: LineStyle): Span[] {
  const { card } = shown;
  const [mark, ...others] = (card.banner ?? '').split('\n');
  const labels = card.actions.flat().map(({ label }) => label);
  const more = labels.length > buttonsShown ? ' …' : '';
  return [
    mark === drillMark ? span(`[${words.mark}] `, 'mark') : span(`[${words.unmarked}] `, 'trouble'),
    // The part in brackets says it; the rest explains it to whoever reads it in the dark.
    ...others.map((banner) => span(`${plain(/^[【[].*?[】\]]/u.exec(banner)?.[0] ?? banner)} `, 'mark')),
    span(plain(gist(shown).join(' · '))),
    ...(labels.length === 0
      ? []
      : [
          span(
            ` ${labels
              .slice(0, buttonsShown)
              .map((label) => `[${plain(label)}]`)
              .join('')}${more}`,
            'button',
          ),
        ]),
  ];
}

/** In a direct chat the title and how to answer it; in a group what stands out, without the witness's words once they are known. */
function gist({ card, direct, form }: Shown): string[] {
  const { title, lines, actions } = card;
  if (title === undefined) return lines.slice(0, 1).map(({ text }) => text);
  const strong = lines.filter(({ style }) => style === 'strong' || style === 'warning').map(({ text }) => text);
  if (direct) return [title, ...(actions.length === 0 ? strong.slice(-1) : [])];
  return [title, ...strong.filter((text) => form === 'new' || !/^[“"]/.test(text))];
}

function laidOut(entry: Entry, { words, timeZone, columns }: LineStyle): Span[][] {
  const { at, who, door, text } = entry;
  const doorColumns = Math.max(...[...Object.values(words.door), ...Object.values(words.deed)].map(width));
  const head = [
    span(zoneTime(at, timeZone).clockWithSeconds, 'quiet'),
    span('  '),
    { ...who, text: fitted(plain(who.text), whoColumns) },
    span(' '),
    span(fitted(door, doorColumns), 'quiet'),
    span(' '),
  ];
  const indent = 8 + 2 + whoColumns + 1 + doorColumns + 1;
  return wrapped(text, columns - indent, entry.mostLines).map((line, index) =>
    index === 0 ? [...head, ...line] : [span(' '.repeat(indent)), ...line],
  );
}
