import { fileURLToPath } from 'node:url';
import type { DrillScenario, DrillTexts } from '../../bot/texts/drill-texts.ts';
import { drillZh } from '../../bot/texts/drill-zh.ts';
import { textsIn } from '../../bot/texts/texts-in.ts';
import type { Store } from '../../core/ports/store.ts';
import { openDrill, type DrillEnd } from '../../drill/open-drill.ts';
import { scenarios } from '../../drill/scenarios.ts';
import type { Scene, StoryEvent } from '../../drill/story.ts';
import { storyLines } from '../../drill/terminal/story-lines.ts';

const demoFile = fileURLToPath(new URL('../../zones/demo.yaml', import.meta.url));
/** 2026-11-22 in Shanghai. */
const today = Date.UTC(2026, 10, 22, 1);

/** A drill that was played to its end, as its audience saw it. */
export interface Played {
  end: DrillEnd;
  scenes: readonly Scene[];
  events: readonly StoryEvent[];
  /** The lines of a terminal of 80 columns, without colours. */
  lines: readonly string[];
}

/** What may differ from a fire with seed 1 in Chinese in the demo zone. */
export interface Wish {
  scenario?: DrillScenario;
  seed?: string;
  words?: DrillTexts;
  zoneFile?: string;
}

/** Plays a drill without a pause. */
export async function play(store: Store, wish: Wish = {}): Promise<Played> {
  const { scenario = 'fire', seed = '1', words = drillZh, zoneFile = null } = wish;
  const parts = { scenario: scenarios[scenario], seed, words, store, zoneFile, demoFile, today };
  const drill = await openDrill(parts);
  const scenes: Scene[] = [];
  const lines: string[] = [];
  const style = {
    words: words.view,
    drillMark: textsIn(words.language).mark.drill,
    timeZone: drill.zone.timeZone,
    columns: 79,
  };
  const show = (scene: Scene): Promise<void> => {
    scenes.push(scene);
    for (const line of storyLines(scene, style)) lines.push(line.map(({ text }) => text).join(''));
    return Promise.resolve();
  };
  const end = await drill.play({ show }, new AbortController().signal);
  return { end, scenes, events: scenes.flatMap(({ events }) => events), lines };
}
