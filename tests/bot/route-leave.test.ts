import { afterEach, describe, expect, it } from 'vitest';
import type { ShiftId, Token } from '../../core/ids.ts';
import { tapData } from '../../core/message.ts';
import { patrolCode } from '../../core/patrol-code.ts';
import { decideRequest } from '../../handlers/patrol/decide-request.ts';
import { rosterCast, rosterStage, type RosterStage } from '../handlers/patrol/roster-stage.ts';
import { closeStages } from '../scenarios/stage.ts';
import { freshDatabase } from '../support/stores.ts';

const database = freshDatabase('sqlite');
const start = (): Promise<RosterStage> => rosterStage(database.store);
afterEach(closeStages);

const group = { in: '东片群' };

/** Who asked to be away from which shift, and who was named: `东01 前半夜 with 东03`. */
async function asked(stage: RosterStage): Promise<string[]> {
  const people = new Map((await database.store.read.people.all()).map(({ id, name }) => [id, name]));
  const open = await database.store.read.shifts.undecidedRequests(20);
  const told = open.map(async ({ personId, withPersonId, withShiftId, shiftId }) => {
    const { shift } = await stage.view(shiftId);
    const exchange = withShiftId === null ? null : await stage.view(withShiftId);
    const other = withPersonId === null ? '' : ` with ${people.get(withPersonId) ?? '?'}`;
    return `${people.get(personId) ?? '?'} ${shift.name}${other}${exchange === null ? '' : ` for ${exchange.shift.name}`}`;
  });
  return (await Promise.all(told)).toReversed();
}

/** 东01 tonight, on Monday and on Wednesday, 东03 on Tuesday; 东02 each time. */
async function week(): Promise<RosterStage> {
  const stage = await start();
  await stage.shift(['东01', '东02'], { inHours: 1, name: '周日班' });
  await stage.shift(['东01', '东02'], { inHours: 25, name: '周一班' });
  await stage.shift(['东03', '东02'], { inHours: 49, name: '周二班' });
  await stage.shift(['东01', '东02'], { inHours: 73, name: '周三班' });
  return stage;
}

