import { describe, expect, it } from 'vitest';
import { hazardKinds } from '../../../core/catalogue.ts';
import type { Hazard } from '../../../core/hazard.ts';
import type { HazardDraft } from '../../../core/hazard-draft.ts';
import type { Card } from '../../../core/message.ts';
import type { Notice } from '../../../core/notice.ts';
import type { Person, Room } from '../../../core/people.ts';
import type { HazardView } from '../../../core/ports/hazards.ts';
import type { ChainedEntry } from '../../../core/ports/trace.ts';
import { render } from '../../../bot/present/render.ts';
import { usualHazardRules } from '../../../core/zone/hazard-rules.ts';
import { draftOf, hazardAt, hazardReportOf } from '../../support/hazard-factory.ts';
import { dueIn, hazardPhotoOf, hazardViewOf } from '../../support/hazard-view.ts';
import { officerOf, personOf, placeOf, roomOf } from '../../support/incident-factory.ts';
import {
  cardFor,
  everything,
  labelsOf,
  queuedOf,
  textOf,
  toolsOf,
  wordsOnly,
  type RenderWorld,
} from '../../support/render-world.ts';

const owner = personOf({ callSign: '网01', name: '王五', phone: '199-0000-0011', roles: ['grid_worker'] });
const stand = personOf({ callSign: '网02', name: '赵六', roles: ['grid_worker'] });
const leader = personOf({ callSign: '片01', name: '钱七', phone: '199-0000-0012', roles: ['leader'] });
const teller = personOf({ callSign: null, name: '王秀英', roles: ['resident'] });
const officer = officerOf();
const place = placeOf();
const command = roomOf();
const village = roomOf({ purpose: 'village' });
const direct = roomOf({ kind: 'direct', purpose: 'direct' });
const dayMs = 86_400_000;

const assigned: Partial<Hazard> = {
  ...dueIn(),
  state: 'assigned',
  grade: 'ordinary',
  handling: 'by_deadline',
  ownerId: owner.id,
  leaderId: leader.id,
  officerId: officer.id,
  assignedAt: hazardAt,
};

function viewOf(given: Partial<Hazard> = {}, parts: Partial<Omit<HazardView, 'hazard'>> = {}): HazardView {
  const had = given.ownerId === owner.id ? { owner, leader, officer } : {};
  return hazardViewOf(
    { words: '车间后门锁了', kinds: ['fire_exit'], placeId: place.id, position: place.position, ...given },
    { place, ...had, ...parts },
  );
}

function world(view: HazardView, more: Partial<RenderWorld> = {}): RenderWorld {
  return { hazards: [view], people: [owner, stand, leader, teller, officer], places: [place], ...more };
}

function show(
  notice: Notice,
  about: RenderWorld,
  {
    room = direct,
    reader = null,
    can = everything,
    days = 1,
  }: { room?: Room; reader?: Person | null; can?: typeof everything; days?: number } = {},
): Promise<Card> {
  const tools = toolsOf(about, { capabilities: can, now: hazardAt + days * dayMs });
  const zoned = { ...tools, zone: { ...tools.zone, places: [place], hazards: rules } };
  return cardFor(notice, room, zoned, reader?.id ?? null);
}

/** One owner for everything. */
const rules = { ...usualHazardRules, owners: [{ places: [], areas: [], kinds: [], owners: ['网01'] }] };

