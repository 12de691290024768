import { describe, expect, it } from 'vitest';
import { textsIn } from '../../../bot/texts/texts-in.ts';
import { agreementOf, courtConfirmation } from '../../../core/agreement-steps.ts';
import type { Language } from '../../../core/message.ts';
import type { Matter, MatterBody } from '../../../core/matter.ts';
import { paperKinds, type Paper, type PaperKind } from '../../../core/paper.ts';
import { workingCalendar } from '../../../core/working-days.ts';
import { fillPaper } from '../../../web/papers/fill-paper.ts';
import { drawSheets } from '../../../web/pdf/draw-sheets.ts';
import { bodyOf, matterAt, matterOf, partyOf } from '../../support/matter-factory.ts';
import { unzip } from '../../support/unzip.ts';
import { pdfWords } from '../pdf-words.ts';

const term = { from: 'b', to: 'a', words: '转到工资卡' };
const body: MatterBody = bodyOf({
  about: 'wages',
  facts: ['老板太黑心了😡 <script>alert(1)</script>'],
  wants: '把18.6万元发给我们',
  sumYuan: 186_000,
  parties: [
    partyOf({ key: 'a', name: '张建国', phone: '19900000001', people: 12 }),
    partyOf({ key: 'b', role: 'respondent', name: '宏达五金', phone: '19900000002' }),
  ],
  agreement: agreementOf('written', '双方对欠薪数额没有争议', [
    { ...term, amountYuan: 100_000, dueOn: '2026-12-10' },
    { ...term, amountYuan: 86_000, dueOn: '2027-01-31' },
    { ...term, amountYuan: null, words: '补开考勤证明', dueOn: null },
  ]),
  court: courtConfirmation('2026-11-23', workingCalendar()),
  sessions: [
    {
      n: 1,
      state: 'held',
      times: [],
      answers: {},
      startsAt: matterAt,
      minutes: 60,
      placeWords: '喜哥调解室一楼',
      form: 'joint',
      mediatorId: 'person-1' as never,
      absent: [],
      record: '核对了考勤',
      reminded: [],
      sequence: 0,
    },
  ],
  followUps: [{ days: 7, dueAt: matterAt, byId: null, at: matterAt, holds: true, words: '第一笔已收到' }],
});

function filled(kind: PaperKind, given: Partial<Matter> = {}, language: Language = 'zh'): Paper {
  const matter = matterOf({ state: 'agreed', reportedAt: matterAt, acceptedAt: matterAt, body, ...given });
  const facts = { roomName: '喜哥调解室', mediatorName: '陈喜', zoneName: '新区', timeZone: 'Asia/Shanghai' };
  return fillPaper(kind, { ...facts, matter, language }, textsIn(language).paper);
}

async function pdfOf(paper: Paper): Promise<string> {
  const bytes = await drawSheets({ kind: 'paper', as: 'pdf', paper });
  return pdfWords(bytes).join('\n').replaceAll(/\s/g, '');
}

