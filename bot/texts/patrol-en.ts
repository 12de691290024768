import { patrolNamesEn } from './patrol-names-en.ts';
import { patrolNightEn } from './patrol-night-en.ts';
import { patrolResultEn } from './patrol-result-en.ts';
import { patrolRosterEn } from './patrol-roster-en.ts';
import type { PatrolTexts } from './patrol-texts.ts';

/** Everything said about patrols and other duties, in English. */
export const patrolEn: PatrolTexts = {
  ...patrolNamesEn,
  ...patrolNightEn,
  ...patrolRosterEn,
  result: patrolResultEn,
};
