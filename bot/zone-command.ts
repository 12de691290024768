import type { Clock } from '../core/clock.ts';
import { AppError } from '../core/error.ts';
import type { Ids } from '../core/ids.ts';
import type { Place } from '../core/people.ts';
import type { Store } from '../core/ports/store.ts';
import { plainZone } from '../core/zone/plain.ts';
import { isUnchanged, type ZoneSummary } from '../core/zone/summary.ts';
import { exportZone } from '../handlers/people/export-zone.ts';
import { planImported } from '../handlers/patrol/plan-imported.ts';
import type { PlanSummary } from '../handlers/patrol/plan-shifts.ts';
import { importZone } from '../handlers/people/import-zone.ts';
import { zoneFileEn } from './texts/zone-file-en.ts';
import type { ZoneFileTexts } from './texts/zone-file-texts.ts';
import { zoneFileZh } from './texts/zone-file-zh.ts';
import { findingLine, loadZone, type Finding, type LoadedZone } from './zone/load-zone.ts';
import { writeYaml } from './zone/write-yaml.ts';

/** What the command line needs of the world. */
export interface ZoneCommandIo {
  /** Writes a line to the standard output. */
  out: (line: string) => void;
  /** Writes a line to the error output. */
  err: (line: string) => void;
  /** @throws an error with `code`, as of node:fs */
  readFile: (path: string) => Promise<Uint8Array>;
  /** Replaces the file as a whole. @throws an error with `code`, as of node:fs */
  writeFile: (path: string, text: string) => Promise<void>;
  /** SHA-256, hexadecimal. */
  fingerprint: (bytes: Uint8Array) => string;
  clock: Clock;
  ids: Ids;
  /** Where people reach the program; null: it has no public address. */
  publicUrl: () => string | null;
  /** Sheets with codes to scan, as one HTML file. */
  placeSheets: (places: readonly Place[], publicUrl: string, size: 'a4' | 'a6') => Promise<string>;
}

/** Opens the zone's database: to write, or only to look beside the running program. */
export type OpenStore = (access: 'read' | 'write') => Promise<Store>;

/** How the command ended: 0 well, 1 the file or the database refused, 2 not understood. */
export type ExitCode = 0 | 1 | 2;

/** So many findings or names are shown; a person mends these first. */
const shownFindings = 200;
const shownNames = 12;

interface Run {
  io: ZoneCommandIo;
  texts: ZoneFileTexts;
  file: string;
  /** What stands behind the file's name. */
  rest: readonly string[];
  openStore: OpenStore;
}

const verbs: Readonly<Record<string, (run: Run) => Promise<ExitCode>>> = {
  check: runCheck,
  import: runImport,
  export: runExport,
  qr: runQr,
};

/**
 * `npm run zone -- check|import|export FILE [--lang zh|en]`, `qr FILE [--a4] [CODE…]`.
 * @throws what opening the database throws
 */
export async function runZoneCommand(
  args: readonly string[],
  io: ZoneCommandIo,
  openStore: OpenStore,
): Promise<ExitCode> {
  const { words, texts } = readArgs(args);
  const [verb = '', file = '', ...rest] = words;
  const run = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  if (run === undefined || file === '' || (verb !== 'qr' && rest.length > 0) || texts === null) {
    for (const line of (texts ?? zoneFileEn).usage) io.err(line);
    return 2;
  }
  return run({ io, texts, file, rest, openStore });
}

/** The words that are no option; texts null: an unknown language. */
function readArgs(args: readonly string[]): { words: string[]; texts: ZoneFileTexts | null } {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const option = args[at];
  if (option === undefined) return { words: [...args], texts: zoneFileEn };
  const joined = option.startsWith('--lang=');
  const language = joined ? option.slice('--lang='.length) : args[at + 1];
  const texts = language === 'zh' ? zoneFileZh : language === 'en' ? zoneFileEn : null;
  return { words: args.toSpliced(at, joined ? 1 : 2), texts };
}

/** Reads and checks the file, showing what was found. */
async function load({ io, texts, file }: Run): Promise<{ loaded: LoadedZone; bytes: Uint8Array } | null> {
  let bytes: Uint8Array;
  try {
    bytes = await io.readFile(file);
  } catch (error) {
    const code = codeOf(error);
    io.err(code === 'ENOENT' ? texts.noSuchFile(file) : texts.notReadable(file, code));
    return null;
  }
  const loaded = loadZone(bytes, io.clock.now(), texts);
  const findings = loaded.ok ? loaded.warnings() : loaded.findings;
  for (const finding of findings.slice(0, shownFindings)) io.err(findingLine(file, finding, texts));
  if (findings.length > shownFindings) io.err(texts.more(findings.length - shownFindings));
  const errors = findings.filter(isError).length;
  (loaded.ok ? io.out : io.err)(texts.checked(file, errors, findings.length - errors));
  return { loaded, bytes };
}

