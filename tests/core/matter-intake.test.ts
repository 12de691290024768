import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DisputeKind } from '../../core/catalogue.ts';
import type { FileId, MatterId, PersonId, Token } from '../../core/ids.ts';
import {
  answersOf,
  canFile,
  canSkip,
  editedNeed,
  mostQuestions,
  needOfAnswer,
  needsOf,
  nextNeed,
} from '../../core/matter-intake.ts';
import { tellingSide } from '../../core/matter-sides.ts';
import { plainTold, withAnswer, withTold, type Told } from '../../core/matter-told.ts';
import { blankBody, matterKinds, type Matter, type MatterKind, type MatterNeed } from '../../core/matter.ts';
import { newMatter } from '../../core/new-matter.ts';
import { leavesOutAnswer } from '../../core/matter-words.ts';
import { partyOf } from '../../core/party.ts';
import { saidSum } from '../../core/said-sum.ts';

const teller = { id: 'p1' as PersonId, name: '李梅', phone: '' };

function told(kind: MatterKind = 'dispute', phone = ''): Matter {
  return newMatter({
    id: 'm1' as MatterId,
    number: 'M-2611-0001',
    token: 'tokentoken' as Token,
    kind,
    begunAt: 1_000,
    tellerId: teller.id,
    body: { ...blankBody, parties: [tellingSide({ ...teller, phone })] },
  });
}

/** The next question is put, as the handler does. */
function asked(matter: Matter): Matter {
  const need = nextNeed(matter);
  if (need === null) return { ...matter, need };
  return { ...matter, need, body: { ...matter.body, asked: [...new Set([...matter.body.asked, need])] } };
}

const says = (matter: Matter, words: string, more: Partial<Told> = {}): Matter =>
  asked(withTold(matter, { ...plainTold(words), ...more }));

