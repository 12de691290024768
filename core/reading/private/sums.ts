/** Which of the sums in a message is at stake, which was paid, which is offered. */
import { finding, joined, nothing } from '../finding.ts';
import type { Finding } from '../finding.ts';
import { numberOf, numeral } from '../numerals.ts';
import type { Utterance } from '../utterance.ts';
import { sumsIn } from './money.ts';
import type { Sum } from './money.ts';

type Role = 'at_stake' | 'total' | 'paid' | 'rest' | 'offered' | 'aside';
interface Said extends Sum {
  readonly role: Role;
  /** The other side paid it, and it is said to be too little. */
  readonly byThem: boolean;
}

/** They say that they will. */
const promised =
  /说(?:是)?(?:一次性|总共|最多|先|就|只)+(?:给|赔|补)$|(?:说|讲|答应|提出)(?:是)?(?:要|会|可以|最多|只|愿意)?(?:赔|给|补)(?:偿)?我$/;
const offered =
  /(?:(?:现在|他|就|只)?说(?:只|就|最多)?给|只(?:肯|愿意?|答应|同意|出|给|赔|退|付|能|想|打算|补)|才(?:肯|给|赔|出)|愿意?|肯|答应|同意|顶多|最多|提出|开价)(?:我|我们)?(?:只)?(?:给|赔|出|付|退|补|拿|能给)?(?:偿|还)?(?:我|我们)?$|offer(?:s|ed)?(?: only)?(?: me)? ?$/;
const paid =
  /(?:转|付|给|还|赔|退|打|汇|结|到账|收到|交|补|拿|支付|返)(?:给)?(?:了|过来?了?|来了?|到|完|掉)(?:给)?(?:我|我们|他|她|对方|人家|伊|佢)?(?:差不多|大概|现金|微信|支付宝|现钱)?$|(?:送|拿|提|带)(?:来|过来|到)了?$|已(?:支付|付|转|汇|给付)[^\d,。]{0,8}$|垫(?:付)?了$|(?:已付|已还|已给|先付|先给|先还|付过|还过|收到|到账|打过来|转来|打来|转过来|给我打|给了伊|已经(?:付|给|还|转))了?$|(?:付|给|还|转)了一半$|\bpaid(?: me| him)? ?$/;
/** 转我5000: where a payment is told of. */
const paidTo = /(?:转|打|付|还|汇|退|赔)(?:给)?(?:我|他|她)$/;
const paidAfter =
  /^(?:块钱?|元)?(?:已付|已转|到账|到了|收到了?|打过来了|已还|给了|付了|转过去了|已收|已经(?:付|给|到|转|还))/;
const rest =
  /(?:还差|还欠|还剩|还有|剩下?|余下?|尾款|剩余|欠着|尚欠|余款|差我?|left|rest|remaining)(?:的|了|我|是|还有|他)?$/;
/** 该给我两万: said before what was paid is looked for. */
const due = /(?:(?<!答)应该?|该|本来|按[^,。]{0,6})(?:给|赔|付|补|拿|有|是)(?:我|我们)?$/;
const total =
  /(?:一共|总共|总计|合计|加起来|共计|共|全部|总数|总额|一起|in total|total)(?:是|欠|大概|差不多|有)?(?:我|我们)?$/;
const totalAfter = /^\s*(?:in total|总共|一共)/;
const agreed =
  /(?:讲好|说好|谈好|约定|商定|协议(?:是|上)?|赔偿款|应该?(?:给|赔|付)|该(?:给|赔|付)|要(?:求)?(?:赔|付|给|退)?|答应|要我赔|索赔|总共要)(?:他|她|我|的|偿|是|月底|年底|给|赔|付)*$/;
/** What is told by the way: a price by the piece, what others got. */
const aside = /(?:每月|月租|一天|每天|一个月|时薪|单价|一平|每平)$/;
const perMonth = new RegExp(`^(?:块|元)?(?:一个月|每月|\\/月|每个月|一月|a month)[^。]{0,12}?(${numeral})个?月`);
const months = new RegExp(`(?:工资|租金|房租|抚养费)?(${numeral})个月`);
const each = /(?:每人|每个人|一人|人均|一个人)(?:欠|差|是|要)?$/;
const heads = new RegExp(`(?<![\\d.第])(${numeral})(?:个|名|位)?(?:人|工人|工友|民工|姐妹|兄弟)`);

