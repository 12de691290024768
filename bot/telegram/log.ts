/** Where the adapter says what went wrong; pino's logger fits. Facts hold neither the token nor private text. */
export interface Log {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}
