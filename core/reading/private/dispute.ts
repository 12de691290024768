/** A dispute that is told: what it is about, and what was said of it. */
import type { DisputeKind } from '../../catalogue.ts';
import { isForeign, likelihoods } from '../likeness/likeness.ts';
import { wordsAt } from '../plain-text.ts';
import type { Because, Fields, Meaning } from '../reading.ts';
import type { Utterance } from '../utterance.ts';
import { disputeDetails, needOf } from './details.ts';
import { grievanceIn } from './grievance.ts';
import type { Grievance } from './grievance.ts';
import { likelyKinds } from './kinds.ts';
import type { LikelyKind } from './kinds.ts';
import { asksInGeneral, isNoDispute } from './not-a-dispute.ts';

/** How heavy the kind must be, told to the bot or the mediators, and told among neighbours. */
const enough = { alone: 5, withClaim: 3, group: 4, groupClaims: 2 };
/** So many people at once cannot wait. */
const crowd = 5;
/** Shorter than this only names something. */
const leastStory = 6;

/** Reads a dispute, or nothing. */
export function dispute(heard: Utterance): Meaning | undefined {
  const kinds = likelyKinds(heard.plain);
  const grievance = grievanceIn(heard) ?? bareStory(heard, kinds[0]);
  if (grievance === undefined || !isTold(heard, kinds, grievance)) return undefined;
  const chosen = chosenKinds(kinds, heard.plain);
  const { fields, because } = disputeDetails(heard);
  const first = chosen[0];
  const need = needOf(heard, first?.kind, fields);
  const severity = severityOf(heard, fields);
  const minded = wordsAt(heard.text, grievance.start, grievance.end);
  const kindsBy: Because[] =
    first === undefined
      ? [{ field: 'kinds', words: minded, confidence: 0.4 }]
      : chosen.map((one) => ({ field: 'kinds', words: wordsAt(heard.text, one.start, one.end) }));
  return {
    intent: 'dispute',
    confidence: confidence(heard, first, grievance),
    fields: {
      kinds: first === undefined ? ['other'] : chosen.map(({ kind }) => kind),
      ...fields,
      ...(severity === undefined ? {} : { severity }),
      ...(need === undefined ? {} : { needsAnswer: need }),
    },
    because: [{ field: 'intent', words: minded }, ...kindsBy, ...because],
  };
}

/** To the bot alone what is plainly about one kind is told because somebody minds it, whatever words they have for it. */
function bareStory({ plain, message }: Utterance, first: LikelyKind | undefined): Grievance | undefined {
  if (message.room === 'village' || plain.length < leastStory) return undefined;
  const { start, end } = first ?? { start: 0, end: Math.min(plain.length, 24) };
  return { claims: 0, own: true, asksForHelp: false, quarrel: false, start, end };
}

/** Money, family, a claim: what no hazard is about. */
const claimedFor =
  /工资|工钱|薪|赔|退(?!休|让|后|伍|热|烧)|欠|还(?:钱|我)|不还|押金|定金|货款|款(?!式)|借(?:给|我|了|条|钱)|离婚|赡养|抚养|养老|医药费|医疗费|彩礼|补偿|调解|评理|说法|道歉|房租|租金|分红|分家|遗产|继承|前妻|前夫|老公|老婆|婆婆|合同|协议|辞退|开除|工伤|误工|医药|花了|垫|推来推去|不管|没说法|克扣|倒赔|物业费|停水|停电|门禁|公示|账目|交钱|加钱|多收|乱收|不认|不承认|自己不小心|推责|推卸|不负责|起诉|法院|仲裁|骂|吵架|吵了|纠纷|造谣|投资|\b(?:pay|paid|wages?|refund|deposit|owe[sd]?|divorce|compensat\w*)\b/;

/** Whether the words are those of a claim, and no hazard's. */
function isFirm({ plain }: Utterance, { claims, own }: Grievance): boolean {
  return claims >= 1 && (own || claims >= 2) && claimedFor.test(plain);
}

const noShares: ReadonlyMap<string, number> = new Map();

/** By all that was ever written: how likely it is a dispute, and how likely danger or a fault. */
function sharesOf(heard: Utterance): { readonly ours: number; readonly others: number } {
  const shares = isForeign(heard.plain) ? noShares : likelihoods(heard);
  const others = otherwise.reduce((sum, intent) => sum + (shares.get(intent) ?? 0), 0);
  return { ours: shares.get('dispute') ?? 0, others };
}
/** Nothing else is likelier. */
function isMost(heard: Utterance, ours: number): boolean {
  return [...likelihoods(heard).values()].every((share) => share <= ours);
}

