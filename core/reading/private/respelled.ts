/** Words of disputes as fingers and dictation get them wrong, of one length with what was meant, so that places stay. */

const slips: Readonly<Record<string, string>> = {
  房冬: '房东',
  房动: '房东',
  共资: '工资',
  公资: '工资',
  工姿: '工资',
  供资: '工资',
  老版: '老板',
  老扳: '老板',
  推押金: '退押金',
  推钱: '退钱',
  推款: '退款',
  押今: '押金',
  亚金: '押金',
  拆签: '拆迁',
  拆千: '拆迁',
  补尝: '补偿',
  陪偿: '赔偿',
  赔尝: '赔偿',
  陪钱: '赔钱',
  不陪: '不赔',
  要陪: '要赔',
  合童: '合同',
  和同: '合同',
  离昏: '离婚',
  扶养费: '抚养费',
  医要费: '医药费',
  医药废: '医药费',
  调节室: '调解室',
  调节员: '调解员',
  同意调节: '同意调解',
  不调节: '不调解',
  邻具: '邻居',
  林居: '邻居',
  物叶: '物业',
  货宽: '货款',
  欠跳: '欠条',
  借跳: '借条',
  择迁: '拆迁',
  宅基第: '宅基地',
};
const wrong = new RegExp(Object.keys(slips).join('|'), 'g');

/** `plain` with such words put right; never longer or shorter. */
export function respelled(plain: string): string {
  return plain.replace(wrong, (words) => slips[words] ?? words);
}
