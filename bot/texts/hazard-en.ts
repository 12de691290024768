import { hazardCommandEn, hazardTriageEn } from './hazard-command-en.ts';
import { deadlineEn } from './hazard-deadline-en.ts';
import { hazardNamesEn } from './hazard-names-en.ts';
import { hazardPeopleEn } from './hazard-people-en.ts';
import { hazardResultEn } from './hazard-result-en.ts';
import type { HazardTexts } from './hazard-texts.ts';

/** Everything said about hazards, in English. */
export const hazardEn: HazardTexts = {
  ...hazardNamesEn,
  ...hazardPeopleEn,
  ...hazardCommandEn,
  triage: hazardTriageEn,
  deadline: deadlineEn,
  result: hazardResultEn,
};
