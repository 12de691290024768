import { describe, expect, it } from 'vitest';
import { agreementOf, withPayment } from '../../../core/agreement-steps.ts';
import type { DisputeKind } from '../../../core/catalogue.ts';
import type { PersonId, RoomId } from '../../../core/ids.ts';
import type { Danger, Matter, MatterBody } from '../../../core/matter.ts';
import type { Card } from '../../../core/message.ts';
import type { Notice } from '../../../core/notice.ts';
import type { Person } from '../../../core/people.ts';
import { isPrivateNotice, type PrivateNotice } from '../../../core/private-notice.ts';
import { render } from '../../../bot/present/render.ts';
import { personOf } from '../../support/incident-factory.ts';
import {
  asked,
  caseOf,
  caseRules,
  caseSession,
  caseView,
  desk,
  directRoom,
  everybody,
  mediator,
  noteOf,
  otherSide,
  secrets,
  stranger,
  teller,
} from '../../support/matter-case.ts';
import { matterAt, openingOf } from '../../support/matter-factory.ts';
import { matterNotices } from '../../support/matter-notices.ts';
import { everything, labelsOf, queuedOf, textOf, toolsOf, wordsOnly } from '../../support/render-world.ts';

const day = 86_400_000;
/** Tuesday, 24 November 2026, 14:00 in Shanghai. */
const tomorrow = matterAt + day + 4 * 3_600_000;
const agreement = withPayment(
  agreementOf('written', '', [
    { from: 'b', to: 'a', amountYuan: 10_000, words: '', dueOn: '2026-11-30' },
    { from: 'b', to: 'a', amountYuan: 8_600, words: '尾款', dueOn: '2026-12-31' },
  ]),
  1,
  3_000,
  'b',
  matterAt,
);
const booked = { ...caseSession, state: 'booked' as const, startsAt: tomorrow };

interface Ask {
  matter: Matter;
  reader: Person;
  now?: number;
  capabilities?: typeof everything;
}

async function cardOf(notice: Notice, { matter, reader, now = matterAt, capabilities = everything }: Ask) {
  const opening = openingOf(matter.id, stranger.id, { reason: '联系不上调解员' });
  const people = [...everybody.filter(({ id }) => id !== reader.id), reader];
  const matters = { views: [caseView(matter)], notes: [noteOf(matter)], openings: [opening] };
  const tools = toolsOf({ people, matters }, { capabilities, now });
  const zone = { ...tools.zone, privateMatters: caseRules };
  const rendered = await render(queuedOf(notice, directRoom, reader.id), directRoom, { ...tools, zone });
  return rendered?.kind === 'card' ? rendered.card : null;
}

async function shown(kind: PrivateNotice, ask: Ask): Promise<Card> {
  const card = await cardOf(kind, ask);
  if (card === null) throw new Error(`${kind.kind} came to no card`);
  return card;
}

const facts = (matter: Matter, reader: Person): Promise<Card> =>
  shown({ kind: 'matter_facts', matterId: matter.id }, { matter, reader });
const work = (matter: Matter, now = matterAt): Promise<Card> =>
  shown({ kind: 'matter_work', matterId: matter.id }, { matter, reader: mediator, now });
const inState = (state: Matter['state'], body: Partial<MatterBody> = {}, more: Partial<Matter> = {}): Matter =>
  caseOf({ state, acceptedAt: matterAt, ...more }, body);

/** Everything that may stand only where it was asked for. */
const contents = Object.values(secrets);
const said = (card: Card): string[] => contents.filter((secret) => textOf(card).includes(secret));
/** What stands there without being covered. */
const openly = (card: Card): string[] => {
  const plain = [card.title ?? '', ...card.lines.filter(({ style }) => style !== 'hidden').map(({ text }) => text)];
  return contents.filter((secret) => plain.some((text) => text.includes(secret)));
};

const offered = inState('screened', {}, { ownerId: null, acceptedAt: null });
const performing = inState('performing', {
  agreement,
  sessions: [{ ...caseSession, state: 'held', record: secrets.record }],
});

