/** What an answer is made of; the same value becomes JSON or XML by the Spark convention that GeoReport v2 asks for. */
export type Answerable =
  string | number | boolean | null | readonly Answerable[] | { readonly [name: string]: Answerable };

/** What the entries of a list are called: XML has a name for each, JSON none. */
const entryOf: Readonly<Record<string, string>> = {
  endpoints: 'endpoint',
  formats: 'format',
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  service_requests: 'request',
  errors: 'error',
};

/** Letters that XML 1.0 cannot hold, not even escaped, and halves of surrogate pairs (https://www.w3.org/TR/xml/#charsets). */
const unwritable = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  // Kept as it is: a parser would make a plain line break of it.
  '\r': '&#13;',
};

/**
 * A whole document.
 * @throws Error for a name that is no element's, or a list whose entries have no name: mistakes of this program
 */
export function xmlOf(root: string, value: Answerable): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${element(root, value)}\n`;
}

function element(name: string, value: Answerable): string {
  if (!/^[a-z][a-z_]*$/.test(name)) throw new Error(`No element can be called ${name}`);
  const inside = content(name, value);
  return inside === '' ? `<${name}/>` : `<${name}>${inside}</${name}>`;
}

function content(name: string, value: Answerable): string {
  if (value === null) return '';
  if (isList(value)) return value.map((entry) => element(entryName(name), entry)).join('');
  if (typeof value !== 'object') return escaped(String(value));
  return Object.entries(value)
    .map(([child, one]) => element(child, one))
    .join('');
}

function isList(value: Answerable): value is readonly Answerable[] {
  return Array.isArray(value);
}

function entryName(list: string): string {
  const name = entryOf[list];
  if (name === undefined) throw new Error(`Nobody said what the entries of ${list} are called`);
  return name;
}

function escaped(text: string): string {
  return text.replaceAll(unwritable, '\u{FFFD}').replaceAll(/[&<>"'\r]/g, (letter) => escapes[letter] ?? letter);
}
