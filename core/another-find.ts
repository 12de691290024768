import type { PlaceId } from './ids.ts';

/** What was told of something that a patrol came across, and where it is; null: no place that is known. */
export interface FindWords {
  words: string;
  placeId: PlaceId | null;
}

/** Kinds of what is suspicious. */
const kinds: readonly RegExp[] = [
  /车(?!窗|门|把|库)|面包|牌照|\b(?:van|car|truck|plates?)\b/iu,
  /[电毒炸网]鱼|捕鱼|盗采|挖沙|偷沙|fishing/iu,
  /翻|爬|撬|砸|偷|剪|拉车门|车门|break|climb|pry|steal/iu,
  /徘徊|转来转去|晃|鬼鬼祟祟|东张西望|踩点|尾随|跟着|跟踪|蹲|躲|loiter|lurk|prowl|follow/iu,
  /(?:可疑|奇怪|不明)的?(?:包|箱|袋|物)|没人认|漂着|血迹|bag|box|suitcase/iu,
  /赌博|吸毒|传销|传单|焚烧|烧(?:纸|垃圾|秸秆)|倒垃圾|偷倒|打架|吵架|喝醉|醉汉/u,
];
/** Somebody or something is told of for the first time: 有人, 一辆, 又有. */
const begins =
  /(?:^|[\s,，。;；!！])(?:[^,，。;；\s]{0,8})?(?:有人|有[个辆两三几一]|又有|也有|还有[人个一辆两三]|发现|看[到见]|碰[到见]|一[个辆伙群])|\b(?:there (?:is|are)|another|someone|somebody|i see|saw)\b/iu;
/** They are where they went, or who is with them. */
const goesOn =
  /^(?:他们?|她们?|它|那[个辆伙]?|这[个辆伙]|就是|还在|还是|现在|刚才那)|[往向朝].{0,8}[跑走去开逃溜]|跑到|跑了|走了|开走|逃|溜|躲到|躲进|接应|同伙|一伙的|一起的|^就?在?(?:旁边|边上)|^(?:he|she|they|it|the(?:y|se)?)\b|\b(?:ran|gone|went|drove)\b/iu;

const kindsOf = (words: string): number[] => kinds.flatMap((kind, at) => (kind.test(words) ? [at] : []));

/**
 * Whether words of the same person, soon after, tell of something else and not more of the same: they are of another known place, or
 * begin anew with another kind of thing somewhere else than was said.
 * @param place the words that say where; '': none do
 */
export function isAnotherFind(before: FindWords, told: FindWords & { place: string }): boolean {
  if (goesOn.test(told.words.trim())) return false;
  if (before.placeId !== null && told.placeId !== null) return before.placeId !== told.placeId;
  if (!begins.test(told.words)) return false;
  const [old, fresh] = [kindsOf(before.words), kindsOf(told.words)];
  const isOtherKind = old.length > 0 && fresh.length > 0 && !fresh.some((kind) => old.includes(kind));
  const isElsewhere = told.placeId !== null || (told.place !== '' && !before.words.includes(told.place));
  return isOtherKind && isElsewhere;
}
