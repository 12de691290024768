import { placeKinds, riskColours, type RiskColour } from '../../core/catalogue.ts';
import type { DueTime } from '../../core/tap-result.ts';
import type { ColourReason } from '../../core/place-colour.ts';
import { nameIn } from './name-in.ts';
import type { PlaceTexts } from './place-texts.ts';

const colourName = (colour: RiskColour): string => nameIn(riskColours, colour).en;
const when = ({ date, clock }: DueTime): string => `${date.slice(5)} at ${clock}`;

function reason(why: ColourReason, cleanDate: string | null): string {
  switch (why.kind) {
    case 'stated':
      return `assessed as ${colourName(why.colour)}`;
    case 'lec':
      return `assessed as ${colourName(why.colour)}: LEC ${String(why.likelihood)} × ${String(why.exposure)} × ${String(why.consequence)} = ${String(why.product)}`;
    case 'matrix':
      return `assessed as ${colourName(why.colour)}: likelihood ${String(why.likelihood)} × severity ${String(why.severity)} = ${String(why.product)}`;
    case 'not_assessed':
      return 'nobody has assessed it yet, so it counts as blue, the lowest';
    case 'major_open':
      return `open major hazard: ${why.numbers.join(', ')}, which makes it red`;
    case 'overdue':
      return `overdue: ${why.numbers.join(', ')}, which is one step up`;
    case 'not_clean':
      return cleanDate === null
        ? `${String(why.open)} still open, so it does not go down yet`
        : `closed less than 30 days ago; it goes back on ${cleanDate} if nothing new is found`;
    case 'clean':
      return 'nothing open for 30 days: back to what it was assessed as';
  }
}

/** Everything said about places, in English. */
export const placeEn: PlaceTexts = {
  notice: {
    place_colour: 'suggested colour',
    place_info: 'place',
    place_which: 'question about a place',
    place_answer: 'answer to a decision',
  },
  verb: { colour_accept: 'Change it', colour_keep: 'Keep it' },
  word: { colour_accept: 'change colour', colour_keep: 'keep colour' },
  trace: {
    colour_proposed: 'colour suggested',
    colour_dropped: 'suggestion withdrawn',
    colour_set: 'colour changed',
    colour_kept: 'colour kept',
    table_imported: 'table imported',
  },
  result: {
    colour_set: ({ code, colour }) => `Decided: ${code} is ${colourName(colour)} now.`,
    colour_kept: ({ code, colour }) => `Decided: ${code} stays ${colourName(colour)}.`,
    colour_already: ({ code, colour, by }) =>
      by === ''
        ? `The rules no longer suggest it; ${code} stays ${colourName(colour)}.`
        : `${by} has decided already; ${code} is ${colourName(colour)}.`,
  },
  reply: (replies) => `Reply: ${replies.join(' · ')}`,
  colour: {
    name: colourName,
    mark: { red: '🔴', orange: '🟠', yellow: '🟡', blue: '🔵' },
    title: (place, from, to) => `${place}: from ${colourName(from)} to ${colourName(to)}?`,
    decidedTitle: (place, how, colour) =>
      how === 'accepted' ? `${place}: ${colourName(colour)} now` : `${place}: stays ${colourName(colour)}`,
    droppedTitle: (place, colour) => `${place}: no change, stays ${colourName(colour)}`,
    why: 'Why:',
    reason,
    ask: 'You decide; one tap is enough.',
    noGrade: 'An enterprise’s colour is about its risk. It is not the grade of a hazard.',
    decided: (who, at) => `Decided by ${who}, ${when(at)}`,
    dropped: 'Things have changed, and the rules no longer suggest it.',
  },
  info: {
    title: (name, code) => `${name} (${code})`,
    kind: (kind) => nameIn(placeKinds, kind).en,
    aliases: (names) => `Also called: ${names}`,
    area: (area) => `Area: ${area}`,
    colour: (mark, name) => `Risk colour: ${mark} ${name}`,
    asking: (mark, name) => `The rules suggest ${mark} ${name}; nobody has decided yet`,
    tags: (words) => `Known for: ${words}`,
    contact: (name, phone) => `To ring: ${name} ${phone}`,
    contactPrivately: 'Phone numbers are not shown in groups; ask me in a direct chat.',
    open: (count, late) => `${String(count)} open hazards${late > 0 ? `, ${String(late)} overdue` : ''}`,
    noneOpen: 'No open hazards.',
    more: (count) => `… and ${String(count)} more`,
    closed: (line, at, outcome) =>
      `${line}, ${when(at)}, ${{ resolved: 'put right', not_hazard: 'no hazard', withdrawn: 'withdrawn', merged: 'joined another' }[outcome]}`,
    lastClosed: (entry) => `Ended last: ${entry}`,
    page: 'Open its page',
    report: 'Is something unsafe there? Send me a photo and a few words.',
    which: (words) => `“${words}” fits several. Which one? Send: place CODE`,
    unknown: (words) => `I know no “${words}”. Send the code or the whole name, such as: place QY-0217`,
  },
};
