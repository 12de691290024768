import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { RehearsalTexts } from '../../bot/texts/web-texts.ts';
import type { CastMember, Scene } from '../rehearsal/scene.ts';
import { fill } from './fill.ts';
import { Icon } from './icons.ts';
import type { NextStep } from './story-step.ts';

interface HintBarProps {
  scene: Scene;
  step: NextStep;
  connected: boolean;
  busy: boolean;
  onDo: () => void;
}

/** The one thing to do next, why, and a button that does it. A lost connection takes its place. */
export function HintBar({ scene, step, connected, busy, onDo }: HintBarProps): VNode {
  const { texts } = scene;
  if (!connected)
    return html`<p class="hint is-lost" role="alert"><span class="hint-words">${texts.connectionLost}</span></p>`;
  const { words, why } = wordsOf(step, scene);
  return html`<div class="hint" role="status">
    <span class="hint-mark">${texts.nextStep}</span>
    <p class="hint-words"><strong>${words}</strong>${why !== '' && html`<span>${why}</span>`}</p>
    ${
      step.kind !== 'wait' &&
      step.kind !== 'finished' &&
      html`<button type="button" class="hint-do" disabled=${busy} onClick=${onDo}>
        <${Icon} name="hand" />${texts.doItForMe}
      </button>`
    }
    ${
      step.kind === 'finished' &&
      step.report !== null &&
      html`<a class="hint-do" href=${step.report} target="_blank" rel="noopener noreferrer">${texts.openReport}</a>`
    }
  </div>`;
}

function wordsOf(step: NextStep, { texts, cast, scenarios }: Scene): { words: string; why: string } {
  const { step: steps } = texts;
  switch (step.kind) {
    case 'say': {
      const teller = cast.find(({ id }) => id === scenarios[0]?.person);
      const who = teller === undefined ? '' : nameOf(teller, texts);
      return { words: fill(steps.say, { who, words: texts.scenarioWords.factory_fire }), why: steps.why.say ?? '' };
    }
    case 'tap': {
      const words = fill(step.onTable ? steps.tap : steps.swap, {
        who: nameOf(step.person, texts),
        label: step.action.label,
      });
      return { words, why: steps.why[step.action.verb] ?? '' };
    }
    case 'show': {
      const words = fill(steps.show, { who: nameOf(step.person, texts), words: steps.showWords });
      return { words, why: steps.why.hazard_fixed ?? '' };
    }
    case 'speak': {
      const { words, photo, why } = step.line;
      const text = !photo ? steps.say : words === '' ? steps.sendOnlyPhoto : steps.sendPhoto;
      return { words: fill(text, { who: nameOf(step.person, texts), words }), why };
    }
    case 'wait':
      return { words: steps.wait, why: '' };
    case 'finished':
      return finished(step.about, steps);
  }
}

function finished(
  about: 'incident' | 'hazard' | 'patrol' | 'dispute',
  steps: RehearsalTexts['step'],
): { words: string; why: string } {
  switch (about) {
    case 'incident':
      return { words: steps.finished, why: steps.why.finished ?? '' };
    case 'hazard':
      return { words: steps.finishedHazard, why: steps.why.finished_hazard ?? '' };
    case 'patrol':
      return { words: steps.finishedPatrol, why: steps.why.finished_patrol ?? '' };
    case 'dispute':
      return { words: steps.finishedDispute, why: steps.why.finished_dispute ?? '' };
  }
}

function nameOf({ name, side }: CastMember, texts: RehearsalTexts): string {
  return fill(texts.who, { name, side: texts.side[side] });
}
