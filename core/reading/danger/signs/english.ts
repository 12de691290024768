/** In English, as visitors and their colleagues write. */
import { sure } from '../sign.ts';
import type { DangerSign } from '../sign.ts';

/** Signs: in English, as visitors and their colleagues write. */
export const english: readonly DangerSign[] = [
  sure(
    'person_down',
    [
      "\\b(?:chest pains?|pain in (?:his|her|my) chest|(?:he|she) can'?t (?:stand|speak|talk|move|breathe)|face is drooping|not moving|isn't moving|won't wake|can't wake|cannot wake|not waking|can'?t breathe|cannot breathe|not responding|blood everywhere|(?:bleeding|blood) (?:a lot|all over|won't stop)|turning (?:blue|purple)|hit (?:his|her|my) head|broke(?:n)? (?:his|her|my) (?:leg|arm|neck|back)|fell (?:off|from|down)|swallowed)\\b",
    ],
    /price|stock|asleep|laptop|phone|car won't|temperature/,
  ),
  sure(
    'violence',
    [
      '\\b(?:(?:someone|somebody|a man|they|he|guys?) (?:just |is |are |has |have )*(?:broke|broken|breaking|break) in|broke into|intruder|hiding in|screaming for help|with a (?:knife|gun|machete)|threaten\\w* (?:me|us|him|her|to kill)|(?:being|getting) (?:chased|followed|beaten))\\b',
    ],
    /news|movie|game|drill/,
  ),
  sure(
    'trapped',
    [
      '\\b(?:locked in (?:the|a|my|our) (?:car|room|van|freezer|toilet)|stuck (?:in|under|between) (?:the|a) (?:machine|rubble|wall|car|window|well))\\b',
    ],
    /keys?/,
  ),
  sure('self_harm', [
    '\\b(?:on the (?:ledge|roof edge)|going to jump|gonna jump|about to jump|took (?:all|a bottle of|a lot of) (?:his|her|the|my)?\\s?pills|overdose\\w*)\\b',
  ]),
  sure('leak', ['\\b(?:smells? (?:strongly )?(?:of|like) gas|gas smell|hissing)\\b'], /gasoline price/),
];