describe('the command’s card of a new hazard', () => {
  it('shows what the rules suggest and why, who would have it, and the four choices', async () => {
    const told = viewOf();
    const view = { ...told, files: [hazardPhotoOf(told.hazard, 'before')] };
    const card = await show({ kind: 'hazard_triage', hazardId: view.hazard.id }, world(view), { room: command });
    const text = textOf(card);
    expect(text).toContain('待定级：疏散通道堵塞');
    expect(text).toContain('“车间后门锁了”');
    expect(text).toContain('照片 1 张');
    expect(text).toContain('规则建议：重大隐患');
    expect(text).toContain('GB 35181-2025；消防法第二十八条');
    expect(text).toContain('只是建议，由您来定');
    expect(text).toContain('定级后交给：网01 王五');
    expect(labelsOf(card)).toEqual([
      ['一般隐患', '重大隐患'],
      ['不是隐患', '改类型'],
    ]);
    expect(card.links).toHaveLength(1);
    expect(card.photo).toBe(view.files[0]?.id);
  });

  it('says so when no criterion fits and nobody is named', async () => {
    const view = viewOf({ kinds: ['street_light'], words: '路灯不亮' });
    const tools = toolsOf(world(view));
    const text = textOf(await cardFor({ kind: 'hazard_triage', hazardId: view.hazard.id }, command, tools));
    expect(text).toContain('规则建议：一般隐患');
    expect(text).toContain('没有对上重大隐患的条目');
    expect(text).toContain('没有写责任人');
  });

  it('offers a likely twin by its number', async () => {
    const older = viewOf({ reportedAt: hazardAt - 3 * dayMs });
    const view = viewOf();
    const about = { ...world(view), hazards: [view, older] };
    const card = await show({ kind: 'hazard_triage', hazardId: view.hazard.id }, about, { room: command });
    expect(textOf(card)).toContain(`可能重复：${older.hazard.number} 疏散通道堵塞，同一位置，3 天前报的`);
    const merge = card.actions.flat().find(({ verb }) => verb === 'hazard_merge');
    expect(merge?.value).toBe(older.hazard.number.slice(2));
  });

  it('turns the pages of kinds without losing a single one', async () => {
    const view = viewOf();
    const pages = ['likely', 'fire', 'work', 'materials', 'outdoors'] as const;
    const offered = await Promise.all(
      pages.map(async (page) => {
        const card = await show({ kind: 'hazard_triage', hazardId: view.hazard.id, page }, world(view), {
          room: command,
        });
        return card.actions.flat().map(({ value }) => value);
      }),
    );
    expect(hazardKinds.map(({ code }) => code).filter((code) => !offered.flat().includes(code))).toEqual([]);
  });

  it('graded without an owner offers those who can have it', async () => {
    const view = viewOf({ state: 'graded', grade: 'major', officerId: officer.id });
    const card = await show({ kind: 'hazard_triage', hazardId: view.hazard.id }, world(view), { room: command });
    expect(textOf(card)).toContain('请选一个责任人');
    expect(labelsOf(card)[0]).toEqual(['交给 网01 王五', '交给 网02 赵六']);
    const offered = card.actions.flat().filter(({ verb }) => verb === 'hazard_assign');
    expect(offered[1]?.value).toBe(stand.id);
    const words = await show({ kind: 'hazard_triage', hazardId: view.hazard.id }, world(view), {
      room: command,
      can: wordsOnly,
    });
    expect(textOf(words)).toContain('交给 网02 赵六');
    expect(textOf(words)).toContain(`交给 网02 ${view.hazard.number.slice(-4)}`);
  });

  it('asked for more time offers to grant or refuse it', async () => {
    const view = viewOf({ ...assigned, state: 'accepted', asked: { days: 3, reason: '等配件', at: hazardAt } });
    const card = await show({ kind: 'hazard_triage', hazardId: view.hazard.id }, world(view), { room: command });
    expect(textOf(card)).toContain('责任人申请延期 3 个工作日：“等配件”');
    expect(labelsOf(card)[0]).toEqual(['同意延期', '不同意延期']);
    expect(labelsOf(card)[1]).toEqual(['先停计时', '挂牌督办']);
  });
});

describe('a group’s card', () => {
  it.each([
    ['reported', {}, '已登记，谢谢！值班员正在看。'],
    ['assigned', assigned, '已经派人，11月30日17:30前弄好。'],
    ['accepted', { ...assigned, state: 'accepted' as const }, '有人在整改了，11月30日17:30前弄好。'],
    ['fixed', { ...assigned, state: 'fixed' as const, dueAt: null }, '改过了，再请人复查一遍。'],
    [
      'closed',
      { ...assigned, state: 'closed' as const, outcome: 'resolved' as const, dueAt: null },
      '✅ 弄好了，已销号。',
    ],
  ])('says how it stands when %s, without owner or words', async (_state, given, words) => {
    const view = viewOf(given);
    const card = await show({ kind: 'hazard_card', hazardId: view.hazard.id }, world(view), { room: village });
    expect(textOf(card)).toContain(words);
    expect(textOf(card)).not.toMatch(/王五|车间后门/);
    expect(card.actions).toEqual([]);
  });

  it('scolds nobody when it is late', async () => {
    const view = viewOf(assigned);
    const notice = { kind: 'hazard_card', hazardId: view.hazard.id } as const;
    const text = textOf(await show(notice, world(view), { room: village, days: 14 }));
    expect(text).toContain('比说好的晚了，正在催。');
    expect(text).not.toMatch(/逾期|王五/);
  });

  it('shows the picture of after and mentions the pair at the end', async () => {
    const view = viewOf({ state: 'closed', outcome: 'resolved' });
    const files = [hazardPhotoOf(view.hazard, 'before'), hazardPhotoOf(view.hazard, 'after')];
    const card = await show({ kind: 'hazard_card', hazardId: view.hazard.id }, world({ ...view, files }), {
      room: village,
    });
    expect(textOf(card)).toContain('整改前后都拍了照片');
    expect(card.photo).toBe(files[1]!.id);
  });
});

