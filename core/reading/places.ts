/** The words that name a place: a place the zone knows, a code from a sign, or a phrase built like a place. */
import { finding, nothing } from './finding.ts';
import type { Finding } from './finding.ts';
import type { Utterance } from './utterance.ts';

/** What places end in; the longer ones first, so that 工业区 is not cut to 区. */
const heads =
  '工业园区|工业区|工业园|产业园|开发区|园区|小区|新区|社区|服务区|村口|路口|桥头|渡口|岔口|道口|高速口|路边|河边|水库边|塘边|湖边|江边|海边|溪边|河堤|堤坝|水库|水塘|池塘|鱼塘|河道|水渠|排水沟|' +
  '农贸市场|菜市场|菜场|市场|超市|商场|商店|小卖部|饭店|酒店|宾馆|网吧|ktv|银行|医院|卫生院|学校|小学|中学|幼儿园|大学|养老院|敬老院|祠堂|寺庙|教堂|加油站|车站|火车站|高铁站|地铁站|公交站|停车场|广场|公园|' +
  '化粪池|沼气池|污水池|废品站|垃圾站|变电站|配电房|配电室|锅炉房|地下室|车库|冷库|仓库|车间|厂房|食堂|宿舍|公寓|办公楼|教学楼|居民楼|出租房|老房子|民房|别墅|工地|工厂|[a-z\\u4e00-\\u9fa5]{0,2}厂|' +
  '充电桩|充电棚|电梯口|隧道|涵洞|红绿灯|高架|大桥|天桥|后山|山上|山脚|楼顶|天台|楼道|门口|大门|后门|东门|西门|南门|北门|正门|厨房|卫生间|阳台|现场|大道|公路|国道|省道|马路|工业路|巷子|弄堂|胡同|' +
  '村|路(?!上|过|人|灯|况|径|费|由|线|程|远|堵|滑)|街|巷|弄|桥(?!洞)|河(?!里有)|塘|溪|江|湖|岭|山(?!体|火|洪|洞)|坝|庙|站(?!起|在|着)|厂|楼(?!梯|上|下|道)|幢|栋|号楼|单元|店|房';
const tail =
  '(?:\\d+(?:-\\d+)*(?:号楼|号|幢|栋|楼|单元|室|层|米)?(?:\\d+室?)?)?(?:后面|前面|旁边|对面|附近|门口|中间|路口|拐角|里面|外面|后门|前门|大门|东门|西门|南门|北门|楼顶|楼下|楼上|地下室|车库|厂房|车间|仓库|宿舍|食堂|水塘|市场|村口|村|桥头|岸边|边上|红绿灯|道中|东侧|西侧|南侧|北侧|工业区|公寓|新区|\\d+(?:号楼|号|幢|栋|楼|单元|层)|塑料厂|上|边|里)?(?:\\d+(?:号楼|号|幢|栋|楼|单元|室|层))?(?:门口|楼顶|楼下|后面|旁边|里)?';
const stops =
  /.*(?:在|到了?|去|从|往|是|的|了|有|我们|我|你们|你|他们|他|她|那|这|就|和|跟|说|听|把|被|给|着|过(?=[^渡])|来|看|等|又|还|都|也|刚|正|经|报告|快|啊|呀|靠近|位于|地址|地点|发生|巡|撞|走丢|掉进|开到|起火|着火|家|转|接|群众报|重|火|烧|要|吃|出|不|没|人|喊|站|沿|向|个)/u;

const phrase = new RegExp(`((?:[a-z]\\d{0,2}|[\\u4e00-\\u9fa5]|\\d{1,4}(?=[号幢栋]))){0,10}?(?:${heads})${tail}`, 'g');
const numbered =
  /(?:[a-z]?\d{1,4}|[一二三四五六七八九十]{1,3})(?:号(?:楼|车间|厂|仓库|门|线)|幢|栋|单元|楼(?![上下梯])|层)(?:\d{1,4}室?)?/g;
const code = /(?<![a-z0-9])[a-z]{2}-\d{3,5}(?!\d)/;
const inWords =
  /(?:在|到|于|去)([\u4e00-\u9fa5a-z0-9]{2,12}?)(?:这边|那边|这里|那里|附近)?(?=$|[,。!?\s]|有人|有个|发生|起火|着火)/;
