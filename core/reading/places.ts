/** The words that name a place: a place the zone knows, a code from a sign, or a phrase built like a place. */
import { nothing } from './finding.ts';
import type { Finding } from './finding.ts';
import { foundSigns, spansSaid } from './likeness/where-said.ts';
import { wordsAt } from './plain-text.ts';
import type { Fields } from './reading.ts';
import type { Span } from './span.ts';
import type { Utterance } from './utterance.ts';

/** Words that end the name of a place; the longer ones first. */
const heads =
  '工业园区|高新区|工业区|工业园|产业园|科技园|开发区|园区|小区|新区|社区|服务区|景区|村口|路口|桥头|渡口|岔口|道口|巷口|路段|高速口|收费站|路边|河边|水库边|水边|塘边|湖边|江边|海边|溪边|岸边|河堤|堤坝|大坝|水库|水塘|池塘|鱼塘|河道|水渠|排水沟|水沟|河滩|' +
  '农贸市场|批发市场|菜市场|菜场|市场|超市|商场|广场|小卖部|便利店|饭店|酒店|宾馆|旅馆|网吧|ktv|浴室|银行|邮局|卫生院|医院|诊所|学校|小学|中学|幼儿园|托儿所|大学|养老院|敬老院|祠堂|教堂|加油站|火车站|高铁站|地铁站|公交站|汽车站|车站|停车场|公园|派出所|村委会|居委会|村委|居委|活动中心|候车亭|变电所|弯道|' +
  '化粪池|沼气池|污水池|污水井|废品站|垃圾站|垃圾场|变电站|配电房|配电室|锅炉房|泵房|地下车库|地下室|车库|冷库|仓库|车间|厂房|食堂|宿舍楼?|公寓|办公楼|教学楼|居民楼|实验室|出租房|老房子|民房|别墅|工地|工厂|充电桩|充电棚|停车棚|电动车棚|电瓶车棚|车棚|隧道|涵洞|红绿灯|高架|大桥|天桥|后山|山上|山脚|半山腰|楼顶|天台|楼道|楼梯间|屋顶|门口|大门|后门|前门|东门|西门|南门|北门|正门|厨房|卫生间|阳台|大道|公路|国道|省道|高速|马路|工业路|巷子|弄堂|胡同|' +
  '村|(?<![错岔绕迷上一修让带赶半探出思走点引铁网线电套清识看])路(?![上过人灯况径费由线程远堵滑子面])|街(?!道办)|巷|弄(?!得|不|错|好|坏|死)|桥|(?<![跳过下])河|塘|溪|(?<!长)江|湖|岭|坞|(?<![上下爬搜])山(?![体火洪林])|坝|庙|(?<![微网面边])站(?![起在着出得立不岗])|厂|(?<![跳爬上下整栋])楼(?![梯上下道房价层])|幢|(?<!整)栋|单元|店|(?<![间租住买楼套新])房(?![子东租价产贷])|局|所|院|库|场|城(?!管)|苑|园';
const side =
  '(?:门口|后面|前面|旁边|对面|附近|中间|拐角|里面|外面|后门|前门|大门|东门|西门|南门|北门|楼顶|楼下|楼上|边上|桥上|桥下|东侧|西侧|南侧|北侧|后巷|隔壁|东头|西头|南头|北头|入口|出口|方向|边|沿|(?<=桥)[上下])';
const number =
  '(?:[a-z]?\\d{1,5}(?:-\\d{1,4})*|[一二三四五六七八九十]{1,3})(?:号楼|号车间|号厂房?|号仓库|号门|号线|号(?![车艇点机])|幢|栋|单元|楼(?![梯上下])|层|室|弄)';
const named = new RegExp(
  `^(?:(?:[a-z\\d\\u4e00-\\u9fa5]{0,12})(?:${heads})|${number})(?:${number}|[a-z]\\d{1,2}(?![\\d号]))*(?:${side})*(?:${number})*`,
);
const numbered = new RegExp(`(?:${number})+(?:${heads}|${side})*`);