describe('what a matter asks for', () => {
  it.each([
    'Hongda Hardware, phone 0579-88886666',
    'The landlord, Mr. Anderson-Whitfield, +86 138 0000 1111',
    '永固五金 王老板',
  ])('%s answers who the other side is, and is no part of what happened', (words) => {
    const before = { ...told().body, facts: ['no wages since June'], about: 'wages' } as const;
    const { body } = withTold({ ...told(), need: 'other_side', body: before }, plainTold(words));
    expect(body.facts).toEqual(['no wages since June']);
    expect(partyOf(body.parties, 'b')?.name).not.toBe('');
  });

  it('an answer in English that tells a story beside the name is kept as what happened too', () => {
    const words = 'He is my boss Li, he took me on in June and has never paid me since, his number is 13800001111';
    const { body } = withTold({ ...told(), need: 'other_side' }, plainTold(words));
    expect(body.facts).toEqual([words]);
  });

  it('wages: what happened, who, how much, how many, how to reach you, wishes', () => {
    let matter = asked(told());
    const order: (MatterNeed | null)[] = [matter.need];
    for (const [words, more] of [
      ['老板一直不给工资', { about: 'wages' }],
      ['永固五金 王老板 13800001111', {}],
      ['大概6万多', {}],
      ['我们12个', {}],
      ['13900002222', {}],
      ['要个女调解员', {}],
    ] as const) {
      matter = says(matter, words, more);
      order.push(matter.need);
    }
    expect(order).toEqual(['facts', 'other_side', 'sum', 'people', 'self', 'wish', 'check']);
    const { body } = matter;
    expect(body).toMatchObject({ about: 'wages', sumYuan: 60_000, sumApproximate: true, people: 12 });
    expect(body.facts).toEqual(['老板一直不给工资']);
    expect(partyOf(body.parties, 'a')).toMatchObject({ name: '李梅', phone: '13900002222', people: 12 });
    expect(partyOf(body.parties, 'b')).toMatchObject({ name: '永固五金 王老板', phone: '13800001111' });
    expect(body.wish).toMatchObject({ womanMediator: true, words: '要个女调解员' });
  });

  it('one long first message answers most of it: only what is missing is asked', () => {
    const matter = says(
      told('dispute', '13900002222'),
      '永固五金欠我们12个人工资18.6万 老板王强13800001111 最好找个女的',
      {
        about: 'wages',
        sum: { yuan: 186_000, approximate: false },
        people: 12,
        otherSide: { name: '永固五金', phone: '13800001111' },
        wish: { womanMediator: true },
      },
    );
    expect(matter.need).toBe('check');
    expect(matter.body.asked).toEqual(['check']);
  });

  it.each(matterKinds.map(({ code }) => code))(
    '%s: nothing is asked twice, and never more than six questions',
    (kind) => {
      for (const about of ['wages', 'neighbour', 'family', 'land', null] as (DisputeKind | null)[]) {
        let matter = asked(told(kind));
        const seen: MatterNeed[] = [];
        for (let i = 0; i < 20 && matter.need !== 'check'; i += 1) {
          if (matter.need !== null) seen.push(matter.need);
          matter = says(matter, i === 0 ? '我们那里的事' : '不知道', { about: kind === 'dispute' ? about : null });
        }
        expect(matter.need).toBe('check');
        expect(new Set(seen).size).toBe(seen.length);
        expect(seen.length).toBeLessThanOrEqual(mostQuestions);
        expect(seen[0]).toBe('facts');
      }
    },
  );

  it('a place is asked where neighbours quarrel, a sum where money is owed, neither in a family', () => {
    const needs = (about: DisputeKind): readonly MatterNeed[] =>
      needsOf({ kind: 'dispute', body: { ...blankBody, about } });
    expect(needs('neighbour')).toContain('place');
    expect(needs('neighbour')).not.toContain('sum');
    expect(needs('loan')).toContain('sum');
    expect(needs('family')).not.toContain('sum');
    expect(needs('family')).not.toContain('place');
  });

  it('whoever speaks for somebody else is asked whether that one agrees', () => {
    let matter = says(asked(told()), '我替我妈问的 她借给亲戚两万没还', { about: 'loan', proxyFor: '妈' });
    matter = says(says(matter, '表舅 陈刚'), '两万');
    matter = says(matter, '要他还钱');
    expect(matter.need).toBe('consent');
    const agreed = asked(withAnswer(matter, 'may_speak') ?? matter);
    expect(partyOf(agreed.body.parties, 'a')).toMatchObject({
      name: '',
      proxy: { name: '李梅', relation: '妈', agreed: true },
    });
    expect(says(matter, '还没问她').body.parties[0]?.proxy?.agreed).toBe(false);
  });

  it('is asked no more once it is handed in', () => {
    expect(nextNeed({ ...told(), state: 'reported' })).toBeNull();
  });
});

