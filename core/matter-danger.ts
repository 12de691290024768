import type { Danger, MatterBody } from './matter.ts';

/** Kinds of incidents and of disputes that are such a danger. */
const byKind: Readonly<Record<string, Danger>> = {
  self_harm: 'self_harm',
  violence: 'violence',
  domestic_violence: 'violence',
  crowd: 'crowd',
};

/** What words say outright; the finer reading is core/reading's. Each piece of them counts once, for the first that it fits. */
const inWords: readonly (readonly [Danger, RegExp])[] = [
  [
    'self_harm',
    /不想活|活不下去|自杀|轻生|寻死|割腕|跳楼(?!价)|死了算了|suicid|kill(?:ing)? myself|want to die|end my life/giu,
  ],
  [
    'child',
    /(?:虐待|饿|锁|关|打|掐|烫)(?:了|着)?(?:我)?(?:家)?(?:的)?(?:孩子|小孩|娃|儿子|女儿)|(?:孩子|小孩|娃|儿子|女儿)[^,。!?\n]{0,4}被[^,。!?\n]{0,4}(?:打|揍|踹|掐|烫|虐待)(?!电话|招呼|扰)|猥亵|child abuse|\b(?:beats?|beating|hits?|hitting) (?:my|our|the) (?:kids?|child(?:ren)?|son|daughter)\b/giu,
  ],
  [
    'threat',
    /(?:弄死|打死|砍死|杀了?|砍了?|烧死|废了)(?:我|你|他|她|咱)|(?:要|敢|会)(?:弄死|打死|砍死|杀|砍)人|要(?:我|你|他|她)的命|威胁(?:说)?要?(?:杀|砍|打|烧|弄)(?:死|了)?(?:我|他|她|咱|人)?|(?:他|她|老公|丈夫|对方|邻居|老板|有人|还|又)[^,。!?\n]{0,3}(?:拿|提|举|抄|掏|亮)(?:着|起|出|了)*(?:一?把)?(?:菜|砍|水果)?刀(?!切|削|剁|做|来[切削剁])|threaten(?:s|ed|ing)? to (?:kill|hurt|beat)(?: (?:me|us|him|her))?|\b(?:has|with) a knife\b/giu,
  ],
  [
    'violence',
    /家暴|(?:打|揍|踹|踢|掐|砍)(?:了|过|得|伤)?(?:我|她)(?!的?(?:电话|手机|微信|车|门|一?个折))|[把被](?:我|她|人|他|老公|丈夫)?(?:给)?(?:打|揍|砍)(?:了|伤)|动手(?:打|了)|(?:又|还)动手|强奸|性侵|\b(?:beats?|beating|hits?|hitting|hurts?) (?:me|her|my)\b/giu,
  ],
  [
    'crowd',
    /(?:\d{2,}|[一二两三四五六七八九几]?十几?|[一二两三几上]百|一群|一帮)多?个?(?:人|工人|村民|家属)?[^,。!?\n]{0,8}(?:堵|围|闹事|拉横幅|聚集)/gu,
  ],
];

/** Which danger decides on the way of a matter: after violence nobody is asked to a joint session, and a crowd alone goes to many. */
const decides: readonly Danger[] = ['violence', 'self_harm', 'child', 'threat', 'crowd'];

const inOrder = (dangers: readonly Danger[]): Danger[] => decides.filter((one) => dangers.includes(one));

/** Every danger that was told of a matter, the one that decides on its way first. */
export function dangersOf({ danger, otherDangers = [] }: Pick<MatterBody, 'danger' | 'otherDangers'>): Danger[] {
  return inOrder(danger === null ? otherDangers : [danger, ...otherDangers]);
}

/** The body with one more danger; what was told before stays. */
export function withDanger(body: MatterBody, danger: Danger): MatterBody {
  const [first = danger, ...otherDangers] = inOrder([danger, ...dangersOf(body)]);
  return { ...body, danger: first, ...(otherDangers.length === 0 ? {} : { otherDangers }) };
}

/** The dangers that kinds read in words are, as codes of incidents or disputes, the one that decides first; empty: none of them is. */
export function dangersOfKinds(kinds: readonly string[]): Danger[] {
  return inOrder(kinds.flatMap((kind) => byKind[kind] ?? []));
}

/** Every danger that words name outright, the one that decides first; empty: none. */
export function dangersInWords(words: string): Danger[] {
  let left = words.normalize('NFKC');
  const found: Danger[] = [];
  for (const [danger, pattern] of inWords) {
    const rest = left.replaceAll(pattern, ' ');
    if (rest !== left) found.push(danger);
    left = rest;
  }
  return inOrder(found);
}

/** Hands that are raised already, whoever they are raised against. */
const withHands: ReadonlySet<Danger> = new Set<Danger>(['violence', 'child', 'threat']);

/**
 * What words say outright, and what else was read in them. The words are more exact than a kind: he hits the child is no second
 * danger because its kind is violence.
 */
export function dangersTold(said: readonly Danger[], read: readonly Danger[]): Danger[] {
  const hands = said.some((danger) => withHands.has(danger));
  return inOrder([...said, ...read.filter((danger) => !hands || !withHands.has(danger))]);
}
