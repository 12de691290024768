import { afterEach, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { matterStage, newest, people, tells } from './matter-stage.ts';
import { closeStages } from './stage.ts';
import { talkStage, toldMatter } from './talk-stage.ts';

const minute = 60;
const hour = 60 * minute;

eachEngine((database) => {
  afterEach(closeStages);

  it('whoever took it and does nothing is reminded, then those who lead hear it; a step of theirs ends that', async () => {
    const stage = await talkStage(database.store, { rules: { workHours: 2 } });
    await stage.says('李梅', '点单');
    await stage.says('李梅', '永固五金 废气炉子老是报警 想请专家来看看');
    for (let i = 0; i < 8 && (await toldMatter(stage)).state === 'telling'; i += 1)
      await stage.says('李梅', (await toldMatter(stage)).need === 'check' ? '提交' : '跳过');
    await stage.taps('和嫂', 'matter_take');
    await stage.later(110 * minute);
    stage.seesNot('和嫂', '没动静');
    await stage.later(11 * minute);
    stage.sees('和嫂', '2 小时没动静了');
    stage.seesNot('专01', '没动静');
    await stage.later(2 * hour);
    stage.sees('和嫂', '负责的人也知道了');
    expect(stage.sees('专01', /和嫂.*没动静/)).not.toMatch(/永固|废气/);
    await stage.says('和嫂', 'M-2611-0001 约时间 周五下午3点');
    stage.sees('专01', '这件有动静了，不用管了');
    stage.sees('和嫂', '这件有动静了，不用管了');
    expect((await toldMatter(stage)).body.idle?.told).toBe(0);
    await stage.taps('和嫂', 'matter_done');
    await stage.later(5 * hour);
    stage.seesNot('专01', /接下这件/);
  });

  it('help at the door is asked about within the half-hour, and a police matter within the hour', async () => {
    const stage = await matterStage(database.store);
    await stage.says('张阿姨', '', { message: { start: 'd-XT' } });
    await stage.says('张阿姨', '水管爆了 家里全是水');
    await stage.says('网01', '我来接');
    await stage.later(31 * minute);
    stage.sees('网01', '30 分钟没动静了');
    await stage.says('网01', '在路上了');
    stage.sees('网01', '这件有动静了');
    await stage.says('网01', '办完了');
    await stage.says('值01', '警情 西塘菜市场两家摊主打起来了');
    for (const who of ['警一', '值01', '片警']) await stage.taps(who, 'matter_ack');
    await stage.later(61 * minute);
    stage.sees('片警', '60 分钟没动静了');
    await stage.later(60 * minute);
    expect(stage.sees('林队', /片警.*没动静/)).not.toContain('菜市场');
  });

  it('what an adviser writes of whom she looks after is kept with it, danger too, and begins nothing of her own', async () => {
    const stage = await matterStage(database.store);
    const { id, number } = await tells(stage, '张阿姨', '女人e家 想找人说说');
    await stage.taps('女一', 'matter_take');
    const said = ['她想先分开住 住到姐姐家去', '她老公昨天又打她了 她不敢报警'];
    await stage.says('女一', said[0] ?? '');
    stage.sees('女一', `这几句记在 ${number} 的备注里了，本人看不到`);
    await stage.says('女一', '谈过了');
    await stage.says('女一', said[1] ?? '');
    expect((await newest(stage)).id).toBe(id);
    const notes = await stage.store.read.matters.notes(id);
    const { sessions } = (await newest(stage)).body;
    expect(JSON.stringify([notes.map(({ words }) => words), sessions.map(({ record }) => record)])).toContain(said[1]);
    await stage.says('女一', '她老公今天又动手打她');
    expect((await newest(stage)).id).toBe(id);
    stage.sees('女一', '现在还有危险就马上打 110');
    await stage.says('女一', '我老公打我 打得很厉害');
    expect(await newest(stage)).toMatchObject({ tellerId: stage.person('女一').id, urgent: true });
  });

  it('an officer’s and a technician’s words are kept, and one tap says that it is done', async () => {
    const stage = await matterStage(database.store);
    await stage.says('值01', '警情 西塘菜市场两家摊主打起来了');
    for (const who of ['警一', '值01', '片警']) await stage.taps(who, 'matter_ack');
    const { id } = await newest(stage);
    await stage.says('警一', '已经劝开了 两家各让一步');
    stage.sees('警一', '这几句记在 M-2611-0001 的备注里了');
    await stage.says('片警', '两家都打了招呼 没再闹');
    expect(await stage.store.read.matters.notes(id)).toHaveLength(2);
    expect((await newest(stage)).id).toBe(id);
    await stage.says('张阿姨', '', { message: { start: 'd-XT' } });
    await stage.says('张阿姨', '水管爆了 家里全是水');
    await stage.says('网01', '我来接');
    await stage.says('网01', '修好了');
    stage.sees('网01', '这几句记在 M-2611-0002 的备注里了，本人看不到');
    await stage.taps('网01', 'matter_done');
    expect(await newest(stage)).toMatchObject({ outcome: 'done' });
  });

  it('after 他在家了 别联系我 no reminder lights up until she writes again, and her adviser is told to hold', async () => {
    const stage = await matterStage(database.store, { platform: 'wechat' });
    await stage.says('张阿姨', '女人e家 他不给我钱用');
    for (let i = 0; i < 8 && (await newest(stage)).state === 'telling'; i += 1)
      await stage.says('张阿姨', (await newest(stage)).need === 'check' ? '提交' : '跳过');
    await stage.says('女一', '接 M-2611-0001');
    await stage.says('女一', '后天下午2点');
    await stage.says('张阿姨', '可以');
    await stage.says('张阿姨', '他在家了 别联系我');
    stage.sees('女一', '先别打电话、别发消息');
    const before = stage.cards('张阿姨').length;
    await stage.later(30 * hour);
    expect(stage.cards('张阿姨')).toHaveLength(before);
    stage.sees('女一', /提醒一下[\s\S]*先别打电话/);
    await stage.says('张阿姨', '他出去了');
    expect((await newest(stage)).body.silentFor).toEqual([]);
    await stage.later(13 * hour);
    const reminder = stage.sees('张阿姨', /快到了：今天.*14:00/);
    expect(reminder).not.toMatch(/女人e家|女一|http/);
  });

  it('who is on call and the adviser as well gets one card, which shows later who has it', async () => {
    const stage = await matterStage(database.store);
    await stage.says('张阿姨', '女人e家 我老公打我 今天又动手了');
    stage.sees('女一', '请马上接');
    expect(stage.cards('女一')).toHaveLength(1);
    await stage.taps('女一', 'matter_take');
    stage.sees('女一', '你接下了');
    stage.seesNot('女一', '请马上接');
    expect(stage.cards('女一')).toHaveLength(2);
  });

  it('what nobody takes is said soon, then daily, then for the last time, with who knows of it', async () => {
    const stage = await matterStage(database.store, {
      cast: people().map((one) => ({ ...one, duty: one.name === '林队' ? 'on_duty' : 'off' })),
    });
    await stage.says('张阿姨', '女人e家 我老公打我 今天又动手了');
    const told = (): number => stage.cards('林队').length;
    await stage.daysLater(1);
    expect(told()).toBeLessThanOrEqual(5);
    await stage.daysLater(9);
    const all = told();
    expect(all).toBeLessThanOrEqual(7);
    stage.sees('林队', '这是最后一次自动提醒，指挥群也知道了');
    stage.sees('指挥群', 'M-2611-0001');
    await stage.daysLater(30);
    expect(told()).toBe(all);
    expect((await newest(stage)).state).toBe('screened');
  });
});
