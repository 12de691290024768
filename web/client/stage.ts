import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import type { CastMember, Scenario, Scene } from '../rehearsal/scene.ts';
import { Avatar } from './avatar.ts';
import { clockFace } from './clock-face.ts';
import { isHere, useExpected } from './expected.ts';
import { fill } from './fill.ts';
import type { Hint } from './hint.ts';
import { HintBar } from './hint-bar.ts';
import type { LiveScene } from './live-scene.ts';
import { nextStep } from './next-step.ts';
import type { NextStep } from './story-step.ts';
import { patrolWords } from './patrol-story.ts';
import { Phone } from './phone.ts';
import type { Press, Script } from './script.ts';
import type { Sketch } from './sketch-photo.ts';
import { chatsOf, unreadIn, useTable, withPerson, type Table } from './table.ts';
import { TopBar } from './top-bar.ts';

/** The whole page: it stands as soon as the scene is known. */
export function Stage({ live }: { live: LiveScene }): VNode {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  // Before anything can be heard: the scene may come while the page is still being painted.
  useLayoutEffect(() => live.listen(() => redraw(undefined)), [live]);
  if (live.scene === null) return html`<div class="curtain" role="status"><span class="spinner"></span></div>`;
  return html`<${SetStage} live=${live} scene=${live.scene} />`;
}

function SetStage({ live, scene }: { live: LiveScene; scene: Scene }): VNode {
  const [table, changeTable] = useTable(scene);
  const [script, setScript] = useState<Script | null>(null);
  const [press, setPress] = useState<Press | null>(null);
  const acts = useRef(0);
  usePageLanguage(scene);
  const [expected, setExpected] = useExpected();
  const onItsWay = expected !== null && !isHere(scene, expected);
  const step: NextStep = onItsWay ? { kind: 'wait' } : nextStep(scene, table.phones);
  const face = clockFace(scene.timeZone, scene.language);
  const swap = (place: number, person: string): void =>
    changeTable((now) => withPerson({ ...now, inHand: place }, table.phones, place, person));
  const show = (person: string, room: string): void =>
    changeTable((now) => showing({ ...now, phones: table.phones }, scene, person, room));
  const type = (person: string, room: string, text: string, photo?: Sketch): void => {
    acts.current += 1;
    const words = { id: acts.current, person, room, text };
    setScript(photo === undefined ? words : { ...words, photo });
    setExpected({ person, room, after: scene.messages.at(-1)?.id ?? '' });
  };
  const play = (scenario: Scenario): void => {
    const { id, person, room, withPhoto, others, values } = scenario;
    if (others.length === 0) show(person, room);
    else changeTable((now) => seated({ ...now, phones: table.phones }, scene, [person, ...others], room));
    const words =
      id === 'night_patrol'
        ? patrolWords(scene, scenario, (at) => face.minute(at))
        : fill(scene.texts.scenarioWords[id], values);
    type(person, room, words, withPhoto ? 'before' : undefined);
  };
  const doIt = (): void => {
    const [first] = scene.scenarios;
    if (step.kind === 'say' && first !== undefined) play(first);
    if (step.kind === 'show') {
      show(step.person.id, step.room);
      type(step.person.id, step.room, scene.texts.step.showWords, 'after');
    }
    if (step.kind === 'speak') {
      const { words, photo } = step.line;
      show(step.person.id, step.room);
      type(step.person.id, step.room, words, photo ? (words === '' ? 'archway' : 'gate') : undefined);
    }
    if (step.kind !== 'tap') return;
    const { person, room, messageId, action } = step;
    show(person.id, room);
    acts.current += 1;
    setPress({ id: acts.current, person: person.id, room, messageId, action });
  };
  const people = table.phones.flatMap((id) => scene.cast.find((member) => member.id === id) ?? []);
  return html`<${TopBar} scene=${scene} onScenario=${play} />
    <${HintBar}
      scene=${scene}
      step=${step}
      connected=${live.connected}
      busy=${press !== null || script !== null}
      onDo=${doIt}
    />
    <${InHand} scene=${scene} table=${table} people=${people} changeTable=${changeTable} />
    <main class="table">
      ${people.map(
        (person, place) =>
          html`<${Phone}
            key=${place}
            live=${live}
            scene=${scene}
            table=${table}
            changeTable=${changeTable}
            person=${person}
            face=${face}
            hint=${hintOf(step)}
            script=${script}
            press=${press}
            onPressDone=${() => setPress(null)}
            onScriptDone=${() => setScript(null)}
            onSwap=${(other: string) => swap(place, other)}
            shown=${place === table.inHand}
          />`,
      )}
    </main>`;
}