/** `amountYuan`, `paidYuan`, `offeredYuan` and whether any was a guess; `paying`: the message is about a payment that was agreed. */
export function sumsSaid(heard: Utterance, paying: boolean): Finding {
  const said = sumsIn(heard.plain).map((sum) => ({
    ...sum,
    role: roleOf(heard.plain, sum, paying),
    byThem: isByThem(heard.plain, sum),
  }));
  const { amount, paid: given, offer } = sorted(said, paying, got.test(heard.plain) && !notGot.test(heard.plain));
  const multiplied = amount === undefined ? undefined : product(heard.plain, amount);
  return joined(
    found(heard, 'amountYuan', multiplied ?? amount),
    found(heard, 'paidYuan', given),
    found(heard, 'offeredYuan', offer),
    [multiplied ?? amount, given, offer].some((sum) => sum?.approximate === true) ? guess(heard, said) : nothing,
  );
}

function roleOf(plain: string, { start, end }: Sum, paying: boolean): Role {
  const before = plain.slice(Math.max(0, start - 12), start).replace(/[\s,:]+$/, '');
  const after = plain.slice(end, end + 8);
  if (total.test(before) || totalAfter.test(after)) return 'total';
  if (rest.test(before)) return 'rest';
  if (due.test(before)) return 'total';
  if (promised.test(before)) return 'offered';
  if (offered.test(before) && !/^(?:块|元)?了/.test(after)) return 'offered';
  if (paid.test(before) || paidAfter.test(after) || (paying && paidTo.test(before))) return 'paid';
  if (agreed.test(before)) return 'total';
  return aside.test(before) ? 'aside' : 'at_stake';
}

const tooLittle = /(?:赔|还|退|补|只给|就给|才给|只结|只付)(?:偿)?(?:了|给|我|过)*$/;
const theyPaid =
  /(?:他|她|对方|老板|工头|包工头|司机|人家|车主|厂里|公司|单位)[^,。\s]{0,4}(?:付|给|转|拿|赔|还|垫)(?:付)?了$/;
const notEnough = /^(?:块钱?|元)?[^。]{0,4}(?:不够|就不|完事|打发|了事|剩下?|其余|后来)/;

function isByThem(plain: string, { start, end }: Sum): boolean {
  const before = plain.slice(Math.max(0, start - 10), start);
  return (
    theyPaid.test(before) ||
    tooLittle.test(plain.slice(Math.max(0, start - 6), start)) ||
    notEnough.test(plain.slice(end, end + 10))
  );
}

const notGot = /(?:没|未|不)(?:有)?(?:收到|到|打|给|付|转|拿)/;
const got = /收到|打了?收条|到手|到账|已付|已汇|打过来|打我卡|卡上|打给我|拿到|存了|付讫|还掉|补了|received|got/;

interface Sorted {
  readonly amount: Sum | undefined;
  readonly paid: Sum | undefined;
  readonly offer: Sum | undefined;
}

function sorted(said: readonly Said[], paying: boolean, received: boolean): Sorted {
  const of = (role: Role): Said | undefined => said.find((one) => one.role === role);
  const whole = of('total') ?? of('at_stake');
  const offer = of('offered');
  const given = of('paid');
  // What the teller gave away is what is at stake, where nobody says how much it was of.
  if (!paying && given !== undefined && whole === undefined && of('rest') === undefined && !given.byThem)
    return { amount: given, paid: undefined, offer };
  if (paying && said.length === 1 && given === undefined && whole?.role === 'at_stake' && received)
    return { amount: undefined, paid: whole, offer };
  // What is left of it was never the whole.
  return { amount: whole ?? (paying ? undefined : (of('rest') ?? of('aside'))), paid: given, offer };
}

/** 5400 a month for four months, 3000 each of six: what they come to. */
function product(plain: string, sum: Sum): Sum | undefined {
  const after = plain.slice(sum.end, sum.end + 24);
  const monthly =
    perMonth.exec(after) ??
    (aside.test(plain.slice(Math.max(0, sum.start - 4), sum.start)) ? months.exec(after) : null);
  const by = each.test(plain.slice(Math.max(0, sum.start - 5), sum.start)) ? heads.exec(plain) : monthly;
  const times = numberOf(by?.[1] ?? '');
  return times === undefined || times.value < 2 || times.value > 500
    ? undefined
    : { ...sum, yuan: sum.yuan * times.value, approximate: sum.approximate || times.approximate };
}

function found(heard: Utterance, name: 'amountYuan' | 'paidYuan' | 'offeredYuan', sum: Sum | undefined): Finding {
  return sum === undefined ? nothing : finding(heard, name, sum.yuan, sum.start, sum.end);
}

function guess(heard: Utterance, said: readonly Said[]): Finding {
  const sum = said.find(({ approximate }) => approximate);
  return sum === undefined ? nothing : finding(heard, 'approximate', true, sum.start, sum.end);
}
