const slip =
  '(?:(?:不好意思|抱歉|对不起|sorry)[,，。!！\\s]*)?(?:(?:刚才|刚刚|上面|前面)(?:那|的|这)?(?:个|条|句)?(?:收队)?(?:是)?)?(?:[发点按弄搞说打]错(?:了|的)?|误[触发点]|手滑|不小心(?:发|点|按)的?|看错时间了?)(?:了|的)?';
const end = '[啊呀哦呢哈的吧了]*[。.!！~\\s]*';
const words = '(?:收队|收工|收班|下班|结束|巡完|走完|完)';
const notDone = `(?:我们?|咱们?|大家|队)?(?:这边)?(?:都)?(?:还没有?|还不|没有?|没真的|先不|不|先别|别)(?:到|要|能|是)?(?:点|时间)?${words}${end}`;
const goesOn = `(?:我们?|咱们?|大家|今晚)?(?:还|再|要|还要|还得|得)?(?:继续|接着|还在)(?:巡逻?|走|巡查|转|打卡)(?:的|呢|中|点)?${end}`;
const lastOne = `(?:刚才|刚刚|上面|前面)(?:的|那|这)?(?:一)?(?:个|条|句)?(?:的)?(?:不算(?:数)?|作废|取消|撤回|不作数)${end}`;
const dropped = `(?:刚才|刚刚)?(?:那个?|的)?(?:收队|收工)(?:的)?(?:不算(?:数)?|作废|取消|撤回)${end}|(?:取消|撤回|作废)(?:刚才的?)?(?:收队|收工)${end}`;
const chinese = new RegExp(
  `^(?:${slip}[,，。!！\\s]*)?(?:${notDone}|${goesOn}|${dropped})(?:[,，。!！\\s]*(?:${slip}|${notDone}|${goesOn})[。.!！~\\s]*)*$`,
  'iu',
);
const onlySlip = new RegExp(`^(?:${slip}[,，。!！\\s]*)?(?:${slip}[。.!！~\\s]*|${lastOne})$`, 'iu');
const english =
  /^(?:(?:oops|sorry|no|wait|my mistake|by mistake|sent by mistake)[,.!\s]*)*(?:we(?:['’]re| are) |i(?:['’]m| am) |it(?:['’]s| is) )?(?:not (?:done|finished|over|ended)(?: yet)?|still (?:out|on patrol|patrolling|walking|going)|(?:keep|carry|carrying|going) on|(?:ignore|scratch|undo|cancel) (?:that|it|the end)|that does(?:n['’]t| not) count)(?:[,.!\s]*(?:sorry|by mistake|sent by mistake|still going|my mistake))*[.!\s]*$/iu;
const onlySlipEnglish =
  /^(?:(?:oops|sorry)[,.!\s]*)?(?:by mistake|sent by mistake|my mistake|wrong message|that was a mistake)[,.!\s]*(?:sorry)?[.!\s]*$/iu;

/**
 * Words that take the end of a shift back: `end` names it or says that they go on (发错了 还没收队, 继续巡逻), `slip` only that the
 * last message was wrong. Null: they do not.
 */
export function endTakenBack(text: string): 'end' | 'slip' | null {
  const said = text.trim();
  if (chinese.test(said) || english.test(said)) return 'end';
  return onlySlip.test(said) || onlySlipEnglish.test(said) ? 'slip' : null;
}
