import { SaxesParser } from 'saxes';

/** An element of a parsed document. */
export interface Element {
  name: string;
  children: Element[];
  text: string;
}

/** Parses a document strictly. @throws Error when it is not well-formed, or declares something else than UTF-8 */
export function readXml(document: string): Element {
  const parser = new SaxesParser();
  const root: Element = { name: '', children: [], text: '' };
  const open: Element[] = [root];
  const here = (): Element => open.at(-1)!;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding?.toLowerCase() !== 'utf-8') throw new Error(`The document declares ${String(encoding)}`);
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (Object.keys(attributes).length > 0) throw new Error(`GeoReport v2 has no attributes, and <${name}> has`);
    const element: Element = { name, children: [], text: '' };
    here().children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    here().text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(document).close();
  if (!document.startsWith('<?xml version="1.0" encoding="utf-8"?>')) throw new Error('The declaration is missing');
  return root.children[0]!;
}

/** What the Spark convention makes of an element, all leaves as text: the document's JSON with numbers and nulls as words. */
export function sparkOf({ name, children, text }: Element): unknown {
  if (lists.has(name)) return children.map(sparkOf);
  if (children.length === 0) return text;
  return Object.fromEntries(children.map((child) => [child.name, sparkOf(child)]));
}

const lists = new Set(['services', 'attributes', 'values', 'service_requests', 'endpoints', 'formats', 'errors']);

/** The same for JSON: what XML has no types for becomes words. */
export function wordsOf(value: unknown): unknown {
  if (value === null) return '';
  if (Array.isArray(value)) return value.map(wordsOf);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, wordsOf(one)]));
}
