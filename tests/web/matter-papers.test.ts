import { expect, it } from 'vitest';
import { agreementOf } from '../../core/agreement-steps.ts';
import type { Matter, MatterPerson } from '../../core/matter.ts';
import { bodyOf, matterOf, partyOf } from '../support/matter-factory.ts';
import { freshDatabase } from '../support/stores.ts';
import { pdfWords } from './pdf-words.ts';
import { webStage } from './web-stage.ts';

const database = freshDatabase('sqlite');
const web = webStage(database);
let matter: Matter;

/** 张阿姨 against 老板, mediated by 喜哥, agreed on but not in force; 李叔 has nothing to do with it. */
async function agreed(): Promise<void> {
  const { stage } = web;
  await stage.begin([
    { name: '张阿姨', roles: ['resident'] },
    { name: '老板', roles: ['resident'] },
    { name: '喜哥', roles: ['mediator'] },
    { name: '李叔', roles: ['duty_officer'] },
  ]);
  const id = (name: string) => stage.person(name).id;
  const at = stage.clock.now();
  matter = matterOf({
    state: 'agreed',
    reportedAt: at,
    acceptedAt: at,
    tellerId: id('张阿姨'),
    ownerId: id('喜哥'),
    body: bodyOf({
      about: 'wages',
      facts: ['他骂我'],
      parties: [
        partyOf({ personId: id('张阿姨'), name: '张阿姨' }),
        partyOf({ key: 'b', role: 'respondent', personId: id('老板'), name: '老板' }),
      ],
      agreement: agreementOf('written', '欠薪属实', [
        { from: 'b', to: 'a', amountYuan: 5_000, words: '', dueOn: null },
      ]),
    }),
  });
  const people: Omit<MatterPerson, 'matterId'>[] = [
    { personId: id('张阿姨'), standing: 'teller' },
    { personId: id('老板'), standing: 'party' },
    { personId: id('喜哥'), standing: 'owner' },
  ];
  await database.store.transaction(async (tx) => {
    await tx.matters.add(matter);
    await tx.matters.setPeople(matter.id, people);
  });
}

async function paper(name: string, file: string, { daysAgo = 0 } = {}): Promise<Response> {
  const signedAt = web.stage.clock.now() - daysAgo * 24 * 3_600_000;
  const { pathname, search } = new URL(web.links.matter(matter, web.stage.person(name).id, signedAt) ?? '');
  return web.app.request(`${pathname}/papers/${file}${search}`);
}

async function made(): Promise<unknown[]> {
  const trace = await database.store.read.trace.of(`matter:${matter.id}`);
  return trace.filter(({ what }) => what === 'paper_made').map(({ actorId, data }) => [actorId, data]);
}

it('the agreement is each side’s and the mediator’s to have, and who had it is kept', async () => {
  await agreed();
  for (const who of ['张阿姨', '老板', '喜哥']) {
    const response = await paper(who, 'agreement.pdf');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toContain('人民调解协议书.pdf');
    expect(pdfWords(await response.bytes()).join('')).toContain('5,000');
  }
  expect(await made()).toHaveLength(3);
  expect((await made())[0]).toEqual([web.stage.person('张阿姨').id, { paper: 'agreement', as: 'pdf' }]);
});

it('the page of the matter links to those that its reader can have, and to no other', async () => {
  await agreed();
  const linked = async (who: string): Promise<string[]> => {
    const { pathname, search } = new URL(
      web.links.matter(matter, web.stage.person(who).id, web.stage.clock.now()) ?? '',
    );
    const body = new URLSearchParams({ act: 'look' });
    const html = await (await web.app.request(`${pathname}${search}`, { method: 'POST', body })).text();
    const links = [...html.matchAll(/href="([^"]+\/papers\/[^"]+)"/g)].map(([, link]) => link ?? '');
    for (const link of links) expect([link, (await web.app.request(link)).status]).toEqual([link, 200]);
    return links.map((link) => /papers\/(.+)\?/.exec(link)?.[1] ?? '');
  };
  const both = (names: readonly string[]): string[] => names.flatMap((name) => [`${name}.pdf`, `${name}.docx`]);
  expect(await linked('张阿姨')).toEqual(both(['application', 'rights', 'consent', 'agreement']));
  expect(await linked('老板')).toEqual(both(['rights', 'consent', 'agreement']));
});

it('as DOCX too', async () => {
  await agreed();
  const response = await paper('喜哥', 'consent.docx');
  expect(response.headers.get('content-type')).toContain('wordprocessingml');
  expect(
    Buffer.from(await response.bytes())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
});

it('one side’s application is not the other’s, and nobody without a part in it has any paper', async () => {
  await agreed();
  expect((await paper('张阿姨', 'application.pdf')).status).toBe(200);
  for (const [who, file] of [
    ['老板', 'application.pdf'],
    ['张阿姨', 'record.pdf'],
    ['李叔', 'agreement.pdf'],
    ['张阿姨', 'confirmation.pdf'],
    ['张阿姨', 'secret.pdf'],
    ['张阿姨', 'agreement.exe'],
  ] as const) {
    const response = await paper(who, file);
    expect([who, file, response.status]).toEqual([who, file, 404]);
    expect(await response.text()).not.toMatch(/欠薪|5,000/);
  }
  expect(await made()).toHaveLength(1);
});

it('an old link says so, a forged one finds nothing', async () => {
  await agreed();
  expect((await paper('喜哥', 'agreement.pdf', { daysAgo: 30 })).status).toBe(410);
  const forged = await web.app.request(`/private/m/${matter.number}/papers/agreement.pdf?k=abc.def.ghi`);
  expect(forged.status).toBe(404);
});