/** Firms are called by their trade, without a word for works or company: 荣达五金, 海丰冷链. */
const trade =
  '(?:五金|家[具居私纺]|木[业艺器]|橱柜|门[业窗]|卫浴|洁具|灯[饰具]|照明|塑[业料胶]|橡[胶塑]|模[具塑]|机[械电床]|电[机器气子缆池源镀]|新?能源|科技|新?材料|建材|石[材业]|钢[构管材铁]|铝[业材]|铜业|金属|压铸|铸[造业件]|锻[造压]|冷作|冷链|冻品|热处理|喷[涂塑]|涂[装料]|化工|日化|印染|漂染|染整|[纺针][织]|毛纺|织造|服[装饰]|制衣|鞋[业材]|箱包|皮[革具]|纸[箱业]|包装|印刷|彩印|食品|饮料|酒业|粮油|水产|养殖|农机|药业|医药|玻璃|陶瓷|工艺品?|玩具|文具|地板|装[饰潢]|标准件|紧固件|轴承|阀门|泵业|汽[修配]|车业|物流|快运|仓储|再生资源|环保|光伏|实业|工贸|制造|精[工密]|重工|智造|自动化)';
const firm = new RegExp(`^[a-z\\d\\u4e00-\\u9fa5]{2,5}${trade}$`);
/** What is done with such goods, and what is said of them. */
const noFirm = /[装换修买卖搬堆放开关拿送看查没有不新旧破坏的了个这那]|^(?:安全|全部|所有|各种|一些|堆满|废旧|二手)/;

/** Whether the words name a firm by its trade. */
export function isFirm(words: string): boolean {
  const [found] = firm.exec(words) ?? [];
  return found !== undefined && !noFirm.test(found.replace(new RegExp(`${trade}$`), ''));
}

/** Little words and verbs at which a phrase that names a place begins or ends. */
const stops =
  /(?:到达|抵达|赶到|正在|在(?!建)|到(?!底)|了|从|往|前往|是|的|有(?!限)|我们|我家|我|你们|你|他们|他|她|这边|那边|这里|那里|这|那|就|和(?![平谐睦])|跟|说|听|把|被|给|着|路过|经过|过(?!渡)|来|去|看到?|等|又|还|都|也|已经?|刚才|刚|报告|轰隆|一声|很|好[大多]|啊|呀|靠近|位于|地址|地点|发生|巡|撞|走丢|掉[进到]?|跌[进到]?|开到|起火|着火|失火|冒|接到?|群众报?|转来|喊|烧(?!烤)|要|吃|出现|出了?车祸|不|没|有人|工人|人(?![民行])|个|堵|困|卡|躺|摔|倒|站在|跳|溺|落水|塌|爆|炸|侧翻|漏|快(?!递)|赶紧|送|疼|沿着|玩|朝|向着|封|绕|走错|掀|埋|压|冲进|拿着|停(?!车[场棚位])|关|锁|修|师傅|老爷子|电动车(?!棚)|电瓶车(?!棚)|货车|大家|各位|突然|因为|火|烟|浓烟|全是|整|洪水|大水|进|清(?:理|洗)?(?=污水|化粪|沼气|窨井))/g;
const code = /(?<![a-z0-9])[a-z]{2}-\d{3,5}(?!\d)/;
/** Says where inside something, but not where in the zone. */
const generic = new RegExp(
  `^(?:[一二三四五六七八九十\\d]{1,3}(?:楼|层|室)|楼道|楼梯间|楼顶|天台|屋顶|厨房|卫生间|阳台|地下室|门口|大门|后门|前门|[东西南北]门|正门|路边|马路|河边|水边|岸边|食堂|宿舍楼?|车间|仓库|厂房|车库|工地|工厂|后山|山上|水库|水塘|出租房|老房子|学校|幼儿园|市场|菜场|超市|村口|路口|隧道|红绿灯|充电桩|充电棚|化粪池|冷库|配电房|(?:山|水|臭|深|臭水|排水|泥|大|小)?(?:沟|河|溪|江|湖|塘|池塘|鱼塘|坑|水坑|井|渠|水渠|田)(?:里|中|下|底|沿)?|里面|外面|旁边|附近|中间|隔壁|对面|污水[井池])+$`,
);
const noPlace =
  /^(?:厂(?!门口|区|房)|已经|我|你|他|她|它|咱|这|那|哪|谁|什么|怎么|大家|有人|没人|里面|外面|上面|身体|下面|地上|路上|车上|水里|岸上|家里|屋里|身上|一起|现在|刚才|今天|昨天|急|救|好|很|太|收到|谢谢|辛苦|注意|小心|真的|大火|隔壁|旁边|楼[上下]|中间|帮|请|老人|小孩|同事|突然|估计|导航|日头|太阳|可能|大概|一个|两个|两间|哭|头|流|地址|位置|情况|救命|厂里|村里|心|现场|消防|微型|公安|整|每|各|某|我国|所|在场|到场|进场|退场|法院|住院|出院|医院$|局|场|一场|库|院|单元$|底下|离现场|求助|翻|找|搜)/;

