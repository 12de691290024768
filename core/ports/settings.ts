export interface SettingReads {
  /** JSON value under this key; null when there is none. */
  get(key: string): Promise<unknown>;
}

export interface SettingWrites extends SettingReads {
  put(key: string, value: unknown): Promise<void>;
  /** Adds `by` (≥ 1) to a counter and gives its value before: the first of the numbers that are now the caller's. */
  take(counter: string, by: number): Promise<number>;
}
