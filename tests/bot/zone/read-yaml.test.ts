import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readYaml } from '../../../bot/zone/read-yaml.ts';
import { readRow, rowText } from '../../../bot/zone/row-text.ts';
import type { Spot } from '../../../bot/zone/yaml-fault.ts';
import type { ZonePath } from '../../../core/zone/fault.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const fault = (text: string | Uint8Array): object | null => {
  const reading = readYaml(typeof text === 'string' ? bytes(text) : text);
  return reading.ok ? null : reading.fault;
};
const data = (text: string): unknown => {
  const reading = readYaml(bytes(text));
  return reading.ok ? reading.data : reading.fault;
};
const at = (text: string, path: ZonePath, part?: 'key' | 'value'): Spot => {
  const reading = readYaml(bytes(text));
  if (!reading.ok) throw new Error(reading.fault.code);
  return reading.locate(path, part);
};

describe('a YAML file', () => {
  it('may have a byte order mark, Windows line ends and Chinese', () => {
    expect(data('\uFEFFname: 西塘\r\nlist:\r\n- {"a": 1}\r\n- {"a": 2}\r\n- {a: 3}\r\n')).toEqual({
      name: '西塘',
      list: [{ a: 1 }, { a: 2 }, { a: 3 }],
    });
  });

  it('keeps the zero that a telephone number begins with', () => {
    expect(data('phone: 057988880000\nname: 007\nplus: +012\ncount: 0\nsize: 0.5')).toEqual({
      phone: '057988880000',
      name: '007',
      plus: '+012',
      count: 0,
      size: 0.5,
    });
  });

  it('takes yes, no, on and dates as text', () => {
    expect(data('a: yes\nb: no\nc: 2027-03-31')).toEqual({ a: 'yes', b: 'no', c: '2027-03-31' });
  });

  it.each([
    ['nothing', '', 'empty'],
    ['only a comment', '# nothing\n', 'empty'],
    ['a tab for indentation', 'a: 1\n\tb: 2\n', 'tab'],
    ['an open bracket', 'a: [1\nb: 2\n', 'syntax'],
    ['two colons', 'a: b: c', 'syntax'],
    ['a tag of code', 'a: !!js/function x', 'syntax'],
    ['two documents', 'a: 1\n---\nb: 2\n', 'several_documents'],
    ['a field twice', 'a: 1\nb: 2\na: 3\n', 'duplicate_key'],
    ['a list for a name', '? [a, b]\n: 1\n', 'key_not_text'],
    ['a number for a name', '1: 2\n', 'key_not_text'],
    ['an alias of nothing', 'a: *nobody\n', 'unknown_alias'],
    ['an alias inside its anchor', 'a: &a [*a]\n', 'too_deep'],
    ['a hundred thousand brackets', `a: ${'['.repeat(100_000)}`, 'too_deep'],
    ['two hundred lists in lists', `${'- '.repeat(200)}x`, 'too_deep'],
  ])('with %s is refused', (_, text, code) => {
    expect(fault(text)).toMatchObject({ code });
  });

  it('names the line of the refusal', () => {
    expect(fault('a: 1\nb: 2\na: 3\n')).toMatchObject({ key: 'a', at: { line: 3, column: 1 } });
    expect(fault('a: 1\nlist:\n- {"x": 1}\n- {"x": 1, "x": 2}\n')).toMatchObject({
      key: 'x',
      at: { line: 4, column: 12 },
    });
  });

  it('that is not UTF-8 is refused', () => {
    expect(fault(Uint8Array.from([0xce, 0xf7, 0xcc, 0xc1]))).toMatchObject({ code: 'not_utf8' });
    expect(fault(Uint8Array.from([0xff, 0xfe, 0x61, 0]))).toMatchObject({ code: 'not_utf8' });
  });

  it('of ten megabytes is refused at once, unless it is rows', () => {
    expect(fault(`a: ${'x'.repeat(10_000_000)}`)).toEqual({
      code: 'too_large',
      megabytes: 10,
      limit: 4,
      at: { line: 1, column: 1 },
    });
    expect(fault(new Uint8Array(33_000_000))).toMatchObject({ code: 'too_large', limit: 32 });
    const row = `- ${rowText({ name: '恒固五金制品厂', text: 'x'.repeat(900) })}\n`;
    expect(fault(`places:\n${row.repeat(10_000)}`)).toBeNull();
  });

  it('that would unfold without end is refused', () => {
    const lines = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (const [name, of] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf', 'hg'].map((pair) => pair.split(''))) {
      lines.push(
        `${name ?? ''}: &${name ?? ''} [${Array(9)
          .fill(`*${of ?? ''}`)
          .join(', ')}]`,
      );
    }
    expect(fault(lines.join('\n'))).toMatchObject({ code: 'too_many_aliases' });
    expect(data('a: &a {x: 1}\nb: *a\nc: *a')).toEqual({ a: { x: 1 }, b: { x: 1 }, c: { x: 1 } });
  });
});

