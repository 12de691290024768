import type { DrillDoor, DrillTally } from '../bot/texts/drill-texts.ts';
import type { Skill } from '../core/catalogue.ts';
import type { Instant } from '../core/clock.ts';
import type { IncidentState } from '../core/incident.ts';
import type { Card } from '../core/message.ts';

/** What the audience of a drill sees happen, in order. `who` and `room` are names as people say them. */
export type StoryEvent = { at: Instant } & (
  | {
      kind: 'said';
      who: string;
      door: DrillDoor;
      /** The words, the label of the button, or where a position is. */
      words: string;
      /** What a tap was answered with; null: nothing, or not a tap. */
      answer: string | null;
    }
  | {
      kind: 'shown';
      room: string;
      card: Card;
      /** A changed card stands where it stood; `renamed`: its title is another now. */
      form: 'new' | 'changed' | 'renamed';
      /** In somebody's direct chat, not in a group. */
      direct: boolean;
    }
  | { kind: 'reacted'; room: string; emoji: string }
  | { kind: 'refused'; room: string; why: Refusal; card: Card | null }
);

/** Why a simulated platform did not take something. `refused`: it was against the platform's rules. */
export type Refusal = 'blocked' | 'answer_lost' | 'refused';

/** How far the call-out has come: what stands below the story. */
export interface Standing {
  number: string;
  state: IncidentState;
  place: string;
  seats: readonly { skill: Skill | null; taken: number; needed: number }[];
  tally: DrillTally;
  /** With a seat and not there yet; the promised instant where there is one. */
  going: readonly { name: string; expectedAt: Instant | null }[];
  onScene: readonly string[];
  safe: number;
  went: number;
  missing: readonly string[];
}

/** What happened at one instant, and how things stand after it. */
export interface Scene {
  at: Instant;
  events: readonly StoryEvent[];
  /** Null before there is an incident. */
  standing: Standing | null;
}

/** Watches a drill. */
export interface Audience {
  /** May take its time: the story waits. */
  show(scene: Scene): Promise<void>;
}
