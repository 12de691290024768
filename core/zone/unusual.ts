/** The fields that say something else than usual, and those that have to be said. */
export function unusual<Fields extends object>(fields: Fields, usual: object, needed: readonly string[]): Fields {
  const usually = new Map(Object.entries(usual));
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([name, value]) =>
        value !== undefined && (needed.includes(name) || JSON.stringify(value) !== JSON.stringify(usually.get(name))),
    ),
  ) as Fields;
}
