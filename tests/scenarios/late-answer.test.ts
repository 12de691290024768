import { afterEach, describe, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { closeStages, Stage } from './stage.ts';

eachEngine((database) => {
  afterEach(closeStages);

  /** 东01 goes, 东02 has not answered when it is over. */
  async function standDownAfter(platform: 'telegram' | 'wechat'): Promise<Stage> {
    const stage = new Stage(database.store);
    await stage.begin([
      { name: '张阿姨', roles: ['resident'], duty: 'off' },
      { name: '值01', roles: ['duty_officer'] },
      { name: '东01', skills: ['fire_operator'], platform },
      { name: '东02', skills: ['fire_operator'], platform },
    ]);
    await stage.says('张阿姨', '厂里着火了 浓烟 西塘工业区这边');
    await stage.taps('值01', 'confirm', { in: '指挥群' });
    await stage.taps('值01', 'call_out', { in: '指挥群' });
    await stage.says('东01', '能去 8分钟');
    await stage.taps('值01', 'stand_down', { in: '指挥群' });
    return stage;
  }

  const cards = (stage: Stage): number => stage.cards('东02').length;

  it('on WeChat, where the order stands in the chat as it was, whoever had not answered is told that it is over', async () => {
    const stage = await standDownAfter('wechat');
    stage.sees('东02', '不用去了');
    expect(stage.cards('东02')).toHaveLength(2);
  });

  it('on Telegram the order itself says it, and nothing more is sent', async () => {
    const stage = await standDownAfter('telegram');
    stage.sees('东02', '不用去了');
    expect(stage.cards('东02')).toHaveLength(1);
  });

  describe.each(['telegram', 'wechat'] as const)('on %s', (platform) => {
    it.each(['1', '能去，8分钟', '出发了', 'code'])('“%s” after the end is answered with the end', async (words) => {
      const stage = await standDownAfter(platform);
      const { code } = await stage.orderOf('东02');
      const before = cards(stage);
      await stage.says('东02', words === 'code' ? `接警 ${code}` : words);
      expect(stage.sees('东02', '已经结束，不用去了')).toContain('I-2611-0001');
      await stage.says('东01', '平安');
      expect((await stage.incident()).state).toBe('closed');
      await stage.says('东02', words === 'code' ? `接警 ${code}` : words);
      expect(cards(stage)).toBe(before + 2);
      for (const card of stage.cards('东02')) expect(JSON.stringify(card)).not.toMatch(/可以这样说|没看懂/);
      expect((await stage.orderOf('东02')).answer).toBe('lapsed');
    });
  });

  it('平安 said twice is thanked for twice, and 收到 is heard with a sign', async () => {
    const stage = await standDownAfter('telegram');
    await stage.says('东01', '平安');
    await stage.says('东01', '平安到家了');
    await stage.says('东01', '收到');
    stage.seesNot('东01', '没看懂');
    const signs = stage.chats.telegram.sends.filter(({ outgoing }) => outgoing.kind === 'reaction');
    expect(signs.length).toBeGreaterThanOrEqual(2);
  });

  it('the next day the same words are about nothing any more', async () => {
    const stage = await standDownAfter('telegram');
    await stage.says('东01', '平安');
    await stage.later(13 * 3_600);
    await stage.says('东02', '1');
    stage.sees('东02', '可以这样说');
  });

  it('another’s code is no answer to one’s own order', async () => {
    const stage = await standDownAfter('telegram');
    await stage.says('东01', '平安');
    await stage.says('东02', '接警 ZZZ');
    stage.sees('东02', '没看懂');
  });
});