describe('what is told', () => {
  it('words that answer nothing are kept as what happened', () => {
    let matter = says(says(asked(told()), '房东不退押金', { about: 'tenancy' }), '刘房东');
    expect(matter.need).toBe('place');
    matter = says(matter, '东塘村12号');
    matter = { ...matter, need: 'sum' };
    matter = withTold(matter, plainTold('说不清，他还把我锁换了，东西都在里面'));
    expect(matter.body.facts).toContain('说不清，他还把我锁换了，东西都在里面');
    expect(matter.body.sumYuan).toBeNull();
  });

  it('what is said in several messages in a row is all kept', () => {
    let matter = asked(told());
    for (const words of ['他欠我钱', '去年五月借的，说好年底还，到现在电话也不接，家里也没人，村里人都知道', '有借条'])
      matter = says(matter, words, { about: 'loan' });
    expect(matter.body.facts.join('|')).toContain('去年五月借的');
    expect(JSON.stringify(matter.body)).toContain('有借条');
  });

  it('what stands in the summary can be changed, and nothing else changes', () => {
    let matter = says(asked(told('dispute', '13900002222')), '他借我钱不还', {
      about: 'loan',
      sum: { yuan: 5_000, approximate: false },
      otherSide: { name: '陈刚', phone: '' },
      wants: '还钱',
      wish: { words: '尽快' },
    });
    expect(matter.need).toBe('check');
    expect(answersOf(matter, 'check')).toContain('edit_sum');
    matter = withAnswer(matter, 'edit_sum') ?? matter;
    expect(matter.need).toBe('sum');
    matter = says(matter, '是一万五');
    expect(matter.need).toBe('check');
    expect(matter.body.sumYuan).toBe(15_000);
    matter = says(withAnswer(matter, 'edit_facts') ?? matter, '是他弟弟借的，他担保');
    expect(matter.body.facts).toEqual(['是他弟弟借的，他担保']);
  });

  it('another number of the other side is another person', () => {
    const matter = says(asked(told()), '他借我钱不还', { otherSide: { name: '陈刚', phone: '13800001111' } });
    const known = {
      ...matter,
      body: {
        ...matter.body,
        parties: matter.body.parties.map((side) => (side.key === 'b' ? { ...side, personId: 'p9' as PersonId } : side)),
      },
    };
    const changed = says({ ...known, need: 'other_side' }, '13700003333');
    expect(partyOf(changed.body.parties, 'b')).toMatchObject({ name: '陈刚', phone: '13700003333', personId: null });
  });

  it.each([
    ['六千多', 6_000],
    ['3000块', 3_000],
    ['大概18.6万', 186_000],
    ['6000', 6_000],
  ])('%s is a sum and no name of the other side, who is asked for again', (words, yuan) => {
    const known = { ...told().body, facts: ['他不还钱'], about: 'loan', asked: ['facts', 'other_side'] } as const;
    const matter = withTold({ ...told(), need: 'other_side', body: known }, plainTold(words));
    expect(partyOf(matter.body.parties, 'b')).toBeUndefined();
    expect(matter.body.sumYuan).toBe(yuan);
    expect(nextNeed(matter)).toBe('other_side');
  });

  it.each(['六千多', '18.6万', '大概五千吧', '6800', '好几千', '一两万', '五六千块'])(
    '%s, said again and again, is asked for once and is no name and no number of people',
    (words) => {
      let matter = withTold({ ...told(), need: 'sum' }, { ...plainTold(words), sum: saidSum(words, false) });
      const { sumYuan } = matter.body;
      expect(sumYuan).not.toBeNull();
      for (const need of ['people', 'other_side', 'other_side'] as const)
        matter = withTold(
          { ...matter, need, body: { ...matter.body, asked: [...new Set([...matter.body.asked, need])] } },
          { ...plainTold(words), sum: saidSum(words, false) },
        );
      expect(matter.body).toMatchObject({ sumYuan, people: null });
      expect(partyOf(matter.body.parties, 'b')).toBeUndefined();
      expect(matter.body.asked).toEqual(expect.arrayContaining(['people', 'other_side']));
      expect(nextNeed(matter)).not.toMatch(/sum|people|other_side/u);
    },
  );

  it.each([
    '不记得了',
    '没有数',
    '没数',
    '记不清了',
    '没算过',
    '说不准',
    '忘了',
    '还不知道多少',
    '具体没算过',
    '不清楚具体多少',
    '我也不知道',
  ])('%s leaves the sum open, and is part of nothing', (words) => {
    const before = { ...told(), need: 'sum' as const };
    const matter = withTold(before, plainTold(words));
    expect(matter.body.sumYuan).toBeNull();
    expect(matter.body.facts).toEqual(before.body.facts);
  });

  it.each(['没有数清楚就签了字', '忘了告诉你 对方还欠我两千', '不知道他住哪 电话换了'])(
    '%s tells something',
    (words) => {
      expect(leavesOutAnswer(words)).toBe(false);
    },
  );

  it('a whole story where a name was asked for is no name: who is named in it is the side, else it is asked for once more', () => {
    const asked = { ...told(), need: 'other_side' as const, body: { ...told().body, asked: ['other_side' as const] } };
    const tells = (words: string) => withTold(asked, { ...plainTold(words), about: 'wages' as const });
    const named = tells('宏达五金拖了我们6个人两个月工资，一共七万二，想要个女调解员');
    expect(partyOf(named.body.parties, 'b')?.name).toBe('宏达五金');
    expect(named.body.facts).toHaveLength(1);
    const nameless = tells('我们6个人干了两个月一分钱也没有拿到，天天去问天天说再等等');
    expect(partyOf(nameless.body.parties, 'b')).toBeUndefined();
    expect(nameless.body.facts).toHaveLength(1);
    expect(nameless.body.asked).toEqual([]);
  });

  it.each(['沈万三', '老六', '13700003333', '十三', '三千烦恼丝理发店'])('%s is the other side', (words) => {
    const matter = withTold({ ...told(), need: 'other_side' }, plainTold(words));
    expect(partyOf(matter.body.parties, 'b')).toBeDefined();
  });

  it('danger makes it urgent, and stays', () => {
    const matter = withTold(told(), { ...plainTold('他打我'), dangers: ['violence'] });
    expect(matter).toMatchObject({ urgent: true, body: { danger: 'violence' } });
    expect(withTold(matter, plainTold('现在没事了')).body.danger).toBe('violence');
  });

  it('pictures are kept once, and what is too long is cut', () => {
    const one = withTold(told(), { ...plainTold('x'.repeat(5_000)), fileIds: ['f1' as FileId] });
    const two = withTold(one, { ...plainTold(''), fileIds: ['f1' as FileId, 'f2' as FileId] });
    expect(two.body.fileIds).toEqual(['f1', 'f2']);
    expect(two.body.facts[0]).toHaveLength(2_000);
  });
});

