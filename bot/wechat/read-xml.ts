/**
 * Reads single values out of the XML that WeChat sends for locations, quotes and lists. Not a parser: the documents are
 * often cut, escaped twice or inside one another, and what is looked for is always a leaf. Everything scans once.
 */

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** Resolves the five named entities and numbered ones, once. */
function unescapeXml(text: string): string {
  return text.replaceAll(
    /&(?:(lt|gt|quot|apos|amp)|#(\d{1,7})|#x([\da-f]{1,6}));/gi,
    (whole: string, ...found: unknown[]) => {
      const [name, decimal, hex] = found;
      if (typeof name === 'string') return entities[name.toLowerCase()] ?? whole;
      const point = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16);
      return point <= 0x10_ff_ff ? String.fromCodePoint(point) : whole;
    },
  );
}

/** The text of a message as XML: some puppets hand it over escaped. Null when it is none. */
export function asXml(text: string): string | null {
  const start = text.trimStart().slice(0, 200);
  if (/^(?:<\?xml|<msg|<appmsg|<sysmsg)/i.test(start)) return text;
  if (/^&lt;(?:\?xml|msg|appmsg|sysmsg)/i.test(start)) return unescapeXml(text.replaceAll('<br/>', '\n'));
  return null;
}

/** The value of an attribute of the first such element; null when there is none. */
export function xmlAttribute(xml: string, element: string, attribute: string): string | null {
  const tag = openTag(xml, element);
  if (tag === null) return null;
  const found = new RegExp(`\\s${attribute}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag.text);
  return found === null ? null : unescapeXml(found[1] ?? found[2] ?? '').trim();
}

/** The text inside the first such element, CDATA opened; null when there is none. */
export function xmlText(xml: string, element: string): string | null {
  const tag = openTag(xml, element);
  if (tag === null) return null;
  const end = xml.indexOf(`</${element}>`, tag.end);
  if (end < 0) return tag.text.endsWith('/>') ? '' : null;
  const inside = xml.slice(tag.end, end).trim();
  const isLiteral = inside.startsWith('<![CDATA[') && inside.endsWith(']]>');
  return isLiteral ? inside.slice(9, -3) : unescapeXml(inside);
}

/** The inside of the first such element, untouched; null when there is none. */
export function xmlInside(xml: string, element: string): string | null {
  const tag = openTag(xml, element);
  const end = tag === null ? -1 : xml.indexOf(`</${element}>`, tag.end);
  return tag === null || end < 0 ? null : xml.slice(tag.end, end);
}

function openTag(xml: string, element: string): { text: string; end: number } | null {
  for (let start = xml.indexOf(`<${element}`); start >= 0; start = xml.indexOf(`<${element}`, start + 1)) {
    if (!/[\s/>]/.test(xml.charAt(start + element.length + 1))) continue;
    const end = xml.indexOf('>', start);
    return end < 0 ? null : { text: xml.slice(start, end + 1), end: end + 1 };
  }
  return null;
}
