/** People touched by current. */
import { needing, sure } from '../sign.ts';
import type { DangerSign } from '../sign.ts';
import { someone } from '../somebody.ts';

/** Signs: people touched by current. */
export const electricity: readonly DangerSign[] = [
  sure('electric_shock', [
    '触(?:了)?电|电死(?:了)?人(?!的)|被[^,。!?\\s]{0,4}电(?:到|击|倒|晕|打|麻|了)|电(?:到|倒|晕|翻)(?:人|我|他|她|了|一个)',
    '(?:漏电|高压线|电线)[^,。!?\\s]{0,6}(?:电到|打到|击中|倒了?人)|\\belectrocut|electric shock',
    '(?:高压线|电线|电缆)[^,。!?\\n]{0,4}(?:断|掉|落|垂)[^。!?\\n]{0,10}(?:冒火|打火|噼|火花|带电|水里|电到|有电)',
  ]),
  needing('victim', 'electric_shock', [
    `(?:电|插座|配电)[^。!?\\n]{0,6}(?:粘住|吸住|麻倒|打倒|抽搐)|${someone}[^,。!?]{0,4}被电`,
  ]),
];