/** How plainly any kind is named. */
function heaviest(kinds: readonly LikelyKind[]): number {
  return kinds.reduce((most, { weight }) => Math.max(most, weight), 0);
}
const otherwise = ['emergency', 'hazard_report', 'hazard_withdraw', 'hazard_fixed', 'hazard_chase'] as const;
/** What is only sensed gives way where others are likelier than this; from `likely` on likeness alone is enough. */
const share = { others: 0.5, likely: 0.5, most: 0.3, times: 2, certain: 0.75 };

function isTold(heard: Utterance, kinds: readonly LikelyKind[], grievance: Grievance): boolean {
  const { room } = heard.message;
  const firm = isFirm(heard, grievance);
  if (isNoDispute(heard, firm)) return false;
  // A claim with a question after it is told; a question alone is asked.
  const told = firm && grievance.claims >= 2 && heard.clauses.length > 1;
  if (!told && asksInGeneral(heard)) return false;
  const weight = heaviest(kinds);
  if (room === 'village') {
    const minded = grievance.quarrel || grievance.asksForHelp || (firm && weight > enough.alone);
    const theirs = grievance.own || grievance.asksForHelp;
    return weight >= enough.group && grievance.claims >= enough.groupClaims && firm && minded && theirs;
  }
  const { ours, others } = sharesOf(heard);
  if (ours > share.likely || (ours > share.most && ours > others && isMost(heard, ours))) return true;
  if (!firm && others > share.others) return false;
  if (others > share.certain && ours < 1 - share.certain) return false;
  if (weight >= enough.alone) return true;
  if (weight >= enough.withClaim && (grievance.claims >= 2 || (grievance.own && grievance.claims > 0))) return true;
  return grievance.own && grievance.claims >= 2 && (grievance.asksForHelp || weight > 0);
}

/** Below this share nobody knows. */
const leastShare = 0.12;

/** Noise of neighbours is both; of all others the likeliest counts. */
export function chosenKinds(kinds: readonly LikelyKind[], plain: string): LikelyKind[] {
  const [first] = kinds;
  if (first === undefined || first.share < leastShare) return [];
  if (first.kind !== 'nuisance' && first.kind !== 'neighbour') return [first];
  const next = kinds.find(({ kind }) => kind === (first.kind === 'nuisance' ? 'neighbour' : 'nuisance'));
  if (next === undefined || next.weight < 3) return [first];
  const noise = first.kind === 'nuisance' ? first : next;
  // Who lives next door and makes no noise that is named is a neighbour.
  if (noise.weight < namedNoise) return [noise === first ? next : first];
  return noise === first && !business.test(plain) ? [first, next] : [first];
}
/** Noise and smells of a trade are no neighbours' quarrel. */
const business = /ktv|店|摊|厂|场|作坊|加工|工地|烧烤|大排档|棋牌|酒吧|公司|物业|学校|饭|修车|泵|factory|bar|shop/;
const namedNoise = 5;

const pressing = /没饭吃|没地方住|无家可归|没钱(?:回家|吃饭|看病)|等钱(?:救命|看病|做手术)|说要打|威胁|换锁|赶出来/;

/** Many at once, or somebody in need, cannot wait. */
function severityOf({ plain }: Utterance, { people }: Fields): 'urgent' | undefined {
  if (people !== undefined && people >= crowd) return 'urgent';
  return pressing.test(plain) ? 'urgent' : undefined;
}

/** Where the words are a hazard's as well, only a quarrel or one's own home makes them a dispute. */
const hazards = new Set<DisputeKind>([
  'nuisance',
  'neighbour',
  'property_management',
  'other',
  'land',
  'building_works',
]);
const atHome = /我家|我们家|我屋|睡不|休息|老人|孩子(?:要)?(?:高考|上学|睡)|物业费|停水|停电|车位|门禁|收益|账/;
/** What somebody is hurt by and claims for is over, unless it is cried about. */
const crying =
  /快(?:来|点|救|报)|救(?:命|我|人|救)|来人|正在|现在(?:还)?(?:躺|流|压|困|卡|烧)|昏|流血不止|没反应|叫不|(?<!\d)(?:120|110|119)(?!\d)|!!/;

function confidence(heard: Utterance, first: LikelyKind | undefined, grievance: Grievance): number {
  const { plain, message } = heard;
  if (message.room === 'village') return grievance.asksForHelp ? 0.9 : 0.78;
  const { ours, others } = sharesOf(heard);
  const clear = ours > share.likely && ours > share.times * others;
  if (clear && !crying.test(plain)) return 0.98;
  if (first === undefined || grievance.claims === 0) return ours > share.likely ? 0.85 : 0.72;
  if (!isFirm(heard, grievance)) return grievance.quarrel && atHome.test(plain) ? 0.9 : 0.84;
  if (hazards.has(first.kind) && !grievance.quarrel && !atHome.test(plain)) return 0.84;
  // Above danger that is read in the words of a claim.
  if (grievance.claims >= 2 && first.weight >= enough.alone) return crying.test(plain) ? 0.9 : 0.98;
  return 0.92;
}
