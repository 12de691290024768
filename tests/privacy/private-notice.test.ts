import Driver from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, expectTypeOf, it, vi } from 'vitest';
import { matterNamesZh } from '../../bot/texts/matter-names-zh.ts';
import type { MatterVerb } from '../../core/matter-verb.ts';
import { blankBody, type Matter, type MatterKind, type MatterState } from '../../core/matter.ts';
import type { PublicNotice } from '../../core/notice.ts';
import type { PrivateNotice, PrivateNoticeKind } from '../../core/private-notice.ts';
import { sayPrivately } from '../../handlers/matter/say-privately.ts';
import { toRooms } from '../../handlers/say.ts';
import { bodyOf, partyOf } from '../support/matter-factory.ts';
import { quietLog, quietMetrics } from '../support/quiet.ts';
import { freshDatabase } from '../support/stores.ts';
import { matterStage, newest, people as cast, tells } from '../scenarios/matter-stage.ts';
import { closeStages, textOf, type Stage } from '../scenarios/stage.ts';

describe('the types', () => {
  it('let nothing private be said to a group', () => {
    expectTypeOf<Extract<PublicNotice['kind'], PrivateNoticeKind>>().toBeNever();
    expectTypeOf<PrivateNotice>().not.toExtend<Parameters<typeof toRooms>[2]>();
    expectTypeOf<Extract<Parameters<typeof toRooms>[2], PrivateNotice>>().toBeNever();
    // The one way for what is private names a person, never a list of rooms.
    expectTypeOf<Parameters<typeof sayPrivately>[2]>().toEqualTypeOf<PrivateNotice>();
    expectTypeOf<Parameters<typeof sayPrivately>[1]>().toExtend<string>();
  });
});

/** In every private field stands one of these, and they stand nowhere else. */
const mark = '暗语';
const phone = '13977770000';
const sumYuan = 739_130;
const markers = [mark, phone, '739130', '739,130', '73.9万'];

const verbs = Object.keys(matterNamesZh.verb) as MatterVerb[];
const values = [
  '',
  'yes',
  'no',
  'a',
  'b',
  'a:yes',
  'b:yes',
  'b:no',
  '1',
  '1:0',
  '1:1',
  'b:1:0',
  'written',
  'oral',
  'seal',
  '7',
  'loan',
];
const people = ['张阿姨', '李叔', '喜哥', '喜二', '联一', '女一', '律师', '值01', '林队', '网01', '路人'];
const groups = ['指挥群', '村群'];
const sentences = [
  `${mark}他不还我钱`,
  `M-2611-0001 开过了 ${mark}双方都来了`,
  `M-2611-0001 记 ${mark}对方怕见面`,
  `M-2611-0001 讲好${sumYuan} 转了3000 剩下月底`,
  `M-2611-0001 ${mark}12月10日前付3万`,
  '看 M-2611-0001',
  '我的调解',
  `我要调解 ${mark}合伙人欠我${sumYuan}元 电话${phone}`,
  '周三下午3点或者周四上午10点',
  '同意',
  '不同意',
  '我的数据',
];

type Act =
  | { kind: 'tap'; who: string; verb: MatterVerb; value: string; in: string | null }
  | { kind: 'say'; who: string; words: string; in: string | null }
  | { kind: 'later'; days: number };

const kinds = [
  'dispute',
  'dispute',
  'crime_clue',
  'women_adviser',
  'legal_question',
  'help_request',
] as const satisfies MatterKind[];
const states = [
  'reported',
  'screened',
  'assigned',
  'accepted',
  'mediating',
  'agreed',
  'effective',
  'performing',
  'broken',
  'ended',
] as const satisfies MatterState[];

