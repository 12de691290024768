import { describe, expect, it } from 'vitest';
import { runZoneCommand, type ZoneCommandIo } from '../../bot/zone-command.ts';
import { openStore } from '../../db/open-store.ts';
import { placeSheets } from '../../web/pages/place-sheets.ts';
import { countingIds } from '../support/ids.ts';
import { freshDatabase } from '../support/stores.ts';
import { patrolZone } from '../support/patrol-zone.ts';
import { noon, smallZone } from '../support/zone-file.ts';
import { testKeys } from '../support/keys.ts';

class NodeError extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** A screen and a disk with these files. */
function desk(files: Record<string, string>): { io: ZoneCommandIo; screen: string[]; files: Record<string, string> } {
  const screen: string[] = [];
  const io: ZoneCommandIo = {
    out: (line) => screen.push(line),
    err: (line) => screen.push(`! ${line}`),
    readFile: (path) => {
      const text = files[path];
      if (text === undefined) return Promise.reject(new NodeError(path.endsWith('/') ? 'EISDIR' : 'ENOENT'));
      return Promise.resolve(new TextEncoder().encode(text));
    },
    writeFile: (path, text) => {
      if (path.startsWith('/nowhere')) return Promise.reject(new NodeError('ENOENT'));
      files[path] = text;
      return Promise.resolve();
    },
    fingerprint: (bytes) => `${bytes.length} bytes`,
    clock: { now: () => noon },
    ids: countingIds(),
    publicUrl: () => 'https://qf.example',
    placeSheets: async (...sheets) => String(await placeSheets(...sheets)),
  };
  return { io, screen, files };
}

const place = (code: string, name: string): string =>
  `  - {code: ${code}, kind: enterprise, name: "${name}", position: [28.9, 120.05], area: 东区}\n`;

