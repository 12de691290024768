import type { DrillDoor } from '../bot/texts/drill-texts.ts';
import type { Token } from '../core/ids.ts';
import type { CardAction, Position, Quote, Verb } from '../core/message.ts';
import { spokenName } from '../core/spoken-name.ts';
import type { DrillPlatform } from './chat-rules.ts';
import type { DrillGroup, Player } from './hand-out-phones.ts';
import type { Speaker, StandingCard } from './simulated-chat.ts';
import type { Stage } from './stage.ts';
import type { StoryEvent } from './story.ts';

/** A button that stands in somebody's chat. */
interface Button {
  standing: StandingCard;
  action: CardAction;
}

/** What somebody can do with a phone on one platform. Everything is told to the audience. */
export class Phone {
  readonly platform: DrillPlatform;
  readonly #stage: Stage;
  readonly #player: Player;

  constructor(stage: Stage, player: Player, platform: DrillPlatform) {
    this.platform = platform;
    this.#stage = stage;
    this.#player = player;
  }

  /** Writes, in the direct chat unless a group is named. */
  async say(words: string, door: DrillDoor, where: { group?: DrillGroup; quote?: Quote } = {}): Promise<void> {
    this.#said(door, words);
    const { group, quote } = where;
    await this.#chat.say(this.#speaker(group ?? null), {
      text: words,
      ...(quote === undefined ? {} : { quote, mentionsBot: true }),
    });
  }

  /** The phone shares its live position. */
  async share(position: Position): Promise<void> {
    this.#said('position', this.#stage.placeName);
    await this.#chat.say(this.#speaker(null), { text: '', position: { ...position, live: true }, edited: true });
  }

  /** Presses the first of these buttons that stands in the chat, the newest card first. False: none does. */
  async press(token: Token, verbs: readonly Verb[], value?: string): Promise<boolean> {
    return this.#pressIn(null, this.#button(this.#player.externalId, token, verbs, value));
  }

  /** The same in a group. */
  async pressIn(group: DrillGroup, token: Token, verbs: readonly Verb[], value?: string): Promise<boolean> {
    return this.#pressIn(group, this.#button(group.externalId, token, verbs, value));
  }

  /** The values of a verb's buttons, such as the minutes to choose from, on the newest card that has any. */
  offers(token: Token, verb: Verb): readonly string[] {
    for (const { card } of this.#chat.standing(this.#player.externalId).toReversed()) {
      const values = card.actions
        .flat()
        .flatMap((one) => (one.token === token && one.verb === verb ? (one.value ?? []) : []));
      if (values.length > 0) return values;
    }
    return [];
  }

  get #chat() {
    return this.#stage.chats[this.platform];
  }

  #speaker(group: DrillGroup | null): Speaker {
    return { externalId: this.#player.externalId, name: this.#player.person.name, group };
  }

  #said(door: DrillDoor, words: string): Extract<StoryEvent, { kind: 'said' }> {
    const who = spokenName(this.#player.person);
    const said: StoryEvent & { kind: 'said' } = {
      at: this.#stage.clock.now(),
      kind: 'said',
      who,
      door,
      words,
      answer: null,
    };
    this.#stage.tell(said);
    return said;
  }

  async #pressIn(group: DrillGroup | null, button: Button | null): Promise<boolean> {
    if (button === null) return false;
    const said = this.#said('button', button.action.label);
    said.answer = await this.#chat.tap(this.#speaker(group), button.standing, button.action);
    return true;
  }

  #button(room: string, token: Token, verbs: readonly Verb[], value: string | undefined): Button | null {
    for (const standing of this.#chat.standing(room).toReversed()) {
      for (const action of standing.card.actions.flat()) {
        if (action.token !== token || !verbs.includes(action.verb)) continue;
        if (value === undefined || action.value === value) return { standing, action };
      }
    }
    return null;
  }
}