/** Whether all of `words` is built like the name of a place. */
export function isBuiltLikePlace(words: string): boolean {
  const match = named.exec(words) ?? numbered.exec(words);
  return match !== null && match[0].length === words.length && words.length > 1 && !noPlace.test(words);
}

/** The place named in the message, and the code of a sign when one is given. */
export function placeIn(heard: Utterance): Finding {
  const places = placesIn(heard);
  return placeFields(heard, places.find((span) => isFindable(heard.plain.slice(span.start, span.end))) ?? places[0]);
}

/** All that may be meant: a place that the zone knows, else what is built like one and what likeness takes for one. */
export function placesIn(heard: Utterance): Span[] {
  const zones = known(heard);
  if (zones !== undefined) return [zones];
  const built = builtPlace(heard);
  // Rescuers name the scene in words of their own, of which nothing was learned.
  const likely = heard.rescuers ? [] : spansSaid({ plain: heard.plain, rules: placeSigns(heard), wanted: 'place' });
  return built === undefined ? likely : [built, ...likely];
}

/** A place, and the code of a sign when one is given, as fields. */
export function placeFields(heard: Utterance, span: Span | undefined): Finding {
  const sign = code.exec(heard.plain);
  const place = span === undefined ? '' : wordsAt(heard.text, span.start, span.end);
  const placeCode = sign === null ? '' : wordsAt(heard.text, sign.index, sign.index + sign[0].length);
  if (place === '' && placeCode === '') return nothing;
  const fields: Fields = {
    ...(place === '' ? {} : { place }),
    ...(placeCode === '' ? {} : { placeCode: placeCode.toUpperCase() }),
  };
  const because = [
    { field: 'place' as const, words: place },
    { field: 'placeCode' as const, words: placeCode },
  ].filter(({ words }) => words !== '');
  return { fields, because };
}

/** A phrase that is built like a place, or one that stands like a name. */
export function placeByRules(heard: Utterance): Span | undefined {
  return builtPlace(heard) ?? bare(heard);
}

/** What rules take for a place, letter by letter; see where-said.ts. */
export function placeSigns(heard: Utterance): string {
  const span = placeByRules(heard);
  return foundSigns(heard.plain, span === undefined ? [] : [{ ...span, sign: 'l' }]);
}

/** Whether the words lead somewhere by themselves; 二楼 and 仓库 do not. */
export function isFindable(place: string): boolean {
  return !generic.test(place);
}

function known(heard: Utterance): Span | undefined {
  let best: Span | undefined;
  for (const { name, aliases } of heard.context.places ?? []) {
    for (const called of [name, ...aliases]) {
      const start = called.length < 2 ? -1 : heard.plain.indexOf(called.toLowerCase());
      if (start >= 0 && (best === undefined || called.length > best.end - best.start))
        best = { start, end: start + called.length };
    }
  }
  const longer = best === undefined ? undefined : builtPlace(heard);
  return best !== undefined && longer !== undefined && longer.start <= best.start && longer.end >= best.end
    ? longer
    : best;
}

/** 宏盛鞋材的柜子, 鸿运五金后墙: what of the firm it is. */
const ofFirm = new RegExp(
  `^(?:报告|举报|反映)?([a-z\\d\\u4e00-\\u9fa5]{2,5}?${trade})(?=的|后|前|里|门|旁|隔壁|厂|车间|仓库|宿舍|食堂)`,
);

/** A clause that is the name of a firm, or that begins with one. */
function firmIn({ clauses }: Utterance): Span | undefined {
  const whole = clauses.length > 1 ? clauses.find(({ words }) => isFirm(words)) : undefined;
  if (whole !== undefined) return { start: whole.start, end: whole.end };
  for (const { start, words } of clauses) {
    const [found, name] = ofFirm.exec(words) ?? [];
    if (found === undefined || name === undefined || !isFirm(name)) continue;
    return { start: start + found.length - name.length, end: start + found.length };
  }
  return undefined;
}

