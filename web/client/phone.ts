import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { tapData, type CardAction } from '../../core/message.ts';
import type { WebMessage } from '../../core/ports/web-messages.ts';
import type { CastMember, Scene, SceneRoom } from '../rehearsal/scene.ts';
import { ActingError, tap } from './acting.ts';
import { Avatar } from './avatar.ts';
import type { ClockFace } from './clock-face.ts';
import { Composer, type Composed } from './composer.ts';
import { fill } from './fill.ts';
import type { Hint } from './hint.ts';
import { Icon } from './icons.ts';
import type { LiveScene } from './live-scene.ts';
import type { Press, Script } from './script.ts';
import { useSending } from './sending.ts';
import { chatsOf, looked, unreadIn, type Table } from './table.ts';
import { summary, Talk } from './talk.ts';
import { Toast, useToast } from './toast.ts';

export interface PhoneProps {
  live: LiveScene;
  scene: Scene;
  table: Table;
  changeTable: (change: (table: Table) => Table) => void;
  person: CastMember;
  face: ClockFace;
  hint: Hint | null;
  script: Script | null;
  press: Press | null;
  onPressDone: () => void;
  onScriptDone: () => void;
  onSwap: (person: string) => void;
  shown: boolean;
}

/** One phone of the cast: who holds it, its chats, the open chat, and where one types. */
export function Phone(props: PhoneProps): VNode {
  const { live, scene, table, person, face, hint, script } = props;
  const chats = chatsOf(scene, person);
  const room = chats.find(({ id }) => id === table.open[person.id]) ?? chats[0];
  const [quoting, setQuoting] = useState<WebMessage | null>(null);
  const toast = useToast();
  const sending = useSending(live, scene.texts);
  useReading(props, room);
  usePress(props, toast.show);
  if (room === undefined) return html`<section class="phone"></section>`;
  const onTap = (message: WebMessage, action: CardAction): Promise<void> =>
    tapButton(props, { room: room.id, messageId: message.id, action }, toast.show);
  const onSend = (composed: Composed): void => {
    sending.send({ person: person.id, room: room.id, ...(quoting === null ? {} : { quoting: quoting.id }) }, composed);
    setQuoting(null);
  };
  const mine = sending.pending.filter(({ saying }) => saying.person === person.id && saying.room === room.id);
  return html`<section
    class="phone ${props.shown ? 'is-shown' : ''}"
    aria-label=${fill(scene.texts.phoneOf, { who: person.name })}
  >
    <div class="screen">
      <${StatusBar} time=${face.minute(live.now())} />
      <${Holder} ...${props} />
      <${Chats} ...${props} chats=${chats} room=${room} />
      <${Talk}
        key=${`${person.id} ${room.id}`}
        scene=${scene}
        room=${room}
        person=${person}
        face=${face}
        now=${live.now()}
        pending=${mine}
        hint=${hint?.person === person.id && hint.room === room.id ? hint : null}
        onTap=${onTap}
        onQuote=${setQuoting}
        onAgain=${sending.again}
      />
      <${Composer}
        key=${person.id}
        texts=${scene.texts}
        spots=${spotsOf(scene, person)}
        quoting=${quoting === null ? null : summary(quoting, scene.texts)}
        script=${script?.person === person.id && script.room === room.id ? script : null}
        onSend=${onSend}
        onQuoteOff=${() => setQuoting(null)}
        onScriptDone=${props.onScriptDone}
      />
      <${Toast} text=${toast.text} />
    </div>
  </section>`;
}

/** Taps, and shows what came of it on this phone. */
async function tapButton(
  { scene, person }: PhoneProps,
  { room, messageId, action }: Pick<Press, 'room' | 'messageId' | 'action'>,
  show: (text: string) => void,
): Promise<void> {
  try {
    show(await tap({ person: person.id, room, messageId, data: tapData(action) }));
  } catch (error) {
    if (!(error instanceof ActingError)) throw error;
    show(scene.texts.failed[error.failure]);
  }
}

/** Presses what the hint was asked to press. */
function usePress(props: PhoneProps, show: (text: string) => void): void {
  const { press, person, onPressDone } = props;
  useEffect(() => {
    if (press !== null && press.person === person.id) void tapButton(props, press, show).finally(onPressDone);
  }, [press?.id]);
}

function StatusBar({ time }: { time: string }): VNode {
  return html`<div class="status-bar" aria-hidden="true">
    <span>${time}</span>
    <span class="island"></span>
    <svg viewBox="0 0 44 12">
      <path d="M0 9h2v3H0zM4 6.5h2V12H4zM8 4h2v8H8zM12 1h2v11h-2z" />
      <rect x="22.5" y="1.5" width="18" height="9" rx="2.5" fill="none" stroke="currentColor" />
      <rect x="24.5" y="3.5" width="12" height="5" rx="1" />
      <path d="M42 4.500h1.500v3H42z" />
    </svg>
  </div>`;
}

function Holder({ scene, person, onSwap }: PhoneProps): VNode {
  const swap = (event: Event): void => onSwap((event.target as HTMLSelectElement).value);
  return html`<header class="holder">
    <${Avatar} of=${person} />
    <div class="holder-names">
      <strong>${person.name}</strong>
      <span>${[scene.texts.side[person.side], person.alias].filter((part) => part !== '').join(' · ')}</span>
    </div>
    <label class="swap" title=${scene.texts.changePerson}>
      <${Icon} name="down" />
      <select aria-label=${scene.texts.changePerson} value=${person.id} onChange=${swap}>
        ${scene.cast.map(
          ({ id, name, side }) =>
            html`<option value=${id} selected=${id === person.id}>${name} · ${scene.texts.side[side]}</option>`,
        )}
      </select>
    </label>
  </header>`;
}

interface ChatsProps extends PhoneProps {
  chats: readonly SceneRoom[];
  room: SceneRoom;
}

function Chats({ scene, table, changeTable, person, chats, room }: ChatsProps): VNode {
  const open = (id: string): void => changeTable((now) => ({ ...now, open: { ...now.open, [person.id]: id } }));
  return html`<nav class="chats" aria-label=${scene.texts.chats}>
    ${chats.map((chat) => {
      const unread = unreadIn(scene, table, person.id, chat.id);
      return html`<button
        type="button"
        key=${chat.id}
        class="chat"
        aria-current=${chat.id === room.id ? 'true' : 'false'}
        onClick=${() => open(chat.id)}
      >
        <span class="chat-title">${chat.shownAs}</span>
        ${
          chat.id !== room.id &&
          unread > 0 &&
          html`<span class="badge" aria-label=${fill(scene.texts.unread, { count: unread })}
            >${Math.min(unread, 99)}</span
          >`
        }
      </button>`;
    })}
  </nav>`;
}

/** Whatever comes into the open chat is seen. */
function useReading({ scene, person, changeTable, shown }: PhoneProps, room: SceneRoom | undefined): void {
  useEffect(() => {
    if (room !== undefined && (shown || !oneAtATime()))
      changeTable((table) => looked(table, scene, person.id, room.id));
  }, [scene.messages, person.id, room?.id, shown]);
}

/** As in rehearsal.css: on a narrow screen the other phones are not in sight. */
function oneAtATime(): boolean {
  return matchMedia('(max-width: 719px)').matches;
}

function spotsOf(scene: Scene, person: CastMember): Scene['spots'] {
  const { base } = person;
  return base === null ? scene.spots : [...scene.spots, { name: scene.texts.base, position: base }];
}
