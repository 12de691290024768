/**
 * Messages in which the words that say where are marked, for learning alone: `marked/*.txt`, a message a line, `⏎` a line break, 【 and 】
 * around the words. In `points*.txt` they name the points of a round that whoever writes has passed; in `places*.txt` the one place
 * that a report is about.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { placeSigns } from '../../../../core/reading/places.ts';
import { pointSigns } from '../../../../core/reading/patrol/points.ts';
import type { Mark, Marked, Wanted } from '../../../../core/reading/likeness/where-said.ts';
import { utterance } from '../../../../core/reading/utterance.ts';
import { messageOf } from '../corpus.ts';
import { hazardFiles, hazardSamples } from '../hazards/hazard-corpus.ts';
import type { HazardSample } from '../hazards/hazard-corpus.ts';
import { patrolFiles, patrolSamples } from '../patrol/patrol-corpus.ts';
import type { PatrolSample } from '../patrol/patrol-corpus.ts';

/** A message whose letters are marked. */
export interface MarkedMessage {
  readonly message: Marked;
  readonly marks: readonly Mark[];
}

const folder = new URL('marked/', import.meta.url);

/** The messages that were marked for learning, in an order that does not change. */
export function markedLessons(): MarkedMessage[] {
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const lines = readFileSync(new URL(file, folder), 'utf8').split('\n');
      return lines
        .filter((line) => line !== '')
        .map((line) => marked(line, file.startsWith('points') ? 'points' : 'place'));
    });
}

/** These, and those of the corpora that may be learned from. */
export function markedMessages(): MarkedMessage[] {
  return [
    ...markedLessons(),
    ...patrolFiles.seen.flatMap(patrolSamples).flatMap(ofPatrol),
    ...hazardFiles.seen.flatMap(hazardSamples).flatMap(ofHazards),
  ];
}

/** A report of the corpus of hazards with its place marked. */
function ofHazards({ text, expect: { fields } }: HazardSample): MarkedMessage[] {
  const place = fields?.place;
  const at = place === undefined ? -1 : text.indexOf(place);
  if (place === undefined || at < 0 || isMarked(text)) return [];
  return [marked(`${text.slice(0, at)}【${place}】${text.slice(at + place.length)}`, 'place')];
}

/** A check-in of the corpus of patrols with its points marked; numbers and codes are not told by name. */
function ofPatrol({ text, expect: { intent, fields } }: PatrolSample): MarkedMessage[] {
  if (intent !== 'check_in' || isMarked(text)) return [];
  let line = '';
  let rest = text;
  for (const name of (fields?.points ?? []).filter((point) => !/^\d+$|^[A-Z]{2}-/.test(point))) {
    const at = rest.indexOf(name);
    if (at < 0) return [];
    line += `${rest.slice(0, at)}【${name}】`;
    rest = rest.slice(at + name.length);
  }
  return [marked(line + rest, 'points')];
}

/** 【打卡】 is a heading of whoever wrote the message, and no mark of a lesson. */
function isMarked(text: string): boolean {
  return /[【】]/.test(text);
}

function marked(line: string, wanted: Wanted): MarkedMessage {
  let text = '';
  /** For each letter the number of the name that it is part of; 0: none. */
  const names: number[] = [];
  let [name, inside] = [0, false];
  for (const letter of line.replaceAll('⏎', '\n')) {
    if (letter === '【') [name, inside] = [name + 1, true];
    else if (letter === '】') inside = false;
    else {
      text += letter;
      for (let unit = 0; unit < letter.length; unit += 1) names.push(inside ? name : 0);
    }
  }
  const onRound = wanted === 'points';
  const circumstances = { room: onRound ? 'patrol' : 'village', openShift: onRound, photos: onRound ? 1 : 0 } as const;
  const heard = utterance(messageOf({ text, ...circumstances }), {});
  const heardNames = heard.text.at.map((at) => names[at] ?? 0);
  const rules = onRound ? pointSigns(heard) : placeSigns(heard);
  const message: Marked = { plain: heard.plain, rules, wanted };
  return { message, marks: heardNames.map((one, at) => markOf(one, heardNames[at - 1] ?? 0)) };
}

function markOf(name: number, before: number): Mark {
  if (name === 0) return 'outside';
  return name === before ? 'goes_on' : 'begins';
}
