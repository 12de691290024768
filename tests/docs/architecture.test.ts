import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeWords, contentOf, home, section, tableRows } from './documents.ts';

interface Rule {
  from: { path?: string };
  to: { pathNot?: string };
}

const text = contentOf('ARCHITECTURE.md');
const { forbidden } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as { forbidden: readonly Rule[] };
const manifest = JSON.parse(contentOf('package.json')) as Record<
  'dependencies' | 'devDependencies' | 'optionalDependencies',
  Record<string, string>
>;

/** The paths of the annotated tree: two spaces deeper is inside. */
function treePaths(): string[] {
  const [, tree = ''] = /```\n([\s\S]*?)```/.exec(section(text, 'The house')) ?? [];
  const parents: string[] = [];
  return tree
    .trimEnd()
    .split('\n')
    .map((line) => {
      const depth = (line.length - line.trimStart().length) / 2;
      const name = line.trimStart().split(' ', 1)[0] ?? '';
      parents.splice(depth, Infinity, name);
      return parents.join('');
    });
}

/** Folders that hold code, one or two deep. */
function codeFolders(): string[] {
  const inside = (folder: string): string[] =>
    readdirSync(join(home, folder)).filter(
      (name) => !/^(?:\.|node_modules$|data$|coverage$)/.test(name) && statSync(join(home, folder, name)).isDirectory(),
    );
  const shallow = new Set(['tests', 'bench', 'docs', 'zones', 'drill']);
  return inside('.').flatMap((top) => [
    `${top}/`,
    ...(shallow.has(top) ? [] : inside(top).map((name) => `${top}/${name}/`)),
  ]);
}

describe('ARCHITECTURE.md', () => {
  it('draws the house as it stands', () => {
    const drawn = treePaths();
    expect(drawn.filter((path) => !existsSync(join(home, path)))).toEqual([]);
    expect(codeFolders().filter((path) => !drawn.includes(path))).toEqual([]);
  });

  it('draws every file at the top that runs', () => {
    const files = readdirSync(home).filter((name) => name.endsWith('.ts') && name !== 'vitest.config.ts');
    expect(files.filter((name) => !treePaths().includes(name))).toEqual([]);
  });

  it('names, sentence by sentence, files of private matters that are there', () => {
    const cells = tableRows(section(text, 'A private matter, sentence by sentence')).slice(1).flat();
    const named = cells.flatMap((cell) => {
      let folder = '';
      return codeWords(cell)
        .filter((word) => word.endsWith('.ts'))
        .map((word) => {
          const path = word.includes('/') ? word : join(folder, word);
          folder = dirname(path);
          return path;
        });
    });
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter((path) => !existsSync(join(home, path)))).toEqual([]);
  });

  it('tells who may import whom as it is enforced', () => {
    const enforced = forbidden.flatMap(({ from, to }) => {
      const [, folder] = /^\^(\w+)\/$/.exec(from.path ?? '') ?? [];
      const [, allowed] = /^\^\(?([\w|]+)\)?\/$/.exec(to.pathNot ?? '') ?? [];
      return folder === undefined || allowed === undefined ? [] : [[folder, allowed.split('|').sort()] as const];
    });
    const told = tableRows(section(text, 'Who may import whom'))
      .slice(1)
      .map(([folder = '', allowed = '']) => [folder.replace('/', ''), allowed.replaceAll('`', '').split(', ').sort()]);
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(enforced));
  });

  it('says what every dependency is for', () => {
    const told = tableRows(section(text, 'What each dependency is for')).filter(([name]) => name !== 'package');
    const { dependencies, devDependencies, optionalDependencies } = manifest;
    const all = Object.keys({ ...dependencies, ...optionalDependencies, ...devDependencies });
    expect(told.map(([name]) => name).sort()).toEqual(all.sort());
    expect(told.filter(([, what = '']) => what === '')).toEqual([]);
  });
});
