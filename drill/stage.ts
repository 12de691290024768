import type { DrillTexts } from '../bot/texts/drill-texts.ts';
import type { Texts } from '../bot/texts/texts.ts';
import type { Instant } from '../core/clock.ts';
import type { PersonId } from '../core/ids.ts';
import type { Incident } from '../core/incident.ts';
import type { Reads } from '../core/ports/store.ts';
import type { Chance } from './chance.ts';
import type { DrillPlatform } from './chat-rules.ts';
import type { Scenario } from './scenarios.ts';
import type { SimulatedChat } from './simulated-chat.ts';
import type { StoryClock } from './story-clock.ts';
import type { StoryEvent } from './story.ts';

/** What everybody of a drill shares: the time, the platforms, the words, and how far the work on the scene has come. */
export interface Stage {
  readonly scenario: Scenario;
  readonly clock: StoryClock;
  readonly chance: Chance;
  readonly read: Reads;
  readonly chats: Readonly<Record<DrillPlatform, SimulatedChat>>;
  /** What people say. */
  readonly words: DrillTexts['said'];
  /** What the bot says: people look for its buttons. */
  readonly texts: Texts;
  /** Where it happens, as people say it; '' when nobody knows. */
  readonly placeName: string;
  readonly work: SceneWork;
  /** After the stand-down, when the bot asks again who is not safely back. */
  readonly reminderMs: number;
  readonly tell: (event: StoryEvent) => void;
  /** Somebody is at something: the clock waits for it. */
  readonly doing: (work: Promise<void>) => void;
}

/** How the work on the scene goes. */
export interface SceneWork {
  /** Who came first and speaks for the scene. */
  leader: PersonId | null;
  beganAt: Instant | null;
  needSaidAt: Instant | null;
  overAt: Instant | null;
}

/** So many incidents are looked at: a drill makes one, and should it make more, that is a fault to be told. */
const lookedAt = 10;

/** The incident of the drill; null before it was reported. */
export async function incidentOf({ read }: Stage): Promise<Incident | null> {
  return (await read.incidents.latest(lookedAt)).find(({ drill }) => drill) ?? null;
}

/** An incident that is no drill although nothing but a drill was played: it must never be. */
export async function realIncidentIn({ read }: Stage): Promise<Incident | null> {
  return (await read.incidents.latest(lookedAt)).find(({ drill }) => !drill) ?? null;
}