describe('the zone command', () => {
  const database = freshDatabase('sqlite');
  /** The test's own store stays open: a second one only looks. */
  const run = async (args: string, at: ReturnType<typeof desk>): Promise<number> =>
    runZoneCommand(args.split(' ').filter(Boolean), at.io, (access) =>
      access === 'read'
        ? openStore(database.url, { keys: testKeys, access, onError: (error) => database.errors.push(error) })
        : Promise.resolve({
            ...database.store,
            transaction: database.store.transaction.bind(database.store),
            close: () => Promise.resolve(),
          }),
    );

  it('check shows every slip with its line and column', async () => {
    const slips = smallZone.replace('roles: [duty_officer]', 'skills: [{skill: aed, validUntil: soon}], rols: []');
    const at = desk({ 'zone.yaml': slips });
    expect(await run('check zone.yaml', at)).toBe(1);
    expect(at.screen).toEqual([
      '! zone.yaml:7:55 people.0.skills.0.validUntil: expected a date like 2027-03-31',
      '! zone.yaml:7:63 people.0.rols: there is no field rols here; did you mean roles?',
      '! zone.yaml: 2 errors, 0 warnings',
    ]);
  });

  it('check says so when all is well, or only odd', async () => {
    const at = desk({ 'zone.yaml': smallZone, 'odd.yaml': smallZone.replace('duty_officer', 'rescuer') });
    expect(await run('check zone.yaml', at)).toBe(0);
    expect(await run('check odd.yaml', at)).toBe(0);
    expect(at.screen).toEqual([
      'zone.yaml: all well',
      '! odd.yaml:7:3 people: warning: nobody is duty_officer: no one can confirm an incident',
      'odd.yaml: 0 errors, 1 warning',
    ]);
  });

  it('speaks Chinese when asked to', async () => {
    const at = desk({ 'zone.yaml': smallZone.replace('duty_officer', 'dutyofficer') });
    expect(await run('--lang zh check zone.yaml', at)).toBe(1);
    expect(at.screen.at(-1)).toBe('! zone.yaml：1 个错误，0 个提醒');
    expect(at.screen[0]).toMatch(
      /^! zone\.yaml:7:\d+ people\.0\.roles\.0: dutyofficer 不在可选范围：.*；是不是 duty_officer？$/,
    );
    expect(await run('check zone.yaml --lang=zh', at)).toBe(1);
  });

  it('shows two hundred findings and counts the others', async () => {
    const people = Array.from({ length: 300 }, (_, i) => `  - {callSign: 队员${i}, duty: asleep}\n`).join('');
    const at = desk({ 'zone.yaml': smallZone.replace('people:\n', `people:\n${people}`) });
    expect(await run('check zone.yaml', at)).toBe(1);
    expect(at.screen).toHaveLength(202);
    expect(at.screen.slice(-2)).toEqual(['! … and 100 more', '! zone.yaml: 300 errors, 0 warnings']);
  });

  it('imports, tells what it did, and does nothing the second time', async () => {
    const at = desk({ 'zone.yaml': smallZone });
    expect(await run('import zone.yaml', at)).toBe(0);
    expect(at.screen).toEqual([
      'zone.yaml: all well',
      'zone.yaml: imported',
      'the zone, its timing or its rules changed',
      'people: 1 added, 0 changed, 0 retired, 0 unchanged',
      '  added: 值01',
      'teams: 0 added, 0 changed, 0 retired, 0 unchanged',
      'rooms: 1 added, 0 changed, 0 retired, 0 unchanged',
      '  added: web:command',
      'places: 0 added, 0 changed, 0 retired, 0 unchanged',
      'plans: 1 added, 0 changed, 0 retired, 0 unchanged',
      '  added: G-01',
    ]);
    expect(await run('import zone.yaml', at)).toBe(0);
    expect(at.screen.at(-1)).toBe('nothing changed');
  });

  it('plans the shifts of its rosters, and cancels those of one that is gone', async () => {
    const roster = (more: string): string =>
      patrolZone(
        'rosters:',
        `  - {code: N, name: 夜巡, turns: [A], start: "2026-11-01T20:00", rule: FREQ=DAILY, minutes: 60${more}}`,
      );
    const at = desk({
      'zone.yaml': roster(''),
      'off.yaml': roster(', exceptions: [{date: 2026-11-24, cancelled: true}]'),
    });
    await run('import zone.yaml', at);
    expect(at.screen.at(-1)).toBe('shifts: 8 planned, 0 changed, 0 cancelled');
    await run('import zone.yaml', at);
    expect(at.screen.at(-1)).toBe('nothing changed');
    await run('import off.yaml', at);
    expect(at.screen.at(-1)).toBe('shifts: 0 planned, 0 changed, 1 cancelled');
  });

  it('imports nothing of a file with one slip', async () => {
    const at = desk({ 'zone.yaml': smallZone.replace('G-01', '"G 01"') });
    expect(await run('import zone.yaml', at)).toBe(1);
    expect(at.screen[0]).toContain('zone.yaml:11:11 plans.0.code: expected a code');
    expect(await database.store.read.people.all()).toEqual([]);
  });

  it('exports a file that checks and imports as unchanged', async () => {
    const at = desk({ 'zone.yaml': smallZone });
    await run('import zone.yaml', at);
    expect(await run('export out.yaml', at)).toBe(0);
    expect(at.screen.at(-1)).toBe('out.yaml: written, 1 people and 0 places');
    expect(at.files['out.yaml']).toMatch(/^# 青石开发区\n/);
    expect(await run('import out.yaml', at)).toBe(0);
    expect(at.screen.slice(-3)).toEqual(['out.yaml: all well', 'out.yaml: imported', 'nothing changed']);
  });

  it('says what is missing: a file, a zone, a place to write to', async () => {
    const at = desk({ 'zone.yaml': smallZone });
    expect(await run('check nope.yaml', at)).toBe(1);
    expect(await run('import folder/', at)).toBe(1);
    expect(await run('export out.yaml', at)).toBe(1);
    await run('import zone.yaml', at);
    expect(await run('export /nowhere/out.yaml', at)).toBe(1);
    expect(at.screen.filter((line) => line.startsWith('!'))).toEqual([
      '! nope.yaml: there is no such file',
      '! folder/: cannot be read (EISDIR)',
      '! there is no zone in the database yet: import a zone file first',
      '! /nowhere/out.yaml: cannot be written (ENOENT)',
    ]);
  });

  it('qr writes sheets of the places that are named, or of all', async () => {
    const at = desk({
      'zone.yaml': `${smallZone}\nplaces:\n${place('QY-0217', '永固<五金>')}${place('CD-1', '充电桩')}`,
    });
    await run('import zone.yaml', at);
    expect(await run('qr one.html qy-0217', at)).toBe(0);
    expect(at.files['one.html']).toContain('永固&lt;五金&gt;');
    expect(at.files['one.html']).toContain('110 / 119 / 120');
    expect(at.files['one.html']?.match(/<svg/g)).toHaveLength(1);
    expect(await run('qr all.html', at)).toBe(0);
    expect(at.files['all.html']?.match(/<svg/g)).toHaveLength(2);
    expect(await run('qr large.html --a4 CD-1', at)).toBe(0);
    expect(at.files['large.html']).toContain('class="sheets a4"');
    expect(await run('qr none.html QY-0218', at)).toBe(1);
    expect(at.files['none.html']).toBeUndefined();
    expect(at.screen.at(-1)).toBe('! there is no place with the code QY-0218');
    at.io.publicUrl = () => null;
    expect(await run('qr all.html', at)).toBe(1);
    expect(at.screen.at(-1)).toMatch(/^! PUBLIC_URL: expected/);
  });

  it.each([
    '',
    'qr',
    'check',
    'toString x',
    'delete zone.yaml',
    'check a b',
    'check zone.yaml --lang fr',
    'check zone.yaml --lang',
  ])('shows how it is used for “%s”', async (args) => {
    const at = desk({ 'zone.yaml': smallZone });
    expect(await run(args, at)).toBe(2);
    expect(at.screen[0]).toMatch(/^! npm run zone -- check/);
    expect(at.screen.join('\n')).toMatch(/^! npm run zone -- table export\|import enterprises\|hazards\|owners FILE/m);
  });
});
