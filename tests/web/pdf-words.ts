import { inflateSync } from 'node:zlib';

/** The words of a PDF as pdfkit writes it, sheet by sheet: characters are numbers of a font that names them. */
export function pdfWords(bytes: Uint8Array): string[] {
  const file = Buffer.from(bytes).toString('latin1');
  const objects = new Map(
    [...file.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = '', body = '']) => [id, body] as const),
  );
  const contentOf = (id: string): string => {
    const body = objects.get(id) ?? '';
    const stream = /stream\n([\s\S]*)\nendstream/.exec(body)?.[1] ?? '';
    const plain = Buffer.from(stream, 'latin1');
    return (body.includes('FlateDecode') ? inflateSync(plain) : plain).toString('latin1');
  };
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\n/.test(body));
  return pages.map((page) => {
    const resources = objects.get(/\/Resources (\d+)/.exec(page)?.[1] ?? '') ?? '';
    const fonts = new Map(
      [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => {
        const map = /\/ToUnicode (\d+)/.exec(objects.get(id) ?? '')?.[1] ?? '';
        return [name, charactersOf(contentOf(map))] as const;
      }),
    );
    return wordsOf(contentOf(/\/Contents (\d+)/.exec(page)?.[1] ?? ''), fonts);
  });
}

/** The character behind each number, from the map that makes words copyable. */
function charactersOf(map: string): string[] {
  const ranges = [...map.matchAll(/<([\da-f]+)> <[\da-f]+> \[([^\]]*)\]/g)];
  const characters: string[] = [];
  for (const [, first = '', list = ''] of ranges) {
    const names = [...list.matchAll(/<([^>]*)>/g)].map(([, hex = '']) =>
      Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
    );
    for (const [at, character] of names.entries()) characters[Number.parseInt(first, 16) + at] = character;
  }
  return characters;
}

function wordsOf(content: string, fonts: ReadonlyMap<string, readonly string[]>): string {
  let font: readonly string[] = [];
  let words = '';
  for (const [, name, run] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name !== undefined) font = fonts.get(name) ?? [];
    for (const [, hex = ''] of (run ?? '').matchAll(/<([\da-f]+)>/g))
      for (const [number] of hex.matchAll(/.{4}/g)) words += font[Number.parseInt(number, 16)] ?? '\u{fffd}';
    if (run !== undefined) words += '\n';
  }
  return words;
}