const place = fc.option(fc.constantFrom(...groups), { freq: 4 });
const who = fc.constantFrom(...people);
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('tap' as const),
      who,
      verb: fc.constantFrom(...verbs.filter((verb) => verb !== 'data_erase_sure')),
      value: fc.constantFrom(...values),
      in: place,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('say' as const), who, words: fc.constantFrom(...sentences), in: place }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('later' as const), days: fc.integer({ min: 1, max: 31 }) }) },
);
const story = fc.record({
  kind: fc.constantFrom(...kinds),
  state: fc.constantFrom(...states),
  acts: fc.array(act, { minLength: 60, maxLength: 60 }),
});

/** The matter with a marker in every field that people's words, names and sums go into. */
function filled(stage: Stage, matter: Matter): Matter {
  const { id: other } = stage.person('李叔');
  const teller = matter.tellerId;
  const start = stage.clock.now() + 86_400_000;
  return {
    ...matter,
    body: {
      ...bodyOf(matter.body),
      facts: [`${mark}三个月没发`],
      wants: `${mark}要回来`,
      sumYuan,
      placeWords: `${mark}巷`,
      wish: { ...blankBody.wish, time: `${mark}晚上`, words: `${mark}女的` },
      parties: [
        partyOf({ key: 'a', name: `甲${mark}`, phone, personId: teller, consent: 'yes' }),
        partyOf({
          key: 'b',
          role: 'respondent',
          name: `乙${mark}`,
          phone,
          personId: other,
          proxy: { name: `代${mark}`, phone, relation: `${mark}儿子`, agreed: true },
        }),
      ],
      sessions: [
        {
          n: 1,
          state: 'booked',
          times: [start, start + 3_600_000],
          answers: {},
          startsAt: start,
          minutes: 60,
          placeWords: `${mark}楼`,
          form: 'apart',
          mediatorId: stage.person('喜哥').id,
          absent: [],
          record: `${mark}记录`,
          reminded: [],
          sequence: 1,
        },
      ],
      agreement: {
        form: 'written',
        facts: `${mark}事实`,
        terms: [
          {
            n: 1,
            from: 'b',
            to: 'a',
            amountYuan: sumYuan,
            words: `${mark}付清`,
            dueOn: '2026-12-10',
            payments: [],
            doneAt: null,
            reminded: [],
          },
        ],
        signatures: [],
        sealedAt: null,
        effectiveAt: stage.clock.now(),
        fileIds: [],
      },
      endWords: `${mark}结束`,
    },
  };
}

/** Messages as they came in that can be read there, though they name a matter or come from whom one concerns. */
function readableMessages(url: string): string[] {
  const database = new Driver(url.slice('file:'.length), { readonly: true });
  const rows = database.prepare('select inbound from inbox').pluck().all() as string[];
  database.close();
  return rows.filter((row) => {
    const { room, sender } = JSON.parse(row) as { room?: { kind: string }; sender?: { externalId: string } };
    const isDirect = room?.kind === 'direct' && ['张阿姨', '李叔', '喜哥', '喜二'].includes(sender?.externalId ?? '');
    return marked(row).length > 0 && (isDirect || row.includes('M-2611-'));
  });
}

/** Every text of every table but those that hold messages as they came in; what is sealed says nothing there either. */
function databaseText(url: string): string {
  const database = new Driver(url.slice('file:'.length), { readonly: true });
  const tables = database.prepare("select name from sqlite_schema where type = 'table'").pluck().all() as string[];
  const rows = tables
    .filter((table) => table !== 'inbox' && !table.startsWith('hazard_text'))
    .flatMap((table) => database.prepare(`select * from "${table}"`).all());
  database.close();
  return JSON.stringify(rows);
}

async function play(stage: Stage, matter: Matter, one: Act): Promise<void> {
  if (one.kind === 'later') return stage.daysLater(one.days);
  const room = one.in ?? undefined;
  if (one.kind === 'say') return stage.says(one.who, one.words, room === undefined ? {} : { in: room });
  const data = [matter.token, one.verb, one.value].filter((part) => part !== '').join('.');
  const toast = await stage.tapsData(one.who, data, room);
  if (room !== undefined) expect(marked(toast), `${one.verb} in ${room}`).toEqual([]);
}

