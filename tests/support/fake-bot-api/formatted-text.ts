import type { MessageEntity } from 'grammy/types';
import { isRecord, jsonOf, textOf, type Call } from './call.ts';
import { badRequest } from './refusal.ts';

/** Text with its formatting, as a message holds it. */
export interface FormattedText {
  text: string;
  entities: MessageEntity[];
}

/** Longest text of a message and of a caption, in UTF-16 code units, after the markup is taken out. */
export const TEXT_LIMIT = 4096;
export const CAPTION_LIMIT = 1024;

const TAGS: Readonly<Record<string, MessageEntity['type']>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
  a: 'text_link',
};
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/** Reads `text` (or `caption`) with `parse_mode` or entities, refusing what the server refuses. */
export function formattedTextOf(call: Call, field: 'text' | 'caption'): FormattedText {
  const source = textOf(call, field);
  if (Buffer.byteLength(source) > 32_768) throw badRequest('text is too long');
  const mode = textOf(call, 'parse_mode').toLowerCase();
  const formatted = mode === '' || mode === 'none' ? withEntities(call, field, source) : parse(source, mode);
  const text = formatted.text.trim();
  const lead = formatted.text.length - formatted.text.trimStart().length;
  const entities = formatted.entities
    .map((entity) => ({ ...entity, offset: Math.max(0, entity.offset - lead) }))
    .map((entity) => ({ ...entity, length: Math.min(entity.length, text.length - entity.offset) }))
    .filter((entity) => entity.length > 0);
  return { text, entities };
}

function parse(source: string, mode: string): FormattedText {
  if (mode === 'html') return parseHtml(source);
  if (mode === 'markdown' || mode === 'markdownv2') throw badRequest('this fake reads HTML and entities only');
  throw badRequest('unsupported parse_mode');
}

function withEntities(call: Call, field: 'text' | 'caption', text: string): FormattedText {
  const given = jsonOf(call, field === 'text' ? 'entities' : 'caption_entities', 'entities');
  if (given === undefined) return { text, entities: [] };
  if (!Array.isArray(given)) return { text, entities: [] };
  return { text, entities: given.map((entity: unknown) => checkEntity(entity, text)) };
}

function checkEntity(entity: unknown, text: string): MessageEntity {
  if (!isRecord(entity)) throw badRequest("can't parse MessageEntity: expected an Object");
  const { offset, length, type } = entity;
  if (typeof offset !== 'number' || typeof length !== 'number' || typeof type !== 'string') {
    throw badRequest("can't parse MessageEntity: field must be of the right type");
  }
  if (offset < 0 || length < 0 || offset + length > text.length) {
    throw badRequest(
      `entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${text.length}`,
    );
  }
  for (const edge of [offset, offset + length]) {
    if (/^[\uDC00-\uDFFF]/.test(text.slice(edge)) && /[\uD800-\uDBFF]$/.test(text.slice(0, edge))) {
      throw badRequest(
        `entity begins in a middle of a UTF-16 symbol at byte offset ${Buffer.byteLength(text.slice(0, edge))}`,
      );
    }
  }
  return entity as unknown as MessageEntity;
}

/** The server's HTML: the listed tags only, nested properly, four named entities and the numeric ones. */
function parseHtml(source: string): FormattedText {
  let text = '';
  const entities: MessageEntity[] = [];
  const open: { tag: string; offset: number; url: string }[] = [];
  let at = 0;
  while (at < source.length) {
    const char = source.charAt(at);
    if (char === '&') {
      const [value, next] = readCharacterReference(source, at);
      text += value;
      at = next;
    } else if (char === '<') {
      at = readTag(source, at, open, entities, text);
    } else {
      text += char;
      at += 1;
    }
  }
  const unclosed = open.at(-1);
  if (unclosed) throw cannotParse(`Can't find end tag corresponding to start tag "${unclosed.tag}"`);
  return { text, entities };
}

function readCharacterReference(source: string, at: number): [string, number] {
  const found = /^&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));?/i.exec(source.slice(at, at + 12));
  if (!found) return ['&', at + 1];
  const [whole, decimal, hex, name] = found;
  if (decimal !== undefined) return [String.fromCodePoint(Number.parseInt(decimal, 10)), at + whole.length];
  if (hex !== undefined) return [String.fromCodePoint(Number.parseInt(hex, 16)), at + whole.length];
  const value = NAMED[(name ?? '').toLowerCase()];
  return value === undefined ? ['&', at + 1] : [value, at + whole.length];
}

function readTag(
  source: string,
  at: number,
  open: { tag: string; offset: number; url: string }[],
  entities: MessageEntity[],
  text: string,
): number {
  const byte = Buffer.byteLength(source.slice(0, at));
  const end = source.indexOf('>', at);
  if (end < 0) throw cannotParse(`Unclosed start tag at byte offset ${byte}`);
  const inside = source.slice(at + 1, end);
  if (inside.startsWith('/')) {
    closeTag(inside.slice(1).trim().toLowerCase(), byte, open, entities, text);
    return end + 1;
  }
  const tag = /^[a-z-]*/i.exec(inside)?.[0].toLowerCase() ?? '';
  if (!Object.hasOwn(TAGS, tag)) throw cannotParse(`Unsupported start tag "${tag}" at byte offset ${byte}`);
  open.push({ tag, offset: text.length, url: /href="([^"]*)"/i.exec(inside)?.[1] ?? '' });
  return end + 1;
}

function closeTag(
  found: string,
  byte: number,
  open: { tag: string; offset: number; url: string }[],
  entities: MessageEntity[],
  text: string,
): void {
  const last = open.pop();
  if (!last) throw cannotParse(`Unexpected end tag at byte offset ${byte}`);
  if (found !== '' && found !== last.tag) {
    throw cannotParse(`Unmatched end tag at byte offset ${byte}, expected "</${last.tag}>", found "</${found}>"`);
  }
  const place = { offset: last.offset, length: text.length - last.offset };
  if (place.length === 0) return;
  const type = TAGS[last.tag];
  if (type === 'text_link') entities.push({ type, ...place, url: last.url });
  else if (type !== undefined) entities.push({ type, ...place } as MessageEntity);
}

function cannotParse(what: string): Error {
  return badRequest(`can't parse entities: ${what}`);
}