describe('who cannot come says so', () => {
  it.each([
    ['今晚我来不了', '东01 周日班'],
    ['请假', '东01 周日班'],
    ['明天请个假 孩子发烧', '东01 周一班'],
    ['周三我请假', '东01 周三班'],
    ['25号晚上我请假 喝喜酒', '东01 周三班'],
    ['11月25日巡逻请假', '东01 周三班'],
    ["I can't make it tomorrow", '东01 周一班'],
    ['今晚我来不了 东03替我', '东01 周日班 with 东03'],
    ['明天来不了了 西01替我', '东01 周一班 with 西01'],
    ['今晚我来不了，谁能替我', '东01 周日班'],
  ])('%s', async (words, expected) => {
    const stage = await week();
    await stage.says('东01', words, group);
    expect(await asked(stage)).toEqual([expected]);
    expect(stage.cards('东片群')).toHaveLength(1);
  });

  it.each([
    '物业说今天来不了人修',
    '电工明天来不了',
    '夜宵摊今晚不来了',
    '厂里今晚加班 门卫休息了',
    '井头桥值班的老李今晚请假了',
  ])('nobody of the team does by %s', async (words) => {
    const stage = await week();
    await stage.says('东01', words, group);
    expect(await asked(stage)).toEqual([]);
    expect(stage.cards('东片群')).toEqual([]);
  });

  it('of a day without a shift of theirs is told so, and nothing is asked for', async () => {
    const stage = await week();
    await stage.says('东01', '周五我请假', group);
    await stage.says('东03', '今晚我来不了', group);
    expect(await asked(stage)).toEqual([]);
    stage.sees('东片群', '没有对得上的班');
  });

  it('a shift after midnight is of the evening before', async () => {
    const stage = await start();
    await stage.shift(['东01', '东02'], { inHours: 5, name: '下半夜' });
    await stage.says('东01', '今晚我请假', group);
    expect(await asked(stage)).toEqual(['东01 下半夜']);
  });

  it.each([
    ['今晚东02请假', '东02 周日班'],
    ['东03周二来不了 咳得厉害', '东03 周二班'],
    ['今晚请假', '东01 周日班'],
    ['今晚来不了 东02在吗', '东01 周日班'],
    ['东02 我今晚请假', '东01 周日班'],
  ])('or somebody says it for them: %s', async (words, expected) => {
    const stage = await week();
    await stage.says('东01', words, group);
    expect(await asked(stage)).toEqual([expected]);
    const { shiftId } = await stage.request();
    const [first] = await database.store.read.trace.of(`shift:${shiftId}`);
    expect(first).toMatchObject({ what: 'request_made', actorId: stage.person('东01').id });
  });

  it.each(['今晚老王不来了', '老王今晚来不了', '小张请假'])(
    'of somebody nobody knows it is asked who is meant: %s',
    async (words) => {
      const stage = await week();
      await stage.says('东01', words, group);
      expect(await asked(stage)).toEqual([]);
      stage.sees('东片群', /“(?:老王|小张)”是哪一位？东片队里没对上/);
      await stage.says('东01', '东02今晚不来了', group);
      expect(await asked(stage)).toEqual(['东02 周日班']);
    },
  );

  it('and takes it back alone with the bot, after it was granted; the leader hears', async () => {
    const stage = await week();
    await stage.says('东01', '今晚我来不了', group);
    await stage.decides('队长', 'request_grant');
    const before = stage.cards('队长').length;
    await stage.says('东01', '取消请假');
    stage.sees('东01', /好，假取消了，这一班照旧算你。\n今晚 21:00.*周日班/);
    stage.sees('队长', /东01 又能来了，假取消了。\n今晚 21:00.*周日班/);
    expect(stage.cards('队长').length).toBe(before + 1);
    const { shiftId } = await stage.request();
    expect(await stage.crew(shiftId)).toContain('东01 expected');
  });

  it('of no team and without a shift is not answered, wherever they write', async () => {
    const stage = await week();
    await stage.says('路人', '今晚巡逻我来不了 请个假');
    stage.seesNot('路人', '没有对得上的班');
  });

  it('as a guest for one night is heard', async () => {
    const stage = await start();
    const id = await stage.shift(['东01', '西01'], { inHours: 1, name: '周日班' });
    await stage.says('西01', '今晚我来不了', group);
    expect(await asked(stage)).toEqual(['西01 周日班']);
    expect((await stage.view(id)).shift.state).toBe('planned');
  });

  it('in a group of a stranger, and of another team’s people, is not the bot’s to hear', async () => {
    const stage = await week();
    for (const who of ['路人', '西01']) await stage.says(who, '今晚我来不了 请个假', group);
    await stage.says('东01', '今晚巡逻我来不了 请个假', { in: '村群' });
    expect(await asked(stage)).toEqual([]);
    expect(stage.cards('东片群')).toEqual([]);
  });
});

describe('a swap', () => {
  it.each([
    ['跟东03换班', '东01 周日班 with 东03 for 周二班'],
    ['明天跟东03换个班', '东01 周一班 with 东03 for 周二班'],
    ['我想跟东03换到周二', '东01 周日班 with 东03 for 周二班'],
    ['我跟东03说好了 周二周三对换', '东01 周三班 with 东03 for 周二班'],
    ['申请调班：11月25日与东03互换', '东01 周三班 with 东03 for 周二班'],
    ['今天加班走不开 能跟东03换周二吗', '东01 周日班 with 东03 for 周二班'],
    ['能换明天吗 今天加班走不开', '东01 周日班'],
    ['周三跟东03换班', '东01 周三班 with 东03 for 周二班'],
  ])('%s', async (words, expected) => {
    const stage = await week();
    await stage.says('东01', words, group);
    expect(await asked(stage)).toEqual([expected]);
  });

  it('of a day on which they have none is told so', async () => {
    const stage = await week();
    await stage.says('东01', '周五跟东03换班', group);
    expect(await asked(stage)).toEqual([]);
    stage.sees('东片群', '没有对得上的班');
  });

  it('with somebody who has no shift of their own is somebody who stands in', async () => {
    const stage = await week();
    await stage.says('东01', '跟队长换班', group);
    await stage.says('东02', '跟东01换班', group);
    expect(await asked(stage)).toEqual(['东01 周日班 with 队长', '东02 周日班 with 东01']);
  });
});

