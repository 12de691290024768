import type { Upload } from './call.ts';

const CRLF = '\r\n';

/** Reads a `multipart/form-data` body into its fields and files. */
export function readMultipart(
  body: Buffer,
  contentType: string,
): { fields: Record<string, string>; uploads: Map<string, Upload> } {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  const fields: Record<string, string> = {};
  const uploads = new Map<string, Upload>();
  if (boundary === undefined) return { fields, uploads };
  const mark = Buffer.from(`--${boundary}`);
  let from = body.indexOf(mark);
  while (from >= 0) {
    const start = from + mark.length + CRLF.length;
    const next = body.indexOf(mark, start);
    if (next < 0) break;
    readPart(body.subarray(start, next - CRLF.length), fields, uploads);
    from = next;
  }
  return { fields, uploads };
}

function readPart(part: Buffer, fields: Record<string, string>, uploads: Map<string, Upload>): void {
  const split = part.indexOf(CRLF + CRLF);
  if (split < 0) return;
  const head = part.subarray(0, split).toString('utf8');
  const content = part.subarray(split + 2 * CRLF.length);
  const name = /[;\s]name="?([^";\r\n]+)"?/i.exec(head)?.[1];
  if (name === undefined) return;
  const fileName = /filename="?([^";\r\n]*)"?/i.exec(head)?.[1];
  if (fileName === undefined) {
    fields[name] = content.toString('utf8');
    return;
  }
  const mime = /content-type:\s*([^\s;]+)/i.exec(head)?.[1] ?? 'application/octet-stream';
  uploads.set(name, { fileName, mime, bytes: new Uint8Array(content) });
}
