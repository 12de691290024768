import { setTimeout as pause } from 'node:timers/promises';
import type { DrillTexts } from '../../bot/texts/drill-texts.ts';
import type { Texts } from '../../bot/texts/texts.ts';
import type { Instant } from '../../core/clock.ts';
import type { DrillEnd } from '../open-drill.ts';
import type { Audience, Scene } from '../story.ts';
import { endLines } from './end-lines.ts';
import type { Screen } from './screen.ts';
import { span, type Span } from './span.ts';
import { seatsLine, statusBlock } from './status-block.ts';
import { storyLines } from './story-lines.ts';

/** How a drill is shown. */
export interface ViewSettings {
  screen: Screen;
  words: DrillTexts;
  texts: Texts;
  scenario: string;
  zone: { name: string; timeZone: string };
  seed: string;
  /** 0: no pauses at all. */
  speed: number;
  signal: AbortSignal;
}

/** Shows a drill in a terminal: what happens as a running log, and how things stand in a block below it. */
export interface LiveView extends Audience {
  end(end: DrillEnd, command: string): void;
}

/** A pause after this many milliseconds of the story would be as long; longer ones are shown shorter and shorter. */
const pauseUnitMs = 80;

/** How long the audience waits for what came after `gapMs` of the story: short waits nearly as they are, long ones cut. */
export function pauseMs(gapMs: number, speed: number): number {
  return speed === 0 ? 0 : (pauseUnitMs * Math.log2(1 + gapMs / 1_000)) / speed;
}

/** Makes the view of a drill. */
export function liveView(settings: ViewSettings): LiveView {
  const { screen, words, texts, speed, signal } = settings;
  const about = words.view.about(settings.zone.name, settings.seed);
  let lastAt: Instant | null = null;
  let seats = '';
  let block: Span[][] = [];
  const style = () => ({
    words: words.view,
    texts,
    scenario: settings.scenario,
    about,
    timeZone: settings.zone.timeZone,
    columns: screen.columns,
    drillMark: texts.mark.drill,
  });
  const seatsIfChanged = ({ standing }: Scene): Span[][] => {
    if (screen.live || standing === null || standing.seats.length === 0) return [];
    const now = seatsLine(standing, style());
    if (now === seats) return [];
    seats = now;
    return [[span(`${' '.repeat(10)}${now}`, 'quiet')]];
  };
  if (!screen.live) screen.write([[span(`${words.view.mark} · ${settings.scenario} · ${about}`)]], []);
  return {
    show: async (scene) => {
      const lines = [...storyLines(scene, style()), ...seatsIfChanged(scene)];
      if (lines.length > 0) {
        const waitMs = pauseMs(lastAt === null ? 0 : scene.at - lastAt, speed);
        if (waitMs > 0) await pause(waitMs, undefined, { signal });
        lastAt = scene.at;
      }
      block = statusBlock(scene.at, scene.standing, style());
      screen.write(lines, block);
    },
    end: (end, command) => {
      const lines = endLines(end, { words: words.end, texts, columns: screen.columns, command });
      screen.write([...(screen.live ? block : []), ...lines], []);
    },
  };
}