describe('the owner’s order', () => {
  const order = (view: HazardView, again = false) =>
    ({ kind: 'hazard_order', hazardId: view.hazard.id, ...(again ? { again } : {}) }) as const;

  it('says what, where, until when and why then, and offers both ways', async () => {
    const view = viewOf(assigned);
    const card = await show(order(view), world(view), { reader: owner });
    expect(textOf(card)).toContain('请你处理：疏散通道堵塞');
    expect(textOf(card)).toContain('11月23日起 5 个工作日');
    expect(textOf(card)).toContain('“当场改好”是 24 小时内弄完');
    expect(textOf(card)).toContain('片01 钱七 199-0000-0012');
    expect(labelsOf(card)).toEqual([
      ['当场改好', '限期整改'],
      ['改好了', '不归我'],
    ]);
    expect(card.loud).toBe(true);
  });

  it('accepted offers to report it fixed or to ask for days', async () => {
    const view = viewOf({ ...assigned, state: 'accepted' });
    const card = await show(order(view), world(view), { reader: owner });
    expect(labelsOf(card)).toEqual([
      ['改好了', '不归我'],
      ['延期3天', '延期5天', '延期10天'],
    ]);
  });

  it('that came back says what the check found', async () => {
    const view = viewOf({ ...assigned, state: 'accepted', round: 2 });
    const trace: ChainedEntry[] = [
      {
        subject: `hazard:${view.hazard.id}`,
        what: 'returned',
        actorId: leader.id,
        at: hazardAt,
        data: { words: '锁还挂着' },
        n: 1,
        previousHash: '',
        hash: '',
      },
    ];
    const card = await show(order(view, true), world(view, { trace }), { reader: owner });
    expect(textOf(card)).toContain('没弄好，请再处理');
    expect(textOf(card)).toContain('复查没过：“锁还挂着”');
  });

  it('of the round before says that there is a new one, and offers nothing', async () => {
    const view = viewOf({ ...assigned, state: 'accepted', round: 2 });
    const card = await show({ ...order(view), round: 1 }, world(view), { reader: owner });
    expect(textOf(card)).toContain('复查没过：疏散通道堵塞');
    expect(textOf(card)).toContain('看下面那条新的');
    expect(card.actions).toEqual([]);
  });

  it('tells whoever had it before that it is not theirs any more', async () => {
    const view = viewOf(assigned);
    const card = await show(order(view), world(view), { reader: stand });
    expect(textOf(card)).toContain('你不用管了');
    expect(card.actions).toEqual([]);
  });

  it('is answered in words where there are no buttons', async () => {
    const view = viewOf(assigned);
    const text = textOf(await show(order(view), world(view), { reader: owner, can: wordsOnly }));
    const end = view.hazard.number.slice(-4);
    expect(text).toContain(`回 当场改好 · 限期整改 · 改好了 · 不归我（手上不止一条就加上 ${end}，如 当场改好 ${end}）`);
  });
});

