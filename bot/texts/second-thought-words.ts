import { plainWords } from './plain-words.ts';

const secondThought =
  /^(?:还是)?(?:取消|算了|不了|不用了|不结束|不停|继续|再谈谈|再等等|再试试|先别|先不|点错|按错|写错)(?:了|吧|调|谈|办|结束|停|暂停|谈判)*$|^(?:cancel|never ?mind|go on|continue|wait|not yet|my mistake)$/u;

/** Words of somebody who was asked for a reason and no longer wants the step that it was for. */
export function isSecondThought(words: string): boolean {
  return secondThought.test(plainWords(words));
}
