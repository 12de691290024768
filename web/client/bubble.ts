import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { RehearsalTexts } from '../../bot/texts/web-texts.ts';
import type { CardAction } from '../../core/message.ts';
import type { WebMessage } from '../../core/ports/web-messages.ts';
import type { CastMember } from '../rehearsal/scene.ts';
import { Avatar } from './avatar.ts';
import { CardBubble } from './card.ts';
import type { ClockFace } from './clock-face.ts';
import { Icon } from './icons.ts';

/** What one message needs to be shown on somebody's phone. */
interface BubbleProps {
  message: WebMessage;
  sender: CastMember | null;
  own: boolean;
  /** Names stand above bubbles in groups. */
  named: boolean;
  texts: RehearsalTexts;
  face: ClockFace;
  quoted: string | null;
  hinted: CardAction | null;
  onTap: (message: WebMessage, action: CardAction) => Promise<void>;
  onQuote: (message: WebMessage) => void;
}

/** One message: avatar, bubble, and what was put on it. */
export function Bubble(props: BubbleProps): VNode {
  const { message, sender, own, named, texts, face, onQuote } = props;
  const [picked, setPicked] = useState(false);
  const name = sender === null ? texts.botName : sender.name;
  return html`<li
    class="message ${own ? 'is-own' : ''} ${sender === null ? 'is-bot' : ''} ${picked ? 'is-picked' : ''}"
  >
    <${Avatar} of=${sender} />
    <div class="message-body">
      ${named && !own && html`<p class="sender">${name}</p>`}
      <div class="bubble-row">
        <div class="bubble" title=${face.second(message.at)} onClick=${() => setPicked(!picked)}>
          <${Content} ...${props} />
        </div>
        <button type="button" class="quote-this" aria-label="${texts.quote}: ${name}" onClick=${() => onQuote(message)}>
          <${Icon} name="quote" />
        </button>
      </div>
      <${Marks} message=${message} texts=${texts} />
    </div>
  </li>`;
}

function Content({ message, texts, quoted, hinted, onTap }: BubbleProps): VNode {
  const { content } = message;
  if (content.kind === 'card') {
    const tap = (action: CardAction): Promise<void> => onTap(message, action);
    return html`${quoted !== null && html`<p class="quoted">${quoted}</p>`}
      <${CardBubble} card=${content.card} texts=${texts} hinted=${hinted} onTap=${tap} />`;
  }
  return html`${quoted !== null && html`<p class="quoted">${quoted}</p>`}
  ${content.photo !== undefined && html`<img class="picture" src="/rehearsal/photos/${content.photo}" alt=${texts.photoAlt} />`}
  ${content.position !== undefined && html`<${PositionBubble} position=${content.position} texts=${texts} />`}
  ${content.text !== '' && html`<p class="words">${content.text}</p>`}`;
}

function PositionBubble({ position, texts }: { position: { lat: number; lon: number }; texts: RehearsalTexts }): VNode {
  return html`<div class="position">
    <svg class="position-map" viewBox="0 0 180 72" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <rect class="map-land" width="180" height="72" />
      <path class="map-water" d="M-5 60C40 40 62 74 110 54S170 30 190 36V80H-5z" />
      <path
        class="map-road"
        d="M-5 22C40 30 70 8 120 20S160 44 190 40M60-5C66 24 58 50 72 80M128-5C120 24 140 44 134 80"
      />
      <path class="map-pin" d="M90 46s11-9.7 11-18a11 11 0 1 0-22 0c0 8.3 11 18 11 18z" />
      <circle class="map-pin-eye" cx="90" cy="28" r="4" />
    </svg>
    <p><strong>${texts.position}</strong><span>${position.lat.toFixed(4)}, ${position.lon.toFixed(4)}</span></p>
  </div>`;
}

function Marks({ message, texts }: { message: WebMessage; texts: RehearsalTexts }): VNode | null {
  if (message.reactions.length === 0 && message.editedAt === null) return null;
  return html`<p class="marks">
    ${message.reactions.map(({ emoji }) => html`<span class="reaction">${emoji}</span>`)}
    ${message.editedAt !== null && html`<span class="edited">${texts.edited}</span>`}
  </p>`;
}