describe('papers of a mediation', () => {
  it.each(paperKinds)('%s carries the number, both sides and a place to sign, in both languages', (kind) => {
    for (const language of ['zh', 'en'] as const) {
      const paper = filled(kind, {}, language);
      const said = JSON.stringify(paper);
      expect(paper.number).toContain('M-2611-');
      expect(paper.title).toBe(textsIn(language).paper.title[kind]);
      if (kind !== 'rights') expect(said).toMatch(/张建国.*宏达五金/);
      expect(paper.blocks.at(-1)?.kind).toBe('signatures');
    }
  });

  it('the agreement says who pays what by when, and nothing of what one side had told', async () => {
    const words = await pdfOf(filled('agreement'));
    for (const part of [
      '人民调解协议书',
      '100,000元',
      '2026年12月10日',
      '86,000元',
      '2027年1月31日',
      '当场',
      '张建国共12人',
    ])
      expect(words).toContain(part);
    expect(words).toContain('待双方签字');
    expect(words).not.toContain('黑心');
  });

  it('where nothing was said beside the terms, there are lines to write on', async () => {
    const agreement = body.agreement === null ? null : { ...body.agreement, facts: '' };
    const paper = filled('agreement', { body: { ...body, agreement } });
    expect(paper.blocks).toContainEqual({ kind: 'blank', lines: 3 });
    expect(await pdfOf(paper)).toContain('纠纷的主要事实和争议');
    const files = await unzip(await drawSheets({ kind: 'paper', as: 'docx', paper }));
    const document = files.get('word/document.xml')?.toString() ?? '';
    expect(document.match(/w:leader="underscore"/g)?.length).toBeGreaterThanOrEqual(3);
    expect(filled('agreement').blocks).not.toContainEqual({ kind: 'blank', lines: 3 });
  });

  it('in force, it says since when and is no draft any more', () => {
    const agreement = body.agreement === null ? null : { ...body.agreement, effectiveAt: matterAt };
    const paper = filled('agreement', { body: { ...body, agreement } });
    expect(paper.mark).toBe('');
    expect(paper.blocks).toContainEqual({ kind: 'field', label: '协议生效日期', value: '2026年11月23日' });
  });

  it('the application is in the applicant’s own words, and only the applicant signs', () => {
    const paper = filled('application');
    expect(JSON.stringify(paper)).toContain('黑心');
    expect(paper.blocks.at(-1)).toMatchObject({ who: ['申请人（甲方）'] });
  });

  it('counts a copy for each side that takes part and one for the committee', () => {
    const parties = [...body.parties, partyOf({ key: 'c', role: 'third', name: '包工头', consent: 'no' })];
    const said = JSON.stringify(filled('agreement', { body: { ...body, parties } }));
    expect(said).toContain('一式3份');
    expect(said).not.toContain('包工头');
  });

  it('names who speaks for a side, but nobody whom that side does not want', () => {
    const proxy = { name: '李律师', phone: '', relation: '律师', agreed: true };
    const [first, ...others] = body.parties;
    const named = (agreed: boolean | null): string =>
      JSON.stringify(
        filled('application', {
          body: { ...body, parties: [partyOf({ ...first, proxy: { ...proxy, agreed } }), ...others] },
        }),
      );
    expect(named(true)).toContain('代理人：李律师（律师）');
    expect(named(null)).toContain('代理人：李律师（律师）');
    expect(named(false)).not.toContain('李律师');
  });

  it('the application for confirmation names what the court wants with it', async () => {
    const words = await pdfOf(filled('confirmation'));
    for (const part of ['调解组织主持调解的证明', '授权委托书', '财产权利证明']) expect(words).toContain(part);
  });

  it('the court’s last day stands on the application for confirmation', async () => {
    expect(await pdfOf(filled('confirmation'))).toContain('最晚申请日期2026年12月23日');
  });

  it('the record says when, where, who and what; the visits how it went on', async () => {
    expect(await pdfOf(filled('record'))).toContain('2026年11月23日（星期一）10:00');
    expect(await pdfOf(filled('visit'))).toContain('第一笔已收到');
  });

  it('the record that all sign says nothing of what one side said by itself', () => {
    const [joint] = body.sessions;
    if (joint === undefined) throw new Error('no session');
    const apart = {
      ...joint,
      n: 2,
      form: 'apart' as const,
      side: 'a',
      record: '她说最少要十五万',
      placeWords: '她家里',
    };
    const said = JSON.stringify(filled('record', { body: { ...body, sessions: [joint, apart] } }));
    expect(said).toContain('核对了考勤');
    expect(said).not.toMatch(/十五万|她家里/);
    expect(said).toContain('另外分别找各方谈过');
    expect(JSON.stringify(filled('record'))).not.toContain('另外分别');
  });

  it('a session that nobody came to leaves no lines for what was said there', () => {
    const sessions = body.sessions.map((one) => ({ ...one, state: 'missed' as const, absent: ['b'], record: '' }));
    expect(filled('record', { body: { ...body, sessions } }).blocks).not.toContainEqual({ kind: 'blank', lines: 3 });
  });

  it('before the court both are applicants, for they apply together', () => {
    const paper = filled('confirmation');
    expect(JSON.stringify(paper)).not.toContain('被申请人');
    expect(paper.blocks.at(-1)).toMatchObject({ who: ['申请人（甲方）', '申请人（乙方）'] });
  });

  it('a firm’s long name stands in the table as the side’s letter', () => {
    const [first] = body.parties;
    if (first === undefined) throw new Error('no side');
    const firm = partyOf({ key: 'b', role: 'respondent', name: '永康市宏达五金装饰工程有限公司' });
    const table = filled('agreement', { body: { ...body, parties: [first, firm] } }).blocks.find(
      (block) => block.kind === 'table',
    );
    expect(table?.rows.map((row) => row.slice(0, 3))).toContainEqual(['1', '乙方', '张建国']);
  });

  it('what nobody said is a line to write on, and no matter is too empty for a paper', () => {
    for (const kind of paperKinds) {
      const paper = filled(kind, { body: bodyOf({ parties: [partyOf({ key: 'a' })] }), reportedAt: null });
      expect(JSON.stringify(paper)).not.toMatch(/undefined|null|NaN/);
    }
    const empty = filled('application', { body: bodyOf({ parties: [partyOf({ key: 'a' })] }) });
    expect(empty.blocks).toContainEqual({ kind: 'field', label: '申请人（甲方）', value: '' });
  });
});

