/** Where a job says what went wrong; pino's logger fits. Facts are small and hold no secret and no private text. */
export interface Log {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}
