/** Why a file could not even be read as YAML. The words are in bot/texts. */
export type YamlFault =
  | { code: 'not_utf8' }
  | { code: 'too_large'; megabytes: number; limit: number }
  | { code: 'empty' }
  | { code: 'tab' }
  | { code: 'syntax'; detail: string }
  | { code: 'duplicate_key'; key: string }
  | { code: 'key_not_text' }
  | { code: 'several_documents' }
  | { code: 'too_many_aliases' }
  | { code: 'unknown_alias'; name: string }
  | { code: 'too_deep' };

/** A spot in a file, both from 1. */
export interface Spot {
  line: number;
  column: number;
}

/** A fault and where it is. */
export type LocatedYamlFault = YamlFault & { at: Spot };
