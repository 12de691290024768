import { readFile } from 'node:fs/promises';
import { FileBox } from 'file-box';

const signatures: readonly (readonly [string, string])[] = [
  ['89504e47', 'png'],
  ['47494638', 'gif'],
  ['52494646', 'webp'],
];

/**
 * A photo as puppets take it. Its name ends as its bytes say: puppets choose by the name between a picture in the chat and a
 * file to open, and photos are kept under names without an end. As base64, because that goes to a puppet in this process and,
 * uploaded, to one behind a service.
 * @throws Error when the file cannot be read
 */
export async function photoBox(path: string): Promise<FileBox> {
  const bytes = await readFile(path);
  const start = bytes.subarray(0, 4).toString('hex');
  const ending = signatures.find(([signature]) => signature === start)?.[1] ?? 'jpg';
  return FileBox.fromBase64(bytes.toString('base64'), `photo.${ending}`);
}
