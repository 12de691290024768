import type { HazardVerb } from '../../core/hazard-verb.ts';
import type { MatterVerb } from '../../core/matter-verb.ts';
import type { Card, PlaceVerb, Verb } from '../../core/message.ts';
import type { PatrolVerb } from '../../core/patrol-verb.ts';
import type { WebMessage } from '../../core/ports/web-messages.ts';

type IncidentVerb = Exclude<Verb, PlaceVerb | HazardVerb | PatrolVerb | MatterVerb>;

/** Every verb of incidents and their orders; the compiler asks for those that are new. */
const ofIncidents: Readonly<Record<IncidentVerb, true>> = {
  confirm: true,
  not_incident: true,
  call_out: true,
  choose_kind: true,
  set_kind: true,
  more_people: true,
  stand_down: true,
  cancel: true,
  false_alarm: true,
  close: true,
  split: true,
  accept: true,
  standby: true,
  decline: true,
  withdraw: true,
  eta: true,
  underway: true,
  on_scene: true,
  done: true,
  safe: true,
  received: true,
};

/** Whether a button belongs to an incident or one of its orders. */
export function isOfIncident(verb: Verb): boolean {
  return Object.hasOwn(ofIncidents, verb);
}

/** Whether a button belongs to a hazard. */
export function isOfHazard(verb: Verb): boolean {
  return verb.startsWith('hazard_');
}

/**
 * Which story these messages tell, the newest of them by its cards: an incident's and a hazard's have its buttons or link to its
 * page. Patrols, private matters and failures send their cards to the command group as well, and tell neither. Null: no story.
 */
export function storyTold(messages: readonly WebMessage[]): 'incident' | 'hazard' | null {
  const newestFirst = messages.toSorted((a, b) => changedAt(b) - changedAt(a));
  for (const card of newestFirst.flatMap(cardOf)) {
    const verbs = card.actions.flat().map(({ verb }) => verb);
    if (verbs.some(isOfIncident) || incidentPage(card) !== undefined) return 'incident';
    if (verbs.some(isOfHazard) && !verbs.some(isOfDraft)) return 'hazard';
  }
  return null;
}

/** What is still being asked before a hazard is told: nobody but its teller knows of it. */
function isOfDraft(verb: Verb): boolean {
  return verb === 'hazard_file' || verb === 'hazard_drop' || verb === 'hazard_place';
}

/** When a message was last as it is now. */
export function changedAt({ at, editedAt }: WebMessage): number {
  return editedAt ?? at;
}

/** The address of the incident's page that a card links to. */
export function incidentPage({ links }: Card): string | undefined {
  return links.find(({ url }) => url.includes('/i/'))?.url;
}

/** The card that a message is, or none. */
export function cardOf({ content }: WebMessage): Card[] {
  return content.kind === 'card' ? [content.card] : [];
}
