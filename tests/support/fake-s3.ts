import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { wallClock } from '../../core/clock.ts';

/**
 * A store that speaks S3 on loopback and refuses what a real one refuses: a signature that is not right to the last bit, a
 * clock that is off, bytes that are not those that were signed, a length that is missing, a bucket or an object that is not
 * there, and the newer checksums that stores other than Amazon's do not know. Sources: "Authenticating Requests (AWS
 * Signature Version 4)" and "Error Responses" of the Amazon S3 API Reference.
 */
export interface FakeS3 {
  readonly endpoint: string;
  /** What lies in the bucket, by key. */
  readonly objects: Map<string, Buffer>;
  /** Every request that came, `PUT /bucket/key 200`. */
  readonly requests: string[];
  /** The next requests are answered so, whatever they are: an HTTP status, or `cut` for a lost connection. */
  fail(how: number | 'cut', times: number): void;
  /** It answers again. */
  heal(): void;
  /** The next bytes that are handed out are not those that were put in. */
  rot(): void;
  close(): Promise<void>;
}

export const s3Key = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' };
const region = 'cn-east-9';
export const s3Bucket = {
  name: 'evidence',
  prefix: 'zone/files',
  region,
  style: 'path',
  ...s3Key,
  sessionToken: null,
} as const;

const skewMs = 15 * 60_000;
const limitBytes = 50 * 1024 * 1024;

class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string) {
    super(code);
    this.status = status;
    this.code = code;
  }
}

/** Starts the store, with one empty bucket. */
export async function fakeS3(): Promise<FakeS3> {
  const objects = new Map<string, Buffer>();
  const requests: string[] = [];
  const faults: (number | 'cut')[] = [];
  let rotten = false;
  const server = createServer((request, response) => {
    void answer(request, response);
  });
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const line = `${request.method ?? ''} ${request.url ?? ''}`;
    const end = (status: number, body: Buffer | string, headers: Record<string, string> = {}): void => {
      requests.push(`${line} ${String(status)}`);
      response.writeHead(status, { 'content-length': Buffer.byteLength(body), ...headers });
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    try {
      const body = await bodyOf(request);
      const fault = faults.shift();
      if (fault === 'cut') {
        requests.push(`${line} cut`);
        request.socket.destroy();
        return;
      }
      if (fault !== undefined) throw new Refusal(fault, fault === 503 ? 'SlowDown' : 'InternalError');
      checkRequest(request, body);
      const key = keyOf(request);
      if (request.method === 'PUT') {
        objects.set(key, body);
        end(200, '', { etag: `"${createHash('md5').update(body).digest('hex')}"` });
        return;
      }
      if (request.method === 'DELETE') {
        objects.delete(key);
        end(204, '');
        return;
      }
      if (request.method !== 'GET') throw new Refusal(405, 'MethodNotAllowed');
      const found = objects.get(key);
      if (found === undefined) throw new Refusal(404, 'NoSuchKey');
      const bytes = rotten ? Buffer.concat([found.subarray(0, -1), Buffer.from('!')]) : found;
      rotten = false;
      end(200, bytes, { 'content-type': 'application/octet-stream' });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const words = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${error.code}</Code><Message>${error.code}</Message></Error>`;
      end(error.status, words, { 'content-type': 'application/xml' });
    }
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${String(port)}`,
    objects,
    requests,
    fail: (how, times) => void faults.push(...Array.from({ length: times }, () => how)),
    heal: () => void faults.splice(0),
    rot: () => {
      rotten = true;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request) {
    pieces.push(piece as Buffer);
    size += (piece as Buffer).length;
    if (size > limitBytes) throw new Refusal(400, 'EntityTooLarge');
  }
  return Buffer.concat(pieces);
}

function keyOf(request: IncomingMessage): string {
  const [, bucket = '', ...key] = pathOf(request).split('/');
  if (decodeURIComponent(bucket) !== s3Bucket.name) throw new Refusal(404, 'NoSuchBucket');
  return decodeURIComponent(key.join('/'));
}

const pathOf = (request: IncomingMessage): string => (request.url ?? '').split('?')[0] ?? '';

function checkRequest(request: IncomingMessage, body: Buffer): void {
  const { headers } = request;
  if (request.method === 'PUT' && headers['content-length'] === undefined)
    throw new Refusal(411, 'MissingContentLength');
  if (headers['content-encoding'] === 'aws-chunked' || headers['x-amz-trailer'] !== undefined)
    throw new Refusal(501, 'NotImplemented');
  const newer = Object.keys(headers).find((name) => /^x-amz-(sdk-)?checksum/.test(name));
  if (newer !== undefined) throw new Refusal(501, 'NotImplemented');
  checkSignature(request);
  const said = headers['x-amz-content-sha256'];
  if (said !== sha256(body)) throw new Refusal(400, 'XAmzContentSHA256Mismatch');
}

/** The four steps of Signature Version 4, done again from what came. */
function checkSignature(request: IncomingMessage): void {
  const { headers } = request;
  const parts =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    );
  if (parts === null) throw new Refusal(403, 'AccessDenied');
  const [, keyId, day = '', inRegion = '', signedHeaders = '', signature = ''] = parts;
  if (keyId !== s3Key.accessKeyId) throw new Refusal(403, 'InvalidAccessKeyId');
  if (inRegion !== region) throw new Refusal(400, 'AuthorizationHeaderMalformed');
  const date = String(headers['x-amz-date']);
  const at = Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  if (!(Math.abs(at - wallClock.now()) < skewMs) || !date.startsWith(day))
    throw new Refusal(403, 'RequestTimeTooSkewed');
  const names = signedHeaders.split(';');
  const mustBeSigned = Object.keys(headers).filter((name) => name === 'host' || name.startsWith('x-amz-'));
  if (mustBeSigned.some((name) => !names.includes(name))) throw new Refusal(403, 'AccessDenied');
  const query = (request.url ?? '').split('?')[1] ?? '';
  const canonical = [
    request.method ?? '',
    pathOf(request),
    query.split('&').toSorted().join('&'),
    ...names.map((name) => `${name}:${String(headers[name]).trim().replaceAll(/ +/g, ' ')}`),
    '',
    signedHeaders,
    String(headers['x-amz-content-sha256']),
  ].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', date, scope, sha256(canonical)].join('\n');
  const key = [day, region, 's3', 'aws4_request'].reduce<Buffer | string>(
    (secret, word) => createHmac('sha256', secret).update(word).digest(),
    `AWS4${s3Key.secretAccessKey}`,
  );
  const right = createHmac('sha256', key).update(toSign).digest();
  if (!timingSafeEqual(right, Buffer.from(signature, 'hex'))) throw new Refusal(403, 'SignatureDoesNotMatch');
}

function sha256(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex');
}
