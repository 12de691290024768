/** What is wrong, in plain English: a thing and a fault not far from it, in either order. */
import { wrong } from './sign.ts';
import type { HazardSign } from './sign.ts';

const off =
  "broken|not work\\w*|doesn'?t work|don'?t work|isn'?t working|damaged|faulty|out of order|dead|failed|stuck|loose|cracked|cracks?|rust\\w*|leak\\w*|worn|missing|gone|stolen|expired|out of date|overdue";
const open =
  '(?:left )?open|uncovered|unguarded|no (?:cover|lid|fence|barrier|sign|lock|guard)|without (?:a )?(?:cover|lid|fence)';
const shut =
  "block\\w*|lock(?:ed|s)?|chain\\w*|shut|obstruct\\w*|full of|clutter\\w*|boxes|piled?|stack\\w*|can'?t (?:get|open|pass|walk)|hardly (?:walk|pass|get)|won'?t open|storage|parked";
const close = 'next to|near|beside|under|above|behind|beneath|close to|against';
const lacking = "no|without|not wearing|don'?t wear|doesn'?t wear|nobody wears|isn'?t wearing|never wear|lack\\w*";

/** A thing and a fault of which each is a whole word. */
function by(thing: string, fault: string, gap = 36): string {
  const between = `[^.。!?;\\n]{0,${gap}}?`;
  return `\\b(?:${thing})\\b${between}\\b(?:${fault})\\b|\\b(?:${fault})\\b${between}\\b(?:${thing})\\b`;
}

