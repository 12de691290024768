import type { StoryLine } from '../../bot/texts/web-texts.ts';
import type { Card, CardAction, Verb } from '../../core/message.ts';
import type { WebMessage } from '../../core/ports/web-messages.ts';
import type { CastMember, Scenario, Scene } from '../rehearsal/scene.ts';
import { fill } from './fill.ts';
import { cardOf, changedAt, storyTold } from './story-cards.ts';
import type { NextStep } from './story-step.ts';

/** Somebody's direct chat with the bot since the dispute was told of. */
interface Chat {
  person: CastMember;
  room: string;
  /** What the bot showed there, what changed last first. */
  cards: readonly { messageId: string; changedAt: number; card: Card }[];
  /** When they last wrote there; 0: not yet. */
  spokeAt: number;
}

/** What the story is read from. */
interface Stage {
  scene: Scene;
  scenario: Scenario;
  onTable: readonly string[];
  since: readonly WebMessage[];
  teller: Chat;
  other: Chat;
}

/** Verbs of the card from which a mediator works; what they need just now is read from it. */
const atWork: readonly Verb[] = ['matter_give_back', 'matter_step_up', 'matter_performed'];

/** What comes next in a dispute that is being rehearsed, from the words in the group to the seal; null: none is on the stage. */
export function disputeStep(scene: Scene, onTable: readonly string[]): NextStep | null {
  const scenario = scene.scenarios.find(({ id }) => id === 'dispute');
  const since = scenario === undefined ? null : toldOf(scene, scenario);
  if (scenario === undefined || since === null || storyTold(since) !== null) return null;
  const [teller, other] = [scenario.person, scenario.others[0]].map((id) => chatOf(scene, since, id));
  if (teller === undefined || other === undefined) return null;
  const stage = { scene, scenario, onTable, since, teller, other };
  // In the group there is nothing but the number.
  if (!since.some((message) => message.room === scenario.room && message.sender === null)) return { kind: 'wait' };
  return telling(stage) ?? takingOn(stage) ?? atWorkOn(stage) ?? { kind: 'wait' };
}

/** What was sent since the dispute was told of in the group; null: it was not, or another story began in another group. */
function toldOf({ messages, texts, rooms }: Scene, { room, person, values }: Scenario): WebMessage[] | null {
  const words = fill(texts.scenarioWords.dispute, values);
  const at = messages.findLastIndex(
    ({ sender, content, room: where }) =>
      sender === person && where === room && content.kind === 'text' && content.text === words,
  );
  if (at < 0) return null;
  const since = messages.slice(at + 1);
  const groups = rooms.filter(({ kind, id }) => kind === 'group' && id !== room).map(({ id }) => id);
  return since.some(({ sender, room: where }) => sender !== null && groups.includes(where)) ? null : since;
}

function chatOf(scene: Scene, since: readonly WebMessage[], id: string | undefined): Chat | undefined {
  const person = scene.cast.find((member) => member.id === id);
  const room = scene.rooms.find(({ kind, members }) => kind === 'direct' && id !== undefined && members.includes(id));
  if (person === undefined || room === undefined) return undefined;
  const messages = since.filter((message) => message.room === room.id);
  const cards = messages
    .flatMap((message) =>
      cardOf(message).map((card) => ({ messageId: message.id, changedAt: changedAt(message), card })),
    )
    .toSorted((a, b) => b.changedAt - a.changedAt);
  return { person, room: room.id, cards, spokeAt: messages.findLast(({ sender }) => sender === id)?.at ?? 0 };
}

/** The resident is asked one thing after the other, and hands it in; null: it was handed in. */
function telling(stage: Stage): NextStep | null {
  const { teller } = stage;
  if (teller.cards.some(({ card }) => has(card, 'matter_look') && !has(card, 'matter_drop'))) return null;
  const asked = teller.cards.find(({ card }) => has(card, 'matter_drop'));
  if (asked === undefined || teller.spokeAt > asked.changedAt) return { kind: 'wait' };
  if (has(asked.card, 'matter_skip', 'other_side')) return say(stage, teller, stage.scene.texts.disputeLines.otherSide);
  return (
    tap(stage, teller, 'matter_file') ??
    tapOn(stage, teller, asked, 'matter_answer', 'alone') ??
    tapOn(stage, teller, asked, 'matter_answer', 'anybody') ??
    tapOn(stage, teller, asked, 'matter_skip')
  );
}

