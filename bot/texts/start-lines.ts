/** What each part of the program is on with, such as an address; null: off. */
export interface StartedParts {
  rehearsal: string | null;
  database: string;
  telegram: string | null;
  wechat: string | null;
  /** Reports by other systems. */
  api: string | null;
  publicUrl: string | null;
}

/** Each part's name, and what turns it on. */
const names: Readonly<Record<keyof StartedParts, { name: string; setting: string }>> = {
  rehearsal: { name: '演练场 rehearsal room', setting: '演示辖区才有 demo zone only' },
  database: { name: '数据库 database', setting: 'DATABASE_URL' },
  telegram: { name: 'Telegram', setting: 'TELEGRAM_BOT_TOKEN' },
  wechat: { name: '微信 WeChat', setting: 'WECHATY_PUPPET' },
  api: { name: '外部系统报警 reports by API', setting: 'API_KEY' },
  publicUrl: { name: '公网链接 public links', setting: 'PUBLIC_URL' },
};

/** What the start prints: one address, what is on, what is off and which setting turns it on. */
export function startLines(address: string, zone: string, parts: StartedParts): string[] {
  const rows = (Object.keys(names) as (keyof StartedParts)[]).map((part) => {
    const { name, setting } = names[part];
    const on = parts[part];
    return `  ${name}：${on === null ? `关 off · ${setting}` : `开 on  · ${on}`}`;
  });
  return ['', `群防 Qunfang · ${zone}`, `  打开 open  ${address}`, '', ...rows, '', '  停止 stop  Ctrl+C', ''];
}
