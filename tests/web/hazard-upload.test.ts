import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FileStore } from '../../core/ports/file-store.ts';
import { fileStore } from '../../jobs/file-store.ts';
import { readUpload, uploadBounds } from '../../web/hazard-upload.ts';

let folder: string;
let files: FileStore;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qunfang-upload-'));
  files = fileStore(folder);
});
afterEach(() => rmSync(folder, { recursive: true }));

type Part = [name: string, value: string | File];
const posted = (parts: readonly Part[]): Request => {
  const form = new FormData();
  for (const [name, value] of parts) form.append(name, value);
  return new Request('http://local.test/', { method: 'POST', body: form });
};
const image = (bytes: number, name = 'a.jpg'): File => new File([new Uint8Array(bytes)], name);
const leftOver = (): string[] => readdirSync(join(folder, 'drafts'));

describe('a posted form', () => {
  it('brings its words, and its photos on disk', async () => {
    const upload = await readUpload(
      posted([
        ['words', '楼道堵了 🔥'],
        ['photo', image(10)],
        ['photo', image(20)],
      ]),
      files,
    );
    expect(upload).toMatchObject({ kind: 'whole', refused: [], leftOut: 0 });
    expect(upload.fields.get('words')).toBe('楼道堵了 🔥');
    expect(upload.drafts.map(({ sizeBytes }) => sizeBytes)).toEqual([10, 20]);
  });

  it('has no photo where none was chosen, and says which were empty', async () => {
    const upload = await readUpload(
      posted([
        ['photo', image(0, '')],
        ['photo', image(0)],
        ['words', 'x'],
      ]),
      files,
    );
    expect(upload).toMatchObject({ kind: 'whole', drafts: [], refused: ['empty'] });
    expect(upload.fields.get('words')).toBe('x');
    expect(leftOver()).toEqual([]);
  });

  it('keeps the first six of eight photos, beside the field that was left empty', async () => {
    const parts = Array.from({ length: 8 }, (_, at): Part => ['photo', image(at + 1)]);
    const upload = await readUpload(posted([['photo', image(0, '')], ...parts, ['words', 'x']]), files);
    expect(upload.drafts.map(({ sizeBytes }) => sizeBytes)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(upload).toMatchObject({ kind: 'whole', leftOut: 2 });
    expect(upload.fields.get('words')).toBe('x');
  });

  it('takes 20 MB for a photo and no byte more', async () => {
    const { photoBytes } = uploadBounds;
    const parts: Part[] = [
      ['photo', image(photoBytes - 1)],
      ['photo', image(photoBytes + 1)],
      ['words', 'x'],
    ];
    const upload = await readUpload(posted(parts), files);
    expect(upload).toMatchObject({ kind: 'whole', refused: ['too_large'] });
    expect(upload.drafts.map(({ sizeBytes }) => sizeBytes)).toEqual([photoBytes - 1]);
    expect(upload.fields.get('words')).toBe('x');
    expect(leftOver()).toHaveLength(1);
  });

  it('that breaks off brings what had come whole', async () => {
    const whole = posted([
      ['words', '井盖没了'],
      ['photo', image(50_000)],
      ['photo', image(900_000, 'b.jpg')],
    ]);
    const bytes = new Uint8Array(await whole.arrayBuffer()).slice(0, 300_000);
    const type = whole.headers.get('content-type') ?? '';
    const cut = new Request('http://local.test/', { method: 'POST', body: bytes, headers: { 'content-type': type } });
    const upload = await readUpload(cut, files);
    expect(upload.kind).toBe('cut');
    expect(upload.fields.get('words')).toBe('井盖没了');
    expect(upload.drafts.map(({ sizeBytes }) => sizeBytes)).toEqual([50_000]);
    expect(upload.refused).toEqual(['cut_off']);
    expect(leftOver()).toHaveLength(1);
  });

  it('over the limit of all is refused whole and leaves nothing behind', async () => {
    const head = '--x\r\ncontent-disposition: form-data; name="photo"; filename="a.jpg"\r\n\r\n';
    const pieces = function* (): Generator<Uint8Array> {
      yield new TextEncoder().encode(head);
      for (let sent = 0; sent <= uploadBounds.bodyBytes; sent += 4_194_304) yield new Uint8Array(4_194_304);
    };
    const request = new Request('http://local.test/', {
      method: 'POST',
      body: ReadableStream.from(pieces()),
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      duplex: 'half',
    });
    expect(await readUpload(request, files)).toMatchObject({ kind: 'too_large', drafts: [] });
    expect(leftOver()).toEqual([]);
  });

  it.each(['', 'text/plain', 'multipart/form-data', 'application/json'])(
    'that is none (%s) brings nothing',
    async (type) => {
      const headers = { 'content-type': type };
      const upload = await readUpload(
        new Request('http://local.test/', { method: 'POST', body: 'x=1', headers }),
        files,
      );
      expect(upload).toMatchObject({ kind: 'cut', drafts: [] });
    },
  );

  it('without room on the disk keeps its words and says so', async () => {
    const full = fileStore(folder, () => Promise.reject(new Error('ENOSPC')));
    const upload = await readUpload(
      posted([
        ['photo', image(500_000)],
        ['words', 'x'],
      ]),
      full,
    );
    expect(upload).toMatchObject({ kind: 'whole', refused: ['not_stored'], drafts: [] });
    expect(upload.fields.get('words')).toBe('x');
  });
});