const hereWords = /(?:^|[,。!?\s]|在|我们?)([\u4e00-\u9fa5]{2,6})(?:这边|那边|这里|那里)/;
const subject =
  /^(?:报告|快|急|喂|注意|\d{1,2}[点:]\d{0,2}|\s|,)*([\u4e00-\u9fa5]{2,6}?)(?:路边|边上)?(?=有(?:个|人|一|两|三|辆|小孩|老人|位|几)|发生|着火|起火|失火|出车祸|落水)/;
const alone = /^[\u4e00-\u9fa5]{2,6}$/;
const noPlace =
  /^(?:我|你|他|她|它|咱|这|那|哪|谁|什么|怎么|大家|有人|没人|里面|外面|上面|下面|地上|路上|车上|水里|岸上|家里|屋里|身上|一起|现在|刚才|今天|昨天|已经|快|急|救|好|很|太|火|烟|浓烟|收到|谢谢|辛苦|注意|小心|赶紧|马上|着火|真的|不是|没有|大火|全是|隔壁|旁边|楼[上下]|喊|叫|帮|请|人|老人|小孩|同事|听|看|消防|又|还|都|突然|估计|可能|大概|一个|两个|哭|头|流|出|地址|位置|情况|不行|爆炸|救命|厂里|村里|心)/;

/** The place named in the message, and the code of a sign when one is given. */
export function placeIn(heard: Utterance, emergency = false): Finding {
  const sign = code.exec(heard.plain);
  const coded =
    sign === null
      ? nothing
      : finding(heard, 'placeCode', sign[0].toUpperCase(), sign.index, sign.index + sign[0].length);
  const span = known(heard) ?? built(heard) ?? (emergency ? bare(heard) : undefined);
  if (span === undefined) return coded;
  const { words } = finding(heard, 'place', '', span[0], span[1]).because[0] ?? { words: '' };
  if (words === '') return coded;
  return { fields: { place: words, ...coded.fields }, because: [{ field: 'place', words }, ...coded.because] };
}

function known(heard: Utterance): readonly [number, number] | undefined {
  let best: readonly [number, number] | undefined;
  for (const place of heard.context.places ?? []) {
    for (const name of [place.name, ...place.aliases]) {
      const at = name.length < 2 ? -1 : heard.plain.indexOf(name.toLowerCase());
      if (at < 0 || (best !== undefined && best[1] - best[0] >= name.length)) continue;
      best = [at, at + name.length];
    }
  }
  if (best === undefined) return undefined;
  const longer = built(heard);
  return longer !== undefined && longer[0] <= best[0] && longer[1] >= best[1] ? longer : best;
}

/** A phrase that ends like a place, cut free of the verbs and little words before it; the longest wins. */
function built(heard: Utterance): readonly [number, number] | undefined {
  let best: readonly [number, number] | undefined;
  for (const clause of heard.clauses) {
    for (const match of [...clause.words.matchAll(phrase), ...clause.words.matchAll(numbered)]) {
      const before = stops.exec(match[0].slice(0, -1))?.[0].length ?? 0;
      const words = match[0].slice(before);
      if (words.length < 2 || noPlace.test(words) || words === '现场') continue;
      const start = clause.start + match.index + before;
      if (best === undefined || words.length > best[1] - best[0]) best = [start, start + words.length];
    }
  }
  return best;
}

/** A name without any ending: 在岗头, 岗头这边, 大塘沿有个人, or a clause that is nothing but a name. */
function bare(heard: Utterance): readonly [number, number] | undefined {
  for (const clause of heard.clauses) {
    for (const pattern of [hereWords, subject, inWords]) {
      const match = pattern.exec(clause.words);
      const name = match?.[1];
      if (match === null || name === undefined || noPlace.test(name) || stops.test(name)) continue;
      const start = clause.start + match.index + match[0].indexOf(name);
      return [start, start + name.length];
    }
  }
  if (heard.clauses.length < 2) return undefined;
  const last = heard.clauses.find(
    ({ words }) => alone.test(words) && !noPlace.test(words) && !stops.test(words) && !verb.test(words),
  );
  return last === undefined ? undefined : [last.start, last.end];
}

const verb =
  /[火烟烧炸漏电倒塌撞困淹溺晕昏伤死救打跑跳叫喊哭流血急快味响冒破断滑毒抽吐喝吃砍杀刀岁穿着走丢失不没了啊呀吗吧呢怎什谁哪]/;
