import type { Instant } from '../core/clock.ts';
import type { Incident, Order } from '../core/incident.ts';
import { owesSafeReturn } from '../core/incident.ts';
import type { Chance } from './chance.ts';
import { accept, promise, report } from './habits.ts';
import type { Player } from './hand-out-phones.ts';
import type { Phone } from './phone.ts';
import type { Stage } from './stage.ts';
import type { Temper } from './temper.ts';

/** What somebody does next, and after how long. */
export interface Step {
  name: 'answer' | 'promise' | 'withdraw' | 'set_off' | 'arrive' | 'need' | 'news' | 'wait' | 'finish' | 'be_safe';
  afterMs: number;
  act(phone: Phone): Promise<void>;
}

/** What somebody sees who looks at their order. */
export interface Situation {
  temper: Temper;
  incident: Incident;
  order: Order;
  /** Everybody's. */
  orders: readonly Order[];
  /** What was said often enough and not understood. */
  givenUp: ReadonlySet<Step['name']>;
}

const second = 1_000;
const minute = 60 * second;

/** While somebody is still on the way the work goes on so much longer at most. */
const longestWork = 2.5;
/** How much of the promised time the way takes. */
const wayTakes = { least: 0.7, spread: 0.4 };
const usualMinutes = 8;
const fewestMinutes = 4;

/** What a simulated rescuer does next, from the first order to the last word. */
export class RescuerSteps {
  readonly #stage: Stage;
  readonly #player: Player;
  readonly #chance: Chance;
  #arriveAt: Instant | null = null;

  constructor(stage: Stage, player: Player) {
    this.#stage = stage;
    this.#player = player;
    this.#chance = stage.chance.of(player.externalId);
  }

  /** Null: there is nothing to do until something new comes. */
  next(seen: Situation): Step | null {
    const { incident, order } = seen;
    if (incident.stoodDownAt !== null) return owesSafeReturn(order) ? this.#beSafe(seen) : null;
    if (incident.state !== 'called_out') return null;
    if (order.answer === 'open') return this.#answer(seen);
    if (order.answer !== 'accepted' || order.doneAt !== null || order.safeAt !== null) return null;
    return order.onSceneAt === null ? this.#go(seen) : this.#work(seen);
  }

  #step(name: Step['name'], least: number, most: number, act: Step['act']): Step {
    return { name, afterMs: this.#chance.between(least * second, most * second), act };
  }

  #answer({ temper, order }: Situation): Step | null {
    const { words } = this.#stage;
    const minutes = minutesTo(order);
    const step = (least: number, most: number, act: Step['act']): Step => this.#step('answer', least, most, act);
    switch (temper) {
      case 'silent':
      case 'blocked':
        return null;
      case 'cannot':
        return step(12, 28, (phone) => phone.say(this.#chance.pick(words.cannot), 'words'));
      case 'reads_first':
        return order.seenAt === null
          ? step(6, 14, (phone) => phone.say(words.seen, 'words'))
          : step(18, 35, (phone) => accept(phone, order));
      case 'says_it':
        return step(8, 22, (phone) => phone.say(words.going(minutes), 'words'));
      case 'by_code':
        return step(14, 30, (phone) => phone.say(words.byCode(order.code, minutes), 'code'));
      case 'in_group':
        return step(10, 26, (phone) => this.#sayInGroup(phone, words.going(minutes)));
      case 'too_late':
        return step(75, 110, (phone) => accept(phone, order));
      case 'quick':
      case 'shares_position':
      case 'changes_mind':
      case 'answer_lost':
        return step(5, 16, (phone) => accept(phone, order));
    }
  }

  /** On the way: the promise, the start, the arrival; or a change of mind. */
  #go({ temper, incident, order, givenUp }: Situation): Step {
    const { clock, words } = this.#stage;
    const minutes = minutesTo(order);
    if (order.etaAt === null && !givenUp.has('promise')) {
      return this.#step('promise', 4, 11, (phone) => promise(phone, order, minutes, words.minutes(minutes)));
    }
    if (order.underwayAt === null && temper === 'changes_mind') {
      return this.#step('withdraw', 40, 80, (phone) => phone.say(this.#chance.pick(words.cannotAfterAll), 'words'));
    }
    if (order.underwayAt === null) {
      return this.#step('set_off', 20, 75, (phone) => report(phone, order, 'underway', words.underway, this.#chance));
    }
    this.#arriveAt ??= this.#arrival(order, minutes);
    return {
      name: 'arrive',
      afterMs: Math.max(second, this.#arriveAt - clock.now()),
      act: (phone) => this.#arrive(phone, temper, incident, order),
    };
  }

  /** On the scene: whoever came first says what is needed and when it is over; the others work until then. */
  #work({ order, orders }: Situation): Step {
    const { clock, scenario, words, work } = this.#stage;
    if (work.overAt !== null) {
      return this.#step('finish', 8, 50, (phone) => report(phone, order, 'done', words.done, this.#chance));
    }
    if (work.leader !== this.#player.person.id) return this.#wait();
    if (work.needSaidAt === null) {
      return this.#step('need', 25, 50, async (phone) => {
        work.needSaidAt = clock.now();
        await phone.say(words.need[scenario.code], 'words');
      });
    }
    const workedMs = clock.now() - (work.beganAt ?? clock.now());
    const coming = orders.some(({ answer, onSceneAt }) => answer === 'accepted' && onSceneAt === null);
    if (workedMs < scenario.workMinutes * minute * (coming ? longestWork : 1)) return this.#wait();
    return this.#step('news', 5, 40, async (phone) => {
      work.overAt = clock.now();
      await phone.say(words.news[scenario.code], 'words');
    });
  }

  #wait(): Step {
    return this.#step('wait', 15, 30, () => Promise.resolve());
  }

  #beSafe({ temper, incident, order }: Situation): Step | null {
    const { words, clock, scenario, reminderMs } = this.#stage;
    const act = (phone: Phone): Promise<void> => report(phone, order, 'safe', words.safe, this.#chance);
    if (scenario.forgetful !== temper) return this.#step('be_safe', 100, 420, act);
    const reminded = clock.now() - (incident.stoodDownAt ?? 0) >= reminderMs;
    return reminded ? this.#step('be_safe', 20, 60, act) : null;
  }

  async #sayInGroup(phone: Phone, words: string): Promise<void> {
    const { squad } = this.#player;
    if (squad === null || phone.platform !== 'telegram') return phone.say(words, 'words');
    await phone.say(words, 'group', { group: squad });
  }

  async #arrive(phone: Phone, temper: Temper, incident: Incident, order: Order): Promise<void> {
    const { work, clock, words } = this.#stage;
    work.leader ??= this.#player.person.id;
    work.beganAt ??= clock.now();
    if (temper === 'shares_position' && incident.position !== null) return phone.share(incident.position);
    await report(phone, order, 'on_scene', words.onScene, this.#chance);
  }

  /** A little before or after what was promised. */
  #arrival({ acceptedAt, etaAt }: Order, minutes: number): Instant {
    const from = acceptedAt ?? this.#stage.clock.now();
    const promisedMs = etaAt === null ? minutes * minute : etaAt - from;
    return from + Math.round(promisedMs * (wayTakes.least + this.#chance.next() * wayTakes.spread));
  }
}

function minutesTo({ travelMinutes }: Order): number {
  return Math.max(fewestMinutes, travelMinutes ?? usualMinutes);
}