describe('the other one answers in words', () => {
  it.each([
    ['可以', 'agreed'],
    ['行啊', 'agreed'],
    ['可以换', 'agreed'],
    ['好的。', 'agreed'],
    ['不方便', 'refused'],
    ['不行', 'refused'],
    ['没空', 'refused'],
    ['Fine with me', 'agreed'],
  ])('%s', async (words, state) => {
    const stage = await week();
    await stage.says('东01', '今晚我来不了 东03替我', group);
    const before = await stage.request();
    expect(before.state).toBe('asked');
    await stage.says('东03', words);
    expect((await stage.request()).state).toBe(state);
  });

  it('the leader with 同意, and nothing is granted by a mere 好的', async () => {
    const stage = await week();
    await stage.says('东01', '今晚我来不了', group);
    await stage.request();
    await stage.says('队长', '好的');
    expect((await stage.request()).state).toBe('agreed');
    await stage.says('队长', '同意');
    expect((await stage.request()).state).toBe('granted');
  });

  it('of two that wait it takes the code, or a quote', async () => {
    const stage = await week();
    await stage.says('东01', '今晚我来不了', group);
    await stage.says('东02', '明天我来不了', group);
    await stage.says('队长', '同意');
    expect(await asked(stage)).toHaveLength(2);
    const newest = (await database.store.read.shifts.undecidedRequests(5)).find(
      ({ personId }) => personId === stage.person('东02').id,
    );
    if (newest === undefined) throw new Error('nothing was asked');
    const coded = { ...newest, token: 'a-token-of-its-own' as Token };
    await database.store.transaction((tx) => tx.shifts.putRequest(coded));
    await stage.says('西长', `同意 ${patrolCode(coded)}`);
    stage.sees('西长', '不归你定');
    expect(await asked(stage)).toHaveLength(2);
    await stage.says('队长', `不同意 ${patrolCode(coded).toLowerCase()}`);
    expect(await asked(stage)).toEqual(['东01 周日班']);
  });

  it('by a quote of the question, in whatever order they came', async () => {
    const stage = await week();
    await stage.says('东01', '今晚我来不了', group);
    await stage.says('东02', '明天我来不了', group);
    const [first] = stage.chats.telegram.standing('队长');
    const quote = { messageId: first?.messageId ?? '', text: '' };
    await stage.says('队长', '同意', { message: { quote } });
    expect(await asked(stage)).toEqual(['东02 周一班']);
  });

  it('nobody’s ordinary words decide anything', async () => {
    const stage = await week();
    await stage.says('东01', '今晚我来不了 东03替我', group);
    await stage.request();
    for (const who of ['东02', '队长', '路人']) await stage.says(who, '可以', group);
    await stage.says('东02', '可以');
    await stage.says('东03', '可以', group);
    await stage.says('东03', '可以早点走吗');
    expect((await stage.request()).state).toBe('asked');
  });
});

describe('the buttons', () => {
  it('do what the words do, once', async () => {
    const stage = await rosterStage(database.store);
    const id = await stage.shift(['东01', '东02'], { inHours: 1 });
    await stage.says('东01', '今晚我来不了 东03替我', group);
    expect(await stage.taps('东03', 'request_agree')).toContain('队长');
    const grant = stage.action('队长', 'request_grant');
    expect(await stage.taps('队长', 'request_grant')).toContain('同意了');
    expect(await stage.tapsData('队长', tapData(grant), '队长')).toContain('队长 已经办了');
    expect(await stage.tapsData('东02', tapData(grant), '东02')).toContain('不归你定');
    expect(await stage.crew(id)).toEqual(['东01 leave', '东02 expected', '东03 expected for 东01']);
  });

  it('are words with a code where there are none', async () => {
    const platform = 'wechat';
    const stage = await rosterStage(
      database.store,
      rosterCast.map((one) => (one.name === '队长' || one.name === '东03' ? { ...one, platform } : one)),
    );
    const id = await stage.shift(['东01', '东02'], { inHours: 1 });
    await stage.says('东01', '今晚我来不了 东03替我', group);
    const [, agree = ''] = /(可以换 \w{4})/.exec(stage.sees('东03', '方便吗')) ?? [];
    await stage.says('东03', agree);
    const [, grant = ''] = /(?<!不)(同意 \w{4})/.exec(stage.sees('队长', '东03 说可以')) ?? [];
    await stage.says('队长', grant);
    expect(await stage.crew(id)).toEqual(['东01 leave', '东02 expected', '东03 expected for 东01']);
  });
});

