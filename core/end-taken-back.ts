import { leftOut } from './reading/patrol/left-out.ts';

const us =
  '(?:我们?|咱们?|俺们?|阿拉|大家|队|今晚|这边|这里|这一?[组队]|其实|现在|都|也|刚才(?:的|那个|那条)?|所以|先|哎|等[下等会])*';
const not = '(?:还没有?|仲未|还未|未|还不|没有?|没真的|冇|先不|不|先别|别|勿)(?:到|要|能|是|急着?)?(?:点|时间)?';
const tail = '[啊呀哦噢呢哈嘞咧哩吧了]*';
const count = '(?:[\\d一二两三四五六七八九十几]+|好几|不少|好多|最后一)';

const slip =
  '(?:(?:不好意思|抱歉|对不起|sorry)[,，。!！\\s]*)?(?:(?:刚才|刚刚|上面|前面)(?:那|的|这)?(?:个|条|句)?(?:收队)?(?:是)?)?(?:[发点按弄搞说打]错(?:了|的)?|误[触发点]|手滑|不小心(?:发|点|按)的?|看错时间了?)(?:了|的)?';
const lastOne = `(?:刚才|刚刚|上面|前面)(?:的|那|这)?(?:一)?(?:个|条|句)?(?:的)?(?:不算(?:数)?|作废|取消|撤回|不作数)[啊呀哦呢哈的吧了]*[。.!！~\\s]*`;
const onlySlip = new RegExp(`^(?:${slip}[,，。!！\\s]*)?(?:${slip}[。.!！~\\s]*|${lastOne})$`, 'iu');
const onlySlipEnglish =
  /^(?:(?:oops|sorry)[,.!\s]*)?(?:by mistake|sent by mistake|my mistake|wrong message|that was a mistake)[,.!\s]*(?:sorry)?[.!\s]*$/iu;

/** It is not over, whatever else is said. */
const plainly = oneOf(
  `${us}${not}(?:收队|收工|收班|收岗|下班|结束|完|收)${tail}`,
  `${us}(?:收队|收工)(?:的)?(?:不算(?:数)?|作废|取消|撤回)${tail}的?|(?:取消|撤回|作废)(?:刚才的?)?(?:收队|收工)${tail}`,
  `${us}(?:收队|收工)?(?:收|说|发|报|按|点)早${tail}`,
  "(?:we(?:['’]re| are) |i(?:['’]m| am) |it(?:['’]s| is) )?not (?:done|finished|over|ended)(?: yet)?|(?:we |i )?(?:have not|haven['’]t) (?:finished|ended)(?: yet)?",
  "(?:ignore|scratch|undo|cancel) (?:that|it|the end)|that does(?:n['’]t| not) count",
);
/** They are on the way still, or have some of it before them. */
const onTheWay = oneOf(
  `${us}${not}(?:巡|走|转|查|跑)(?:完|好)(?:全程|一圈)?${tail}`,
  `${us}(?:还|再|要|还要|还得|得)?(?:继续|接着|还在|仲喺度)(?:外面)?(?:巡逻?|走|巡查|转|打卡)(?:着|的|中|点)?${tail}`,
  `${us}(?:人)?(?:还|仲)(?:在|喺)(?:外面|第?[\\d一二两三四五六七八九十]+(?:号|个)?点?(?:位)?(?:这里|这边|那里|那边|附近)?)${tail}的?`,
  `${us}(?:后面|前面)?(?:还|仲)(?:有|剩|差|欠)下?(?:${count}(?:个点位?|个地方|处|家|圈|段路?|趟)|一?半)(?:还)?(?:(?:没有?|冇|未|要|得)(?:走|去|到|巡|转|跑|查)(?:完|到|过)?)?${tail}`,
  `${us}(?:还|仲)(?:有|剩|差|欠)下?${count}个(?:没有?|冇|未)(?:巡|转|去)${tail}`,
  `(?:等|让)?${us}(?:巡|走|转|跑)完[^,。]{0,5}再(?:收|说|报)队?${tail}`,
  "(?:we(?:['’]re| are) |i(?:['’]m| am) )?still (?:out|on patrol|patrolling|walking|going|at (?:point |no\\.? ?)?\\d+)(?: (?:here|there))?|(?:keep|carry|carrying|going) on",
  "(?:we(?:['’]ve)? |there (?:are|is) )?(?:still )?(?:have |got |have got )?(?:still )?(?:\\d+|one|two|three|four|five|six|a few|some) (?:more )?(?:points?|stops?|checkpoints?)(?: (?:left|to go|more|still))+(?: to go)?",
  '(?:we |i )?still (?:have |got )?(?:\\d+|one|two|three|four|five|six|a few|some) (?:more )?(?:points?|stops?|checkpoints?)(?: (?:left|to go|more))*',
);
/** They will not walk what is left, are on the way home, or lack only pictures. */
const givenUp =
  /算了|不(?:去|走|巡)了|(?:明[天晚早]|下次|改天|改日)再?|(?<![别不要])回(?:家|去|来|村)|往回|到家|照片|没[拍发传]|忘|漏|too late|skip|forg[eo]t|photo|picture|going home|heading home|tomorrow/iu;
const lead = /^(?:(?:oops|sorry|no|wait|hold on|hang on|actually|but|my mistake|by mistake|and)\b[\s,]*)+/iu;

function oneOf(...ways: readonly string[]): RegExp {
  return new RegExp(`^(?:${ways.join('|')})$`, 'iu');
}

/**
 * Words that take the end of a shift back: `end` names it or says that they go on (发错了 还没收队, 继续巡逻, 我们还有两个点没走), `slip`
 * only that the last message was wrong. Null: they do not.
 * @param names of the points of that shift
 */
export function endTakenBack(text: string, names: readonly string[] = []): 'end' | 'slip' | null {
  const said = names.reduce((words, name) => words.replaceAll(name, '1号'), text.trim());
  const pieces = piecesOf(said);
  if (pieces.some((piece) => plainly.test(piece))) return 'end';
  const goesOn = pieces.some((piece) => onTheWay.test(piece));
  if (goesOn && !givenUp.test(said) && leftOut(said) === undefined) return 'end';
  return onlySlip.test(said) || onlySlipEnglish.test(said) ? 'slip' : null;
}

/** What stands between signs, and in Chinese between spaces; a question keeps its mark. */
function piecesOf(said: string): string[] {
  return said
    .replaceAll(/(?<=还[有剩差]|还在)\s+(?=\d)|(?<=\d)\s+(?=[个处家圈段趟号])/gu, '')
    .split(/[,，。;；!！~～…、\n]+|\.(?!\d)|(?<=[?？])|(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])/u)
    .map((piece) => piece.trim().replace(lead, ''))
    .filter((piece) => piece !== '');
}
