/** Who danger happens to, from small lists: how many, how old, whose, and what they do. */

const howMany = '有?(?:一|两|三|几|好几|十几|\\d+)?(?:个|名|位)?';
const byAge =
  '小孩|孩子|男孩|女孩|小朋友|宝宝|婴儿|弃婴|娃娃?|小囡|囡|小鬼|学生|后生|小伙|姑娘|少年|老人|老头子?|老太婆?|老太太|老爷|大爷|大妈|大叔|大伯|婆婆|老伯|伯伯|阿姨|阿婆|男的|女的|男人|女人|妇女|孕妇|产妇|双胞胎';
const byWork =
  '工人|女工|男工|小工|学徒|临时工|保洁|工友|师傅|司机|队员|同事|员工|保安|村民|邻居|游客|驴友|室友|朋友|乘客|老板娘?|店主|老师|同学|驾驶员|驾驶人|车主|兄弟|战友|服务员|厨师|电工|焊工|瓦工|租客|房客|路人|行人|流浪汉|醉汉|骑手|外卖员|快递员|保姆|护工|网友|客人|病人|住户|户主|老乡|民工';
const byFamily =
  '老[娘妈爸爹]|爸|妈|爷|奶|老公|老婆|丈夫|妻子|媳妇|婆娘|儿子|女儿|闺女|爷爷|奶奶|外公|外婆|公公|岳父|岳母|丈母娘|弟|妹|哥|姐|舅|姨|叔|伯|婶|嫂|孙子|孙女|侄子|侄女|对象|男朋友|女朋友';
/** 人 alone is somebody unless it is half of another word. */
const people = '(?<![吓烦坑丢惹愁诱感惊])人(?![行民])';
const byName = '阿[一-龥](?=的|家|被|在|掉)';

/** Anybody, as a piece of a larger pattern. */
export const someone = `(?:${howMany}(?:${people}|${byAge}|${byWork}|${byName})|我?(?:${byFamily})|他|她)`;