describe('it is taken back', () => {
  it.each(['不请假了', '取消请假', '又能来了', '撤回申请'])('%s', async (words) => {
    const stage = await week();
    await stage.says('东01', '今晚我来不了');
    await stage.request();
    await stage.says('东01', words);
    expect((await stage.request()).state).toBe('withdrawn');
    stage.sees('东01', '撤回了');
  });

  it('after it was granted, and they are expected again', async () => {
    const stage = await start();
    const id = await stage.shift(['东01', '东02'], { inHours: 1 });
    await stage.says('东01', '今晚我来不了', group);
    await stage.decides('队长', 'request_grant');
    await stage.says('东01', '今晚又能来了', group);
    expect(await stage.crew(id)).toEqual(['东01 expected', '东02 expected']);
    stage.sees('东片群', /假取消了，这一班照旧算你。\n今晚 21:00/);
  });

  describe('and whoever was to stand in', () => {
    const replaced = async (): Promise<{ stage: RosterStage; id: ShiftId }> => {
      const stage = await start();
      const id = await stage.shift(['东01', '东02'], { inHours: 1, name: '周日班' });
      await stage.asks('东01', id, { with: '东03' });
      await stage.decides('东03', 'request_agree');
      await stage.decides('队长', 'request_grant');
      return { stage, id };
    };

    it.each([
      ['东01', '今晚我又能来了'],
      ['东01', '不请假了 今晚能来'],
      ['队长', '东01今晚不请假了 取消请假'],
    ])('hears that they need not come, as the leader does (%s: %s)', async (who, words) => {
      const { stage, id } = await replaced();
      await stage.says(who, words, group);
      expect(await stage.crew(id)).toEqual(['东01 expected', '东02 expected']);
      stage.sees('东03', /东01 又能来了，这一班不用你替了.*\n今晚 21:00.*周日班/);
      stage.sees(who === '队长' ? '东片群' : '队长', '东03 不用替了');
    });

    it('stays when they have come already', async () => {
      const { stage, id } = await replaced();
      await stage.later(3_601);
      await stage.says('东03', '到岗', group);
      await stage.says('东01', '今晚我又能来了', group);
      expect(await stage.crew(id)).toEqual(['东01 expected', '东02 expected', '东03 present for 东01']);
      stage.seesNot('东03', '不用你替了');
    });

    it('need not come either where they have found somebody for it', async () => {
      const { stage, id } = await replaced();
      const [request] = (await stage.store.read.shifts.requests(id)).slice(-1);
      expect(request?.state).toBe('granted');
      await stage.asks('东03', id, { with: '西01' });
      const [open] = await stage.store.read.shifts.openRequests(id);
      for (const [who, verb] of [
        ['西01', 'request_agree'],
        ['队长', 'request_grant'],
      ] as const)
        await stage.does((work) => decideRequest(work, open!.token, stage.person(who), verb));
      await stage.says('东01', '今晚我又能来了', group);
      expect(await stage.crew(id)).toEqual(['东01 expected', '东02 expected']);
      stage.sees('西01', '不用你替了');
      stage.seesNot('东03', '不用你替了');
    });
  });

  it('where nothing was asked for, nothing is to be taken back', async () => {
    const stage = await week();
    await stage.says('东01', '取消请假', group);
    stage.sees('东片群', '这一班没查到请假，照旧算你。');
    expect(await asked(stage)).toEqual([]);
  });
});

describe('somebody offers to come', () => {
  it('in place of one who waits to be let go; the leader decides once', async () => {
    const stage = await start();
    const id = await stage.shift(['东01', '东02'], { inHours: 1, name: '周日班' });
    await stage.says('东01', '今晚我来不了，谁能替我', group);
    await stage.says('东03', '我替东01', group);
    expect(await asked(stage)).toEqual(['东01 周日班 with 东03']);
    stage.sees('队长', '东03 说可以');
    await stage.decides('队长', 'request_grant');
    expect(await stage.crew(id)).toEqual(['东01 leave', '东02 expected', '东03 expected for 东01']);
    expect(stage.cards('队长')).toHaveLength(1);
  });

  it('in place of one who is excused already', async () => {
    const stage = await start();
    const id = await stage.shift(['东01', '东02'], { inHours: 1 });
    await stage.says('东01', '今晚我来不了', group);
    await stage.decides('队长', 'request_grant');
    await stage.says('东03', '今晚我来顶班', group);
    expect(await stage.crew(id)).toEqual(['东01 leave', '东02 expected', '东03 expected for 东01']);
  });
});