const marked = (text: string): string[] => markers.filter((marker) => text.includes(marker));

describe('what is private', () => {
  const database = freshDatabase('sqlite');
  const said: string[] = [];
  beforeEach(() => {
    said.length = 0;
    for (const level of ['info', 'warn', 'error'] as const)
      vi.spyOn(quietLog, level).mockImplementation((...line) => void said.push(inspected(line)));
    for (const metric of ['updateTaken', 'handlerTook', 'sent', 'sendTook', 'timerRan'] as const)
      vi.spyOn(quietMetrics, metric).mockImplementation((...count: unknown[]) => void said.push(inspected(count)));
  });
  afterEach(async () => {
    await closeStages();
    vi.restoreAllMocks();
  });

  it.each([1, 2, 3, 4, 5, 6])(
    'stands in no group, no queued notice, no log line, no metric and no trace, whatever happens (%i)',
    async (seed) => {
      const [plot] = fc.sample(story, { seed, numRuns: 1 });
      if (plot === undefined) throw new Error('There is a story');
      const stage = await matterStage(database.store, { cast: [...cast(), { name: '路人', roles: ['resident'] }] });
      await tells(stage, '张阿姨', `我要调解 ${mark}合伙人欠我${sumYuan}元 电话${phone}`);
      const matter = filled(stage, await newest(stage));
      const { id: owner } = stage.person('喜哥');
      await stage.store.transaction(async (tx) => {
        const owned = { kind: plot.kind, state: plot.state, ownerId: owner, roomCode: 'xi' };
        await tx.matters.put({ ...matter, ...owned });
        await tx.matters.setPeople(matter.id, [
          { personId: stage.person('张阿姨').id, standing: 'teller' },
          { personId: stage.person('李叔').id, standing: 'party' },
          { personId: stage.person('喜二').id, standing: 'offered' },
          { personId: owner, standing: 'owner' },
        ]);
        for (const kind of dueKinds)
          await tx.timers.set({
            id: `due-${kind}` as never,
            kind,
            subject: matter.id,
            dueAt: stage.clock.now() + 60_000,
          });
      });
      // Whoever may sees it all, so that there is something that could leak.
      await stage.tapsData('喜哥', `${matter.token}.matter_look`);
      stage.sees('喜哥', mark);
      for (const one of plot.acts) await play(stage, matter, one);
      await stage.daysLater(120);

      const sends = Object.values(stage.chats).flatMap((chat) => chat.sends);
      const inGroups = sends.filter(({ room }) => groups.includes(room) || room === '一队' || room === '东城突击队');
      expect(inGroups.filter(({ outgoing }) => marked(JSON.stringify(outgoing)).length > 0)).toEqual([]);
      expect(marked(databaseText(database.url))).toEqual([]);
      expect(readableMessages(database.url)).toEqual([]);
      expect(said.filter((line) => marked(line).length > 0)).toEqual([]);
      const toBystander = sends.filter(({ room }) => room === '路人').map(({ outgoing }) => JSON.stringify(outgoing));
      expect(toBystander.filter((text) => marked(text).length > 0)).toEqual([]);
      // In a direct chat it comes covered, and never where it can be passed on.
      const open = sends.filter(
        ({ outgoing }) =>
          outgoing.kind === 'card' && marked(textOf(outgoing.card)).length > 0 && outgoing.card.confidential !== true,
      );
      expect(
        open.map(({ room, outgoing }) => `${room}: ${outgoing.kind === 'card' ? textOf(outgoing.card) : ''}`),
      ).toEqual([]);
      expect((await stage.store.read.trace.verify()).broken).toEqual([]);
    },
    60_000,
  );
});

const dueKinds = [
  'matter_offer',
  'matter_consent',
  'matter_session',
  'matter_deadline',
  'matter_term',
  'matter_court',
  'matter_follow_up',
] as const;

function inspected(line: readonly unknown[]): string {
  return JSON.stringify(line, (_, value: unknown) => (value instanceof Error ? String(value.stack) : value));
}
