import { hazardKinds, riskColours, type Named } from '../../core/catalogue.ts';
import { hazardGrades } from '../../core/hazard.ts';
import type { Language } from '../../core/message.ts';

const lists: readonly Named[] = [...hazardKinds, ...hazardGrades, ...riskColours];

/** What a cell may say, as tables say it: names, and not the codes that stand behind them. */
export function namedChoices<Issue extends { allowed: readonly string[] }>(issue: Issue, language: Language): Issue {
  const allowed = issue.allowed.map((choice) => lists.find(({ code }) => code === choice)?.[language] ?? choice);
  return { ...issue, allowed };
}
