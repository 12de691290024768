/** Wu and the dialects of Sichuan, as they are written, in the words of the rest of the reader. */
import { rewriting, wordsFor } from './draft.ts';
import type { Rewrite } from './draft.ts';

/** Shanghai, Ningbo, Jinhua. */
export const wu: readonly Rewrite[] = [
  rewriting(/(?<![请切务])勿(?!忘|念|扰|让|将|使)/g, '不'),
  rewriting(/阿拉(?!伯|斯)/g, '我们'),
  rewriting(/(?<=[来去到好走倒了])[哉勒](?=$|[\s,。!])/g, '了'),
  rewriting(/([倒塌摔翻跌])勒/g, '$1在'),
  rewriting(/([掉歪断烂坏冲倒])脱/g, '$1掉'),
  rewriting(/([粘卡夹困关压缠吸轧绞拉勾绊])牢/g, '$1住'),
  rewriting(/(?<=[里外后前])头(?![发部晕痛疼昏破上像盔顶脑颅朝撞条目衔号牌班期子])/g, '面'),
  rewriting(/来三(?=$|[\s,。!吗不])/g, '行'),
  rewriting(/寻(?=[着到了])/g, '找'),
  rewriting(/一(?:道|块儿?|同|齐)(?=去|来|走|出|过)/g, '一起'),
  wordsFor(
    `今天 今朝 / 明天 明朝 / 昨天 昨日 / 下雨 落雨 / 睡不着 困不着 / 站不稳 站不牢 / 你 侬 / 小孩 小囡 / 没 嘸没 呒没 呒 / 发烧 发寒热
    爷爷 阿爷 / 奶奶 阿娘 / 厨房 灶头间 灶披间 / 一会儿 一歇歇 一歇 / 讲不出 闲话也讲不出 / 晚上 夜里向 夜到 / 怎么 哪能 哪介
    里面 里向 / 现在 现在辰光 / 没找 没没找 / 地方 地场`,
  ),
];

/** Sichuan, Chongqing, Guizhou. */
export const southwestern: readonly Rewrite[] = [
  rewriting(/莫(?=[慌催等急怕管叫去来走动进乱喊])/g, '别'),
  rewriting(/遭(?!遇|殃|罪|受|到|踏|老)/g, '被'),
  rewriting(/([冲拉拖抬带卷])起走/g, '$1走'),
  rewriting(/不得(?=来|去)(?=来$|去$|[来去][\s,了。])/g, '不'),
  rewriting(/哪个(?=[去来晓知会有能看])/g, '谁'),
  rewriting(/(?:绊|跶|跘|拌)(?:了)?(?:一)?(?:跤|倒|扑爬)/g, '摔倒'),
  wordsFor(`没得事 没得啥子 / 没事 无代志 拢无代志`),
  wordsFor(
    `什么 啥子 / 怎么 咋个 啷个 / 快点 搞快点 搞快 / 没得 莫得 / 小孩 娃儿 细娃 / 爸 老汉儿 / 老人 老汉 老者 / 家里 屋头 / 被 拿给 / 知道 晓得 / 烟 烟子
    腿 脚杆 / 头 脑壳 / 脖子 颈子 颈项 / 对不起 对不住 / 今天 今儿 今个儿 / 旁边 侧边 / 上面 高头 / 去 克`,
  ),
];