interface InHandProps {
  scene: Scene;
  table: Table;
  people: readonly CastMember[];
  changeTable: (change: (table: Table) => Table) => void;
}

/** Where only one phone fits: whose it is. */
function InHand({ scene, table, people, changeTable }: InHandProps): VNode {
  return html`<nav class="in-hand" aria-label=${scene.texts.changePerson}>
    ${people.map((person, place) => {
      const unread = chatsOf(scene, person).reduce((sum, { id }) => sum + unreadIn(scene, table, person.id, id), 0);
      const take = (): void => changeTable((now) => ({ ...now, inHand: place }));
      return html`<button
        type="button"
        key=${place}
        aria-current=${place === table.inHand ? 'true' : 'false'}
        onClick=${take}
      >
        <${Avatar} of=${person} /><span>${person.name}</span>
        ${
          place !== table.inHand &&
          unread > 0 &&
          html`<span class="badge" aria-label=${fill(scene.texts.unread, { count: unread })}
            >${Math.min(unread, 99)}</span
          >`
        }
      </button>`;
    })}
  </nav>`;
}

/** The table with this person's chat in sight; a person without a phone there gets the last of their side's, or the last rescuer's. */
function showing(table: Table, scene: Scene, person: string, room: string): Table {
  const at = table.phones.indexOf(person);
  const side = scene.cast.find(({ id }) => id === person)?.side;
  const sameSide = table.phones.findLastIndex((id) => scene.cast.find((member) => member.id === id)?.side === side);
  const rescuer = table.phones.findLastIndex((id) => scene.cast.find((member) => member.id === id)?.side === 'rescuer');
  const place = at >= 0 ? at : Math.max(sameSide >= 0 ? sameSide : rescuer, 0);
  const seated = at >= 0 ? table : withPerson(table, table.phones, place, person);
  return { ...seated, inHand: place, open: { ...seated.open, [person]: room } };
}

/** The table with all of them on it, in place of the rescuers, and their group in sight where they are in it. */
function seated(table: Table, scene: Scene, crew: readonly string[], room: string): Table {
  const members = scene.rooms.find(({ id }) => id === room)?.members ?? [];
  const all = crew.reduce((now, person) => {
    const kept = now.phones.includes(person);
    const free = now.phones.findIndex(
      (id) => !crew.includes(id) && scene.cast.find((member) => member.id === id)?.side === 'rescuer',
    );
    const place = free >= 0 ? free : now.phones.findLastIndex((id) => !crew.includes(id));
    const next = kept ? now : withPerson(now, now.phones, place, person);
    return members.includes(person) ? { ...next, open: { ...next.open, [person]: room } } : next;
  }, table);
  return { ...all, inHand: Math.max(0, all.phones.indexOf(crew[0] ?? '')) };
}

function hintOf(step: NextStep): Hint | null {
  return step.kind === 'tap' && step.onTable
    ? { person: step.person.id, room: step.room, messageId: step.messageId, action: step.action }
    : null;
}

function usePageLanguage({ language, texts }: Scene): void {
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.title = `${texts.product} ${texts.title}`;
  }, [language]);
}
