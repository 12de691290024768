/** One part of the program at the start: on, or off with the setting that turns it on. */
export interface StartedPart {
  zh: string;
  en: string;
  /** What is on, such as an address; null: off. */
  on: string | null;
  /** The setting that turns it on. */
  setting: string;
}

/** What the start prints: one address, what is on, what is off and which setting turns it on. */
export function startLines(address: string, zone: string, parts: readonly StartedPart[]): string[] {
  const rows = parts.map((part) => {
    const state = part.on === null ? `关 off · ${part.setting}` : `开 on  · ${part.on}`;
    return `  ${part.zh} ${part.en}：${state}`;
  });
  return ['', `群防 Qunfang · ${zone}`, `  打开 open  ${address}`, '', ...rows, '', '  停止 stop  Ctrl+C', ''];
}
