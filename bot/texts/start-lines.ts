/** What each part of the program is on with, such as an address; null: off. */
export interface StartedParts {
  rehearsal: string | null;
  database: string;
  /** Where the keys come from that private content is sealed with. */
  keys: string;
  telegram: string | null;
  wechat: string | null;
  /** Reports by other systems. */
  api: string | null;
  publicUrl: string | null;
}

/** Who of the command binds first, with a code that the start made. */
export interface FirstToBind {
  name: string;
  code: string;
  minutes: number;
}

/** Each part's name, and what turns it on. */
const names: Readonly<Record<keyof StartedParts, { name: string; setting: string }>> = {
  rehearsal: { name: '演练场 rehearsal room', setting: '演示辖区才有 demo zone only' },
  database: { name: '数据库 database', setting: 'DATABASE_URL' },
  keys: { name: '数据密钥 data keys', setting: 'DATA_KEYS' },
  telegram: { name: 'Telegram', setting: 'TELEGRAM_BOT_TOKEN' },
  wechat: { name: '微信 WeChat', setting: 'WECHATY_PUPPET' },
  api: { name: '外部系统报警 reports by API', setting: 'API_KEY' },
  publicUrl: { name: '公网链接 public links', setting: 'PUBLIC_URL' },
};

/** Beside a platform that is on, did not answer at the start, and is asked again and again. */
export const notConnected = '还没连上，一直在试，原因见日志 not connected yet, see the log';

/** What is said once. */
export interface StartNews {
  first?: FirstToBind | null;
  /** The file in which this start kept a new key; null: it made none. */
  newKey?: string | null;
}

/** What the start prints: one address, what is on, what is off and which setting turns it on, a new key, and who binds first. */
export function startLines(
  address: string,
  zone: string,
  parts: StartedParts,
  { first = null, newKey = null }: StartNews = {},
): string[] {
  const rows = (Object.keys(names) as (keyof StartedParts)[]).map((part) => {
    const { name, setting } = names[part];
    const on = parts[part];
    return `  ${name}：${on === null ? `关 off · ${setting}` : `开 on  · ${on}`}`;
  });
  const bind =
    first === null
      ? []
      : [
          `  首位绑定 bind first  ${first.name}：给机器人发 write to the bot  绑定 ${first.code}  （${first.minutes} 分钟内有效 works for ${first.minutes} minutes）`,
          '',
        ];
  const key =
    newKey === null
      ? []
      : [
          `  新密钥 new key  ${newKey}：请另存一份，丢了它，私密事项谁也打不开；也可把内容写进 DATA_KEYS`,
          '    keep a copy elsewhere: without it nobody can open private matters; or set DATA_KEYS to what is in it',
          '',
        ];
  return [
    '',
    `群防 Qunfang · ${zone}`,
    `  打开 open  ${address}`,
    '',
    ...rows,
    '',
    ...key,
    ...bind,
    '  停止 stop  Ctrl+C',
    '',
  ];
}
