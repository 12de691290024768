/** Danger put together from small lexicons: who, where, in which posture, hit by what, with what sign of it. */
import { needing, someone, sure } from './sign.ts';
import type { DangerSign } from './sign.ts';

const posture = '(?:坐|站|趴|爬|骑|蹲|挂|吊|悬|跨|翻)';
const window = '(?:空调)?外机|窗台|窗沿|窗户外|窗外|窗栏|防盗窗|雨棚|雨篷|阳台外|阳台边|阳台栏杆';
const brink =
  '天台|楼顶|屋顶|屋檐|护栏|栏杆|桥栏|桥边|桥沿|广告牌|塔吊|铁塔|信号塔|高压塔|悬崖|崖边|铁轨|轨道|大坝边|坝沿';
const vehicle =
  '(?:轿车|汽车|货车|卡车|客车|大巴|公交车?|面包车|渣土车|拖拉机|三轮车?|摩托车?|电瓶车|电动车|叉车|挖机|铲车|校车|皮卡|火车|车子|的士|泥头车|(?<![下上停开倒堵])车)';
const hit = '(?:轧|碾|撞|顶|刮|蹭|带|挂|压|拖|铲)';
const feel = '(?:我)?(?:头|脑袋|胸|肚子|腰|腿|手|脚|脸|脖子|背|鼻子|嘴|耳朵|眼睛|大腿|胳膊)';
const wires = '(?:配电[房箱室柜]?|电箱|电表箱?|变压器|电线杆?|电缆|高压线|线路|插座|插排|充电桩|充电器|电闸|开关|电池|墙里)';
const sparks = '(?:噼啪|噼里啪啦|噼噼啪啪|滋滋|吱吱|冒火|打火|火花|火星|焦味|糊味|烧焦味|爆响|放电|冒烟|蓝光|冒蓝)';
const water = '(?:水里|水面|水中|河里|河面|河中|塘里|水塘|池塘|湖里|江里|江面|水库|溪里|渠里|水渠|鱼塘|河道)';
const gone = '(?:就?没(?:有)?(?:了|影|动静|声|冒头|起来|上来)|(?:就)?(?:不见|看不[到见])(?:了|人)?|沉|不动|没再)';
const robbers = '(?:贼|小偷|坏人|歹徒|陌生人|不认识的人|生人)';

/** Somebody at a height or on rails where nobody should be; workers belong there. */
const heights: readonly DangerSign[] = [
  sure(
    'person_down',
    [
      `${someone}[^,。!?\\n]{0,10}${posture}(?:在|到|上|着|出)?[^,。!?\\n]{0,6}(?:${window})`,
      `${someone}[^,。!?\\n]{0,12}(?:${window})[^,。!?\\n]{0,4}${posture}(?:着|在|了)`,
    ],
    /装修|安装|修空调|装空调|清洗|擦窗|擦玻璃|蜘蛛人|刷墙|施工|猫|鸟|鸽子|窗外(?:的|有|下|看|风)|坐在窗/,
  ),
  sure(
    'self_harm',
    [
      `${someone}[^,。!?\\n]{0,10}(?:${posture})(?:在|到|上|过)?[^,。!?\\n]{0,6}(?:${brink})[^,。!?\\n]{0,2}(?:外|边|沿|上|$)[^。!?\\n]{0,12}(?:不下来|下来|危险|哭|快|劝|救|不动|晃|下去|不说话|$)`,
      `${someone}[^,。!?\\n]{0,8}(?:在)?(?:${brink})[^,。!?\\n]{0,4}${posture}(?:着|了)[^。!?\\n]{0,14}(?:不下来|劝|快|救|哭|不动|危险|晃)`,
      '(?:跨|翻|爬)(?:过|出|到)?(?:了)?[^,。!?\\n]{0,3}(?:护栏|栏杆|桥栏)[^,。!?\\n]{0,6}(?:下去|外面|往下|跳)',
    ],
    /装修|安装|施工|工人|师傅|拍照|打卡|看风景|晒|修|看日出|放风筝|散步|钓鱼|吹风|猫|鸟|狗/,
  ),
];

