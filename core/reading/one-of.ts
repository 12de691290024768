/** A pattern from its alternatives, one way of saying it on each line. */
export function oneOf(...ways: readonly string[]): RegExp {
  return new RegExp(ways.join('|'));
}
