import type { Expectation, ZoneIssue, ZonePath } from '../../core/zone/fault.ts';
import type { YamlFault } from '../zone/yaml-fault.ts';
import { privateName } from './private-name.ts';
import type { SectionName, ZoneFileTexts } from './zone-file-texts.ts';

const expected: Readonly<Record<Expectation, string>> = {
  text: '文字',
  one_line_text: '一行文字，不能换行',
  number: '数字',
  whole_number: '整数',
  list: '列表',
  mapping: '带名字的字段，比如 code: A-01',
  date: '日期，比如 2027-03-31',
  phone: '电话号码，比如 138-1234-5678 或 0579-8888-0000',
  code: '编码，最多 40 个字母、数字、- _ .，比如 QY-0217',
  clock_time: '像 08:30 这样的时间',
  local_time: '日期加时间，例如 2026-11-01T20:00',
  turn: '一个队伍编码，或一起出勤的几个队伍编码的列表',
  lec: '三个数：可能性（10 6 3 1 0.5 0.2 0.1）、暴露频率（10 6 3 2 1 0.5）、后果（100 40 15 7 3 1），如 [3, 6, 15]',
  matrix: '两个 1 到 5 的整数：可能性、严重性，如 [3, 4]',
  call_sign: '呼号，最多 20 个字，不带空格，比如 东01',
  position: '位置 [纬度, 经度]，单位度，比如 [28.905, 120.055]',
  position_swapped: '纬度在前、经度在后，这两个数看着写反了',
  bounds: '范围 [[南, 西], [北, 东]]，中心点要在里面',
  time_zone: '时区，比如 Asia/Shanghai',
  external_id: '平台上的人或群的编号，最多 128 个字符，不带空格',
  telegram_id: 'Telegram 编号，是一串数字，比如 123456789 或 -1001234567890',
  something_else: '别的内容',
};

const spot = (path: ZonePath): string => path.join('.');
const guess = (nearest: string | null): string => (nearest === null ? '' : `；是不是 ${nearest}？`);

function limits(min: number | null, max: number | null): string {
  if (min !== null && max !== null) return `应在 ${min} 到 ${max} 之间`;
  return min === null ? `最大 ${max ?? 0}` : `最小 ${min}`;
}

function issue(found: ZoneIssue): string {
  switch (found.code) {
    case 'required':
      return '没有填';
    case 'expected':
      return `这里要写${expected[found.what]}`;
    case 'unknown_field':
      return `这里没有 ${found.field} 这个字段${guess(found.nearest)}`;
    case 'unknown_value':
      return `${found.value} 不在可选范围：${found.allowed.join('、')}${guess(found.nearest)}`;
    case 'out_of_bounds':
      return limits(found.min, found.max);
    case 'too_long':
      return `太长，最多 ${found.max} 个字`;
    case 'too_many':
      return `太多，最多 ${found.max} 条`;
    case 'too_few':
      return `太少，至少 ${found.min} 条`;
    case 'duplicate':
      return `${found.value === '' ? '同样的内容' : found.value} 在 ${spot(found.first)} 已经有了`;
    case 'unknown_person':
      return `没有人的呼号是 ${found.value}${guess(found.nearest)}`;
    case 'unknown_mediator':
      return `${found.value} 不是调解员（roles 里要有 mediator）${guess(found.nearest)}`;
    case 'unknown_team':
      return `没有编码是 ${found.value} 的队伍${guess(found.nearest)}`;
    case 'unknown_place':
      return `没有编码是 ${found.value} 的点位${guess(found.nearest)}`;
    case 'unknown_route':
      return `没有编码是 ${found.value} 的路线${guess(found.nearest)}`;
    case 'unknown_roster':
      return `没有编码是 ${found.value} 的排班${guess(found.nearest)}`;
    case 'rule_unreadable':
      return '这里要写排班规则，例如 FREQ=DAILY 或 FREQ=WEEKLY;BYDAY=MO,TH（RFC 5545 的 RRULE）';
    case 'rule_part':
      if (/^(?:EX|R)DATE$/.test(found.part))
        return `排班规则里不写 ${found.part}：哪天不巡、哪天改时间，写在 exceptions 里`;
      return `排班规则里没有 ${found.part}；可以写 FREQ、INTERVAL、COUNT、UNTIL、WKST、BYDAY、BYMONTHDAY、BYMONTH、BYSETPOS`;
    case 'rule_too_dense':
      return '一个排班一天最多一班；一晚两班请写成两个排班';
    case 'rule_too_sparse':
      return `这里 INTERVAL 最大 ${found.max}`;
    case 'rule_never':
      return '按这条规则，没有一天有班';
    case 'rule_start':
      return `按这条规则，这一天没有班；第一班是 ${found.first}`;
    case 'same_name':
      return `${found.value} 和 ${spot(found.first)} 重名，报警只说这个名字就定不了位`;
    case 'far_away':
      return `离中心点 ${found.km} 公里，位置对吗？`;
    case 'outside_bounds':
      return '在辖区范围外，位置对吗？';
    case 'expired':
      return `${found.skill} 证书 ${found.validUntil} 已到期，不会派这类席位`;
    case 'no_channel':
      return `${found.callSign} 可以被叫到，但没有聊天账号，只能打电话`;
    case 'no_officer':
      return '没有值班员（duty_officer），没人能确认警情';
    case 'no_command_room':
      return '没有指挥群（command），报警到不了值班员';
    case 'no_general_plan':
      return '没有总体预案（不写 kind 的那个），没有预案的警情就没有席位';
    case 'no_safety_lines':
      return `没有 ${found.language} 的安全提示`;
    case 'nobody_holds':
      return `没有人有 ${found.skill} 证书`;
    case 'team_too_small':
      return `队伍 ${found.team} 只有 ${found.members} 人，一班至少要 ${found.wanted} 人`;
    case 'team_without_leader':
      return `队伍 ${found.team} 没有队长，缺人、请假没有人管`;
    case 'team_without_room':
      return `队伍 ${found.team} 没有群，有的队员也没有聊天账号，通知不到`;
    case 'point_without_position':
      return `点位 ${found.place} 没有坐标，打卡照片看不出离得远近`;
    case 'two_shifts_at_once':
      return `${found.callSign} 同一时间还在 ${found.roster} 的班上，最早是 ${found.date}`;
    case 'exception_of_nothing':
      return `这个排班 ${found.date} 没有班，写了也不起作用`;
    case 'no_room_for':
      return `没有哪个调解室全域受理「${privateName(found.what, 'zh')}」，这类事只能走兜底的调解室`;
    case 'room_without_mediators':
      return `${found.room} 没有调解员，事情会直接转到下一家`;
    case 'no_woman_mediator':
      return '没有女调解员，想找女调解员的人只能等值班人员打电话';
    case 'nobody_on_call':
      return '没有写 onCall（遇到危险马上叫谁），会改叫值班员';
  }
}

