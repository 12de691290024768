import { matterNamesZh } from './matter-names-zh.ts';
import { matterResultZh } from './matter-result-zh.ts';
import type { MatterTexts } from './matter-texts.ts';

/** Everything said about private matters, in Chinese. */
export const matterZh: MatterTexts = {
  ...matterNamesZh,
  result: matterResultZh,
};
