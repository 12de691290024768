import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { ScenarioId } from '../../bot/texts/web-texts.ts';
import type { Scenario, Scene } from '../rehearsal/scene.ts';
import { speak, startOver } from './acting.ts';
import { Icon, Logo, type IconName } from './icons.ts';

const scenarioIcons: Readonly<Record<ScenarioId, IconName>> = {
  factory_fire: 'fire',
  drowning: 'water',
  person_down: 'person',
  blocked_exit: 'exit',
  night_patrol: 'moon',
  dispute: 'talk',
};

interface TopBarProps {
  scene: Scene;
  onScenario: (scenario: Scenario) => void;
}

/** The name of the house, the scenarios, and the switches. */
export function TopBar({ scene, onScenario }: TopBarProps): VNode {
  const { texts } = scene;
  return html`<header class="top-bar">
    <div class="brand">
      <${Logo} />
      <div>
        <h1>${texts.product}<span>${texts.title}</span></h1>
        <p>${scene.zoneName} · ${texts.safeHere}</p>
      </div>
    </div>
    <div class="scenarios" role="group" aria-label=${texts.scenarios}>
      ${scene.scenarios.map(
        (scenario) =>
          html`<button type="button" class="scenario scenario-${scenario.id}" onClick=${() => onScenario(scenario)}>
            <${Icon} name=${scenarioIcons[scenario.id]} />${texts.scenarioLabel[scenario.id]}
          </button>`,
      )}
    </div>
    <div class="switches">
      <button
        type="button"
        class="switch"
        aria-label=${texts.otherLanguageLabel}
        onClick=${() => void speak(scene.language === 'zh' ? 'en' : 'zh')}
      >
        ${texts.otherLanguage}
      </button>
      <${ThemeSwitch} scene=${scene} />
      <${StartOver} scene=${scene} />
    </div>
  </header>`;
}

function ThemeSwitch({ scene: { texts } }: { scene: Scene }): VNode {
  const [theme, setTheme] = useState(document.documentElement.dataset['theme'] ?? 'light');
  const other = theme === 'dark' ? 'light' : 'dark';
  const change = (): void => {
    localStorage.setItem('qunfang.theme', other);
    document.documentElement.dataset['theme'] = other;
    setTheme(other);
  };
  return html`<button type="button" class="switch" aria-label=${texts[other]} title=${texts[other]} onClick=${change}>
    <${Icon} name=${other === 'dark' ? 'moon' : 'sun'} />
  </button>`;
}

function StartOver({ scene: { texts } }: { scene: Scene }): VNode {
  const dialog = useRef<HTMLDialogElement | null>(null);
  const close = (): void => dialog.current?.close();
  const yes = (): void => {
    close();
    void startOver();
  };
  return html`<button type="button" class="switch start-over" onClick=${() => dialog.current?.showModal()}>
      <${Icon} name="restart" />${texts.startOver}
    </button>
    <dialog ref=${dialog} class="ask" aria-labelledby="start-over-ask">
      <h2 id="start-over-ask">${texts.startOverAsk}</h2>
      <p>${texts.startOverExplain}</p>
      <div class="ask-answers">
        <button type="button" class="action action-plain" onClick=${close}>${texts.cancel}</button>
        <button type="button" class="action action-danger" onClick=${yes}>${texts.startOverYes}</button>
      </div>
    </dialog>`;
}
