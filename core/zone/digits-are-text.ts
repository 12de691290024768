import { z } from 'zod';

/** YAML reads `phone: 13812345678` and `telegram: 42` as numbers; the author meant the digits. */
export const digitsAreText = <Schema extends z.ZodType>(schema: Schema): z.ZodPreprocess<Schema> =>
  z.preprocess((value) => (typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value), schema);
