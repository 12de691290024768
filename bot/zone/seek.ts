import { isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type { ZonePath } from '../../core/zone/fault.ts';

/** Where a search in a YAML tree ended. */
export interface Sought {
  node: Node | null;
  /** Offset in the text of what is to be shown. */
  offset: number;
  /** The steps of the path that were not there. */
  rest: ZonePath;
}

const isEmpty = (value: Node | null): boolean => value === null || (isScalar(value) && value.value === null);

/**
 * Follows a path as far as it goes. Shown is the value's beginning; its name's for an empty value, or when the last step
 * asks for the `key`.
 */
export function seek(node: Node | null, path: ZonePath, part: 'key' | 'value'): Sought {
  const offset = node?.range?.[0] ?? 0;
  const [step, ...rest] = path;
  if (step === undefined) return { node, offset, rest };
  if (isSeq<Node | null>(node) && typeof step === 'number') {
    const item = node.items[step];
    return item == null ? { node, offset, rest: path } : seek(item, rest, part);
  }
  if (!isMap<Node, Node | null>(node)) return { node, offset, rest: path };
  const pair: Pair<Node, Node | null> | undefined = node.items.find(({ key }) => isScalar(key) && key.value === step);
  if (pair === undefined) return { node, offset, rest: path };
  if (isEmpty(pair.value) || (part === 'key' && rest.length === 0)) {
    return { node: pair.value, offset: pair.key.range?.[0] ?? offset, rest };
  }
  return seek(pair.value, rest, part);
}
