import { hazardCommandZh, hazardTriageZh } from './hazard-command-zh.ts';
import { deadlineZh } from './hazard-deadline-zh.ts';
import { hazardNamesZh } from './hazard-names-zh.ts';
import { hazardPeopleZh } from './hazard-people-zh.ts';
import { hazardResultZh } from './hazard-result-zh.ts';
import type { HazardTexts } from './hazard-texts.ts';

/** Everything said about hazards, in Chinese. */
export const hazardZh: HazardTexts = {
  ...hazardNamesZh,
  ...hazardPeopleZh,
  ...hazardCommandZh,
  triage: hazardTriageZh,
  deadline: deadlineZh,
  result: hazardResultZh,
};
