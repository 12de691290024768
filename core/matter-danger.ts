import type { Danger, MatterBody } from './matter.ts';

/** Kinds of incidents and of disputes that are such a danger. */
const byKind: Readonly<Record<string, Danger>> = {
  self_harm: 'self_harm',
  violence: 'violence',
  domestic_violence: 'violence',
  crowd: 'crowd',
};

/** What words say outright; the finer reading is core/reading's. The first that fits counts, the gravest stands first. */
const inWords: readonly (readonly [Danger, RegExp])[] = [
  [
    'self_harm',
    /不想活|活不下去|自杀|轻生|寻死|割腕|跳楼(?!价)|死了算了|suicid|kill(?:ing)? myself|want to die|end my life/iu,
  ],
  ['child', /(?:虐待|饿|锁|关|打|掐|烫)(?:了|着)?(?:我)?(?:家)?(?:的)?(?:孩子|小孩|娃|儿子|女儿)|猥亵|child abuse/iu],
  [
    'threat',
    /(?:弄死|打死|砍死|杀了?|砍了?|烧死|废了)(?:我|你|他|她|咱)|要(?:我|你|他|她)的命|威胁要?(?:杀|砍|打|烧|弄)|threaten(?:s|ed|ing)? to (?:kill|hurt|beat)/iu,
  ],
  [
    'violence',
    /家暴|(?:打|揍|踹|踢|掐|砍)(?:了|过|得|伤)?(?:我|她)(?!的?(?:电话|手机|微信|车|门|一?个折))|[把被](?:我|她|人|他|老公|丈夫)?(?:给)?(?:打|揍|砍)(?:了|伤)|动手(?:打|了)|(?:又|还)动手|强奸|性侵|\b(?:beats?|beating|hits?|hitting|hurts?) (?:me|her|my)\b/iu,
  ],
  [
    'crowd',
    /(?:\d{2,}|十几|几十|上百|一群|一帮)个?(?:多个?)?(?:人|工人|村民|家属)?[^,。!?\n]{0,8}(?:堵|围|闹事|拉横幅|聚集)/u,
  ],
];

/** Which danger decides on the way of a matter: after violence nobody is asked to a joint session, and a crowd alone goes to many. */
const decides: readonly Danger[] = ['violence', 'self_harm', 'child', 'threat', 'crowd'];

/** Every danger that was told of a matter, the one that decides on its way first. */
export function dangersOf({ danger, otherDangers = [] }: Pick<MatterBody, 'danger' | 'otherDangers'>): Danger[] {
  return decides.filter((one) => one === danger || otherDangers.includes(one));
}

/** The body with one more danger; what was told before stays. */
export function withDanger(body: MatterBody, danger: Danger): MatterBody {
  const told = dangersOf(body);
  const [first = danger, ...otherDangers] = decides.filter((one) => one === danger || told.includes(one));
  return { ...body, danger: first, ...(otherDangers.length === 0 ? {} : { otherDangers }) };
}

/** The danger that kinds read in words are, as codes of incidents or disputes; null: none of them is. */
export function dangerOfKinds(kinds: readonly string[]): Danger | null {
  return kinds.map((kind) => byKind[kind]).find((danger) => danger !== undefined) ?? null;
}

/** The danger that words name outright; null: none. */
export function dangerInWords(words: string): Danger | null {
  const text = words.normalize('NFKC');
  return inWords.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}