const isError = ({ severity }: Finding): boolean => severity === 'error';

async function runCheck(run: Run): Promise<ExitCode> {
  const read = await load(run);
  return read?.loaded.ok === true ? 0 : 1;
}

async function runImport(run: Run): Promise<ExitCode> {
  const { io, texts, file } = run;
  const read = await load(run);
  if (read === null || !read.loaded.ok) return 1;
  const { zone } = read.loaded;
  const fingerprint = io.fingerprint(read.bytes);
  const store = await run.openStore('write');
  try {
    const { summary, shifts } = await store.transaction(async (tx) => {
      const work = { tx, now: io.clock.now(), ids: io.ids };
      return { summary: await importZone(work, zone, fingerprint, null), shifts: await planImported(work) };
    });
    io.out(texts.imported(file));
    for (const line of summaryLines(summary, shifts, texts)) io.out(line);
  } finally {
    await store.close();
  }
  return 0;
}

function summaryLines(summary: ZoneSummary, shifts: PlanSummary, texts: ZoneFileTexts): string[] {
  const { added, changed, cancelled } = shifts;
  const planned = added + changed + cancelled === 0 ? [] : [texts.shifts(added, changed, cancelled)];
  if (isUnchanged(summary)) return planned.length === 0 ? [texts.nothingChanged] : planned;
  const sections = ['people', 'teams', 'rooms', 'places', 'plans'] as const;
  return [
    ...(summary.profileChanged ? [texts.profileChanged] : []),
    ...sections.flatMap((name) => {
      const { added, changed, retired, unchanged } = summary[name];
      return [
        texts.section(name, added.length, changed.length, retired.length, unchanged),
        ...(['added', 'changed', 'retired'] as const).flatMap((what) => {
          const keys = summary[name][what];
          const shown = keys.slice(0, shownNames);
          return shown.length === 0 ? [] : [texts.names(what, shown, keys.length - shown.length)];
        }),
      ];
    }),
    ...planned,
  ];
}

async function runExport({ io, texts, file, openStore }: Run): Promise<ExitCode> {
  const store = await openStore('read');
  try {
    const zone = await exportZone(store.read);
    const comment = [
      zone.profile.name,
      'Fields: docs/zone-file.md. Check it before importing: npm run zone -- check FILE',
    ];
    await io.writeFile(file, writeYaml(plainZone(zone), comment));
    io.out(texts.exported(file, zone.people.length, zone.places.length));
    return 0;
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') io.err(texts.noZoneYet);
    else if (hasCode(error)) io.err(texts.notWritable(file, error.code));
    else throw error;
    return 1;
  } finally {
    await store.close();
  }
}

/** Writes the sheets of these places, of all when none is named. */
async function runQr({ io, texts, file, rest, openStore }: Run): Promise<ExitCode> {
  const publicUrl = io.publicUrl();
  if (publicUrl === null) {
    io.err(texts.qrNeedsAddress);
    return 1;
  }
  const store = await openStore('read');
  try {
    const places = await store.read.places.all();
    const codes = new Set(rest.filter((word) => word !== '--a4').map((code) => code.toUpperCase()));
    const wanted = codes.size > 0;
    const chosen = places.filter(({ code }) => !wanted || codes.delete(code.toUpperCase()));
    for (const code of codes) io.err(texts.noSuchPlace(code));
    if (codes.size > 0) return 1;
    const size = rest.includes('--a4') ? 'a4' : 'a6';
    await io.writeFile(file, await io.placeSheets(chosen, publicUrl, size));
    io.out(texts.sheetsWritten(file, chosen.length));
    return 0;
  } catch (error) {
    if (!hasCode(error)) throw error;
    io.err(texts.notWritable(file, error.code));
    return 1;
  } finally {
    await store.close();
  }
}

const hasCode = (error: unknown): error is Error & { code: string } =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && /^E[A-Z]+$/.test(error.code);

const codeOf = (error: unknown): string => (hasCode(error) ? error.code : String(error));
