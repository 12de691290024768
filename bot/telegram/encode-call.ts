import { InputFile } from 'grammy';

/** A call's parameters on the wire. */
export interface EncodedCall {
  headers: Readonly<Record<string, string>>;
  body: string | Uint8Array;
}

/** JSON, or a form where a file goes along (https://core.telegram.org/bots/api#sending-files). */
export async function encodeCall(payload: Readonly<Record<string, unknown>>): Promise<EncodedCall> {
  const files = new Map<string, InputFile>();
  const fields = Object.entries(payload).flatMap(([name, value]) => {
    if (value === undefined || value === null) return [];
    if (value instanceof InputFile) {
      files.set(name, value);
      return [];
    }
    return [[name, withoutFiles(value, files)] as const];
  });
  if (files.size === 0) {
    return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(payload) };
  }
  const form = new FormData();
  for (const [name, value] of fields) form.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  for (const [name, file] of files) form.set(name, await blobOf(file), file.filename ?? name);
  // Response does the multipart encoding of the platform.
  const encoded = new Response(form);
  const body = new Uint8Array(await encoded.arrayBuffer());
  return { headers: { 'content-type': encoded.headers.get('content-type') ?? '' }, body };
}

/** The picture of an edit, and those of an album, stand deeper inside: there they are named, and go along under that name. */
function withoutFiles(value: unknown, files: Map<string, InputFile>): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => withoutFiles(item, files));
  if (typeof value !== 'object' || value === null || !('media' in value) || !(value.media instanceof InputFile))
    return value;
  const name = `file${String(files.size)}`;
  files.set(name, value.media);
  return { ...value, media: `attach://${name}` };
}

async function blobOf(file: InputFile): Promise<Blob> {
  const raw = await file.toRaw();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  if (raw instanceof Uint8Array) parts.push(new Uint8Array(raw));
  else for await (const part of raw) parts.push(new Uint8Array(part));
  return new Blob(parts);
}