/** Struck by a vehicle, and vehicles that nobody holds any more. */
const roads: readonly DangerSign[] = [
  sure(
    'traffic',
    [
      `(?:被|给)[^,。!?\\s]{0,8}${vehicle}(?:给)?${hit}(?:了|到|倒|飞|伤|在|住|着|翻|走)`,
      `${vehicle}[^,。!?\\s]{0,6}(?:把|将)[^,。!?]{0,12}(?:给)?${hit}(?:了|到|倒|飞|伤|住|翻|走)`,
      `${hit}(?:到|倒|飞|翻|着)(?:了)?(?:一?[个位名])?[^,。!?]{0,6}${someone}`,
      `${vehicle}[^,。!?]{0,8}(?:刹不住|失控|刹车(?:失灵|坏了|没了)|没刹住|飞出|冲(?:进|上|下|到|向|出|破)|翻(?:了|在|进|到|下|沟)|顶(?:了|上|在一起))(?!车)`,
      `人(?:还)?(?:在|压在|卡在|被压在)[^,。!?]{0,3}(?:车底|车轮|轮子|车子?底?下)`,
    ],
    /没(?:有)?人?受伤|人没事|没伤|剐蹭|手机|熟人|游戏|挂靠|带我|带人|带孩子|冲(?:洗|水|话费)|挂号|带货|冲到底|顶(?:配|不住)/,
  ),
];

/** Blood and bites that do not stop, bodies that give out. */
const wounds: readonly DangerSign[] = [
  sure(
    'person_down',
    [
      '血[^,。!?\\n]{0,4}(?:哗哗|直流|直冒|直喷|喷|飙|滋|不停|止不|一直流|流不止|像水|好多|一大滩|一大摊)|(?:一直|不停地?|哗哗|大量|好多)(?:在)?(?:出|流|冒|淌)血|(?:吐|咳|便|呕)(?:了|出)?[^,。]{0,3}(?:血)(?![压型糖])|一大?[滩摊]血',
      '被[^,。!?\\n]{0,5}(?:狗|蛇|野猪|疯狗|牛|猪|马蜂|黄蜂|蜂)[^,。!?\\n]{0,3}(?:咬|顶|蜇|蛰|撞)[^。!?\\n]{0,14}(?:血|肉|脸|脖子|肿|喘|晕|麻|不行|倒|动不了|不松口|救)',
      `${feel}[^,。!?\\n]{0,4}(?:断了?一?截|断了|切掉|削掉|绞掉|炸伤|砸扁)`,
      '(?:胸口?|心口)[^,。!?\\n]{0,3}(?:闷|痛|疼|压)[^。!?\\n]{0,14}(?:冷汗|发麻|左[手臂肩]|喘|晕|不行|厉害|难受)|(?:冷汗|发麻)[^。!?\\n]{0,10}(?:胸口?|心口)|(?:嘴巴?|脸|半边)[^,。]{0,2}歪|口眼歪斜',
      `(?:全身|浑身|脸上?|喉咙|舌头)[^,。!?\\n]{0,4}(?:肿|起疙瘩|发紫|抽)[^。!?\\n]{0,10}(?:喘|呼吸|气|晕)`,
    ],
    /鼻血|抽血|验血|献血|血型|血糖|血压|血的教训|大出血价|血[^,]{0,2}(?:书|拼|赚|亏|槽|战|洗)|鸡血|猪血|鸭血|打鸡血|血流成河|手机|镜头|杀[鱼鸡鸭鹅猪]|刮胡子|剁手|断了?网|断电|断了联系/,
  ),
];

/** Wires that spark, and water that has closed over somebody. */
const elements: readonly DangerSign[] = [
  sure('fire', [`${wires}[^,。!?\\n]{0,8}${sparks}`, `${wires}[^。!?\\n]{0,8}(?:噼啪|滋滋|冒火|火花)`], /没(?:有)?冒|怕|会不会|充电器[^,]{0,3}(?:坏|便宜)/),
  sure('drowning', [
    `${water}[^。!?\\n]{0,14}${someone}[^。!?\\n]{0,16}${gone}`,
    `${someone}[^。!?\\n]{0,6}(?:在|往|到|下)[^,。]{0,3}${water}[^。!?\\n]{0,10}${gone}`,
    `${water}[^。!?\\n]{0,8}(?:飘|漂|浮)(?:着|了)?[^,。!?\\n]{0,4}(?:个)?(?:人|小孩|孩子|尸)`,
  ], /鱼[^,。]{0,4}不见|不见了?(?:几条|好多)?鱼|没有人|手机|沉(?:默|迷|重)/),
];

