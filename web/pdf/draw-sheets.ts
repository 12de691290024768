import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Paper } from '../../core/paper.ts';
import type { CertificateSheet } from './certificate-sheet.ts';
import type { ReportSheets } from './report-sheets.ts';

const drawer = fileURLToPath(new URL('./draw-process.ts', import.meta.url));
/** A report of a thousand lines takes seconds. */
const patienceMs = 60_000;

/** What can be drawn; a mediation's paper also for a word processor. */
export type Sheets =
  | ({ kind: 'report' } & ReportSheets)
  | ({ kind: 'certificate' } & CertificateSheet)
  | { kind: 'paper'; as: 'pdf' | 'docx'; paper: Paper };

/** The processor is needed for taps too, so one waits for the one before. */
let before: Promise<unknown> = Promise.resolve();

/**
 * A report, a certificate or a paper as the bytes of its file. Drawn by a process of its own, one at a time: no tap waits for it, and the
 * 100 MB that the fonts take are given back.
 * @throws Error when it could not be drawn
 */
export function drawSheets(shown: Sheets): Promise<Uint8Array<ArrayBuffer>> {
  const drawn = before.then(() => draw(shown));
  before = drawn.catch(() => undefined);
  return drawn;
}

function draw(shown: Sheets): Promise<Uint8Array<ArrayBuffer>> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array<ArrayBuffer>>();
  // It needs nothing of our environment, which holds secrets.
  const child = fork(drawer, {
    serialization: 'advanced',
    execArgv: [],
    env: {},
    signal: AbortSignal.timeout(patienceMs),
  });
  child.once('message', (bytes) => {
    resolve(new Uint8Array(bytes as unknown as Uint8Array));
    child.disconnect();
  });
  child.once('error', reject);
  child.once('exit', (code, signal) =>
    reject(new Error(`The sheets were not drawn: ${signal ?? `exit ${String(code)}`}`)),
  );
  child.send(shown);
  return promise;
}