describe('as a file', () => {
  it('each sheet says whose it is, of how many, also where the zone has a nought in its name', async () => {
    const paper = { ...filled('record'), zone: '100 号新区' };
    const files = await unzip(await drawSheets({ kind: 'paper', as: 'docx', paper }));
    const foot = [...files].find(([name]) => name.startsWith('word/footer'))?.[1].toString() ?? '';
    expect(foot).toMatch(/100 号新区 · 编号：M-2611-\d{4} · 第 [\s\S]*PAGE[\s\S]*NUMPAGES[\s\S]*内容保密/u);
    const [words] = pdfWords(await drawSheets({ kind: 'paper', as: 'pdf', paper }));
    expect(words).toBeDefined();
    expect(pdfWords(await drawSheets({ kind: 'paper', as: 'pdf', paper })).join('')).toMatch(
      /第 ?1 ?页 ?\/ ?共 ?1 ?页/u,
    );
  });

  it('the PDF embeds a Chinese font, and prints markup as words and no pictures for faces', async () => {
    const bytes = await drawSheets({ kind: 'paper', as: 'pdf', paper: filled('application') });
    const file = Buffer.from(bytes).toString('latin1');
    expect(file.startsWith('%PDF-')).toBe(true);
    expect(file).toMatch(/\/FontFile3/);
    const words = pdfWords(bytes).join('');
    expect(words).toContain('<script>alert(1)</script>');
    expect(words).not.toContain('😡');
  });

  it('the DOCX holds the same words, its letters travel with it, and markup stays words', async () => {
    const bytes = await drawSheets({ kind: 'paper', as: 'docx', paper: filled('application') });
    const files = await unzip(bytes);
    const document = files.get('word/document.xml')?.toString() ?? '';
    for (const part of ['人民调解申请书', '张建国', '宏达五金', '把18.6万元发给我们', '&lt;script&gt;'])
      expect(document).toContain(part);
    expect(document).not.toContain('<script>');
    const fonts = [...files.keys()].filter((name) => name.startsWith('word/fonts/'));
    expect(fonts).toHaveLength(2);
    expect(files.get('word/fontTable.xml')?.toString()).toMatch(/embedRegular[\s\S]*embedBold/);
    // A line to sign on, above its date.
    expect(document).toMatch(/<w:pBdr><w:top [^>]*\/><\/w:pBdr>(?:(?!<w:p>)[\s\S])*年　　月　　日/u);
    // Each paper's letters under a name of their own: a program that has one open would take its letters for the next.
    const named = /w:name="(Qunfang Sans [0-9a-f]{8})"/.exec(files.get('word/fontTable.xml')?.toString() ?? '')?.[1];
    expect(named).toBeDefined();
    expect(files.get('word/styles.xml')?.toString()).toContain(named);
    const other = await unzip(await drawSheets({ kind: 'paper', as: 'docx', paper: filled('rights') }));
    expect(other.get('word/fontTable.xml')?.toString()).not.toContain(named);
    // Every letter of a Chinese font would be eight megabytes.
    expect(bytes.length).toBeLessThan(400_000);
  });
});
