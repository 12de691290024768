/** Somebody was given into other hands. */
import { oneOf } from '../one-of.ts';
import type { Phrase } from '../phrase.ts';

const helpers =
  '(?:120|119|110|派出所|民警|警察|公安|交警|特警|消防(?:队|中队|员|救援)?|医生|医护|医院|急救(?:车|中心)?|救护车|家属|家人|亲属|亲戚|物业|社区|村里|村干部|村委|他?儿子|她?女儿|父母|家长|监护人)';

/** In the order in which a message is searched. */
export const handedOver: readonly Phrase[] = [
  {
    intent: 'handed_over',
    words: oneOf(
      `移交|交还|交接(?:给|完|好|了|清)|转交|(?:交|送|转)(?:给|到|由|往|上)了?(?:了|到)?[^,]{0,3}${helpers}|交给[^,]{1,6}(?:了|$|处理)`,
      `(?:由|被)?${helpers}(?:已经?)?(?:来)?(?:接走|拉走|带走|接手|接管|送走|送医|送往|转运|运走|拉去|送去|送(?!来|水|饭)|接过去|抬走|转走)`,
      '(?:送|抬)上(?:了)?(?:救护车|120)|(?:病人|伤[员者]|老人|患者|人|孩子)[^,]{0,3}[上跟](?:了)?(?:120|救护车)|上(?:了)?救护车了?',
      '(?:^|人|者|员|已经?)(?:已)?送(?:到|往|去)?[^,]{0,5}医院?(?:了|$)|送医(?:院)?(?:了|$)',
      '\\b(?:handed (?:over|off)|handover (?:done|complete)|ambulance (?:took|has)|taken by (?:the )?ambulance)\\b',
    ),
    unless: /没(?:有)?(?:移交|交给)|要不要|交给我|等(?:120|救护车)|让家属(?:先)?来|交给他们?(?:办|处理)吧|交给你/,
  },
];
