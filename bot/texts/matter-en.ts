import { matterNamesEn } from './matter-names-en.ts';
import { matterResultEn } from './matter-result-en.ts';
import type { MatterTexts } from './matter-texts.ts';

/** Everything said about private matters, in English. */
export const matterEn: MatterTexts = {
  ...matterNamesEn,
  result: matterResultEn,
};