/** A mediator looks at it and takes it; null: none is asked any more. */
function takingOn(stage: Stage): NextStep | null {
  const asked = chats(stage).filter(({ cards }) => cards.some(({ card }) => isOffer(card)));
  const wanted = stage.scenario.others[1];
  const chat =
    asked.find(({ person }) => person.id === wanted) ??
    asked.find(({ person }) => stage.onTable.includes(person.id)) ??
    asked[0];
  const offer = chat?.cards.find(({ card }) => isOffer(card));
  if (chat === undefined || offer === undefined) return null;
  return (looks(chat) ? null : tapOn(stage, chat, offer, 'matter_look')) ?? tapOn(stage, chat, offer, 'matter_take');
}

/** What is shown of it has the same buttons, but for the one that shows it. */
function isOffer(card: Card): boolean {
  return has(card, 'matter_take') && has(card, 'matter_look');
}

/** Both agree, choose a time, settle it and sign; read from the card of whoever has it. */
function atWorkOn(stage: Stage): NextStep | null {
  const { teller, other, scene } = stage;
  const lines = scene.texts.disputeLines;
  const mediator = chats(stage).find(({ cards }) => cards.some(({ card }) => isWork(card)));
  const work = mediator?.cards.find(({ card }) => isWork(card));
  if (mediator === undefined || work === undefined) return null;
  const answered = mediator.spokeAt <= work.changedAt;
  if (has(work.card, 'matter_performed')) return { kind: 'finished', about: 'dispute', report: null };
  if (has(work.card, 'matter_consent', 'b:yes'))
    return (looks(other) ? null : tap(stage, other, 'matter_look')) ?? tap(stage, other, 'matter_consent', 'yes');
  if (has(work.card, 'matter_sign', 'b')) return tap(stage, other, 'matter_sign', 'yes');
  if (has(work.card, 'matter_sign', 'a')) return tap(stage, teller, 'matter_sign', 'yes');
  if (has(work.card, 'matter_sign', 'seal')) return tap(stage, mediator, 'matter_sign', 'seal');
  const choosing = chooseTime(stage, other) ?? chooseTime(stage, teller);
  if (choosing !== null) return choosing;
  if (!answered) return { kind: 'wait' };
  if (isWanted(work.card, 'matter_times')) return say(stage, mediator, lines.times);
  return isBooked(teller) && has(work.card, 'matter_agree') ? say(stage, mediator, lines.terms) : null;
}

function isWork(card: Card): boolean {
  return atWork.some((verb) => has(card, verb));
}

/** The button stands out: it is what is wanted next. */
function isWanted(card: Card, verb: Verb): boolean {
  return card.actions.flat().some((action) => action.verb === verb && action.style === 'primary');
}

/** One of the times that somebody is asked about; null: they were not asked, or have answered, which stands on the card. */
function chooseTime(stage: Stage, chat: Chat): NextStep | null {
  const asked = chat.cards.find(({ card }) => times(card).length > 1);
  if (asked === undefined || asked.card.actions.flat().some(({ label }) => label.startsWith('✓'))) return null;
  return tapOn(stage, chat, asked, 'matter_time');
}

function times(card: Card): CardAction[] {
  return card.actions.flat().filter(({ verb, value }) => verb === 'matter_time' && value?.endsWith('none') === false);
}

/** The time is fixed: of it only "I can't come" is left to be said. */
function isBooked({ cards }: Chat): boolean {
  return cards.some(({ card }) => has(card, 'matter_time') && times(card).length === 0);
}

/** They have looked at what it says: it is covered, and nothing else is before it is settled. */
function looks({ cards }: Chat): boolean {
  return cards.some(({ card }) => card.lines.some(({ style }) => style === 'hidden'));
}

/** Every direct chat but those of the two sides. */
function chats({ scene, since, teller, other }: Stage): Chat[] {
  const sides = [teller.person.id, other.person.id];
  return scene.cast.flatMap(({ id }) => (sides.includes(id) ? [] : (chatOf(scene, since, id) ?? [])));
}

function has(card: Card, verb: Verb, value?: string): boolean {
  return card.actions.flat().some((action) => action.verb === verb && (value === undefined || action.value === value));
}

function tap(stage: Stage, chat: Chat, verb: Verb, value?: string): NextStep | null {
  const found = chat.cards.find(({ card }) => has(card, verb, value));
  return found === undefined ? null : tapOn(stage, chat, found, verb, value);
}

function tapOn(
  { onTable }: Stage,
  { person, room }: Chat,
  { messageId, card }: Chat['cards'][number],
  verb: Verb,
  value?: string,
): NextStep | null {
  const action = card.actions.flat().find((one) => one.verb === verb && (value === undefined || one.value === value));
  return action === undefined
    ? null
    : { kind: 'tap', person, room, messageId, action, onTable: onTable.includes(person.id) };
}

function say({ scenario }: Stage, { person, room }: Chat, line: StoryLine): NextStep {
  return { kind: 'speak', person, room, line: { ...line, words: fill(line.words, scenario.values) } };
}