describe('what the reporter hears', () => {
  const report = hazardReportOf({ personId: teller.id });
  const subjects = (view: HazardView) => ({ hazardId: view.hazard.id, reportId: report.id });

  it('is one message with the number, thanks, and what comes next', async () => {
    const view = viewOf({}, { reports: [{ ...report, placeWords: '恒达五金厂' }] });
    const card = await show({ kind: 'hazard_filed', ...subjects(view), joined: false }, world(view));
    expect(textOf(card).split('\n')).toEqual([
      `收到，谢谢你！编号 ${view.hazard.number}。`,
      '疏散通道堵塞 · 恒达五金厂 · 西塘工业区',
      '接下来值班员会看，安排人去弄，有进展就告诉你。',
    ]);
  });

  it('has where in the place it is, in their own words', async () => {
    const view = viewOf({}, { reports: [{ ...report, placeWords: '后门' }] });
    const card = await show({ kind: 'hazard_filed', ...subjects(view), joined: false }, world(view));
    expect(textOf(card)).toContain('疏散通道堵塞 · 恒达五金厂 后门');
  });

  it('is one line in a group', async () => {
    const view = viewOf({}, { reports: [report] });
    const card = await show({ kind: 'hazard_filed', ...subjects(view), joined: false }, world(view), { room: village });
    expect(textOf(card)).toBe(`已登记，编号 ${view.hazard.number}。谢谢！`);
    expect(card.actions).toEqual([]);
  });

  it('keeps the promise of staying unnamed', async () => {
    const view = viewOf({}, { reports: [{ ...report, anonymous: true }] });
    const card = await show({ kind: 'hazard_filed', ...subjects(view), joined: false }, world(view));
    expect(textOf(card)).toContain('不会让别人知道是你报的');
  });

  it.each([
    ['accepted', '有人接下了，11月30日17:30前弄好。'],
    ['fixed', '改过了，再请人去复查一遍。'],
    ['reopened', '重新打开了'],
  ] as const)('is one line when it is %s', async (turn, words) => {
    const view = viewOf(assigned, { reports: [report] });
    const card = await show({ kind: 'hazard_turn', ...subjects(view), turn }, world(view));
    expect(card.lines).toHaveLength(1);
    expect(textOf(card)).toContain(words);
    expect(textOf(card)).not.toContain('王五');
  });

  it('gives the reason when it takes longer', async () => {
    const extensions = [{ why: 'granted' as const, days: 3, reason: '等配件', byId: null, at: hazardAt }];
    const view = viewOf({ ...assigned, ...dueIn({ extensions }) }, { reports: [report] });
    const text = textOf(await show({ kind: 'hazard_turn', ...subjects(view), turn: 'delayed' }, world(view)));
    expect(text).toBe(`${view.hazard.number}：要晚一些（等配件），12月3日17:30前弄好。`);
  });

  it('names both numbers when it goes on under another', async () => {
    const gone = viewOf({ state: 'closed', outcome: 'merged' });
    const view = viewOf({}, { reports: [{ ...report, fromHazardId: gone.hazard.id }] });
    const about = { ...world(view), hazards: [view, gone] };
    const text = textOf(await show({ kind: 'hazard_turn', ...subjects(view), turn: 'merged' }, about));
    expect(text).toContain(`${gone.hazard.number}：跟 ${view.hazard.number} 是同一处`);
  });

  it('ends with before and after, one question, and a way back', async () => {
    const closed = viewOf({ state: 'closed', outcome: 'resolved' }, { reports: [report] });
    const files = [hazardPhotoOf(closed.hazard, 'before'), hazardPhotoOf(closed.hazard, 'after')];
    const view = { ...closed, files };
    const notice = { kind: 'hazard_closed', ...subjects(view), ask: true } as const;
    const card = await show(notice, world(view), { can: { ...everything, albumLimit: 10 } });
    expect([card.photo, card.morePhotos]).toEqual([files[0]!.id, [files[1]!.id]]);
    expect(textOf(card)).toContain('前后照片都在这里');
    expect(labelsOf(card)).toEqual([['满意', '一般', '不满意'], ['还没弄好']]);
    expect((await show(notice, world(view))).photo).toBe(files[1]!.id);
    const later = await show({ ...notice, ask: false }, world(view));
    expect(labelsOf(later)).toEqual([['还没弄好']]);
  });
});