describe('what comes unasked about a private matter', () => {
  const states: readonly [string, Matter][] = [
    ['telling', caseOf({ state: 'telling', ownerId: null, need: 'facts' })],
    ['offered', offered],
    ['assigned', inState('assigned')],
    ['mediating', inState('mediating', { sessions: [booked] })],
    ['agreed', inState('agreed', { agreement })],
    ['performing', performing],
    ['ended', inState('ended', {}, { outcome: 'failed', endedAt: matterAt })],
  ];

  it.each(states)('says no name, no sum and no word of it while %s', async (_state, matter) => {
    for (const reader of [teller, otherSide, mediator, asked, desk]) {
      const notices = matterNotices({
        matterId: matter.id,
        openingId: 'none' as never,
        noteId: 'none' as never,
        personId: reader.id,
      });
      for (const notice of Object.values(notices).flat()) {
        if (notice.kind === 'matter_facts') continue;
        const card = await cardOf(notice, { matter, reader });
        // The summary of the teller's own words is covered; nothing else says any of it.
        if (card !== null) expect(openly(card), notice.kind).toEqual([]);
        if (card !== null && notice.kind !== 'matter_ask') expect(said(card), notice.kind).toEqual([]);
      }
    }
  });

  it('begins with a number and nothing else, is not to be passed on, and makes no sound but for danger', async () => {
    const matter = inState('mediating', { sessions: [booked] });
    for (const reader of [teller, otherSide, mediator]) {
      const notices = matterNotices({
        matterId: matter.id,
        openingId: 'none' as never,
        noteId: 'none' as never,
        personId: reader.id,
      });
      const about = Object.values(notices)
        .flat()
        .filter((notice) => notice.kind !== 'matter_pointer' && 'matterId' in notice && notice.matterId !== null);
      for (const notice of about) {
        const card = await cardOf(notice, { matter, reader });
        if (card === null || notice.kind === 'matter_note_kept') continue;
        expect(card.title, notice.kind).toMatch(/^M-2611-0042(?: · \S+)?$/);
        expect(card.confidential, notice.kind).toBe(true);
        if (notice.kind !== 'matter_danger' && notice.kind !== 'matter_push')
          expect(card.loud, notice.kind).toBe(false);
      }
    }
  });

  it('is never drawn for a group, whoever queued it', async () => {
    const matter = inState('assigned');
    const group = { ...directRoom, id: 'group' as RoomId, kind: 'group' as const };
    const tools = toolsOf({ people: [...everybody], matters: { views: [caseView(matter)] } });
    const notices = matterNotices({
      matterId: matter.id,
      openingId: 'none' as never,
      noteId: 'none' as never,
      personId: teller.id,
    });
    for (const notice of Object.values(notices).flat()) {
      if (!isPrivateNotice(notice)) continue;
      const drawn = render(queuedOf(notice, group, teller.id), group, tools);
      await expect(drawn, notice.kind).rejects.toThrow('A private notice was queued for a group');
    }
  });

  it('leaves in a group a number, and a way into the direct chat', async () => {
    const matter = caseOf({ state: 'telling', ownerId: null });
    const group = { ...directRoom, id: 'group' as RoomId, kind: 'group' as const };
    const world = { people: [...everybody], matters: { views: [caseView(matter)] } };
    const notice = { kind: 'matter_pointer', matterId: matter.id, why: 'begun' } as const;
    const linked = toolsOf(world, { directLink: (start) => `https://t.me/bot?start=${start}` });
    const withLink = await render(queuedOf(notice, group), group, linked);
    expect(withLink).toMatchObject({
      card: { actions: [], links: [{ url: 'https://t.me/bot?start=m-M-2611-0042' }] },
    });
    const without = await render(queuedOf(notice, group), group, toolsOf(world, { capabilities: wordsOnly }));
    expect(without?.kind === 'card' && textOf(without.card)).toContain('接着说 M-2611-0042');
    expect(without?.kind === 'card' && said(without.card)).toEqual([]);
  });
});

