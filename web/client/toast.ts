import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';

const SHOWN_MS = 3_200;

/** The answer to a tap, shown for a moment. */
export function useToast(): { text: string; show: (text: string) => void } {
  const [text, setText] = useState('');
  const timer = useRef(0);
  const show = (answer: string): void => {
    clearTimeout(timer.current);
    setText(answer);
    timer.current = window.setTimeout(() => setText(''), SHOWN_MS);
  };
  return { text, show };
}

/** Stands over the chat; screen readers hear it. */
export function Toast({ text }: { text: string }): VNode {
  return html`<div class="toast ${text === '' ? '' : 'is-shown'}" role="status">${text}</div>`;
}