/** Somebody breaks in, threatens, or hides from somebody. */
const intruders: readonly DangerSign[] = [
  sure(
    'violence',
    [
      `有?(?:人|个[^,。!?]{0,4})[^,。!?\\n]{0,4}(?:在)?(?:撬|踹|砸|踢|翻)(?:我|我家|我们家|隔壁|邻居|别人家?)(?:的)?[^,。!?\\n]{0,3}(?:门|窗|锁|墙)`,
      `(?:家|屋|房间|店|厂)[里]?(?:进|闯进|冲进|摸进|溜进)(?:来)?(?:了)?(?:一?[个两几])?[^,。!?]{0,3}(?:${robbers}|人)(?:了|$|[,!\\s])`,
      '我?(?:躲|藏)在[^,。!?\\n]{0,6}(?:厕所|衣柜|卫生间|床底|房间|柜子)[^。!?\\n]{0,12}(?:外面|他|不敢|砸|敲|怕|救|快)',
      '(?:拿|持|带|提|举|掏|抄|拎|挥|握)(?:着|了|出|起|个|一)*[^,。!?\\s]{0,3}(?:刀|斧头?|铁棍|钢管|枪|砍刀|棍子?|棒子|锄头|板砖|铁锹|扳手)[^,。!?]{0,14}(?:砍|捅|追|冲|闹|挥|砸|打|威胁|抵|架|堵)',
      '(?:刀|斧)[^,。!?]{0,2}(?:架|抵|对|顶|横)(?:在|着)?[^,。!?]{0,4}(?:脖子|喉咙|自己|他|她|孩子|手腕)|(?:乱|见人就)(?:砍|捅)',
    ],
    /电影|游戏|小说|鸡|鱼|猪|肉|菜(?!场|市)|价|躲猫猫|捉迷藏|翻(?:新|修|墙绿植)|装修/,
  ),
];

/** In English, as visitors and their colleagues write. */
const english: readonly DangerSign[] = [
  sure('person_down', [
    "\\b(?:not moving|isn't moving|won't wake|can't wake|cannot wake|not waking|can'?t breathe|cannot breathe|not responding|blood everywhere|(?:bleeding|blood) (?:a lot|all over|won't stop)|turning (?:blue|purple)|hit (?:his|her|my) head|broke(?:n)? (?:his|her|my) (?:leg|arm|neck|back)|fell (?:off|from|down)|swallowed)\\b",
  ], /price|stock|asleep|laptop|phone|car won't|temperature/),
  sure('violence', [
    "\\b(?:(?:someone|somebody|a man|they|he|guys?) (?:just |is |are |has |have )*(?:broke|broken|breaking|break) in|broke into|intruder|hiding in|screaming for help|with a (?:knife|gun|machete)|threaten\\w* (?:me|us|him|her|to kill)|(?:being|getting) (?:chased|followed|beaten))\\b",
  ], /news|movie|game|drill/),
  sure('trapped', ["\\b(?:locked in (?:the|a|my|our) (?:car|room|van|freezer|toilet)|stuck (?:in|under|between) (?:the|a) (?:machine|rubble|wall|car|window|well))\\b"], /keys?/),
  sure('self_harm', ["\\b(?:on the (?:ledge|roof edge)|going to jump|gonna jump|about to jump|took (?:all|a bottle of|a lot of) (?:his|her|the|my)?\\s?pills|overdose\\w*)\\b"]),
  sure('leak', ["\\b(?:smells? (?:strongly )?(?:of|like) gas|gas smell|hissing)\\b"], /gasoline price/),
];

/** Somebody asks who can do what only an emergency needs. */
const cries: readonly DangerSign[] = [
  needing('now', 'any', [
    '(?:谁|有没有人|有人|哪位)[^,。!?]{0,3}(?:会|懂|能)(?:做)?[^,。!?]{0,2}(?:人工呼吸|心肺复苏|急救|海姆立克|包扎|接生)',
    `${someone}[^,。!?\\n]{0,6}(?:在|一直)?(?:喊|叫|哭着?喊)(?:着)?(?:救命|救我|有人|开门)|(?:里面?|楼上|隔壁|外面|河边|对面|山上|井里|洞里|沟里|废墟|电梯)[^,。!?\\n]{0,8}(?:喊|叫|求)(?:着)?救`,
  ], /培训|学习|考|报名/),
];

/** Every composed sign. */
export const composed: readonly DangerSign[] = [
  ...heights,
  ...roads,
  ...wounds,
  ...elements,
  ...intruders,
  ...english,
  ...cries,
];
