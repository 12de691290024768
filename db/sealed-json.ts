import type { Sealing } from '../core/ports/sealing.ts';

/** What stands in a JSON column in place of a value that is sealed. */
export interface SealedJson {
  sealed: string;
}

/** The value as it is stored when nobody may read it. */
export function sealedJson(value: unknown, about: string, sealing: Sealing): SealedJson {
  return { sealed: sealing.seal(JSON.stringify(value), about) };
}

/** The value of a column that may be sealed. */
export function openedJson<Value extends object>(stored: Value | SealedJson, about: string, sealing: Sealing): Value {
  return isSealedJson(stored) ? (JSON.parse(sealing.open(stored.sealed, about)) as Value) : stored;
}

function isSealedJson(stored: object): stored is SealedJson {
  return 'sealed' in stored && typeof stored.sealed === 'string';
}
