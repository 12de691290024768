import { isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type { ZonePath } from '../../core/zone/fault.ts';

/** Where a search in a YAML tree ended. */
export interface Sought {
  node: Node | null;
  /** Offset in the text of what is to be shown. */
  offset: number;
  /** The steps of the path that were not there; for an item that stands for several, the first is which of these. */
  rest: ZonePath;
}

const isEmpty = (value: Node | null): boolean => value === null || (isScalar(value) && value.value === null);

/** How many items of its list a node stands for, when that is not one: itself. */
export type WidthOf = (item: Node | null) => number | undefined;

/** Finds the list item at an index. */
function seekItem(
  items: readonly (Node | null)[],
  index: number,
  widthOf: WidthOf,
): { item: Node; within: number[] } | null {
  let left = index;
  for (const item of items) {
    const width = widthOf(item);
    if (left < (width ?? 1)) return item === null ? null : { item, within: width === undefined ? [] : [left] };
    left -= width ?? 1;
  }
  return null;
}

/**
 * Follows a path as far as it goes. Shown is the value's beginning; its name's for an empty value, or when the last step
 * asks for the `key`.
 */
export function seek(
  node: Node | null,
  path: ZonePath,
  part: 'key' | 'value',
  widthOf: WidthOf = () => undefined,
): Sought {
  const offset = node?.range?.[0] ?? 0;
  const [step, ...rest] = path;
  if (step === undefined) return { node, offset, rest };
  if (isSeq<Node | null>(node) && typeof step === 'number') {
    const found = seekItem(node.items, step, widthOf);
    return found === null ? { node, offset, rest: path } : seek(found.item, [...found.within, ...rest], part, widthOf);
  }
  if (!isMap<Node, Node | null>(node)) return { node, offset, rest: path };
  const pair: Pair<Node, Node | null> | undefined = node.items.find(({ key }) => isScalar(key) && key.value === step);
  if (pair === undefined) return { node, offset, rest: path };
  if (isEmpty(pair.value) || (part === 'key' && rest.length === 0)) {
    return { node: pair.value, offset: pair.key.range?.[0] ?? offset, rest };
  }
  return seek(pair.value, rest, part, widthOf);
}
