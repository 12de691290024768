import type { Incident } from '../core/incident.ts';
import type { Verb } from '../core/message.ts';
import type { Chance } from './chance.ts';
import type { DrillGroup, Player } from './hand-out-phones.ts';
import { Phone } from './phone.ts';
import { incidentOf, type Stage } from './stage.ts';

/** What the officer does next, and after how long. */
interface Step {
  afterMs: number;
  act(): Promise<void>;
}

const second = 1_000;
const minute = 60 * second;

/** How often the officer looks at the card while others are at work. */
const lookMs = 15 * second;
/** Past these the officer ends the drill whatever is missing, so that it ends. */
const longestCallOutMs = 75 * minute;
const longestReturnMs = 60 * minute;

/** The simulated duty officer: starts the drill, decides by the card's buttons, and never lets it run for ever. */
export class Officer {
  readonly #stage: Stage;
  readonly #phone: Phone;
  readonly #command: DrillGroup;
  readonly #chance: Chance;
  #answeredNeed = false;

  constructor(stage: Stage, player: Player, command: DrillGroup) {
    this.#stage = stage;
    this.#phone = new Phone(stage, player, player.platforms[0]);
    this.#command = command;
    this.#chance = stage.chance.of('officer');
  }

  /** Begins, and goes on by itself until the incident is closed. */
  async begin(): Promise<void> {
    const step = await this.#next();
    if (step === null) return;
    const { clock, doing } = this.#stage;
    clock.ring(clock.now() + step.afterMs, () => doing(this.#do(step)));
  }

  async #do(step: Step): Promise<void> {
    await step.act();
    await this.begin();
  }

  async #next(): Promise<Step | null> {
    const incident = await incidentOf(this.#stage);
    if (incident === null) return this.#after(2, 4, () => this.#start());
    switch (incident.state) {
      case 'reported':
        return this.#after(15, 45, () => this.#press(incident, 'confirm'));
      case 'confirmed':
        return this.#after(15, 50, () => this.#press(incident, 'call_out'));
      case 'called_out':
        return this.#watch(incident);
      case 'stood_down':
        return this.#await(incident);
      case 'closed':
        return null;
    }
  }

  #after(least: number, most: number, act: Step['act']): Step {
    return { afterMs: this.#chance.between(least * second, most * second), act };
  }

  #look(): Step {
    return { afterMs: lookMs, act: () => Promise.resolve() };
  }

  async #watch(incident: Incident): Promise<Step> {
    const { clock, read, work } = this.#stage;
    if (work.needSaidAt !== null && !this.#answeredNeed) return this.#after(10, 20, () => this.#answerNeed(incident));
    const orders = await read.incidents.orders(incident.id);
    const crew = orders.filter(({ answer }) => answer === 'accepted');
    const finished = crew.length > 0 && crew.every(({ doneAt, safeAt }) => doneAt !== null || safeAt !== null);
    const tooLong = clock.now() - (incident.calledOutAt ?? clock.now()) > longestCallOutMs;
    return finished || tooLong ? this.#after(8, 20, () => this.#press(incident, 'stand_down')) : this.#look();
  }

  #await(incident: Incident): Step {
    const waitedMs = this.#stage.clock.now() - (incident.stoodDownAt ?? 0);
    if (waitedMs < longestReturnMs) return this.#look();
    return this.#after(20, 40, () => this.#press(incident, 'close'));
  }

  async #start(): Promise<void> {
    const { words, scenario, placeName } = this.#stage;
    await this.#phone.say(words.start[scenario.code](placeName), 'group', { group: this.#command });
  }

  async #press(incident: Incident, verb: Verb): Promise<void> {
    await this.#phone.pressIn(this.#command, incident.token, [verb]);
  }

  /** Quotes the incident's card, so that everybody who is going hears it. */
  async #answerNeed(incident: Incident): Promise<void> {
    this.#answeredNeed = true;
    const { chats, words } = this.#stage;
    const card = chats.telegram
      .standing(this.#command.externalId)
      .find(({ card: { actions } }) => actions.flat().some(({ token }) => token === incident.token));
    if (card === undefined) return;
    const quote = { messageId: card.messageId, text: card.card.title ?? '' };
    await this.#phone.say(words.helpIsComing, 'quote', { group: this.#command, quote });
  }
}
