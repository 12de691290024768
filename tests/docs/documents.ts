import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const home = fileURLToPath(new URL('../..', import.meta.url));

/** One page that people read. */
export interface Document {
  /** From the project's folder: `docs/privacy.md`. */
  path: string;
  text: string;
}

/** Every page of the project. */
export function documents(): Document[] {
  const inDocs = readdirSync(join(home, 'docs'), { recursive: true, encoding: 'utf8' });
  const paths = [...readdirSync(home), ...inDocs.map((path) => join('docs', path))];
  return paths.filter((path) => path.endsWith('.md')).map((path) => ({ path, text: contentOf(path) }));
}

/** A file's text, by its path from the project's folder. */
export function contentOf(path: string): string {
  return readFileSync(join(home, path), 'utf8');
}

/** The rows of every table of a page, cell by cell, without the code marks of a cell that is all code. */
export function tableRows(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|[\s|:-]+\|$/.test(line))
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim().replace(/^`([^`]+)`$/, '$1')),
    );
}

/** The part of a page under a heading, up to the next of the same rank. */
export function section(text: string, heading: string): string {
  const [, after = ''] = text.split(new RegExp(`^## ${heading}$`, 'm'));
  return after.split(/^## /m)[0] ?? '';
}

/** Everything in code marks, blocks left out. */
export function codeWords(text: string): string[] {
  const withoutBlocks = text.replaceAll(/^ *```[\s\S]*?^ *```$/gm, '');
  return [...withoutBlocks.matchAll(/`([^`\n]+)`/g)].map(([, word = '']) => word);
}

/** The names of all settings, as config.ts has them. */
export function settingNames(): string[] {
  const [, environment = ''] = contentOf('config.ts').split('const environment = z.object({');
  return [...(environment.split('\n});')[0] ?? '').matchAll(/^ {2}([A-Z][A-Z_\d]+): /gm)].map(([, name = '']) => name);
}

/** A path from the project's folder to what a page links to. */
export function target(from: Document, link: string): string {
  return relative(home, join(home, from.path, '..', decodeURI(link)));
}

/** Those of the words that a page does not say, however its lines are broken. */
export function unsaid(text: string, words: readonly string[]): string[] {
  const flat = text.replaceAll(/\s+/g, ' ');
  return words.filter((one) => !flat.includes(one));
}
