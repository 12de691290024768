/** What a message is about, by the things it names, whether or not it says what is wrong with them. */
import type { HazardKind } from '../../catalogue.ts';
import type { Utterance } from '../utterance.ts';
import { absorbed } from './absorb.ts';
import type { FoundHazard } from './hazard-signs.ts';

const topics: readonly (readonly [HazardKind, RegExp])[] = [
  [
    'fire_exit',
    /消防(?:车)?通?[道到]|安全通[道到]|安全出口|疏散|逃生|安全门|通道|楼道|走廊|过道|楼梯|堆物|铁栏杆|防盗[网窗]/,
  ],
  [
    'fire_equipment',
    /灭火[器气]?|消[防火]栓|烟感|喷淋|水带|应急灯|消防(?:器材|设施|设备|水|泵|箱|门|主机)|指示灯|防火[门卷]|消控/,
  ],
  ['ev_charging', /飞线|充电[桩棚器]|在?充电(?!宝)|电[瓶动]车|电瓶(?!巡)|小?电驴/],
  [
    'electrical',
    /电线|电缆|电箱|配电|插座|插排|插线板|排插|接线板|线路|线头|电杆|变压器|高压[线电]|(?:^|[,\s])线(?:已|都)|电闸|漏电|电表|接地|用电/,
  ],
  ['three_in_one', /三合一|阁楼|夹层|吃住|住在(?:店|厂|车间|仓库)|睡在(?!床)/],
  ['rental', /群租|出租[房屋]|租客|房东|隔断|合租|上下铺|住了\d+[个人]|床挨床/],
  ['multi_tenant', /一厂多租|厂中厂|分租|二房东|各管各|各干各|几家厂/],
  [
    'hazardous_chemicals',
    /化学品|危化|化工|油漆桶|染料|酒精|汽油|柴油|废液|溶剂|稀料|天那水|硫酸|盐酸|烧碱|气瓶|氢气|氧气|乙炔|烟花|鞭炮|农药|危废|双氧水|甲醇|漏油|油桶/,
  ],
  ['combustible_dust', /粉尘|铝粉|木粉|除尘|集尘|积尘|打磨|抛光|磨轮|喷粉|面粉|粉碎[间机]|饲料|锯末|刨花|抛丸/],
  ['ammonia', /氨(?!糖|基|酸)|制冰|制冷|冷库/],
  ['spraying', /喷漆|喷涂|烤漆|调漆|油漆味|刷漆/],
  [
    'confined_space',
    /有限空间|密闭|污水[井池]|化粪池|浆池|清[底淤罐]|罐[里内]|地窖|反应釜|料仓|粮仓|井下|沼气|腌菜池|下井|洗塔|喷淋塔/,
  ],
  ['lithium', /锂电|电芯|旧电池|电池(?:回收|包|厂)|充电宝回收|储能/],
  ['molten_metal', /[铁铝钢铜锌]水(?!管|桶)|熔[炉铝铁铜化炼]|压铸|浇[铸注]|翻砂|铸造|钢包|坩埚|炉前/],
  ['hot_work', /电焊|烧焊|焊接|焊渣|气割|[切割](?:角铁|钢|管)|动火|火星/],
  [
    'work_at_height',
    /高[空处]|登高|脚手架|吊篮|外墙(?:施工|清洗)|屋面|棚顶|楼顶上|彩钢瓦上|车顶上|梯子|安全[绳带]|蜘蛛人/,
  ],
  [
    'special_equipment',
    /电梯|叉车|行车(?!记录)|起重|吊车|锅炉|压力容器|储气罐|安全阀|提升机|升降|钢丝绳|货梯|压力表|天车|司炉|铲车/,
  ],
  ['gas', /煤气|燃气|液化气|天然气|气罐|钢瓶|瓶气|三瓶气|灶具|软管/],
  ['construction', /违建|工地|基坑|围挡|承重|加盖|搭建|塔吊|广告牌|铁皮[棚房屋]|施工(?!员)/],
  ['old_house', /危房|老房子?|老屋|土坯|祠堂|瓦片|外墙|裂缝|瓷砖|屋檐|房梁|墙(?!上|角|纸)|天花板/],
  [
    'road',
    /井盖|窨井|路面|(?:大|个|深)坑|那个坑|坑(?=填|没)|减速带|红绿灯|斑马线|(?<!河边|岸边)护栏|桥|路口|人行道|路中间/,
  ],
  ['street_light', /路灯|街灯|灯杆|灯全|灯都/],
  ['vehicle', /违停|[大]?货车|大货|渣土车|僵尸车|面包车|半挂|超载|农用三轮|三轮拉|校车/],
  ['waterlogging', /积水|排水|内涝|进水|泵房|下水道|成(?:了)?(?:池塘|河)|倒灌/],
  ['geological', /边坡|山坡|滑坡|落石|石头|护坡|挡墙|崖|后山|屋后/],
  ['waterside', /河边|岸边|水边|水库|池塘|灌溉池|蓄水池|栈道|救生[圈绳杆]|警示牌|码头/],
  ['food_drug', /食品|过期|苍蝇|蟑螂|熟食|卤[味肉]|后厨|剩菜|猪肉|药店|发霉|拉肚子|变质/],
  ['boiler_environment', /黑烟|污水|废水|泥浆水|废气|油烟|偷排|臭[味水]|烧(?:荒|垃圾|塑料)|扬尘|焦味|炼废/],
  ['public_order', /高空抛物|流浪狗|[赌]|牌九|小偷|陌生人|撬|闹事|恶犬|翻墙|可疑/],
  ['no_certificate', /上岗证|无证|没证|证(?:早)?(?:作废|过期)|假证|顶替|没培训|持证/],
  ['protective_equipment', /安全帽|劳保|口罩|护罩|护具|防护|罩子|手套|耳塞|面罩/],
  ['other', /健身器材|枯.?树|树枝|蹦床|滑梯|秋千|花盆|马蜂|水管|空调外机/],
];

/** What the message is about, whether or not it says what is wrong. */
export function topicsIn(heard: Utterance): FoundHazard[] {
  const found: FoundHazard[] = [];
  for (const [kind, words] of topics) {
    const match = words.exec(heard.plain);
    if (match !== null) found.push({ kind, start: match.index, end: match.index + match[0].length });
  }
  return absorbed(found, heard.plain);
}
