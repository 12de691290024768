/** Bytes that were taken in and are not kept yet. Either `keep` or `discard` ends it; afterwards `path` is gone. */
export interface FileDraft {
  /** Where the bytes lie on this machine, for looking at them. */
  readonly path: string;
  /** Hex, of all bytes; counted while they came. */
  readonly sha256: string;
  readonly sizeBytes: number;
  /**
   * Keeps the bytes; after it resolves they survive a power cut. Equal bytes are kept once.
   * @throws Error when there is no room, or the store cannot be reached or refuses; the draft is gone then
   */
  keep(): Promise<void>;
  discard(): Promise<void>;
}

/** A kept file, opened for reading. */
export interface OpenFile {
  sizeBytes: number;
  bytes: ReadableStream<Uint8Array<ArrayBuffer>>;
}

/** Where the bytes of files are kept, named by the hex SHA-256 of their content: a folder, or a store that speaks S3. */
export interface FileStore {
  /**
   * Takes bytes in as they come, hashing and counting.
   * @throws FileTooLargeError past `limitBytes`, and what the source or the disk throws; nothing is left behind then
   */
  draft(source: Iterable<Uint8Array> | AsyncIterable<Uint8Array>, limitBytes: number): Promise<FileDraft>;
  /** Null when there are no such bytes. @throws Error when the store cannot be reached */
  open(sha256: string): Promise<OpenFile | null>;
  /** Removes them; nothing happens when there are none. @throws Error when the store cannot be reached */
  remove(sha256: string): Promise<void>;
  /** A path on this machine with these bytes, for platforms that send files from disk; null when there are none. */
  pathOf(sha256: string): Promise<string | null>;
}

/** More came than may be kept. */
export class FileTooLargeError extends Error {
  constructor(limitBytes: number) {
    super(`larger than ${String(limitBytes)} bytes`);
    this.name = 'FileTooLargeError';
  }
}
