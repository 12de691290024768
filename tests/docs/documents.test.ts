import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drillScenarios } from '../../bot/texts/drill-texts.ts';
import { codeWords, contentOf, documents, home, section, settingNames, tableRows, target } from './documents.ts';

const scripts = (JSON.parse(contentOf('package.json')) as { scripts: Record<string, string> }).scripts;
const folders = /^(?:bench|bot|core|db|docs|drill|handlers|jobs|tests|web|zones)\//;

/** A heading's anchor, as GitHub makes it. */
function anchors(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
      .trim()
      .replaceAll(/\s/g, '-'),
  );
}

describe.each(documents())('$path', (page) => {
  it('links only to what is there', () => {
    const links = [...page.text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
    const broken = links.filter((link) => {
      if (/^https?:\/\//.test(link)) return false;
      const [path = '', anchor] = link.split('#');
      const file = path === '' ? page.path : target(page, path);
      if (!existsSync(join(home, file))) return true;
      return anchor !== undefined && !anchors(contentOf(file)).includes(anchor);
    });
    expect(broken).toEqual([]);
  });

  it('names only commands that npm knows', () => {
    const named = [...page.text.matchAll(/npm run (?:--silent )?([a-z][a-z:-]*[a-z])/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('plays only drills that there are', () => {
    const played = [...page.text.matchAll(/npm run drill -- ([a-z][a-z_-]*)/g)].map(([, name = '']) => name);
    expect(played.filter((name) => name !== 'list' && !drillScenarios.some((one) => one === name))).toEqual([]);
  });

  it('names only files that are there', () => {
    const named = codeWords(page.text).filter((word) => folders.test(word) && /^[\w./-]+$/.test(word));
    expect(named.filter((path) => !existsSync(join(home, path)))).toEqual([]);
  });

  it('names only settings that the program reads', () => {
    const names = settingNames();
    const named = page.text.match(/\b(?:TELEGRAM|WECHATY|DATABASE|PUBLIC|ZONE|LOG|API)_[A-Z_]+/g) ?? [];
    const known = (word: string): boolean =>
      names.includes(word) || (word.endsWith('_') && names.some((name) => name.startsWith(word)));
    expect(named.filter((word) => !known(word))).toEqual([]);
  });
});

describe('README.md', () => {
  const text = contentOf('README.md');

  it('is short, begins with two commands and shows one picture', () => {
    expect(text.split('\n').length).toBeLessThanOrEqual(150);
    const blocks = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = '']) => block.trim());
    expect(blocks.slice(0, 2)).toEqual(['npm ci && npm start', 'npm ci && npm test']);
    expect(text.match(/!\[/g)).toHaveLength(1);
  });

  it('gives the settings the defaults that docs/configuration.md gives', () => {
    const full = new Map(tableRows(contentOf('docs/configuration.md')).map(([name, value]) => [name, value]));
    const rows = tableRows(section(text, 'Settings')).slice(1);
    for (const [names = '', values = ''] of rows) {
      const each = names.replaceAll('`', '').split(', ');
      const defaults = values.replaceAll('`', '').split(', ');
      for (const [i, name] of each.entries()) {
        if (name.endsWith('…') || name === 'ZONE_FILE') continue;
        expect([name, defaults[i] ?? defaults[0]]).toEqual([name, full.get(name)]);
      }
    }
    expect(rows.length).toBeGreaterThan(4);
  });
});
