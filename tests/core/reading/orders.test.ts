import { describe, expect, it } from 'vitest';
import { answer, inSquad, inVillage } from './speak.ts';

describe('answering an order', () => {
  it.each(['1', '１', '1️⃣', '一', '1！', '1 马上', '能去', 'neng qu', '我去', '算我一个'])(
    'takes %s for a yes',
    (text) => {
      expect(answer(text).intent).toBe('accept');
    },
  );

  it('hears when somebody will be there', () => {
    expect(answer('能去，8分钟').fields.etaMinutes).toBe(8);
    expect(answer('1，8').fields.etaMinutes).toBe(8);
    expect(answer('我去 半个钟').fields.etaMinutes).toBe(30);
    expect(answer('好 五分钟后到').fields.etaMinutes).toBe(5);
    expect(answer('十来分钟').fields).toMatchObject({ etaMinutes: 10, approximate: true });
  });

  it('hears the limits somebody sets', () => {
    expect(answer('我没水域证 只能岸上帮忙')).toMatchObject({ intent: 'accept', fields: { wish: '只能岸上帮忙' } });
  });

  it.each(['3', '3️⃣', '去不了 在外地', '别等我了', '走不开', '换别人吧', "can't come", '收到 但我去不了'])(
    'takes %s for a no',
    (text) => {
      expect(answer(text).intent).toBe('decline');
    },
  );

  it('takes a reason alone for a no, but not when a yes stands beside it', () => {
    expect(answer('在外地').intent).toBe('decline');
    expect(answer('没车，走过去20分钟').intent).toBe('accept');
  });

  it.each(['收到', '好的', '明白', 'OK', '👌', '收到，我看一下能不能去'])(
    'takes %s as read and not as a yes',
    (text) => {
      expect(answer(text).intent).toBe('received');
    },
  );

  it('takes going words for a yes although 收到 stands before them', () => {
    expect(answer('收到 马上到').intent).toBe('accept');
  });

  it.each(['去', '来了', '来了来了', '我又能去了', '现在能去了', '我也去', '可以的', '骑车去'])(
    'takes %s alone for a yes',
    (words) => {
      expect(answer(words)).toMatchObject({ intent: 'accept', confidence: 0.95 });
    },
  );

  it('keeps somebody who can only leave later in reserve', () => {
    expect(answer('我20分钟以后才能走 行不行?')).toMatchObject({ intent: 'standby', fields: { delayMinutes: 20 } });
  });

  it('does not take another person’s going for the writer’s', () => {
    expect(answer('老王说他能去')).toMatchObject({ intent: 'unknown', fields: { proxy: '老王' } });
    expect(answer('他能去').intent).not.toBe('accept');
    expect(answer('帮老王接一下 他手机没电 他能去')).toMatchObject({ intent: 'accept', fields: { proxy: '老王' } });
  });

  it('takes a question about going for a question', () => {
    expect(answer('能去吗？').intent).toBe('question');
    expect(answer('谁能去').intent).toBe('question');
  });

  it('reads the reply code, and the code of a quoted order', () => {
    expect(inVillage('接警 A7K')).toMatchObject({ intent: 'accept', fields: { code: 'A7K' } });
    expect(inSquad('a7k 10分钟')).toMatchObject({ intent: 'accept', fields: { code: 'A7K', etaMinutes: 10 } });
    expect(inSquad('能去', { quote: '【出警】〔A7K〕西塘工业区 火灾' })).toMatchObject({
      intent: 'accept',
      fields: { code: 'A7K' },
    });
  });

  it('does not take the answer to a quoted invitation for the answer to an order', () => {
    expect(answer('1', { quote: '今晚聚餐 去的回1' }).intent).not.toBe('accept');
  });

  it('ignores a mention before the words', () => {
    expect(answer('@群防\u2005能去').intent).toBe('accept');
  });
});

describe('without an order', () => {
  it.each(['1', '能去', '我去', '能去吃饭吗', '我来买单', '好的', '马上到饭点了', '聚餐我去不了'])(
    'leaves %s as talk',
    (text) => {
      expect(['small_talk', 'unknown', 'question']).toContain(inSquad(text).intent);
    },
  );

  it('still hears a change of mind', () => {
    expect(inSquad('去不了了 车胎爆了').intent).toBe('decline');
  });
});

describe('a number that is no button', () => {
  it.each(['12', '1号楼的快递到了', '2024年的总结', '1比0领先'])('leaves %s alone', (text) => {
    expect(['accept', 'standby', 'decline']).not.toContain(answer(text).intent);
  });
});

describe('an answer that turns', () => {
  it.each([
    ['本来去不了 现在调好班了 能去', 'accept'],
    ['老婆不让去 我还是去 15分', 'accept'],
    ['不用叫别人了 我去', 'accept'],
    ['想去 但是去不了', 'decline'],
    ['喝了点酒 不能开车了', 'decline'],
    ['能去 不过得等到八点下班', 'standby'],
    ['等我老婆回来看娃 我就能去 大概九点', 'standby'],
    ['收到 正在开会 看看能不能出来', 'received'],
  ] as const)('is read by where it ends: %s', (text, intent) => {
    expect(answer(text).intent).toBe(intent);
  });

  it.each(['我要是在家肯定去 可惜在外地', '可以去就好了 老板不同意', '能去我早去了 实在走不开', '老李说他能去'])(
    'is no yes when it is only wished for: %s',
    (text) => {
      expect(answer(text).intent).not.toBe('accept');
    },
  );

  it('is a yes again after a withdrawal, with the minutes', () => {
    expect(answer('又能去了 10分钟')).toMatchObject({ intent: 'accept', fields: { etaMinutes: 10 } });
    expect(answer('3 min')).toMatchObject({ intent: 'accept', fields: { etaMinutes: 3 } });
  });

  it('is not guessed from likeness alone', () => {
    const reading = answer('忙完了');
    expect(reading.intent).not.toBe('standby');
    expect(reading.confidence).toBeLessThan(0.6);
  });

  it('gives minutes, and no answer, when it is a bare number', () => {
    expect(answer('15')).toMatchObject({ intent: 'unknown', fields: { etaMinutes: 15 } });
    expect(inSquad('15').fields).toEqual({});
    expect(answer('2').intent).toBe('standby');
  });
});
