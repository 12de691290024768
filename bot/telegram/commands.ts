import type { Api } from 'grammy';
import type { Language } from '../../core/message.ts';

/** One entry of the menu that the app shows for `/`. */
export interface MenuCommand {
  /** Without slash: 1–32 of a–z, 0–9 and _ (https://core.telegram.org/bots/api#botcommand). */
  command: string;
  description: Readonly<Record<Language, string>>;
}

/** Registers the menu: Chinese for everybody, English for apps in English. */
export async function registerCommands(api: Api, commands: readonly MenuCommand[]): Promise<void> {
  const menu = (language: Language): { command: string; description: string }[] =>
    commands.map(({ command, description }) => ({ command, description: description[language] }));
  await api.setMyCommands(menu('zh'));
  await api.setMyCommands(menu('en'), { language_code: 'en' });
}
