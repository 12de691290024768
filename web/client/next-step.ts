import type { CardAction, Verb } from '../../core/message.ts';
import type { WebMessage } from '../../core/ports/web-messages.ts';
import type { CastMember, Scene } from '../rehearsal/scene.ts';
import { disputeStep } from './dispute-story.ts';
import { patrolStep } from './patrol-story.ts';
import { cardOf, changedAt, incidentPage, isOfIncident, storyTold } from './story-cards.ts';
import type { NextStep } from './story-step.ts';

/** The story's order: an earlier verb that can be tapped is the next step. */
const storyline: readonly Verb[] = [
  'confirm',
  'call_out',
  'accept',
  'eta',
  'underway',
  'on_scene',
  'stand_down',
  'safe',
  'close',
  'hazard_grade',
  'hazard_accept',
  'hazard_fixed',
  'hazard_pass',
];

/** So many on their way are enough to see how it goes on. */
const enoughAccepted = 2;
/** Whoever can tap one of these has accepted. */
const afterAccepting: readonly Verb[] = ['withdraw', 'eta', 'underway', 'on_scene', 'done'];

interface Choice {
  person: CastMember;
  room: string;
  messageId: string;
  action: CardAction;
}

/** The one thing to do next, read from the buttons that stand in the rooms. */
export function nextStep(scene: Scene, onTable: readonly string[]): NextStep {
  const played = patrolStep(scene, onTable) ?? disputeStep(scene, onTable);
  if (played !== null) return played;
  const told = storyTold(scene.messages);
  if (told === null) return { kind: 'say' };
  const choices = choicesOf(scene, onTable);
  const going = choices.filter(({ action }) => afterAccepting.includes(action.verb));
  const accepted = new Set(going.map(({ person }) => person.id));
  for (const verb of storyline) {
    if (verb === 'accept' && accepted.size >= enoughAccepted) continue;
    const fitting = choices.filter(({ action }) => action.verb === verb && usual(action));
    const choice =
      fitting.find(({ person }) => onTable.includes(person.id)) ?? (accepted.size === 0 ? fitting[0] : undefined);
    if (choice?.action.verb === 'hazard_fixed') return { kind: 'show', person: choice.person, room: choice.room };
    if (choice !== undefined) return { kind: 'tap', ...choice, onTable: onTable.includes(choice.person.id) };
  }
  // What the scene asked for keeps its button; by itself it brings nothing on.
  const goesOn = choices.some(({ action: { verb } }) => isOfIncident(verb) && verb !== 'more_people');
  if (goesOn || (told === 'hazard' && isLookedAfter(choices))) return { kind: 'wait' };
  return { kind: 'finished', about: told, report: told === 'incident' ? reportLink(scene) : null };
}

/** Whoever told of a hazard can take it back until it is closed; then they are asked how well it was done, and can open it again. */
function isLookedAfter(choices: readonly Choice[]): boolean {
  const verbs = new Set(choices.map(({ action }) => action.verb));
  return verbs.has('hazard_withdraw') && !verbs.has('hazard_rate') && !verbs.has('hazard_reopen');
}

/** Of a verb's values the one that shows most: a major hazard is always looked at again. */
function usual({ verb, value }: CardAction): boolean {
  return verb !== 'hazard_grade' || value === 'major';
}

/** Every button that somebody of the cast could tap: from the left of the table, each person's newest card first. */
function choicesOf(scene: Scene, onTable: readonly string[]): Choice[] {
  const rank = ({ id }: CastMember): number => (onTable.includes(id) ? onTable.indexOf(id) : onTable.length);
  const people = [...scene.cast].sort((a, b) => rank(a) - rank(b));
  return scene.messages
    .toReversed()
    .flatMap((message) => {
      const { id, room, content } = message;
      const person = content.kind === 'card' ? holderOf(scene, people, room) : undefined;
      if (content.kind !== 'card' || person === undefined || isOutdated(message, scene)) return [];
      return content.card.actions.flat().map((action) => ({ person, room, messageId: id, action }));
    })
    .sort((a, b) => rank(a.person) - rank(b.person));
}

/** Another message about the same order changed later: what this one still offers was answered there. */
function isOutdated(message: WebMessage, { messages }: Scene): boolean {
  const code = codeOf(message);
  return (
    code !== undefined &&
    messages.some(
      (other) => other.room === message.room && codeOf(other) === code && changedAt(other) > changedAt(message),
    )
  );
}

function codeOf({ content }: WebMessage): string | undefined {
  return content.kind === 'card' ? content.card.code : undefined;
}

/** Who taps in a room: its only person, or the officer of a group. */
function holderOf(scene: Scene, people: readonly CastMember[], room: string): CastMember | undefined {
  const place = scene.rooms.find(({ id }) => id === room);
  const members = people.filter(({ id }) => place?.members.includes(id));
  return place?.kind === 'direct' ? members[0] : members.find(({ side }) => side === 'officer');
}

/** The after-action report's page, from the newest card that links to it. */
function reportLink({ messages }: Scene): string | null {
  return (
    messages
      .toReversed()
      .flatMap(cardOf)
      .flatMap((card) => incidentPage(card) ?? [])[0] ?? null
  );
}