/** What stands for itself between two pauses is said to tell where. */
const wholeWorth = 8;

/** A phrase that ends like a place, between two stops; one that leads somewhere beats one that does not, then the longer. */
function builtPlace(heard: Utterance): Span | undefined {
  let best: Span | undefined;
  let bestWorth = 0;
  const called = firmIn(heard);
  if (called !== undefined) return called;
  for (const piece of pieces(heard)) {
    const match = named.exec(piece.words) ?? numbered.exec(piece.words);
    if (match === null || match[0].length < 2 || noPlace.test(match[0]) || isTeam(piece.words, match)) continue;
    const whole = heard.clauses.length > 1 && heard.clauses.some(({ words }) => words === match[0]);
    const worth = match[0].length + (generic.test(match[0]) ? 0 : 10) + (whole ? wholeWorth : 0);
    if (worth <= bestWorth) continue;
    bestWorth = worth;
    best = { start: piece.start + match.index, end: piece.start + match.index + match[0].length };
  }
  return best;
}

/** 西塘队 is a team and no place. */
function isTeam(words: string, match: RegExpExecArray): boolean {
  if (/微型|消防站/.test(match[0])) return true;
  return /^(?:中?队|组|站(?:到|已|的|[一二三四五六\d]))/.test(words.slice(match.index + match[0].length));
}

function* pieces(heard: Utterance): Generator<{ readonly start: number; readonly words: string }> {
  for (const clause of heard.clauses) {
    let from = 0;
    for (const stop of clause.words.matchAll(stops)) {
      if (stop.index - from >= 2) yield { start: clause.start + from, words: clause.words.slice(from, stop.index) };
      from = stop.index + stop[0].length;
    }
    if (clause.words.length - from >= 2) yield { start: clause.start + from, words: clause.words.slice(from) };
  }
}

const here = /(?:^|在|到)([\u4e00-\u9fa5]{2,5}?)(?:这边|那边|这里|那里|附近)/;
const subject =
  /^(?:报告|快|急|喂|注意|\d{1,2}[点:]\d{0,2}|说|\s)*([\u4e00-\u9fa5]{2,5}?)(?:路边|边上)?(?=有(?:个|人|一|两|三|辆|户|家|小孩|老人|孩子|位|几|火)|发生|着火|起火|失火|出车祸|山上)/;
const within = /(?:在|于)([\u4e00-\u9fa5]{2,6})$/;
const alone = /^[\u4e00-\u9fa5]{2,4}$/;
const notName =
  /[火烟烧炸漏电倒塌撞困淹溺晕昏伤死救打跑跳叫喊哭血急快味响冒破断滑毒抽吐喝吃砍杀刀岁穿丢失不没啊呀吗吧呢怎什谁哪很好大深浅爷奶爸妈娃孩痴呆鼻刺群病怕疼痛重轻动静走来去回发看听说话真是的了着过在到有和跟又还都也就再得最太多少几个些这那我你他她它们出人眼泪钢罐瓶锅求助雨报嘴受埋被挣扎冲]/;

/** 大塘沿 is a name although 大 is no part of most. */
function isNoName(words: string): boolean {
  return notName.test(words.replace(/^[大小](?=[塘桥溪山湾岭坞坑])/, ''));
}

/** A name without any ending: 岗头这边, 大塘沿有个人, 在下宅, or a clause that is nothing but a name. */
function bare(heard: Utterance): Span | undefined {
  for (const clause of heard.clauses) {
    for (const pattern of [here, subject, within]) {
      const match = pattern.exec(clause.words);
      const name = match?.[1];
      if (match === null || name === undefined || noPlace.test(name) || isNoName(name)) continue;
      const start = clause.start + match.index + match[0].lastIndexOf(name);
      return { start, end: start + name.length };
    }
  }
  if (heard.clauses.length < 2) return undefined;
  const lone = heard.clauses.find(({ words }) => alone.test(words) && !noPlace.test(words) && !isNoName(words));
  return lone === undefined ? undefined : { start: lone.start, end: lone.end };
}
