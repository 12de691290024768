const reached =
  /(?:联系|联络)(?:上|到)|(?:打|接)通|通上话|(?:找|问)到(?:人|他|她|队员)|电话(?:都|也)?(?:通|接|回)了|回了?电话|\b(?:reached|got (?:hold of|through to) (?:them|him|her)|(?:they|he|she) (?:answered|picked up|rang back))\b/iu;
/** They rang: only how they found them says that they got through. */
const rang = /(?:打|问|联系)过?了(?:个|一?下|一圈)?(?:电话)?|电话(?:都|也)?打(?:了|过)|\brang (?:them|him|her)\b/iu;
const well =
  /平安|没事|安全|都好|还好|挺好|正常|好着|好好的|没问题|无恙|all (?:well|ok|fine|safe|good)|(?:they|he|she)(?:'re| are|'s| is)? (?:well|ok|okay|fine|safe)/iu;
const not =
  /(?:没有?|不|未|还没|无法|打不)(?:联系|打|接|找|问(?!题)|能)|联系不|打不|接不|(?:没|不)(?:平安|安全|正常|好)|没(?:通|接|回)|吗|[?？]|谁|如果|要是|万一|等|[伤摔晕病疼痛血]|出事|事故|救|住院|失联|报警|但|可是|不过|\b(?:not|n't|cannot|no answer|hurt|injured|but|if)\b|n't/iu;
/** Longer words tell of more than this. */
const longest = 40;

/**
 * Whoever had to ring a crew that was silent says how that went: `well`, 联系上了，平安; `reached`, and not how they are. Null: other
 * words, among them all that speak of harm or of nobody having answered.
 */
export function reachedWords(text: string): 'well' | 'reached' | null {
  if (text.length > longest) return null;
  const said = text.normalize('NFKC').replaceAll('’', "'");
  const gotThrough = reached.test(said);
  if ((!gotThrough && !rang.test(said)) || not.test(said)) return null;
  if (well.test(said)) return 'well';
  return gotThrough ? 'reached' : null;
}
