/** In English, as visitors and their colleagues write. */
import { sure } from '../sign.ts';
import type { DangerSign } from '../sign.ts';

const somebody =
  "(?:man|woman|lady|guy|kids?|child|children|boy|girl|baby|workers?|coworker|colleague|friend|husband|wife|mother|mom|father|dad|son|daughter|driver|person|people|someone|somebody|he|she|they|i|i'm|he's|she's|neighbou?r|brother|sister|grand\\w+|student|old man|old lady)";
const limb = '(?:arm|hand|leg|foot|feet|finger|fingers|hair|head|neck|body|sleeve)';

/** Signs: in English, as visitors and their colleagues write. */
export const english: readonly DangerSign[] = [
  sure(
    'person_down',
    [
      "\\b(?:chest pains?|pain in (?:his|her|my) chest|(?:he|she) can'?t (?:stand|speak|talk|move|breathe)|face is drooping|not moving|isn't moving|won't wake|can't wake|cannot wake|not waking|can'?t breathe|cannot breathe|not responding|not breathing|(?:just )?fainted|passed out|blood everywhere|(?:bleeding|blood) (?:a lot|all over|won't stop)|turning (?:blue|purple)|hit (?:his|her|my) head|broke(?:n)? (?:his|her|my) (?:leg|arm|neck|back)|fell (?:off|from|down)|swallowed)\\b",
    ],
    /price|stock|asleep|laptop|phone|car won't|temperature/,
  ),
  sure(
    'violence',
    [
      '\\b(?:(?:someone|somebody|a man|they|he|guys?) (?:just |is |are |has |have )*(?:broke|broken|breaking|break) in|broke into|intruder|hiding in|screaming for help|with a (?:knife|gun|machete)|threaten\\w* (?:me|us|him|her|to kill)|break(?:ing)? into (?:my|our|the|his|her)|(?:being|getting) (?:chased|followed|beaten))\\b',
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
  sure(
    'person_down',
    [
      `\\b${somebody}\\b[^.。!?\\n]{0,24}\\b(?:is bleeding|are bleeding|bleeding|can'?t get up|can'?t move|lying (?:on|in) the|on the (?:floor|ground)|burn(?:ed|t) (?:his|her|my)|seizure|convuls\\w*|turning blue|hit by|fell (?:off|from|into|down|in))\\b`,
      `\\b(?:bleeding (?:from|badly|a lot)|allergic reaction|lost consciousness|overdosed?)\\b`,
    ],
    /heart is bleeding|bleeding money|price|fell in love|fell asleep|lying in bed/,
  ),
  sure(
    'trapped',
    [
      `\\b${limb}\\b[^.。!?\\n]{0,8}\\b(?:caught|stuck|trapped|crushed|jammed|cut off|pulled in)\\b`,
      `\\b${somebody}\\b[^.。!?\\n]{0,10}\\b(?:stuck|trapped|stranded|locked) (?:on|in|inside|under|at the top)\\b`,
      '\\b(?:kids?|people|someone|somebody|man|woman|child|children) (?:(?:is|are) )?(?:still|trapped) inside\\b',
    ],
    /traffic|meeting|work\\b|queue|line\\b|office late|my head/,
  ),
  sure('flood', ['\\b(?:water|river|flood) (?:is )?(?:rising|coming in|pouring in|up to)\\b']),
  sure('missing_person', [
    `\\bcan'?t find (?:my|our|the) (?:son|daughter|kid|child|mother|father|grand\\w+|baby|boy|girl)\\b`,
  ]),
  sure(
    'fire',
    ['\\b(?:smoke (?:in|inside|filling|coming)|flames|is burning|are burning|burst into)\\b'],
    /calories|stove|incense|eyes|throat|trash|garbage|plastic|rubbish|waste|tires|tyres/,
  ),
  sure('self_harm', [
    '\\b(?:on the (?:ledge|roof edge)|going to jump|gonna jump|about to jump|took (?:all|a|the|too many)[^.。]{0,30}pills|overdose\\w*)\\b',
  ]),
  sure('traffic', [
    '\\b(?:car|truck|van|bus|lorry|motorbike|bike|scooter)[^.。!?\\n]{0,12}(?:flipped|overturned|rolled over|ran over|hit (?:a|the|my|an|someone|somebody)|crashed into)|(?:driver|passengers?)[^.。!?\\n]{0,8}(?:still|stuck|trapped) inside|(?:driver|passengers?|kids?|people|someone|man|woman)[^.。!?\\n]{0,8}(?:still|stuck|trapped) (?:inside|in) the (?:car|truck|bus|van)',
  ]),
  sure('poisoning', [
    '\\b(?:people|workers|kids|students|everyone|several|we|they|he|she)[^.。!?\\n]{0,12}(?:throwing up|vomit\\w*|passing out|getting dizzy|feeling dizzy|fainting)',
  ]),
  sure(
    'leak',
    [
      '\\b(?:ammonia|chlorine|chemical|acid|gas)\\b[^.。!?\\n]{0,24}(?:dizzy|can.?t breathe|burning (?:my|our) eyes|throwing up|vomit\\w*|evacuat\\w*)',
      '\\b(?:smells? (?:strongly )?(?:of|like) gas|gas smell|hissing)\\b',
    ],
    /gasoline price/,
  ),
];