describe('any words at any question', () => {
  const kinds = matterKinds.map(({ code }) => code);

  it('are kept in some form, whatever was asked', () => {
    const property = fc.property(
      fc.constantFrom(...kinds),
      fc.constantFrom<(MatterNeed | null)[]>('facts', 'about', 'wants', 'other_side', 'sum', 'place', 'people', null),
      fc.string({ minLength: 25, maxLength: 1_500, unit: 'grapheme' }),
      (kind, need, words) => {
        const said = words.trim();
        const { body } = withTold({ ...told(kind), need }, plainTold(words));
        const kept = [...body.facts, body.wants].some((one) => one === said.slice(0, 2_000));
        expect(said.length <= 24 || kept).toBe(true);
      },
    );
    fc.assert(property, { numRuns: 300 });
  });

  it('lead to the summary in a few steps', () => {
    const property = fc.property(fc.constantFrom(...kinds), fc.array(fc.string(), { minLength: 8 }), (kind, said) => {
      let matter = says(asked(told(kind)), '我们那里的事');
      for (const words of said) matter = says(matter, words);
      expect(matter.need).toBe('check');
    });
    fc.assert(property, { numRuns: 200 });
  });
});

describe('answers by a button', () => {
  it('each belongs to a question', () => {
    expect(needOfAnswer('woman')).toBe('wish');
    expect(needOfAnswer('nameless')).toBe('self');
    expect(needOfAnswer('edit_sum')).toBe('check');
    for (const forged of ['edit_check', 'edit_', 'edit_constructor', 'toString', '', 'yes'])
      expect(needOfAnswer(forged), forged).toBeNull();
    expect(editedNeed('edit_sum')).toBe('sum');
    expect(withAnswer(told(), 'constructor')).toBeNull();
  });

  it('a clue can be told without a name', () => {
    const clue = told('crime_clue', '13900002222');
    expect(answersOf(clue, 'self')).toEqual(['nameless', 'named']);
    expect(withAnswer(clue, 'nameless')?.body.parties[0]).toMatchObject({ name: '', phone: '', personId: null });
    expect(answersOf(told(), 'self')).toEqual([]);
  });

  it('everything can be left out but what happened; somebody in need owes no story', () => {
    expect(canSkip('sum', told())).toBe(true);
    expect(canSkip('facts', told())).toBe(false);
    expect(canSkip('facts', told('counselling'))).toBe(true);
    expect(canFile(told())).toBe(false);
    expect(canFile(told('women_adviser'))).toBe(true);
    expect(canFile(says(asked(told()), '他借我钱不还'))).toBe(true);
  });
});
