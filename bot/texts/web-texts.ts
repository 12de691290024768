import type { Verb } from '../../core/message.ts';
import type { RoomPurpose } from '../../core/people.ts';
import type { WebPageTexts } from './web-page-texts.ts';

/** What the rehearsal room's page shows. Plain strings with `{names}` to fill in, because they travel to the browser. */
export interface RehearsalTexts {
  readonly title: string;
  /** Above everything: nothing here leaves this computer. */
  readonly safeHere: string;
  readonly product: string;
  readonly scenarios: string;
  readonly scenarioLabel: Readonly<Record<ScenarioId, string>>;
  /** Of a night patrol `{from}`, `{to}` and `{names}` are filled in. */
  readonly scenarioWords: Readonly<Record<ScenarioId, string>>;
  /** What follows the announcement of a night patrol, in order. */
  readonly patrolLines: readonly PatrolLine[];
  /** What is said in a dispute, beside what is tapped. Of all of it `{name}` and `{phone}` of the other side are filled in. */
  readonly disputeLines: Readonly<Record<'otherSide' | 'times' | 'terms', StoryLine>>;
  readonly startOver: string;
  readonly startOverAsk: string;
  readonly startOverExplain: string;
  readonly startOverYes: string;
  readonly cancel: string;
  readonly otherLanguage: string;
  readonly otherLanguageLabel: string;
  readonly dark: string;
  readonly light: string;
  readonly connectionLost: string;
  readonly nextStep: string;
  readonly doItForMe: string;
  readonly openReport: string;
  readonly step: StepTexts;
  /** How somebody of the cast is named in a hint. */
  readonly who: string;
  /** A quoted message: whose, and its words. */
  readonly quoted: string;
  readonly phoneOf: string;
  readonly changePerson: string;
  readonly chats: string;
  /** What a group is called where its own name is in another language, `duty` that of whoever is on duty; null: by its own name. */
  readonly groupName: Readonly<Record<RoomPurpose | 'duty', string>> | null;
  readonly side: Readonly<Record<CastSide, string>>;
  readonly botName: string;
  readonly groupPeople: string;
  readonly emptyDirect: Readonly<Record<CastSide, string>>;
  readonly emptyGroup: string;
  readonly unread: string;
  readonly newBelow: string;
  readonly write: string;
  readonly send: string;
  readonly more: string;
  readonly photo: string;
  readonly locationOf: string;
  readonly base: string;
  readonly quote: string;
  readonly quoteOff: string;
  readonly edited: string;
  readonly sending: string;
  readonly again: string;
  readonly photoAlt: string;
  /** Over what is covered until it is touched, and to cover it again. */
  readonly uncover: string;
  readonly cover: string;
  readonly position: string;
  readonly failed: Readonly<Record<RehearsalFailure, string>>;
}

/** What to do next, in words; `{who}` holds the phone, `{label}` is the button. */
interface StepTexts {
  readonly say: string;
  readonly tap: string;
  /** The person is on none of the phones. */
  readonly swap: string;
  /** The owner of a hazard shows that it is fixed: a photo with `{words}`. */
  readonly show: string;
  readonly showWords: string;
  /** A photo with words, or with none. */
  readonly sendPhoto: string;
  readonly sendOnlyPhoto: string;
  readonly wait: string;
  readonly finished: string;
  /** Of a hazard: what the reporter can still say. */
  readonly finishedHazard: string;
  readonly finishedPatrol: string;
  readonly finishedDispute: string;
  /** Why this step matters. */
  readonly why: Readonly<
    Partial<Record<Verb | 'say' | 'finished' | 'finished_hazard' | 'finished_patrol' | 'finished_dispute', string>>
  >;
}

export type ScenarioId = 'factory_fire' | 'drowning' | 'person_down' | 'blocked_exit' | 'night_patrol' | 'dispute';

/** What somebody sends in a story. */
export interface StoryLine {
  /** '' nothing but the photo. */
  readonly words: string;
  readonly photo: boolean;
  /** Why this step matters. */
  readonly why: string;
}

/** What one of the two who go round at night sends. */
export interface PatrolLine extends StoryLine {
  /** 0: who leads them; 1: the other. */
  readonly who: 0 | 1;
}

export type CastSide = 'resident' | 'rescuer' | 'officer' | 'mediator' | 'other';
/** Why the page could not do what was asked. */
export type RehearsalFailure = 'offline' | 'too_long' | 'photo_too_large' | 'not_a_photo' | 'not_stored' | 'refused';

/** Every word of the program's pages, in one language. */
export interface WebTexts {
  readonly rehearsal: RehearsalTexts;
  readonly page: WebPageTexts;
}
