import type { Card } from '../core/message.ts';
import type { PersonId } from '../core/ids.ts';
import type { DrillPlatform } from './chat-rules.ts';
import type { Cast, Player } from './hand-out-phones.ts';
import { Rescuer } from './rescuer.ts';
import type { ChatWatch } from './simulated-chat.ts';
import { incidentOf, type Stage } from './stage.ts';
import { dealTempers, type Temper } from './temper.ts';

/** Everybody who can be called, and what goes on in their chats. */
export class Crew {
  readonly #stage: Stage;
  readonly #rescuers: ReadonlyMap<string, Rescuer>;
  readonly #players: ReadonlyMap<PersonId, Player>;
  readonly #groups: ReadonlySet<string>;
  readonly #titles: ReadonlyMap<string, string>;
  readonly #tempers = new Map<PersonId, Temper>();
  /** Whose platform has lost an answer already: it does so once. */
  readonly #lost = new Set<string>();
  #dealt = 0;

  constructor(stage: Stage, cast: Cast) {
    this.#stage = stage;
    this.#players = new Map(cast.rescuers.map((player) => [player.person.id, player]));
    this.#rescuers = new Map(
      cast.rescuers.map((player) => [
        player.externalId,
        new Rescuer(stage, player, ({ person }) => this.#temperOf(person.id)),
      ]),
    );
    const groups = [cast.command, ...cast.groups].map(({ externalId, title }) => [externalId, title] as const);
    this.#groups = new Set(groups.map(([externalId]) => externalId));
    this.#titles = new Map([
      ...groups,
      ...[...cast.rescuers, ...(cast.officer === null ? [] : [cast.officer])].map(
        ({ externalId, person }) => [externalId, person.callSign ?? person.name] as const,
      ),
    ]);
  }

  /** What is seen of one platform: cards are told to the audience, and noticed by whose chat they stand in. */
  watch(platform: DrillPlatform): ChatWatch {
    const { tell, clock, doing } = this.#stage;
    return {
      fault: (room, card) => this.#fault(room, card),
      shown: (externalId, card, before) => {
        const room = this.#titleOf(externalId);
        const form = before === null ? 'new' : before.title === card.title ? 'changed' : 'renamed';
        tell({ at: clock.now(), kind: 'shown', room, card, form, direct: !this.#groups.has(externalId) });
        const rescuer = this.#rescuers.get(externalId);
        if (before === null && rescuer !== undefined) doing(rescuer.notice(platform));
      },
      reacted: (externalId, emoji) =>
        tell({ at: clock.now(), kind: 'reacted', room: this.#titleOf(externalId), emoji }),
      refused: (externalId, why, card) =>
        tell({ at: clock.now(), kind: 'refused', room: this.#titleOf(externalId), why, card }),
    };
  }

  #titleOf(externalId: string): string {
    return this.#titles.get(externalId) ?? externalId;
  }

  #isOrder(card: Card): boolean {
    const { texts, scenario } = this.#stage;
    return card.title === texts.order.title(texts.name.kind(scenario.code));
  }

  async #fault(externalId: string, card: Card): Promise<'blocked' | 'answer_lost' | null> {
    const rescuer = this.#rescuers.get(externalId);
    if (rescuer === undefined) return null;
    const temper = await this.#temperOf(rescuer.player.person.id);
    if (temper === 'blocked') return 'blocked';
    if (temper !== 'answer_lost' || !this.#isOrder(card) || this.#lost.has(externalId)) return null;
    this.#lost.add(externalId);
    return 'answer_lost';
  }

  /** Tempers are dealt in the order in which the bot asks, so that every kind of person is met whoever it chooses. */
  async #temperOf(personId: PersonId): Promise<Temper> {
    const incident = await incidentOf(this.#stage);
    const orders = incident === null ? [] : await this.#stage.read.incidents.orders(incident.id);
    const asked = orders.map((order) => order.personId).filter((id) => !this.#tempers.has(id));
    const { scenario, chance } = this.#stage;
    if (this.#tempers.size === 0 && asked.length > 0) {
      const players = asked.flatMap((id) => this.#players.get(id) ?? []);
      const dealt = dealTempers(scenario.first, players, chance.of('tempers'));
      players.forEach(({ person }, index) => this.#tempers.set(person.id, dealt[index] ?? this.#nextTemper()));
    }
    for (const id of asked) if (!this.#tempers.has(id)) this.#tempers.set(id, this.#nextTemper());
    return this.#tempers.get(personId) ?? 'silent';
  }

  #nextTemper(): Temper {
    const { later } = this.#stage.scenario;
    return later[this.#dealt++ % later.length] ?? 'quick';
  }
}
