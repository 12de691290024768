/** Of whom it is said that somebody stays away, where it is neither the writer nor one of the team: 电工明天来不了. */
import { clausesOf, wishesIn } from './leave-words.ts';
import { dayWords } from './said-day.ts';

/** Whom a patrol or a desk speaks of. Nobody of one's own family, for whose sake many ask for leave. */
const others =
  '(?:[水电木焊漆瓦][暖]?工|[维抢]修(?:工|队|的|人员)?|工人|施工队?|物业|保安|门[卫岗]|保洁|环卫工?|师傅|老板娘?|店[主家]|摊[主子位]?|[小饭药]店|商[户贩]|[住租]户|[租房]客|房东|业主|居民|村民|群众|邻居|司机|快递员?|外卖员?|医生|护士|警察|[民辅交协]警|城管|消防队?|市政|电力|供电所?|电信|水务|自来水|燃气|水利|公安|派出所|社区|村委会?|村里|镇[上里]|街道|1[12][09]|[一-龥](?:先生|女士|小姐|经理|总|大[爷妈叔娘])|(?:管理|收费|服务|售票|营业)员|[卖收送修管看守][一-龥]{1,3}的|他们?|她们?|人家|对方|的(?:人|[老小阿][一-龥]))';
/** Spoken to by that, too: 书记 今晚请假. */
const leaders = '(?:支?书记?|村长|[主]任|干部|厂长|所长|站长|领导)';
/** 跟门卫说了, 陪师傅, 我是保安: they are not away. */
const notOf = '(?<![跟和给向对与同找替帮陪送被接等带叫让请看去当做是问为])';
const between = `(?:${dayWords}|晚上?|夜里?|的|那边|[这那]里|他们?|说了?|讲|打电话|来电|通知|回[话复]|表示|临时|家里|也|都|又|还|就|刚|可能|恐怕|估计|应该|一[个直])*`;
const subject = new RegExp(`${notOf}(?:${others}[\\s,，:：]*|${leaders})${between}$`, 'iu');
const bare = new RegExp(`^${between}$`, 'iu');
const english =
  /(?:^|[,.;]\s*)(?:(?:the|a|that|this|some|their|his|her|your) [a-z' ]{2,30}|he|she|they|somebody|someone)\s*$/iu;
const self = /[我俺咱](?!们?(?:这|那|村|厂|小区|楼))|本人|\b(?:i|i['’]m|me|my|we)\b/iu;
/** A reason for being away as often as a way of it. */
const reason = /^(?:有事|不方便|走不开|抽不开身)$/u;
const asks = /^[请告休].*假$/u;
/** 来不了人 is said of nobody's own coming. */
const nobodys = /^[来到派](?:不了|不到)$/u;

/** Whether those who stay away are others than the writer, by their trade, by 他 or by where they are. */
export function isOthersLeave(text: string): boolean {
  const said = text.normalize('NFKC').toLowerCase();
  const wishes = wishesIn(said).filter(({ start, end }) => !reason.test(said.slice(start, end)));
  const [first, ...later] = wishes;
  if (first === undefined) return false;
  const before = said.slice(clauseOf(said, first.start), first.start);
  const whole = bare.test(before) ? said.slice(clauseOf(said, first.start, 1), first.start) : before;
  if (self.test(whole) || later.some((wish) => isOwn(said, wish))) return false;
  const unpeopled = nobodys.test(said.slice(first.start, first.end)) && /^[人车]/u.test(said.slice(first.end));
  return unpeopled || subject.test(whole) || english.test(whole);
}

/** 门卫休息了 我今晚请假, the car won't start, can't come: what follows is the writer's. */
function isOwn(said: string, { start, end }: { start: number; end: number }): boolean {
  const before = said.slice(clauseOf(said, start), start);
  const asked = asks.test(said.slice(start, end)) || !/\p{Script=Han}/u.test(said);
  return self.test(before) || (asked && bare.test(before.trim()));
}

/** Where the clause of a wish begins, or one that many before it. */
function clauseOf(said: string, wish: number, earlier = 0): number {
  const clauses = clausesOf(said).filter(({ start }) => start <= wish);
  return clauses.at(-1 - earlier)?.start ?? clauses[0]?.start ?? 0;
}
