import { isAlias, isMap, isScalar, isSeq, type Alias, type Document, type Node } from 'yaml';
import type { YamlFault } from './yaml-fault.ts';

/** Deeper than any zone file goes. */
const depthLimit = 32;
/** An alias repeats all that its anchor holds; aliases of aliases unfold a small file without end. */
const aliasLimit = 100;
/** More nodes than a text within the reader's limits can hold without aliases. */
const nodeLimit = 2_500_000;

/** Stops the walk: a fault and the offset in the text where it is. */
export class YamlRefusal extends Error {
  readonly fault: YamlFault;
  readonly offset: number;
  constructor(fault: YamlFault, offset: number) {
    super(fault.code);
    this.name = 'YamlRefusal';
    this.fault = fault;
    this.offset = offset;
  }
}

/** Called for every item of a list; may answer with the items that it stands for. */
export type Substitute = (item: Node) => readonly object[] | undefined;

/**
 * The plain data of a document: strings, numbers, booleans, null, arrays and objects. Keys are text and unique in their
 * map; aliases are followed within bounds, so that no small file unfolds without end.
 * @throws YamlRefusal
 */
export function plainData(document: Document.Parsed, substitute: Substitute): unknown {
  let aliases = 0;
  let nodes = 0;
  const follow = (alias: Alias, offset: number): Node => {
    aliases += 1;
    if (aliases > aliasLimit) throw new YamlRefusal({ code: 'too_many_aliases' }, offset);
    const anchored = alias.resolve(document);
    if (anchored === undefined) throw new YamlRefusal({ code: 'unknown_alias', name: alias.source }, offset);
    return anchored;
  };
  const read = (node: Node | null, depth: number): unknown => {
    if (node === null) return null;
    const offset = node.range?.[0] ?? 0;
    nodes += 1;
    if (nodes > nodeLimit) throw new YamlRefusal({ code: 'too_many_aliases' }, offset);
    if (depth > depthLimit) throw new YamlRefusal({ code: 'too_deep' }, offset);
    if (isScalar(node)) return node.value;
    if (isAlias(node)) return read(follow(node, offset), depth + 1);
    if (isSeq<Node | null>(node)) {
      return node.items.flatMap((item) => (item === null ? [null] : (substitute(item) ?? [read(item, depth + 1)])));
    }
    if (!isMap<Node | null, Node | null>(node))
      throw new YamlRefusal({ code: 'syntax', detail: node.toString() }, offset);
    const fields = new Map<string, unknown>();
    for (const { key, value } of node.items) {
      const at = key?.range?.[0] ?? offset;
      if (!isScalar(key) || typeof key.value !== 'string') throw new YamlRefusal({ code: 'key_not_text' }, at);
      if (fields.has(key.value)) throw new YamlRefusal({ code: 'duplicate_key', key: key.value.slice(0, 60) }, at);
      fields.set(key.value, read(value, depth + 1));
    }
    return Object.fromEntries(fields);
  };
  return read(document.contents, 0);
}
