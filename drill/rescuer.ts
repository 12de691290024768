import type { DrillPlatform } from './chat-rules.ts';
import type { Player } from './hand-out-phones.ts';
import { Phone } from './phone.ts';
import { RescuerSteps, type Step } from './rescuer-steps.ts';
import { incidentOf, type Stage } from './stage.ts';
import type { Temper } from './temper.ts';

/** Nobody says the same thing more often than this, should it not be understood. */
const mostTries = 3;

/** A simulated rescuer: reads what comes, thinks a while, and does one thing after the other. */
export class Rescuer {
  readonly player: Player;
  readonly #stage: Stage;
  readonly #steps: RescuerSteps;
  readonly #temperOf: (player: Player) => Promise<Temper>;
  readonly #tries = new Map<Step['name'], number>();
  /** The one in hand: the last on which something came. */
  #phone: Phone;
  #planned: { name: Step['name']; callOff: () => void } | null = null;

  constructor(stage: Stage, player: Player, temperOf: (player: Player) => Promise<Temper>) {
    this.player = player;
    this.#stage = stage;
    this.#steps = new RescuerSteps(stage, player);
    this.#temperOf = temperOf;
    this.#phone = new Phone(stage, player, player.platforms[0]);
  }

  /** Something new stands on one of the phones. */
  async notice(platform: DrillPlatform): Promise<void> {
    if (platform !== this.#phone.platform) this.#phone = new Phone(this.#stage, this.player, platform);
    await this.#plan();
  }

  async #plan(): Promise<void> {
    const step = await this.#next();
    if (step !== null && step.name === this.#planned?.name) return;
    this.#planned?.callOff();
    this.#planned = null;
    if (step === null) return;
    const { clock, doing } = this.#stage;
    const callOff = clock.ring(clock.now() + step.afterMs, () => doing(this.#act(step.name)));
    this.#planned = { name: step.name, callOff };
  }

  /** Does what was planned, unless things have changed meanwhile. */
  async #act(name: Step['name']): Promise<void> {
    this.#planned = null;
    const step = await this.#next();
    if (step?.name === name) {
      if (name !== 'wait') this.#tries.set(name, (this.#tries.get(name) ?? 0) + 1);
      await step.act(this.#phone);
    }
    await this.#plan();
  }

  async #next(): Promise<Step | null> {
    const incident = await incidentOf(this.#stage);
    if (incident === null) return null;
    const orders = await this.#stage.read.incidents.orders(incident.id);
    const order = orders.find(({ personId }) => personId === this.player.person.id);
    if (order === undefined) return null;
    const temper = await this.#temperOf(this.player);
    const givenUp = new Set([...this.#tries].filter(([, tries]) => tries >= mostTries).map(([name]) => name));
    const step = this.#steps.next({ temper, incident, order, orders, givenUp });
    return step === null || givenUp.has(step.name) ? null : step;
  }
}
