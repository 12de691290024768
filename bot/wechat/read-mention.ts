/** What WeChat's apps put after a name; computers write a plain space. */
const afterName = '[\\u2005\\u00A0 \\n]';

/**
 * Whether the bot is named in a text, and the text without a mention of it at its start.
 * @param names what the bot is called there: its own name and its name in the room
 * @param isListed the puppet's list of mentioned people has the bot; often it is missing although it was named
 */
export function readMention(
  text: string,
  names: readonly string[],
  isListed: boolean,
): { text: string; mentionsBot: boolean } {
  const named = names
    .filter((name) => name !== '')
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  const bot = named.length === 0 ? null : `[@＠](?:${named.join('|')})(?:${afterName}+|$)`;
  const isNamed = bot !== null && new RegExp(bot).test(text);
  // A listed bot under a name we do not know: the app's own separator still tells where the name ends.
  const leading = bot !== null && isNamed ? `^(?:\\s*${bot})+` : '^\\s*[@＠][^\\n\\u2005@]{1,40}\\u2005+';
  const rest = isNamed || isListed ? text.replace(new RegExp(leading), '') : text;
  return { text: rest.trim(), mentionsBot: isNamed || isListed };
}
