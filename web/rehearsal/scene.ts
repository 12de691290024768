import type { CastSide, RehearsalTexts, ScenarioId } from '../../bot/texts/web-texts.ts';
import type { Instant } from '../../core/clock.ts';
import type { Language, Position, RoomKind } from '../../core/message.ts';
import type { RoomPurpose } from '../../core/people.ts';
import type { WebMessage } from '../../core/ports/web-messages.ts';

/** Somebody whose phone can be held in the rehearsal room. */
export interface CastMember {
  /** External id of the person's `web` identity. */
  id: string;
  /** What everybody calls them: the call sign of a rescuer, the name of a resident. */
  name: string;
  /** What else they are called: the name behind a call sign, the call sign of an officer; '' when nothing. */
  alias: string;
  side: CastSide;
  base: Position | null;
  /** Which of the six colours of people without a picture. */
  colour: number;
}

/** A web room with who is in it. */
export interface SceneRoom {
  /** External id of the room. */
  id: string;
  kind: RoomKind;
  purpose: RoomPurpose;
  /** Its own name. */
  title: string;
  /** Its name in the page's language. */
  shownAs: string;
  members: readonly string[];
}

/** A point that somebody can be at: where it happens, a base. */
export interface Spot {
  name: string;
  position: Position;
}

/** Words that somebody can be made to say. */
export interface Scenario {
  id: ScenarioId;
  person: string;
  room: string;
  /** A picture goes with the words. */
  withPhoto: boolean;
  /** Who takes part and needs a phone on the table too: a patrol's second, a dispute's other side and its mediator. */
  others: readonly string[];
  /** What is filled into its words. */
  values: Readonly<Record<string, string>>;
}

/** Everything that the rehearsal room shows; its JSON is what the page gets. */
export interface Scene {
  language: Language;
  zoneName: string;
  timeZone: string;
  now: Instant;
  cast: readonly CastMember[];
  /** Whose phones lie on the table at first. */
  phones: readonly string[];
  rooms: readonly SceneRoom[];
  messages: readonly WebMessage[];
  spots: readonly Spot[];
  scenarios: readonly Scenario[];
  texts: RehearsalTexts;
}

/** What the page hears: the whole scene, changed messages, or only the time. */
export type SceneEvent =
  | { kind: 'scene'; scene: Scene }
  | { kind: 'messages'; messages: readonly WebMessage[] }
  | { kind: 'now'; now: Instant };
