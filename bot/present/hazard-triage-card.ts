import type { HazardKindPage } from '../../core/hazard-kind-page.ts';
import type { Card, CardLine } from '../../core/message.ts';
import { spokenName } from '../../core/spoken-name.ts';
import { deadlineWords, dueTimeOf } from './hazard-deadline.ts';
import { kindRows } from './hazard-kind-rows.ts';
import { mapOf, photoLine, placeLines, unnamed, whatOf, wordsOf } from './hazard-lines.ts';
import { alikeLine } from './hazard-photo-alike.ts';
import { captioned, onePhoto, presentPhoto } from './hazard-photos.ts';
import type { HazardShown } from './hazard-shown.ts';
import { triageButtons } from './hazard-triage-buttons.ts';
import { ownerLines, suggestionLines, tellingLines, twinLine, type TriageChoices } from './hazard-triage-lines.ts';
import { cardOf, clip, line, type Presenting } from './presenting.ts';

function facts(shown: HazardShown, presenting: Presenting): CardLine[] {
  const { hazard } = shown;
  const { fact, grade } = presenting.texts.hazard;
  return [
    ...line(wordsOf(shown, presenting), 'strong'),
    ...placeLines(shown, presenting),
    ...line(
      hazard.severity === 'urgent' && (hazard.state === 'reported' || hazard.state === 'graded') ? fact.urgent : null,
      'warning',
    ),
    ...line(hazard.people === null ? null : fact.people(hazard.people)),
    ...photoLine(shown, presenting),
    ...tellingLines(shown, presenting),
    ...line(hazard.grade === null ? null : grade[hazard.grade], hazard.grade === 'major' ? 'warning' : undefined),
  ];
}

/** Who has it, until when and why then, and what is waited for. */
function work(shown: HazardShown, presenting: Presenting): CardLine[] {
  const { hazard, owner, tellers } = shown;
  const { texts } = presenting;
  const { fact, triage } = texts.hazard;
  const { asked, state } = hazard;
  const reason = asked === null ? '' : clip(unnamed(asked.reason, tellers, texts), 120);
  return [
    ...line(owner === null ? null : fact.owner(spokenName(owner), owner.phone)),
    ...line(hazard.handling === null ? null : fact.handling(hazard.handling)),
    ...line(hazard.round > 1 ? triage.round(hazard.round) : null),
    ...line(deadlineWords(hazard, shown.deadlines, presenting)),
    ...line(state === 'assigned' || state === 'fixed' ? triage.waitsFor(state) : null),
    ...line(asked === null ? null : triage.asked(asked.days, reason), 'strong'),
  ];
}

function checking({ hazard, fixedBy, checkedBy }: HazardShown, { texts, timeZone }: Presenting): CardLine[] {
  const { triage } = texts.hazard;
  const done = hazard.fixedAt === null || fixedBy === null ? null : dueTimeOf(hazard.fixedAt, timeZone);
  return [
    ...line(done === null || fixedBy === null ? null : triage.fixed(spokenName(fixedBy), done)),
    ...line(hazard.draw === null ? null : triage.draw(hazard.draw)),
    ...line(checkedBy === null || hazard.state !== 'closed' ? null : triage.checked(spokenName(checkedBy))),
  ];
}

function ending({ hazard, mergedInto, tellers }: HazardShown, { texts }: Presenting): CardLine[] {
  if (hazard.state !== 'closed') return [];
  const { triage } = texts.hazard;
  const words = clip(unnamed(hazard.endWords, tellers, texts), 200);
  return [
    ...line(mergedInto === null ? null : triage.mergedInto(mergedInto.number)),
    ...line(words === '' ? null : triage.endWords(words)),
    ...line(hazard.satisfaction === null ? null : triage.rated(hazard.satisfaction)),
  ];
}

/**
 * The command group's one card of a hazard: what was told, what the rules suggest and why, who would have it, what it may be
 * the same as, and how far it is. It names nobody who reported.
 */
export function hazardTriageCard(
  shown: HazardShown,
  choices: TriageChoices,
  page: HazardKindPage | null,
  presenting: Presenting,
): Card {
  const { hazard } = shown;
  const { texts } = presenting;
  const { triage } = texts.hazard;
  const open = hazard.state !== 'closed';
  const undecided = hazard.state === 'reported' || hazard.state === 'graded';
  const choosing = page !== null && undecided;
  const card = cardOf({
    title: triage.title(hazard.state, hazard.outcome, whatOf(hazard, presenting), hazard.number),
    lines: [
      ...facts(shown, presenting),
      ...(hazard.state === 'reported' ? suggestionLines(shown, presenting) : []),
      ...work(shown, presenting),
      ...checking(shown, presenting),
      ...ending(shown, presenting),
      ...twinLine(shown, choices, presenting),
      ...alikeLine(choices.alike, presenting),
      ...(undecided ? ownerLines(shown, choices, presenting) : []),
      ...line(choosing ? triage.chooseKind : null, 'strong'),
    ],
    actions: choosing
      ? kindRows(page, hazard.token, presenting, hazard.kinds[0])
      : triageButtons(shown, choices, presenting),
    links: open ? mapOf(shown, presenting) : [],
    loud: hazard.state === 'reported' && hazard.severity === 'urgent',
    ...onePhoto(presentPhoto(shown)),
  });
  return captioned(card, texts);
}