describe('what a matter says to whoever asks', () => {
  it('is covered, every name and word of it', async () => {
    for (const reader of [teller, otherSide, mediator, asked, desk]) {
      const card = await facts(reader === asked ? offered : performing, reader);
      expect(openly(card)).toEqual([]);
      expect(card).toMatchObject({ confidential: true, loud: false });
    }
  });

  it('names the sides to whoever it is offered to, but not what happened, nor how to ring them', async () => {
    const card = await facts(offered, asked);
    expect(said(card)).toEqual([secrets.applicant, secrets.respondent, secrets.wish]);
    expect(textOf(card)).toContain('12 人');
    expect(labelsOf(card)).toEqual([['我来接', '接不了'], ['我认识其中一方']]);
  });

  it('is all of it for whoever has it, with whole phone numbers and the notes', async () => {
    const text = textOf(await facts(performing, mediator));
    for (const secret of [...contents]) expect(text).toContain(secret);
  });

  it('shows somebody who opened it with a second person’s leave no whole number and no note', async () => {
    const matter = performing;
    const opening = openingOf(matter.id, stranger.id, { agreed: true, untilAt: matterAt + 60_000 });
    const tools = toolsOf(
      { people: [...everybody], matters: { views: [caseView(matter)], notes: [noteOf(matter)], openings: [opening] } },
      { now: matterAt },
    );
    const notice = { kind: 'matter_facts', matterId: matter.id } as const;
    const rendered = await render(queuedOf(notice, directRoom, stranger.id), directRoom, tools);
    const text = rendered?.kind === 'card' ? textOf(rendered.card) : '';
    expect(text).toContain('199****1111');
    expect(text).toContain(secrets.facts);
    expect(text).not.toContain(secrets.applicantPhone);
    expect(text).not.toContain(secrets.note);
  });

  it('never shows a side the other side’s words, phone, or what a mediator noted', async () => {
    const own = textOf(await facts(performing, teller));
    expect(own).toContain(secrets.facts);
    for (const secret of [secrets.note, secrets.record, secrets.respondentPhone]) expect(own).not.toContain(secret);
    const other = textOf(await facts(performing, otherSide));
    for (const secret of [
      secrets.facts,
      secrets.wants,
      secrets.place,
      secrets.wish,
      secrets.applicantPhone,
      secrets.note,
      secrets.record,
    ])
      expect(other).not.toContain(secret);
    expect(other).toContain('你 → 陈小满：10,000 元，11月30日（周一）前');
    expect(other).toContain('11月23日（周一）付了 3,000 元，等对方确认');
  });

  it('says nothing to somebody who is nothing to it, nor to whoever commands', async () => {
    const notice = { kind: 'matter_facts', matterId: performing.id } as const;
    expect(await cardOf(notice, { matter: performing, reader: stranger })).toBeNull();
    const passer = personOf({ id: 'passer' as PersonId, roles: ['resident'] });
    expect(await cardOf(notice, { matter: performing, reader: passer })).toBeNull();
  });

  it('keeps a talk with one side alone from the other', async () => {
    const matter = inState('mediating', { sessions: [{ ...booked, form: 'apart', side: 'a' }] });
    expect(textOf(await facts(matter, teller))).toContain('11月24日（周二）14:00');
    expect(textOf(await facts(matter, otherSide))).not.toContain('14:00');
  });
});

describe('the buttons of whoever has a matter', () => {
  const verbs = async (matter: Matter, now?: number): Promise<string[]> => {
    const card = await work(matter, now);
    return card.actions.flat().map(({ verb, value }) => (value === undefined ? verb : `${verb} ${value}`));
  };

  it('note who agrees, of those alone who have not', async () => {
    const found = await verbs(inState('assigned'));
    expect(found).toEqual(expect.arrayContaining(['matter_consent b:yes', 'matter_consent b:no']));
    expect(found).not.toContain('matter_consent a:yes');
    expect(found).not.toContain('matter_times');
    expect(found.some((verb) => verb.startsWith('matter_agree'))).toBe(false);
  });

  it('arrange a meeting, and once it is over ask how it went', async () => {
    expect(await verbs(inState('accepted'))).toContain('matter_times');
    const matter = inState('mediating', { sessions: [booked] });
    expect(await verbs(matter)).toContain('matter_cancel');
    const after = await verbs(matter, tomorrow + 60_000);
    expect(after).toEqual(expect.arrayContaining(['matter_held', 'matter_absent a', 'matter_absent b']));
  });

  it('take signatures, and the seal when there is nobody left to sign', async () => {
    expect(await verbs(inState('agreed', { agreement }))).toEqual(
      expect.arrayContaining(['matter_sign a', 'matter_sign b']),
    );
    const signatures = (['a', 'b'] as const).map((key) => ({ key, how: 'paper' as const, at: matterAt }));
    expect(await verbs(inState('agreed', { agreement: { ...agreement, signatures } }))).toContain('matter_sign seal');
  });

  it('offer no meeting at one table and nothing by word of mouth where there is danger', async () => {
    const card = await work(inState('accepted', { danger: 'violence' }));
    expect(textOf(card)).toContain('不安排面对面');
    expect(card.actions.flat().some(({ value }) => value === 'oral')).toBe(false);
  });

  it('offer nothing by word of mouth where the law wants it in writing', async () => {
    const oral = async (about: DisputeKind) =>
      (await work(inState('mediating', { about }))).actions.flat().some(({ value }) => value === 'oral');
    expect(await oral('wages')).toBe(false);
    expect(await oral('medical')).toBe(false);
    expect(await oral('neighbour')).toBe(true);
  });

  it('are nobody else’s', async () => {
    const matter = inState('assigned');
    const card = await shown({ kind: 'matter_work', matterId: matter.id }, { matter, reader: stranger });
    expect(card.actions).toEqual([]);
  });
});

describe('the first question', () => {
  it('says who can read the answers, and where all of it can be told at once', async () => {
    const ask = async (need: 'facts' | 'wants', asked: MatterBody['asked']): Promise<Card> => {
      const matter = caseOf({ state: 'telling', ownerId: null, need }, { asked });
      return shown({ kind: 'matter_ask', matterId: matter.id, need }, { matter, reader: teller });
    };
    const first = await ask('facts', ['facts']);
    expect(first.links.map(({ label }) => label)).toEqual(['打开网页来说']);
    expect(first.links[0]?.url).toContain('/private/tell/');
    expect(textOf(first)).toContain('只有你和接手的人看得到');
    const second = await ask('wants', ['facts', 'about', 'wants']);
    expect(second.links).toEqual([]);
    expect(textOf(second)).not.toContain('只有你');
  });
});

