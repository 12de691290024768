import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { RehearsalTexts } from '../../bot/texts/web-texts.ts';
import { tapData, type CardAction } from '../../core/message.ts';
import type { WebMessage } from '../../core/ports/web-messages.ts';
import type { CastMember, Scene, SceneRoom } from '../rehearsal/scene.ts';
import { Avatar } from './avatar.ts';
import { Bubble } from './bubble.ts';
import type { ClockFace } from './clock-face.ts';
import { fill } from './fill.ts';
import { Icon } from './icons.ts';
import type { Hint } from './hint.ts';
import type { Pending } from './pending.ts';

/** A pause this long between two messages gets the time written between them. */
const PAUSE_MS = 4 * 60_000;
const NEAR_END_PX = 60;

interface TalkProps {
  scene: Scene;
  room: SceneRoom;
  person: CastMember;
  face: ClockFace;
  now: number;
  pending: readonly Pending[];
  hint: Hint | null;
  onTap: (message: WebMessage, action: CardAction) => Promise<void>;
  onQuote: (message: WebMessage) => void;
  onAgain: (pending: Pending) => void;
}

/** The messages of one chat. It stays at its end unless somebody scrolled up to read. */
export function Talk(props: TalkProps): VNode {
  const { scene, room, person, face, now, pending, hint } = props;
  const messages = scene.messages.filter((message) => message.room === room.id);
  const end = useEndOfTalk(`${room.id} ${person.id}`, [messages, pending]);
  useHintInSight(end.ref, hint);
  return html`<div class="talk-frame">
    <div class="talk" ref=${end.ref} onScroll=${end.onScroll} tabindex="0" role="log" aria-label=${room.shownAs}>
      ${messages.length === 0 && pending.length === 0 && html`<${EmptyTalk} ...${props} />`}
      <ol class="messages">
        ${messages.map((message, index) => [
          needsTime(messages[index - 1], message) &&
            html`<li class="time" key="time ${message.id}"><time>${face.separator(message.at, now)}</time></li>`,
          html`<${Row} key=${message.id} message=${message} ...${props} />`,
        ])}
        ${pending.map(
          (one) => html`<${PendingRow} key=${one.updateId} one=${one} texts=${scene.texts} onAgain=${props.onAgain} />`,
        )}
      </ol>
    </div>
    ${end.below && html`<button type="button" class="new-below" onClick=${end.toEnd}>${scene.texts.newBelow} <${Icon} name="down" /></button>`}
  </div>`;
}

function Row({ message, scene, room, person, face, hint, onTap, onQuote }: TalkProps & { message: WebMessage }): VNode {
  const sender = scene.cast.find(({ id }) => id === message.sender) ?? null;
  return html`<${Bubble}
    message=${message}
    sender=${sender}
    own=${message.sender === person.id}
    named=${room.kind === 'group'}
    texts=${scene.texts}
    face=${face}
    quoted=${quotedBy(message, scene)}
    hinted=${hint?.messageId === message.id ? hint.action : null}
    onTap=${onTap}
    onQuote=${onQuote}
  />`;
}

function PendingRow({
  one,
  texts,
  onAgain,
}: {
  one: Pending;
  texts: RehearsalTexts;
  onAgain: (one: Pending) => void;
}): VNode {
  return html`<li class="message is-own is-pending">
    <div class="message-body">
      <div class="bubble"><p class="words">${one.label}</p></div>
      ${
        one.failed === null
          ? html`<p class="marks">${texts.sending}</p>`
          : html`<p class="marks not-sent" role="alert">
              ${texts.failed[one.failed]}
              <button type="button" onClick=${() => onAgain(one)}>${texts.again}</button>
            </p>`
      }
    </div>
  </li>`;
}

function EmptyTalk({ scene, room, person }: TalkProps): VNode {
  const { texts } = scene;
  const members = scene.cast.filter(({ id }) => room.members.includes(id)).map(({ name }) => name);
  return html`<div class="empty">
    <${Avatar} of=${null} />
    <p>${room.kind === 'direct' ? texts.emptyDirect[person.side] : texts.emptyGroup}</p>
    ${room.kind === 'group' && html`<p class="empty-people">${fill(texts.groupPeople, { names: members.join('、') })}</p>`}
  </div>`;
}

function needsTime(before: WebMessage | undefined, message: WebMessage): boolean {
  return before === undefined || message.at - before.at > PAUSE_MS;
}

/** The words that a message quotes, in one line. */
function quotedBy({ content }: WebMessage, scene: Scene): string | null {
  const quoted = content.kind === 'text' ? content.quote?.messageId : content.replyTo;
  if (quoted === undefined || quoted === null) return null;
  const message = scene.messages.find(({ id }) => id === quoted);
  if (message === undefined) return content.kind === 'text' ? (content.quote?.text ?? null) : null;
  const name = scene.cast.find(({ id }) => id === message.sender)?.name ?? scene.texts.botName;
  return fill(scene.texts.quoted, { name, words: summary(message, scene.texts) });
}

/** A message in one line. */
export function summary({ content }: WebMessage, texts: RehearsalTexts): string {
  if (content.kind === 'card') return [content.card.title, content.card.lines[0]?.text].filter(Boolean).join(' ');
  if (content.text !== '') return content.text;
  return content.photo === undefined ? `[${texts.position}]` : `[${texts.photo}]`;
}

/** The button that the page points at is brought into sight, also when it stands further up. */
function useHintInSight(ref: { current: HTMLDivElement | null }, hint: Hint | null): void {
  const pointedAt = hint === null ? '' : `${hint.messageId} ${tapData(hint.action)}`;
  useEffect(() => {
    if (pointedAt !== '') ref.current?.querySelector('.is-hinted')?.scrollIntoView({ block: 'nearest' });
  }, [pointedAt]);
}

/** Keeps the end in sight, and knows when something new stands below. */
function useEndOfTalk(
  chat: string,
  changes: readonly unknown[],
): { ref: { current: HTMLDivElement | null }; below: boolean; onScroll: () => void; toEnd: () => void } {
  const ref = useRef<HTMLDivElement | null>(null);
  const atEnd = useRef(true);
  const [below, setBelow] = useState(false);
  const toEnd = (): void => ref.current?.scrollTo({ top: ref.current.scrollHeight });
  // A picture has its height only once it is here, and what was at the end still is.
  useEffect(() => {
    const talk = ref.current;
    const grown = (): void => {
      if (atEnd.current) toEnd();
    };
    talk?.addEventListener('load', grown, true);
    return () => talk?.removeEventListener('load', grown, true);
  }, [chat]);
  useLayoutEffect(() => {
    atEnd.current = true;
    toEnd();
  }, [chat]);
  useLayoutEffect(
    () => {
      if (atEnd.current) toEnd();
      else setBelow(true);
    },
    changes.map((change) => JSON.stringify(change)),
  );
  const onScroll = (): void => {
    const talk = ref.current;
    if (talk === null) return;
    atEnd.current = talk.scrollHeight - talk.scrollTop - talk.clientHeight < NEAR_END_PX;
    if (atEnd.current) setBelow(false);
  };
  return { ref, below, onScroll, toEnd };
}
