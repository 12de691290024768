import { describe, expect, it } from 'vitest';
import { sumsIn } from '../../../../core/reading/private/money.ts';
import { read } from '../../../../core/reading/read.ts';
import type { Message } from '../../../../core/reading/reading.ts';
import { messageOf } from '../corpus.ts';

function told(text: string, circumstances: Partial<Message> = {}): ReturnType<typeof read> {
  return read(messageOf({ room: 'direct', ...circumstances, text }));
}

describe('sums of money', () => {
  it.each([
    ['大概6万多', 60_000],
    ['一万二', 12_000],
    ['三千六', 3_600],
    ['18.6万', 186_000],
    ['4万2', 42_000],
    ['六千多', 6_000],
    ['万把块', 10_000],
    ['两三千', 3_000],
    ['一万四五', 15_000],
    ['欠我12,000元', 12_000],
    ['欠我2k', 2_000],
    ['十几万', 100_000],
    ['３０００块', 3_000],
    ['九万四一直不结', 94_000],
    ['两千八一次了结', 2_800],
  ])('reads %s', (words, yuan) => {
    const plain = words.normalize('NFKC');
    expect(sumsIn(plain).map((sum) => sum.yuan)).toEqual([yuan]);
  });

  it.each(['三个月', '5个人', '下午3点', '买了才三天', '13800138000', '第二期', '3号楼', '2023年', '一块地'])(
    'takes %s for no money',
    (words) => {
      expect(sumsIn(words)).toEqual([]);
    },
  );

  it('tells what is at stake from what was paid and what is offered', () => {
    expect(told('手被冲床压了 住院花了4万2 厂里只肯给1万').fields).toMatchObject({
      amountYuan: 42_000,
      offeredYuan: 10_000,
    });
    expect(told('讲好5000 转了3000 剩下月底', { openCase: true }).fields).toMatchObject({
      amountYuan: 5_000,
      paidYuan: 3_000,
    });
    expect(told('协议签了 他到现在一分钱没给', { openCase: true }).fields).toMatchObject({ paidYuan: 0 });
    expect(told('工伤鉴定十级 单位只答应赔三万 我算下来该七万').fields).toMatchObject({
      amountYuan: 70_000,
      offeredYuan: 30_000,
    });
    expect(told('老板叫小舅子送来五千块 打了收条', { openCase: true }).fields.paidYuan).toBe(5_000);
    expect(told('已支付医疗费3200元,附凭证。', { openCase: true }).fields.paidYuan).toBe(3_200);
  });

  it('multiplies what each of several is owed', () => {
    expect(told('6个人 每人3000 保洁公司拖着不给').fields.amountYuan).toBe(18_000);
    expect(told('5400一个月 四个月没发 老板说等甲方').fields.amountYuan).toBe(21_600);
  });
});

describe('people in danger', () => {
  it('hears them before anything else they tell', () => {
    expect(told('老板欠我3万不给 家也散了 不想活了')).toMatchObject({
      intent: 'crisis',
      fields: { severity: 'emergency' },
    });
    expect(told('同意调解 但是他说再去要钱就砍死我', { openCase: true }).intent).toBe('crisis');
  });

  it('leaves those to the rescuers who need hands now', () => {
    expect(told('他拿着刀在我家门口 快来人').intent).toBe('emergency');
    expect(told('老公打我 我躲在厕所 他在踹门').intent).toBe('emergency');
  });

  it('keeps a blow that is told of, and is not falling now, out of the command group', () => {
    for (const words of ['李叔喝酒打我 上周又动手了', '他喝了酒打我', '我老公昨晚又打我了'])
      expect(told(words), words).toMatchObject({ intent: 'crisis', fields: { kinds: ['domestic_violence'] } });
  });

  it.each([
    ['死者家属把棺材抬到厂门口了 人越聚越多', 'crowd'],
    ['他把刀往桌上一拍 问我还要不要钱', 'violence'],
    ['我把存折压在枕头底下了 你们以后自己看着办', 'self_harm'],
    ['老公昨晚又喝多了 我和孩子在楼道里坐到天亮', 'domestic_violence'],
  ])('knows of %s what the danger is, where no word names it', (text, kind) => {
    expect(told(text)).toMatchObject({ intent: 'crisis', fields: { kinds: [kind] } });
  });

  it('takes no jest for danger', () => {
    expect(told('气得我不想活了哈哈', { room: 'village' }).intent).not.toBe('crisis');
    expect(told('气得我不想活了哈哈').intent).not.toBe('crisis');
  });

  it('does not call what is long over a crisis', () => {
    expect(told('离婚财产 他打过我两次 三年前的事').intent).toBe('dispute');
  });
});

describe('the course of a dispute', () => {
  it('is heard from those who have one open', () => {
    expect(told('同意的', { openCase: true }).intent).toBe('dispute_consent');
    expect(told('同意的', { room: 'village' }).intent).not.toBe('dispute_consent');
  });

  it('knows the last of two times that are named', () => {
    expect(told('下午两点不行 改成四点', { openCase: true }).fields.time).toBe('16:00');
    expect(told('周五下午两点行不行', { openCase: true }).fields.time).toBe('14:00');
  });

  it('is not taken for the course of a hazard, nor the other way', () => {
    expect(told('昨天来了个人看了一眼就走了 到现在没下文', { openCase: true }).intent).toBe('hazard_chase');
    expect(told('已经和好了 不用调了 谢谢', { openCase: true }).intent).toBe('dispute_settled');
  });
});

describe('answers about a dispute', () => {
  it('are read by what was asked', () => {
    expect(told('一共是3万2', { openCase: true, openQuestion: 'amount' })).toMatchObject({
      intent: 'dispute',
      fields: { amountYuan: 32_000 },
    });
    expect(told('7800左右', { openCase: true, openQuestion: 'amount' }).fields).toMatchObject({
      amountYuan: 7_800,
      approximate: true,
    });
  });
});

describe('words that only sound like a dispute', () => {
  it.each(['今天跟老公吵了一架 不想理他', '谁欠我一顿饭 记得还哈', '做生意的都说今年难 货款难收'])(
    'leaves %s to the neighbours',
    (text) => {
      expect(told(text, { room: 'village' }).intent).not.toMatch(/^dispute|^crisis/);
    },
  );

  it.each(['本周受理纠纷12起 调解成功10起', '那个工伤的案子卷宗谁拿了 我要补签字'])(
    'leaves %s to the mediators',
    (text) => {
      expect(told(text, { room: 'mediation' }).intent).not.toMatch(/^dispute|^crisis/);
    },
  );

  it('leaves squads and patrols alone', () => {
    for (const room of ['squad', 'patrol', 'command'] as const) {
      expect(told('老板欠我们3个月工资', { room }).intent).not.toMatch(/^dispute/);
    }
  });

  it('bears any words at all', () => {
    for (const text of ['', ' ', '欠'.repeat(5_000), '1'.repeat(3_000), '万'.repeat(500), '\ud83d', '押金押金押金']) {
      expect(() => told(text)).not.toThrow();
    }
  });
});
