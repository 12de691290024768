/** A file on Telegram's side. */
export interface StoredFile {
  fileId: string;
  uniqueId: string;
  path: string;
  bytes: Uint8Array;
  /** What the API says about its size; a test may let it claim more than the bytes are. */
  size: number;
}

/** The smallest JPEG there is, for photos whose picture does not matter. */
export const tinyJpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AN//Z',
  'base64',
);

const SIGNATURES = ['ffd8ff', '89504e47', '47494638', '52494646'];

/** Whether bytes look like a picture that Telegram would take. */
export function looksLikePicture(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  return SIGNATURES.some((signature) => head.startsWith(signature));
}

/** Files by id and by download path. */
export class Files {
  #byId = new Map<string, StoredFile>();
  #byPath = new Map<string, StoredFile>();
  #next = 1;

  add(folder: string, extension: string, bytes: Uint8Array, claimedSize?: number): StoredFile {
    const n = this.#next++;
    const file: StoredFile = {
      fileId: `AgACAgUAAxk${String(n).padStart(12, '0')}`,
      uniqueId: `AQAD${String(n).padStart(8, '0')}`,
      path: `${folder}/file_${n}.${extension}`,
      bytes,
      size: claimedSize ?? bytes.length,
    };
    this.#byId.set(file.fileId, file);
    this.#byPath.set(file.path, file);
    return file;
  }

  byId(fileId: string): StoredFile | undefined {
    return this.#byId.get(fileId);
  }

  byPath(path: string): StoredFile | undefined {
    return this.#byPath.get(path);
  }
}
