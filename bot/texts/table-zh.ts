import { hazardNamesZh } from './hazard-names-zh.ts';
import { namedChoices } from './name-choices.ts';
import type { TableTexts } from './table-texts.ts';
import { zoneFileZh } from './zone-file-zh.ts';

/** What the command line says about tables, in Chinese. */
export const tableZh: TableTexts = {
  language: 'zh',
  name: { enterprises: '企业', hazards: '隐患', owners: '责任人' },
  state: hazardNamesZh.state,
  fault: (row, column, issue) => {
    const at = `第 ${String(row)} 行${column === '' ? '' : `“${column}”`}：`;
    switch (issue.code) {
      case 'same_row':
        return `${at}和第 ${String(issue.row)} 行重复，请删掉一行`;
      case 'same_rank':
        return `${at}和第 ${String(issue.row)} 行管同一处、排在同一位，请写明谁第 1、谁第 2`;
      case 'contradicts':
        return `${at}和第 ${String(issue.row)} 行说的不一样，请改成一致`;
      case 'before_report':
        return `${at}早于上报时间，请核对日期`;
      case 'in_future':
        return `${at}在今天之后，请核对日期`;
      case 'not_enterprise':
        return `${at}这个编号是别的点位，不是企业，请换一个编号`;
      case 'unknown_value':
        return `${at}${zoneFileZh.issue(namedChoices(issue, 'zh'))}`;
      default:
        return `${at}${zoneFileZh.issue(issue)}`;
    }
  },
  unreadable: (fault, columns) => {
    switch (fault.code) {
      case 'no_heading':
        return `没找到表头。前 10 行里要有一行写着：${columns.join('、')}`;
      case 'missing_columns':
        return `缺少这些列：${columns.join('、')}。请补上再导入`;
      case 'same_column':
        return `“${columns.join('、')}”这一列有两个，请留一个`;
      case 'not_table':
        return '读不出来：要 .xlsx 工作簿，或 UTF-8、GB18030 的 CSV。请在表格软件里另存一份再试';
      case 'too_large':
        return '文件太大，请分成几份';
    }
  },
  more: (count) => `……还有 ${String(count)} 处`,
  refused: (file, rows, refused) =>
    `${file}：${String(rows)} 行里有 ${String(refused)} 行要改，一行也没有导入。改好后再导入就行`,
  empty: (file) => `${file}：没有一行数据`,
  imported: (file, added, changed, unchanged) =>
    `${file}：新增 ${String(added)}，修改 ${String(changed)}，不变 ${String(unchanged)}`,
  exported: (file, rows) => `已写入 ${file}：${String(rows)} 行`,
  notReadable: (file, why) => `${file} 读不了（${why}）`,
  notWritable: (file, why) => `${file} 写不了（${why}）`,
  noZoneYet: '还没有辖区，请先导入辖区文件：npm run zone -- import FILE',
  fileKind: '文件名要以 .xlsx 或 .csv 结尾',
  usage: [
    '用法：npm run zone -- table export|import enterprises|hazards|owners FILE [--lang zh|en]',
    '  FILE 是 .xlsx 或 .csv。有一行不对就一行也不导入，并说明是哪一行、哪一列、怎么改。',
  ],
};
