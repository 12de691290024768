/** How well reports of figures are read, on the corpus in tests/core/reading/figures/corpus. */
import { figureFiles, figureSamples, judgeFigures } from '../tests/core/reading/figures/figure-corpus.ts';

/** Prints each round; `list` also what went wrong, except among the unseen. */
export function reportFigures(list: boolean): void {
  for (const [group, files] of Object.entries(figureFiles)) {
    for (const file of files) {
      const judged = figureSamples(file).map(judgeFigures);
      const figures = judged.flatMap((one) => one.figures);
      console.log(
        `figures ${group}: ${file}: ${judged.length} messages, intent right ${percent(judged.map((one) => one.intent))}, figures ${percent(figures)}`,
      );
      if (list && group === 'seen')
        for (const { sample, reading, intent } of judged)
          if (!intent) console.log(`  ${sample.id} ${JSON.stringify(sample.text)}: read as ${reading.intent}`);
    }
  }
}

function percent(marks: readonly boolean[]): string {
  return marks.length === 0 ? '–' : `${((100 * marks.filter(Boolean).length) / marks.length).toFixed(1)}%`;
}