describe('rows', () => {
  it('mean the same as the YAML that they are', () => {
    const rows = [
      { code: 'QY-0001', position: [28.9, 120.1], tags: [] },
      { code: '"\\/\u2028: - #', deep: { a: null } },
    ];
    const text = rows.map((row) => `- ${rowText(row)}\n`).join('');
    expect(data(`places:\n${text}`)).toEqual({ places: rows });
    expect(data(`places:\n${text.replaceAll('- {', '-  {')}`)).toEqual({ places: rows });
  });

  it('come back from their text, whatever is in them', () => {
    const flat = fc.dictionary(
      fc.string().filter((key) => key !== '__proto__' && !/^\d+$/.test(key)),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(flat, (row) => {
        const plain = JSON.parse(JSON.stringify(row)) as object;
        expect(JSON.stringify(readRow(rowText(plain)))).toBe(JSON.stringify(plain));
      }),
    );
  });

  it('are left to YAML when JSON would read them otherwise', () => {
    expect(readRow('{"a": 1, "a": 2}')).toBeNull();
    expect(readRow('{"a": 12345678901234567890}')).toBeNull();
    expect(readRow('{"a": 1}  # note')).toBeNull();
    expect(readRow('[1]')).not.toBeNull();
    expect(readRow('7')).toBeNull();
  });

  it('that only look like rows inside a text stay text', () => {
    const text = 'note: |\n  - {"a": 1}\n  - {"a": 2}\nlist:\n- {"a": 3}\n';
    expect(data(text)).toEqual({ note: '- {"a": 1}\n- {"a": 2}\n', list: [{ a: 3 }] });
  });

  it('may be mixed with other items, comments and blank lines', () => {
    const text = 'list:\n- {"a": 1}\n# two\n- {"a": 2}\n\n- {"a": 3}\n- a: 4\n- {"a": 5}\n';
    expect(data(text)).toEqual({ list: [{ a: 1 }, { a: 2 }, { a: 3 }, { a: 4 }, { a: 5 }] });
  });

  it('may stand in lists inside lists', () => {
    expect(data('a:\n  - {"b": 1}\n  - {"b": 2}\nc:\n- - {"d": 1}\n  - {"d": 2}\n')).toEqual({
      a: [{ b: 1 }, { b: 2 }],
      c: [[{ d: 1 }, { d: 2 }]],
    });
  });
});

describe('where a value stands', () => {
  const text = [
    'zone:',
    '  name: 西塘',
    '  centre:',
    'people:',
    '- {"callSign": "东01", "skills": [{"skill": "aed", "validUntil": "soon"}]}',
    '- {"callSign": "东02"}',
    '- callSign: 东03',
    '  base: [1, 2]',
    '- {"callSign": "东04", "duty": null}',
  ].join('\n');

  const spot = (line: number, words: string): Spot => {
    const column = (text.split('\n')[line - 1] ?? '').indexOf(words) + 1;
    return { line, column };
  };

  it('is found to the column, in rows and outside of them', () => {
    expect(at(text, ['zone', 'name'])).toEqual({ line: 2, column: 9 });
    expect(at(text, ['people', 0, 'skills', 0, 'validUntil'])).toEqual(spot(5, '"soon"'));
    expect(at(text, ['people', 1, 'callSign'])).toEqual(spot(6, '"东02'));
    expect(at(text, ['people', 2, 'base', 1])).toEqual(spot(8, '2]'));
    expect(at(text, ['people', 3, 'callSign'])).toEqual(spot(9, '"东04'));
  });

  it('is the name’s place for an empty value or when asked for', () => {
    expect(at(text, ['zone', 'centre'])).toEqual({ line: 3, column: 3 });
    expect(at(text, ['people', 3, 'duty'])).toEqual(spot(9, '"duty"'));
    expect(at(text, ['people', 0, 'skills'], 'key')).toEqual(spot(5, '"skills"'));
  });

  it('is what should hold it for a missing one', () => {
    expect(at(text, ['people', 1, 'phone'])).toEqual({ line: 6, column: 3 });
    expect(at(text, ['people', 9, 'phone'])).toEqual({ line: 5, column: 1 });
    expect(at(text, ['plans'])).toEqual({ line: 1, column: 1 });
    expect(at(text, [])).toEqual({ line: 1, column: 1 });
  });
});
