import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { RehearsalTexts } from '../../bot/texts/web-texts.ts';
import type { Spot } from '../rehearsal/scene.ts';
import { Icon } from './icons.ts';
import { sketchPhoto, type Sketch } from './sketch-photo.ts';

/** What the composer hands over: words, a picture, a place; words can go with a picture. */
export interface Composed {
  text?: string;
  photo?: File;
  spot?: Spot;
}

interface ComposerProps {
  texts: RehearsalTexts;
  spots: readonly Spot[];
  quoting: string | null;
  /** Words that type themselves and are then sent; a new `id` starts them. */
  script: { id: number; text: string; photo?: Sketch } | null;
  onSend: (composed: Composed) => void;
  onQuoteOff: () => void;
  onScriptDone: () => void;
}

const LETTER_MS = 45;

/** Where somebody types; Enter sends, Shift+Enter begins a new line. */
export function Composer(props: ComposerProps): VNode {
  const { texts, quoting, onSend } = props;
  const [draft, setDraft] = useState('');
  const [open, setOpen] = useState(false);
  const field = useRef<HTMLTextAreaElement | null>(null);
  useScript(props, setDraft);
  useEffect(() => {
    if (quoting !== null) field.current?.focus();
  }, [quoting]);
  const submit = (event: Event): void => {
    event.preventDefault();
    const text = draft.trim();
    if (text === '') return;
    setDraft('');
    onSend({ text });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // While a Chinese input method composes, Enter chooses a word.
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) submit(event);
  };
  const sendExtra = (composed: Composed): void => {
    setOpen(false);
    onSend(composed);
  };
  return html`<form class="composer" onSubmit=${submit}>
    ${quoting !== null && html`<${Quoting} ...${props} />`}
    <div class="composer-row">
      <button
        type="button"
        class="round"
        aria-label=${texts.more}
        aria-expanded=${open}
        onClick=${() => setOpen(!open)}
      >
        <${Icon} name=${open ? 'close' : 'plus'} />
      </button>
      <textarea
        ref=${field}
        rows="1"
        maxlength="4000"
        enterkeyhint="send"
        placeholder=${texts.write}
        aria-label=${texts.write}
        value=${draft}
        onInput=${(event: InputEvent) => setDraft((event.target as HTMLTextAreaElement).value)}
        onKeyDown=${onKeyDown}
      ></textarea>
      <button type="submit" class="send" disabled=${draft.trim() === ''}>${texts.send}</button>
    </div>
    ${open && html`<${Extras} ...${props} onExtra=${sendExtra} />`}
  </form>`;
}

function Quoting({ texts, quoting, onQuoteOff }: ComposerProps): VNode {
  return html`<p class="quoting">
    <span>${quoting}</span>
    <button type="button" class="bare" aria-label=${texts.quoteOff} onClick=${onQuoteOff}>
      <${Icon} name="close" />
    </button>
  </p>`;
}

function Extras({ texts, spots, onExtra }: ComposerProps & { onExtra: (composed: Composed) => void }): VNode {
  const choose = (event: Event): void => {
    const photo = (event.target as HTMLInputElement).files?.[0];
    if (photo !== undefined) onExtra({ photo });
  };
  return html`<div class="extras">
    <label class="extra">
      <input type="file" accept="image/*" onChange=${choose} />
      <${Icon} name="photo" /><span>${texts.photo}</span>
    </label>
    ${spots.map(
      (spot) =>
        html`<button type="button" class="extra" onClick=${() => onExtra({ spot })}>
          <${Icon} name="pin" /><span>${spot.name}</span>
        </button>`,
    )}
  </div>`;
}

async function sendScript(
  { text, photo }: NonNullable<ComposerProps['script']>,
  onSend: ComposerProps['onSend'],
): Promise<void> {
  onSend(photo === undefined ? { text } : { text, photo: await sketchPhoto(photo) });
}

/** Types the script's words letter by letter, as a person would, and sends them. */
function useScript({ script, onSend, onScriptDone }: ComposerProps, setDraft: (draft: string) => void): void {
  useEffect(() => {
    if (script === null) return;
    const letters = Array.from(script.text);
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    let shown = still ? letters.length : 0;
    const timer = setInterval(() => {
      shown += 1;
      if (shown <= letters.length) {
        setDraft(letters.slice(0, shown).join(''));
        return;
      }
      clearInterval(timer);
      setDraft('');
      void sendScript(script, onSend).finally(onScriptDone);
    }, LETTER_MS);
    return () => clearInterval(timer);
  }, [script?.id]);
}
