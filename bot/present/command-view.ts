import type { CardAction, CardLine, CardLink } from '../../core/message.ts';
import type { Person, Room } from '../../core/people.ts';
import type { IncidentView } from '../../core/ports/incidents.ts';
import type { AskingList } from './asking-list.ts';

/** An incident with what its command card shows besides. */
export interface CommandView extends IncidentView {
  reporter: Person | null;
  reportRoom: Room | null;
  /** Only while `confirmed`: whom the call-out would ask. */
  asking: AskingList | null;
}

/** What a state adds to the command card. */
export interface CommandPart {
  lines: readonly CardLine[];
  actions: readonly (readonly CardAction[])[];
  links: readonly CardLink[];
}
