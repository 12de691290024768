import type { CardAction, Verb } from '../../core/message.ts';
import type { CastMember, Scene } from '../rehearsal/scene.ts';

/** What brings the story on. */
export type NextStep =
  | { kind: 'say' }
  | { kind: 'tap'; person: CastMember; room: string; messageId: string; action: CardAction; onTable: boolean }
  | { kind: 'wait' }
  | { kind: 'finished'; report: string | null };

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
];

/** Someone has already come so far that no further acceptance is needed to see how it goes on. */
const enoughAccepted = 2;

interface Choice {
  person: CastMember;
  room: string;
  messageId: string;
  action: CardAction;
}

/** The one thing to do next, read from the buttons that stand in the rooms. */
export function nextStep(scene: Scene, onTable: readonly string[]): NextStep {
  if (scene.messages.length === 0) return { kind: 'say' };
  const choices = choicesOf(scene, onTable);
  const accepted = new Set(choices.filter(({ action }) => action.verb === 'withdraw').map(({ person }) => person.id));
  for (const verb of storyline) {
    if (verb === 'accept' && accepted.size >= enoughAccepted) continue;
    const fitting = choices.filter(({ action }) => action.verb === verb);
    const choice =
      fitting.find(({ person }) => onTable.includes(person.id)) ?? (accepted.size === 0 ? fitting[0] : undefined);
    if (choice !== undefined) return { kind: 'tap', ...choice, onTable: onTable.includes(choice.person.id) };
  }
  return choices.length === 0 ? { kind: 'finished', report: reportLink(scene) } : { kind: 'wait' };
}

/** Every button that somebody of the cast could tap, newest card of each kind first. */
function choicesOf(scene: Scene, onTable: readonly string[]): Choice[] {
  const rank = (person: CastMember): number => {
    const place = onTable.indexOf(person.id);
    return place < 0 ? onTable.length : place;
  };
  const people = [...scene.cast].sort((a, b) => rank(a) - rank(b));
  return scene.messages.toReversed().flatMap(({ id, room, content }) => {
    if (content.kind !== 'card') return [];
    const person = holderOf(scene, people, room);
    if (person === undefined) return [];
    return content.card.actions.flat().map((action) => ({ person, room, messageId: id, action }));
  });
}

/** Who taps in a room: its only person, or the officer of a group. */
function holderOf(scene: Scene, people: readonly CastMember[], room: string): CastMember | undefined {
  const place = scene.rooms.find(({ id }) => id === room);
  const members = people.filter(({ id }) => place?.members.includes(id));
  return place?.kind === 'direct' ? members[0] : members.find(({ side }) => side === 'officer');
}

/** The after-action report's page, from the newest card that links to it. */
function reportLink(scene: Scene): string | null {
  for (const { content } of scene.messages.toReversed()) {
    if (content.kind !== 'card') continue;
    const page = content.card.links.find(({ url }) => url.includes('/i/'));
    if (page !== undefined) return page.url;
  }
  return null;
}
