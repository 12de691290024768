import { patrolNamesZh } from './patrol-names-zh.ts';
import { patrolNightZh } from './patrol-night-zh.ts';
import { patrolResultZh } from './patrol-result-zh.ts';
import { patrolRosterZh } from './patrol-roster-zh.ts';
import type { PatrolTexts } from './patrol-texts.ts';

/** Everything said about patrols and other duties, in Chinese. */
export const patrolZh: PatrolTexts = {
  ...patrolNamesZh,
  ...patrolNightZh,
  ...patrolRosterZh,
  result: patrolResultZh,
};
