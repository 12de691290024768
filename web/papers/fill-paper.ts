import type { PaperTexts } from '../../bot/texts/paper-texts.ts';
import type { Paper, PaperBlock, PaperKind } from '../../core/paper.ts';
import {
  dayOf,
  dispute,
  field,
  keys,
  lastDay,
  sessions,
  sides,
  signatures,
  terms,
  together,
  visits,
  written,
  type Filling,
  type PaperFacts,
} from './paper-blocks.ts';

/**
 * Fills one paper from a matter. What nobody said stays a line to write on: sex, age and address are asked for by the forms, and
 * not kept by the program.
 */
export function fillPaper(kind: PaperKind, facts: PaperFacts, words: PaperTexts): Paper {
  const filling = { ...facts, words };
  const { agreement } = facts.matter.body;
  const open = kind === 'agreement' && agreement?.form === 'written' && agreement.effectiveAt === null;
  return {
    language: facts.language,
    title: words.title[kind],
    number: words.number(facts.matter.number),
    mark: open ? words.draft : '',
    blocks: fill[kind](filling),
    zone: facts.zoneName,
  };
}

const fill: Readonly<Record<PaperKind, (filling: Filling) => PaperBlock[]>> = {
  application: (filling) => [
    ...sides(filling),
    ...dispute(filling),
    { kind: 'heading', text: filling.words.heading.facts },
    written(filling.matter.body.facts.join('\n')),
    { kind: 'heading', text: filling.words.heading.wants },
    written(filling.matter.body.wants),
    { kind: 'words', text: filling.words.applicationPlea },
    field(filling.words.label.reportedOn, dayOf(filling, filling.matter.reportedAt)),
    signatures(filling, ['a']),
  ],
  rights: ({ words, matter, ...rest }) => [
    { kind: 'words', text: words.rightsLead },
    { kind: 'heading', text: words.heading.rights },
    { kind: 'list', items: words.rights },
    { kind: 'heading', text: words.heading.duties },
    { kind: 'list', items: words.duties },
    signatures({ words, matter, ...rest }, keys(matter)),
  ],
  consent: (filling) => [
    ...sides(filling),
    field(filling.words.label.room, filling.roomName),
    field(filling.words.label.mediator, filling.mediatorName),
    { kind: 'words', text: filling.words.consentWords },
    signatures(filling, keys(filling.matter)),
  ],
  record: (filling) => [
    ...sides(filling),
    field(filling.words.label.room, filling.roomName),
    field(filling.words.label.mediator, filling.mediatorName),
    field(filling.words.label.acceptedOn, dayOf(filling, filling.matter.acceptedAt)),
    ...sessions(filling),
    { kind: 'words', text: filling.words.readBack },
    signatures(filling, keys(filling.matter), filling.words.label.mediator),
  ],
  agreement: (filling) => [
    ...sides(filling),
    ...dispute(filling),
    ...terms(filling),
    signatures(filling, keys(filling.matter), filling.words.label.mediator, filling.words.sealed),
  ],
  confirmation: (filling) => [
    ...sides(filling, together),
    { kind: 'heading', text: filling.words.heading.request },
    {
      kind: 'words',
      text: filling.words.confirmationPlea(filling.roomName, dayOf(filling, filling.matter.effectiveAt)),
    },
    { kind: 'list', items: filling.words.confirmationPromise },
    { kind: 'heading', text: filling.words.heading.attachments },
    { kind: 'list', items: filling.words.attachments },
    field(filling.words.label.court, ''),
    field(filling.words.label.lastDay, lastDay(filling)),
    signatures({ ...filling, matter: together(filling.matter) }, keys(filling.matter)),
  ],
  visit: (filling) => [
    ...sides(filling),
    field(filling.words.label.effectiveOn, dayOf(filling, filling.matter.effectiveAt)),
    ...visits(filling),
    signatures(filling, [], filling.words.label.visitor),
  ],
};
