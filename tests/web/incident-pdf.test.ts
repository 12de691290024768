import { expect, it } from 'vitest';
import { afterActionReport } from '../../core/after-action.ts';
import { drawSheets } from '../../web/pdf/draw-sheets.ts';
import { traceOf } from '../db/samples.ts';
import { freshDatabase } from '../support/stores.ts';
import { incidentOf, officerOf, orderOf, personOf, reportedAt, seatOf, viewOf } from '../support/incident-factory.ts';
import { pdfWords } from './pdf-words.ts';
import { webStage } from './web-stage.ts';

const database = freshDatabase('sqlite');
const web = webStage(database);

async function fireIsOver(words = '厂里着火了 浓烟 西塘工业区这边'): Promise<void> {
  const { stage } = web;
  await stage.begin([
    { name: '张阿姨', roles: ['resident'], duty: 'off' },
    { name: '值01', roles: ['duty_officer'] },
    { name: '吴喆', skills: ['fire_operator'] },
    { name: '东02', skills: ['fire_operator'] },
    { name: '东09', roles: ['rescuer'], duty: 'off' },
  ]);
  await stage.says(words.startsWith('演练') ? '值01' : '张阿姨', words);
  await stage.taps('值01', 'confirm', { in: '指挥群' });
  await stage.taps('值01', 'call_out', { in: '指挥群' });
  await stage.taps('吴喆', 'accept');
  await stage.taps('东02', 'decline');
  await stage.taps('值01', 'stand_down', { in: '指挥群' });
  await stage.taps('吴喆', 'safe');
}

async function pdfFor(name: string, daysAgo = 0): Promise<Response> {
  const { stage, links } = web;
  const signedAt = stage.clock.now() - daysAgo * 24 * 3_600_000;
  const link = links.incident(await stage.incident(), stage.person(name).id, signedAt);
  const { pathname, search } = new URL(link ?? 'https://nowhere.test');
  return web.app.request(`${pathname}.pdf${search}`);
}

const wordsOf = async (response: Response): Promise<string> => pdfWords(await response.bytes()).join('\n');

it('the officer files the report: every second, who went, rare names, what is worth another thought', async () => {
  await fireIsOver();
  const response = await pdfFor('值01');
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/pdf');
  const { number } = await web.stage.incident();
  expect(response.headers.get('content-disposition')).toBe(`inline; filename="${number}.pdf"`);
  const words = await wordsOf(response);
  expect(words).toContain(`出警报告：火灾 · ${number}`);
  expect(words).toMatch(/20:00:\d\d\n吴喆 接警/);
  expect(words).toMatch(/20:00:\d\d\n东02 不能去/);
  expect(words).toContain('到最后还缺：消防设施操作 1 人、急救 1 人');
  expect(words).not.toMatch(/张阿姨|演练|\u{fffd}/u);
});

it('somebody who was called has it too, without who could not come; nobody else has it', async () => {
  await fireIsOver();
  expect(await wordsOf(await pdfFor('吴喆'))).not.toMatch(/东02 不能去/);
  expect((await pdfFor('东09')).status).toBe(404);
  expect((await pdfFor('张阿姨')).status).toBe(404);
  expect((await pdfFor('值01', 32)).status).toBe(410);
  expect((await web.app.request('/i/I-2611-0001.pdf?k=a.b.c')).status).toBe(404);
});

it('a drill’s says so on every sheet, with its score', async () => {
  await fireIsOver('演练 火灾 西塘工业区');
  const sheets = pdfWords(await (await pdfFor('值01')).bytes());
  expect(sheets[0]).toContain('【演练】这是演练，不是真警情');
  expect(sheets[0]).toContain('演练得分');
  for (const [at, sheet] of sheets.entries()) expect(sheet).toContain(`${at + 1}/${sheets.length}`);
  for (const sheet of sheets) expect(sheet).toMatch(/演练 · D-/);
});

it('a long night fills many sheets, in English too', async () => {
  const officer = officerOf();
  const incident = incidentOf({ state: 'closed', outcome: 'resolved', officerId: officer.id, calledOutAt: reportedAt });
  const seat = seatOf({ incidentId: incident.id, needed: 60, taken: 60 });
  const people = Array.from({ length: 60 }, (_, n) => personOf({ callSign: `W${n}`, name: '' }));
  const orders = people.map((person) => ({
    ...orderOf({
      incidentId: incident.id,
      seatId: seat.id,
      personId: person.id,
      answer: 'accepted',
      acceptedAt: reportedAt,
    }),
    person,
  }));
  const trace = people.map(({ id }, n) => ({
    ...traceOf(),
    subject: `incident:${incident.id}` as const,
    what: 'accepted' as const,
    actorId: id,
    at: reportedAt + n * 1_000,
    data: {},
  }));
  const report = afterActionReport(viewOf(incident, { officer, seats: [seat], orders }), trace, 'Asia/Shanghai');
  const bytes = await drawSheets({
    kind: 'report',
    language: 'en',
    report,
    timeZone: 'Asia/Shanghai',
    all: true,
    photos: [],
  });
  const sheets = pdfWords(bytes);
  expect(sheets.length).toBeGreaterThan(3);
  const words = sheets.join('\n');
  for (const { callSign } of people) expect(words).toContain(`${callSign ?? ''} accepted`);
});