describe('a report that is being told', () => {
  it('is offered in a group by one quiet line', async () => {
    const draft = draftOf({ state: 'offered' });
    const card = await cardFor({ kind: 'hazard_offer', draftId: draft.id }, village, toolsOf({ drafts: [draft] }));
    expect(textOf(card)).toBe('登记为隐患？');
    expect(labelsOf(card)).toEqual([['登记', '不用']]);
    expect(card.loud).toBe(false);
  });

  it('is asked for its kind by the likely ones, and for its place by what it may be', async () => {
    const draft = draftOf({ placeChoices: [place.id] });
    const tools = toolsOf({ drafts: [draft], places: [place] });
    const kind = await cardFor({ kind: 'hazard_ask', draftId: draft.id, need: 'kind' }, direct, tools);
    expect(kind.actions.flat().filter(({ verb }) => verb === 'hazard_kind')).toHaveLength(9);
    expect(labelsOf(kind).at(-3)).toEqual(['其他']);
    const where = await cardFor({ kind: 'hazard_ask', draftId: draft.id, need: 'place' }, direct, tools);
    expect(labelsOf(where).slice(0, 2)).toEqual([['1. 恒达五金厂'], ['说不清在哪']]);
    const words = toolsOf({ drafts: [draft], places: [place] }, { capabilities: wordsOnly });
    expect(textOf(await cardFor({ kind: 'hazard_ask', draftId: draft.id, need: 'place' }, direct, words))).toContain(
      '回 地点 1 · 说不清在哪 · 匿名 · 不用',
    );
  });

  it('says nothing more once it has been answered', async () => {
    const draft = draftOf({ state: 'filed' });
    const tools = toolsOf({ drafts: [draft] });
    for (const notice of [
      { kind: 'hazard_offer', draftId: draft.id },
      { kind: 'hazard_ask', draftId: draft.id, need: 'kind' },
    ] as const) {
      expect(await render(queuedOf(notice, direct), direct, tools)).toBeNull();
    }
    const asked = draftOf();
    const ended = { kind: 'hazard_draft_ended', draftId: asked.id } as const;
    expect(await render(queuedOf(ended, direct), direct, toolsOf({ drafts: [asked] }))).toBeNull();
  });

  it('says its end where the question stood, without buttons and without what was told', async () => {
    const view = viewOf();
    const end = async (given: Partial<HazardDraft>, why?: 'unanswered' | 'emergency'): Promise<string> => {
      const draft = draftOf({ words: '王秀英说车间后门堵了', ...given });
      const notice = { kind: 'hazard_draft_ended', draftId: draft.id, ...(why === undefined ? {} : { why }) } as const;
      const card = await cardFor(notice, village, toolsOf({ drafts: [draft], hazards: [view] }));
      expect(card.actions).toEqual([]);
      return textOf(card);
    };
    expect(await end({ state: 'filed', hazardId: view.hazard.id })).toBe(`✅ 已登记，编号 ${view.hazard.number}`);
    expect(await end({ state: 'dropped' })).toBe('好的，没有登记。');
    expect(await end({ state: 'dropped' }, 'emergency')).toBe('已转为紧急情况，先救急。');
    expect(await end({ state: 'ended' }, 'unanswered')).toContain('没有登记');
    expect(await end({ state: 'ended' })).toContain('先收起来了');
  });
});

describe('the second look', () => {
  const fixed: Partial<Hazard> = {
    ...assigned,
    state: 'fixed',
    dueAt: null,
    fixedById: owner.id,
    fixedAt: hazardAt,
    draw: { checked: true, why: 'sample', lot: 3.5, sharePercent: 20 },
  };

  it('is for somebody else than the fixer', async () => {
    const view = { ...viewOf(fixed), fixedBy: owner };
    const notice = { kind: 'hazard_check', hazardId: view.hazard.id } as const;
    const card = await show(notice, world(view), { reader: leader });
    expect(textOf(card)).toContain('抽签抽到这条复查');
    expect(labelsOf(card)).toEqual([['复查合格', '没改好']]);
    const own = await show(notice, world(view), { reader: owner });
    expect(own.actions).toEqual([]);
    expect(textOf(own)).toContain('不能复查自己的');
  });

  it('shows on the command’s card how the lot fell', async () => {
    const view = { ...viewOf(fixed), fixedBy: owner };
    const card = await show({ kind: 'hazard_triage', hazardId: view.hazard.id }, world(view), { room: command });
    expect(textOf(card)).toContain('抽签 3.5，低于 20 就复查：要复查');
  });
});