describe('words in place of buttons', () => {
  it('carry the number, and say every step', async () => {
    const matter = inState('assigned');
    const card = await shown(
      { kind: 'matter_work', matterId: matter.id },
      { matter, reader: mediator, capabilities: wordsOnly },
    );
    expect(card.actions).toEqual([]);
    const text = textOf(card);
    for (const word of ['M-2611-0042 看', '对方愿意', '对方联系不上', '谈不成', '交回去', '转上级'])
      expect(text).toContain(word);
  });

  it('need no number for the question that is open', async () => {
    const matter = caseOf({ state: 'telling', ownerId: null, need: 'wish' });
    const card = await shown(
      { kind: 'matter_ask', matterId: matter.id, need: 'wish' },
      { matter, reader: teller, capabilities: wordsOnly },
    );
    expect(textOf(card)).toContain('回一个就行：要女调解员 · 都可以');
    expect(textOf(card)).toContain('回：跳过 · 算了');
  });
});

describe('a safety line', () => {
  const safety = (danger: Danger | readonly Danger[], reader = teller): Promise<Card> =>
    shown({ kind: 'matter_safety', dangers: [danger].flat(), matterId: null }, { matter: offered, reader });

  it('comes silent, without a word of blame, with the helpline first for who wants to die', async () => {
    const lines = (await safety('self_harm')).lines.map(({ text }) => text);
    const first = lines.findIndex((text) => text.includes('12356'));
    expect(first).toBeGreaterThan(0);
    for (const later of ['120', '110']) expect(first).toBeLessThan(lines.findIndex((text) => text.startsWith(later)));
    expect((await safety('violence')).loud).toBe(false);
    expect(textOf(await safety('violence'))).toContain('这不是你的错');
  });

  it('two dangers in one: all steps of the gravest and the first of the other, and no number twice', async () => {
    const lines = (await safety(['violence', 'self_harm'])).lines.map(({ text }) => text);
    expect(lines[0]).toContain('先离开动手的人');
    expect(lines).toContain('谢谢你说出来。难受的时候不用一个人扛。');
    const numbers = lines.flatMap((text) => /^(?<phone>\d{3,})\s/u.exec(text)?.groups?.['phone'] ?? []);
    expect(numbers).toEqual(expect.arrayContaining(['110', '120', '12356', '12338']));
    expect(numbers).toHaveLength(new Set(numbers).size);
    expect(numbers[0]).toBe('110');
  });

  it('promises nobody where nothing was begun', async () => {
    expect(textOf(await safety('violence'))).not.toContain('叫人');
  });

  it('is there in English', async () => {
    expect(textOf(await safety('violence', { ...teller, language: 'en' }))).toContain('12338 women’s helpline');
  });
});

describe('what happens next', () => {
  it('is told with the day of the week and the zone’s time', async () => {
    const matter = inState('mediating', { sessions: [booked] });
    const notice = { kind: 'matter_session', matterId: matter.id, session: 1, step: 'day' } as const;
    expect(textOf(await shown(notice, { matter, reader: otherSide }))).toContain('明天（周二）14:00');
    const english = await shown(notice, { matter, reader: { ...otherSide, language: 'en' } });
    expect(textOf(english)).toContain('tomorrow (Tue), 14:00');
  });

  it('after a no is every other way there is for this kind of dispute, covered', async () => {
    const matter = inState('ended', {}, { outcome: 'refused' });
    const notice = { kind: 'matter_ended', matterId: matter.id, outcome: 'refused' } as const;
    const card = await shown(notice, { matter, reader: teller });
    const ways = card.lines.filter(({ style }) => style === 'hidden').map(({ text }) => text);
    expect(ways.join('\n')).toMatch(/12333[\s\S]*劳动仲裁[\s\S]*12348/);
    const plain = card.lines.filter(({ style }) => style !== 'hidden').map(({ text }) => text);
    expect(plain.join('\n')).not.toMatch(/劳动|工资|12333/);
  });

  it('of a promise is asked of whoever made it, whoever waits for it, or whoever has the matter', async () => {
    const notice = { kind: 'matter_payment', matterId: performing.id, term: 1, step: 'due' } as const;
    const labels = async (reader: Person): Promise<string[]> =>
      labelsOf(await shown(notice, { matter: performing, reader })).flat();
    expect(await labels(otherSide)).toEqual(['付了', '看内容']);
    expect(await labels(teller)).toEqual(['钱收到了', '没收到钱', '看内容']);
    expect(textOf(await shown(notice, { matter: performing, reader: mediator }))).toContain('请打个电话');
  });
});