/** Signs of all kinds, as visitors and their colleagues write them. */
export const englishSigns: readonly HazardSign[] = [
  wrong(
    'fire_exit',
    [
      by(
        '(?:fire|emergency|safety|back) (?:exits?|doors?|lanes?|escapes?|stairs?)|exits?|stairs|stairwells?|staircases?|hallways?|corridors?|aisles?|escape routes?',
        shut,
      ),
    ],
    /gas|e-?bikes?|scooters?|wires?|lights?/,
  ),
  wrong('fire_equipment', [
    by(
      '(?:fire )?extinguishers?|hydrants?|sprinklers?|(?:smoke|fire) (?:detectors?|alarms?)|emergency lights?|fire hoses?|exit signs?',
      `${off}|empty|no|none|off|disconnected|covered|beep\\w*|red zone|no pressure|blocked`,
    ),
  ]),
  wrong('ev_charging', [
    by(
      'e-?bikes?|e-?scooters?|scooters?|electric (?:bikes?|scooters?)',
      'charg\\w*|in the (?:lift|elevator|hallway|stairs|room|lobby)|cable|cord',
    ),
  ]),
  wrong(
    'electrical',
    [
      by(
        'wires?|wiring|cables?|sockets?|outlets?|plugs?|fuse ?box|power strips?|extension (?:cords?|leads?)|switchboard|electric(?:al)? (?:box|panel|cabinet)|transformer|power lines?',
        `spark\\w*|bare|exposed|hang\\w*|dangling|burn\\w*|melt\\w*|hot|frayed|wet|overload\\w*|everywhere|${off}|${open}`,
      ),
    ],
    /e-?bikes?|scooters?/,
  ),
  wrong('gas', [
    by(
      'gas (?:cylinders?|bottles?|tanks?|hoses?|pipes?|stoves?|heaters?)|lpg|propane',
      `stor\\w*|old|kept|indoors?|inside|in the sun|${close}|${off}`,
    ),
  ]),
  wrong('three_in_one', [
    '\\b(?:sleep|sleeps|sleeping|live|lives|living)\\b[^.。!?\\n]{0,16}\\b(?:above|over|in|inside|behind) (?:the |a |their )?(?:shop|store|workshop|factory|warehouse)',
  ]),
  wrong('rental', [
    '\\b(?:\\d+|many|too many|ten|eight|six) (?:people|tenants|workers|men)[^.。!?\\n]{0,24}\\b(?:in|sharing|share) (?:one|a|the same|each) (?:room|flat|house)|overcrowded|partition(?:ed|s)?\\b',
  ]),
  wrong('hazardous_chemicals', [
    by(
      'chemicals?|solvents?|paint thinner|acid|drums?|alcohol|gasoline|petrol|diesel|fireworks|paint cans?|flammable\\w*',
      `stor\\w*|kept|spill\\w*|in the sun|no label|stack\\w*|dump\\w*|${open}|${close}|${off}`,
    ),
  ]),
  wrong('combustible_dust', [
    by('dust', 'thick|layers?|pil\\w+|everywhere|grinding|polishing|no (?:extraction|cleaning)|collector'),
  ]),
  wrong('spraying', [
    by(
      'spray(?:ing)?(?: paint\\w*| booth)?|paint(?:ing)? (?:booth|room|shop)|paint fumes',
      'ventilation|fumes|smell\\w*|no mask|outdoors|open air|welding',
    ),
  ]),
  wrong(
    'confined_space',
    [
      by(
        'tanks?|pits?|manholes?|sewers?|silos?|septic tanks?|wells?',
        'climb\\w*|went in|going in|go(?:es)? (?:in|down)|enter\\w*|inside|gas test|alone',
      ),
    ],
    /gas tanks?|kids|child/,
  ),
  wrong('lithium', [
    by(
      'lithium|batter(?:y|ies)|power banks?',
      'swollen|swelling|bulging|pil\\w+|stack\\w*|stor\\w*|damaged|dismantl\\w*|heap\\w*',
    ),
  ]),
  wrong('molten_metal', [by('molten|furnace|ladle|foundry', 'water|wet|crack\\w*|leak\\w*|no (?:barrier|guard)')]),
  wrong(
    'hot_work',
    [
      by(
        'weld\\w*|cutting torch|gas cutting|sparks from',
        `foam|wood|cardboard|paint|solvents?|oil|fire watch|no permit|${close}`,
      ),
    ],
    /booth/,
  ),
  wrong('work_at_height', [
    by(
      'roofs?|scaffold\\w*|ladders?|height|facade|outside wall|window cleaners?',
      `(?:${lacking})[^.。]{0,12}(?:ropes?|harness\\w*|belts?|guard ?rails?|nets?|safety line)`,
    ),
  ]),
  wrong(
    'special_equipment',
    [
      by(
        'elevators?|lifts?|forklifts?|cranes?|boilers?|escalators?|hoists?',
        `shak\\w*|jerk\\w*|stops? (?:between|suddenly|halfway)|drops?|dropp\\w*|noises?|noisy|overload\\w*|speeding|too fast|riding on|inspection|certificate|trap\\w* people|${off}`,
      ),
    ],
    /e-?bikes?|scooters?|chemicals?|solvents?|drums?|lift (?:me|you|us|a hand)|without (?:a )?licen/,
  ),
  wrong(
    'protective_equipment',
    [
      `\\b(?:${lacking})\\b[^.。!?\\n]{0,12}\\b(?:helmets?|hard hats?|gloves|masks?|goggles|ear ?plugs|safety glasses|protective)\\b`,
      by(
        'machine guards?|safety guards?|guards?|light curtain|emergency stop|interlock|safety door',
        'removed|bypass\\w*|taped|missing|broken|off|disabled',
      ),
    ],
    /security guards?/,
  ),
  wrong(
    'no_certificate',
    [
      "\\b(?:no|without|without a|has no|have no|doesn'?t have a?|fake|expired) (?:valid |driving |forklift |welding |work )?(?:licen[cs]es?|certificates?|permits?|training|qualification)|\\b(?:unlicen[cs]ed|untrained|uncertified)\\b",
    ],
    /residence|parking|business trip/,
  ),
  wrong('construction', [
    by(
      'construction site|building site|scaffold\\w*|crane|excavation|illegal(?:ly)? (?:building|built|extension|structure)',
      `lean\\w*|fall\\w*|swing\\w*|no fence|at night|collaps\\w*|${off}|adding|building`,
    ),
  ]),
  wrong(
    'old_house',
    [
      by(
        'walls?|ceilings?|roofs?|balcon(?:y|ies)|plaster|tiles?|bricks?|old (?:house|building)',
        'crack\\w*|fall\\w*|lean\\w*|bulg\\w*|leak\\w*|crumbl\\w*|about to (?:fall|collapse)|sagging',
      ),
    ],
    /crane|wires?|cables?/,
  ),
  wrong(
    'road',
    [
      '\\bpotholes?\\b',
      by(
        'manholes?|drain covers?|roads?|sidewalks?|pavements?|bridges?|guard ?rails?|speed bumps?|traffic lights?|crosswalks?',
        `holes?|covers?|sunk|sinking|collapsed|slippery|bump\\w*|ice|icy|${off}|${open}`,
      ),
    ],
    /street ?li|lamp|truck|lorry|parked/,
  ),
  wrong('street_light', [
    by(
      'street ?lights?|street ?lamps?|lamp ?posts?|road lights?|lights? (?:on|along|in) the (?:road|street|path|lane|bridge|park)',
      `out|off|dark|flicker\\w*|no|${off}`,
    ),
    '\\b(?:pitch (?:black|dark)|completely dark|no street ?lights?)\\b',
  ]),
  wrong(
    'vehicle',
    [
      by(
        'trucks?|lorr(?:y|ies)|cars?|vans?|vehicles?|buses',
        'overload\\w*|double.?park\\w*|illegally parked|speeding|racing|park\\w* (?:in|on|at|across|every)|block\\w*|abandoned|no (?:plate|lights|brakes)',
      ),
    ],
    /fire (?:lane|exit)/,
  ),
  wrong('waterlogging', [
    by(
      'basements?|garages?|underpass\\w*|roads?|streets?|drains?|parking',
      'flood\\w*|under water|standing water|clogged|blocked drain|water (?:up|coming|everywhere)|puddles?',
    ),
  ]),
  wrong('geological', [
    by('rocks?|stones?|slopes?|hillside|mud', 'fall\\w*|roll\\w*|slid\\w*|crack\\w*|loose|coming down|eroding'),
  ]),
  wrong(
    'waterside',
    [
      by(
        'ponds?|rivers?|canals?|lakes?|reservoirs?|riverbank|dock|creek',
        'rail\\w*|fence|guard ?rails?|life ?(?:ring|buoy|jacket)s?|kids|children|swim\\w*|slippery|warning sign',
      ),
    ],
    /walk|beautiful|nice/,
  ),
  wrong(
    'food_drug',
    [
      by(
        'food|meat|milk|snacks?|medicines?|pills|canteen|kitchen|restaurant',
        'expired|rotten|mou?ld\\w*|cockroach\\w*|rats?|flies|spoiled|unlicensed|out of date|dirty|fake',
      ),
    ],
    /gas|fire/,
  ),
  wrong('boiler_environment', [
    by(
      'factory|plant|workshop|chimney|they|river|someone',
      'dump\\w*|waste ?water|sewage|stinks?|stinking|fumes|burning (?:trash|garbage|plastic|tires|tyres|rubbish|waste)|black smoke (?:every|all)',
    ),
  ]),
  wrong('public_order', [
    '\\b(?:stray dogs?|aggressive dogs?|gambl\\w+|drunks?|thie(?:f|ves)|stealing|pickpocket\\w*|harass\\w*|throw(?:s|ing)? (?:things|trash|bottles|garbage|cigarettes?)[^.。]{0,12}(?:from|out of|down))\\b',
  ]),
  wrong('other', [
    by(
      'trees?|branch(?:es)?|billboards?|signboards?|shop signs?|swings?|slides?|playground|glass panels?|air ?conditioners?|flower ?pots?',
      `fall\\w*|lean\\w*|hanging|about to (?:fall|drop)|${off}`,
    ),
  ]),
];
