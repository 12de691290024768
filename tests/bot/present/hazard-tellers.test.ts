import fc from 'fast-check';
import { expect, it } from 'vitest';
import { render } from '../../../bot/present/render.ts';
import type { HazardId } from '../../../core/ids.ts';
import type { Notice } from '../../../core/notice.ts';
import type { Store } from '../../../core/ports/store.ts';
import { usualTiming } from '../../../core/zone/timing.ts';
import { HazardWorld, north } from '../../handlers/hazard/hazard-world.ts';
import { eachEngine } from '../../support/stores.ts';
import { queuedOf, toolsOf } from '../../support/render-world.ts';

/** Two who tell, each with all that can name them. */
const tellers = [
  { who: '张阿姨', name: '王秀英', callSign: '义警07', phone: '138-5555-0001' },
  { who: '李叔', name: '李国强', callSign: '护村03', phone: '139-6666-0002' },
] as const;
const secrets = tellers.flatMap(({ name, callSign, phone }) => [name, callSign, phone, phone.replaceAll('-', '')]);

/** What was told last is turned over and drawn. */
const looked = 8;

type Turn =
  | { do: 'tell'; teller: 0 | 1; group: boolean; anonymous: boolean; near: boolean; known: boolean }
  | { do: 'withdraw' | 'split' | 'chase' | 'reopen'; teller: 0 | 1; nth: number }
  | { do: 'grade' | 'accept' | 'fix' | 'reject' | 'split_by_officer' | 'check'; nth: number }
  | { do: 'merge'; nth: number; other: number };

const nth = fc.nat(5);
const teller = fc.constantFrom(0 as const, 1 as const);
const turns: fc.Arbitrary<Turn> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('tell' as const),
      teller,
      group: fc.boolean(),
      anonymous: fc.boolean(),
      near: fc.boolean(),
      known: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constantFrom('withdraw', 'split', 'chase', 'reopen'), teller, nth }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('grade', 'accept', 'fix', 'reject', 'split_by_officer', 'check'),
      nth,
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('merge' as const), nth, other: nth }) },
);

async function tell(zone: HazardWorld, turn: Extract<Turn, { do: 'tell' }>): Promise<void> {
  const { who, name, callSign, phone } = tellers[turn.teller];
  const mobile = phone.replaceAll('-', '');
  await zone.tells(who, `我是${name}，${callSign}，电话${phone}或${mobile}：${name}家门口灭火器过期了`, {
    kinds: ['fire_equipment'],
    placeWords: turn.known ? '上桥村36号' : `${name}家（${callSign}）门口`,
    position: turn.near ? north(300) : null,
    anonymous: turn.anonymous,
    ...(turn.group ? { in: '村群' } : {}),
  });
}

async function take(zone: HazardWorld, turn: Turn): Promise<void> {
  // Longer than the window in which pieces join one report.
  zone.now += 3_600_000;
  if (turn.do === 'tell') return tell(zone, turn);
  const all = await zone.store.read.hazards.list({}, looked, null);
  const pick = (n: number) => (all.length === 0 ? undefined : all[n % all.length]);
  const hazard = pick(turn.nth);
  if (hazard === undefined) return;
  const tap = async (by: string, verb: Parameters<HazardWorld['taps']>[2], value = '', words = ''): Promise<void> => {
    await zone.taps(by, hazard.id, verb, value, words);
  };
  switch (turn.do) {
    case 'withdraw':
    case 'split':
    case 'chase':
    case 'reopen':
      return tap(tellers[turn.teller].who, `hazard_${turn.do}`, '', `我${tellers[turn.teller].name}说的`);
    case 'grade':
      return tap('值班', 'hazard_grade', 'ordinary');
    case 'accept':
      return tap('网一', 'hazard_accept', 'deadline');
    case 'fix':
      await zone.photo('网一');
      return tap('网一', 'hazard_fixed');
    case 'check':
      return tap('复查', 'hazard_pass');
    case 'reject':
      return tap('值班', 'hazard_reject', '', '看过了');
    case 'split_by_officer':
      return tap('值班', 'hazard_split');
    case 'merge': {
      const other = pick(turn.other);
      if (other !== undefined) await tap('值班', 'hazard_merge', other.number.slice(2));
    }
  }
}

/** Whatever a group can be told of these hazards, besides what it was told. */
function sayable(ids: readonly HazardId[], since: number): Notice[] {
  return [
    { kind: 'hazard_group_digest', sinceAt: since },
    { kind: 'hazard_waiting', hazardIds: ids },
    { kind: 'hazard_which', hazardIds: ids, verb: 'hazard_fixed' },
    ...ids.flatMap((hazardId): Notice[] => [
      { kind: 'hazard_triage', hazardId },
      { kind: 'hazard_card', hazardId },
      { kind: 'hazard_check', hazardId },
      { kind: 'hazard_chased', hazardId },
      { kind: 'hazard_overdue', hazardId, step: { to: 'supervision', days: 1 }, lateDays: 1 },
      ...ids.slice(0, 2).map((otherId): Notice => ({ kind: 'hazard_twin', hazardId, otherId })),
    ]),
  ];
}

/** Every card of a group as it is drawn now; with what it was told before. */
async function drawnIn(zone: HazardWorld, name: string, since: number): Promise<string[]> {
  const room = zone.room(name);
  const hazards = await zone.store.read.hazards.list({}, looked, null);
  const told = (await zone.store.read.outbox.history(room.id, 1_000)).map(({ notice }) => notice);
  const places = [zone.placed('SQ'), zone.placed('QY-0217'), zone.placed('CD-1')];
  const tools = toolsOf(
    {},
    {
      read: zone.store.read,
      now: zone.now,
      zone: { name: '东城', timeZone: 'Asia/Shanghai', timing: usualTiming, hazards: zone.rules, places },
    },
  );
  const all = [
    ...told,
    ...sayable(
      hazards.map(({ id }) => id),
      since,
    ),
  ];
  const notices = new Map(all.map((notice) => [JSON.stringify(notice), notice]));
  const drawn: string[] = [];
  for (const notice of notices.values()) drawn.push(JSON.stringify(await render(queuedOf(notice, room), room, tools)));
  return drawn;
}

async function worldOf(store: Store): Promise<HazardWorld> {
  const zone = new HazardWorld(store);
  await zone.begin({ sampleSharePercent: 50 });
  for (const { who, name, callSign, phone } of tellers) {
    await store.transaction((tx) => tx.people.put({ ...zone.of(who), name, callSign, phone }));
  }
  return zone;
}

eachEngine((database) => {
  it('no group reads who told, whatever was taken back, merged, split or told anonymously', async () => {
    const zone = await worldOf(database.store);
    const since = zone.now;
    await fc.assert(
      fc.asyncProperty(fc.array(turns, { minLength: 4, maxLength: 12 }), async (sequence) => {
        for (const turn of sequence) await take(zone, turn);
        const hazards = await zone.store.read.hazards.list({}, looked, null);
        fc.pre(hazards.length > 0);
        for (const group of ['村群', '指挥群']) {
          for (const card of await drawnIn(zone, group, since)) {
            for (const secret of secrets) expect(card).not.toContain(secret);
          }
        }
      }),
      { numRuns: 15, endOnFailure: true },
    );
  });
});
