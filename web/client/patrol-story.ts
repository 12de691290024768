import { fill } from './fill.ts';
import type { WebMessage } from '../../core/ports/web-messages.ts';
import type { CastMember, Scenario, Scene } from '../rehearsal/scene.ts';
import type { NextStep } from './story-step.ts';

/** So long a rehearsed night is announced for. */
const nightMs = 60 * 60_000;

/** What the one who leads a rehearsed night announces it with: it begins this very minute. */
export function patrolWords(scene: Scene, { person, others }: Scenario, clock: (at: number) => string): string {
  const nameOf = (id: string): string => {
    const member = scene.cast.find((one) => one.id === id);
    return member === undefined ? '' : member.name;
  };
  return fill(scene.texts.scenarioWords.night_patrol, {
    from: clock(scene.now),
    to: clock(scene.now + nightMs),
    names: [person, ...others].map(nameOf).join(' '),
  });
}

/** What comes next in a night that is being rehearsed, read from what was sent since it was announced; null: none is on the stage. */
export function patrolStep(scene: Scene, onTable: readonly string[]): NextStep | null {
  const scenario = scene.scenarios.find(({ id }) => id === 'night_patrol');
  const newest = scene.messages.findLast(({ sender }) => sender !== null);
  if (scenario === undefined || newest?.room !== scenario.room) return null;
  const since = announced(scene, scenario);
  const crew = [scenario.person, ...scenario.others].flatMap(
    (id) => scene.cast.find((member) => member.id === id) ?? [],
  );
  const [leader] = crew;
  if (since === null || leader === undefined) return null;
  if (!since.some(({ content }) => content.kind === 'card')) return { kind: 'wait' };
  const next = scene.texts.patrolLines.find(({ who, words, photo }) => !isSaid(since, crew[who]?.id, words, photo));
  const person = next === undefined ? undefined : crew[next.who];
  if (next !== undefined && person !== undefined) return { kind: 'speak', person, room: scenario.room, line: next };
  if (isDrawn(since)) return { kind: 'finished', about: 'patrol', report: null };
  return excuse(since, leader, scenario.room, onTable) ?? { kind: 'wait' };
}

/** What came after the newest announcement; null: there was none. */
function announced({ messages, texts }: Scene, { room, person }: Scenario): WebMessage[] | null {
  const inRoom = messages.filter((message) => message.room === room);
  const [head = ''] = texts.scenarioWords.night_patrol.split('{');
  const at = inRoom.findLastIndex(
    ({ sender, content }) => sender === person && content.kind === 'text' && content.text.startsWith(head),
  );
  return at < 0 ? null : inRoom.slice(at + 1);
}

function isSaid(since: readonly WebMessage[], who: string | undefined, words: string, photo: boolean): boolean {
  return since.some(
    ({ sender, content }) =>
      sender === who && content.kind === 'text' && content.text === words && (content.photo !== undefined) === photo,
  );
}

/** The button by which the point that nobody went to is given a reason. */
function excuse(
  since: readonly WebMessage[],
  person: CastMember,
  room: string,
  onTable: readonly string[],
): NextStep | null {
  for (const { id: messageId, content } of since.toReversed()) {
    if (content.kind !== 'card') continue;
    const action = content.card.actions.flat().find(({ verb }) => verb === 'points_excuse');
    if (action !== undefined)
      return { kind: 'tap', person, room, messageId, action, onTable: onTable.includes(person.id) };
  }
  return null;
}

/** The picture of the night stands in the group. */
function isDrawn(since: readonly WebMessage[]): boolean {
  return since.some(({ content }) => content.kind === 'card' && content.card.photo !== undefined);
}