function yaml(fault: YamlFault): string {
  switch (fault.code) {
    case 'not_utf8':
      return '文件不是 UTF-8 编码，请另存为 UTF-8';
    case 'too_large':
      return `文件太大：${fault.megabytes} MB，最多 ${fault.limit} MB；按 zone export 的写法一行一条，可以到 32 MB`;
    case 'empty':
      return '文件是空的';
    case 'tab':
      return '行首有制表符，请用空格缩进';
    case 'syntax':
      return `不是正确的 YAML：${fault.detail}`;
    case 'duplicate_key':
      return `字段 ${fault.key} 在这里写了两遍`;
    case 'key_not_text':
      return '字段名要是文字，请加引号';
    case 'several_documents':
      return '从这里开始是第二个文档（---），请写在一个文档里';
    case 'too_many_aliases':
      return '别名（*）太多，请直接写内容';
    case 'unknown_alias':
      return `别名 *${fault.name} 前面没有对应的 &${fault.name}`;
    case 'too_deep':
      return '嵌套太深，不像辖区文件';
  }
}

const sections: Readonly<Record<SectionName, string>> = {
  people: '人员',
  teams: '队伍',
  rooms: '群',
  places: '点位',
  plans: '预案',
};

const changes = { added: '新增', changed: '修改', retired: '停用' } as const;

/** The zone file's words, Chinese. */
export const zoneFileZh: ZoneFileTexts = {
  issue,
  yaml,
  warning: '注意：',
  more: (n) => `……还有 ${n} 条`,
  checked: (file, errors, warnings) =>
    errors + warnings === 0 ? `${file}：没有问题` : `${file}：${errors} 个错误，${warnings} 个提醒`,
  imported: (file) => `${file}：已导入`,
  profileChanged: '辖区、时间设置或规则有改动',
  section: (name, added, changed, retired, unchanged) =>
    `${sections[name]}：新增 ${added}，修改 ${changed}，停用 ${retired}，不变 ${unchanged}`,
  names: (what, keys, more) => `  ${changes[what]}：${keys.join('、')}${more === 0 ? '' : ` 等，另有 ${more} 个`}`,
  shifts: (added, changed, cancelled) => `班次：新排 ${added}，修改 ${changed}，取消 ${cancelled}`,
  nothingChanged: '没有变化',
  exported: (file, people, places) => `${file}：已写好，${people} 人，${places} 个点位`,
  noSuchFile: (file) => `${file}：没有这个文件`,
  notReadable: (file, why) => `${file}：读不了（${why}）`,
  notWritable: (file, why) => `${file}：写不了（${why}）`,
  noZoneYet: '数据库里还没有辖区，请先导入一个辖区文件',
  qrNeedsAddress: 'PUBLIC_URL：请先设好大家打开本系统的地址，二维码里要写它',
  noSuchPlace: (code) => `没有编号 ${code} 的点位`,
  sheetsWritten: (file, count) => `${file}：${count} 个点位的二维码，用浏览器打开打印`,
  usage: [
    'npm run zone -- check 文件     检查辖区文件，什么都不改',
    'npm run zone -- import 文件    导入成为当前辖区',
    'npm run zone -- export 文件    把当前辖区写成文件',
    'npm run zone -- qr 文件.html [编号…]    点位二维码，可打印；不写编号就是全部，--a4 一张一页',
    'npm run zone -- table export|import enterprises|hazards|owners 文件    表格导出、导入，.xlsx 或 .csv',
    '--lang en: English',
  ],
};
