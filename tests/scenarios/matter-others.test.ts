import { afterEach, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { allIn, matterStage, newest, tells } from './matter-stage.ts';
import { closeStages } from './stage.ts';

const minute = 60;

eachEngine((database) => {
  afterEach(closeStages);

  it('a police matter goes to three, each acknowledges, and who does not is asked again', async () => {
    const stage = await matterStage(database.store);
    await stage.says('值01', '警情 西塘菜市场两家摊主打起来了');
    stage.sees('警一', '现场民警');
    stage.sees('片警', '责任民警');
    stage.sees('值01', '服务中心');
    for (const who of ['警一', '片警', '值01', '指挥群', '救援群', '村群']) stage.seesNot(who, /摊主|菜市场/);
    expect(await stage.taps('警一', 'matter_ack')).toContain('由你负责');
    stage.sees('警一', '你已确认接到');
    await stage.taps('警一', 'matter_look');
    stage.sees('警一', '摊主');
    await stage.later(13 * minute);
    stage.sees('林队', /片警 199-0000-\d{4}/);
    await stage.taps('值01', 'matter_ack');
    await stage.taps('片警', 'matter_ack');
    const { body } = await newest(stage);
    expect(body.pushes.every(({ acknowledgedAt }) => acknowledgedAt !== null)).toBe(true);
    expect(await database.store.read.trace.of(`matter:${(await newest(stage)).id}`)).toEqual(
      expect.arrayContaining([expect.objectContaining({ what: 'matter_acknowledged', data: { to: 'responsible' } })]),
    );
    stage.holds('警一', '这件警情推送给你', '看过会留记录');
    stage.holds('片警', '这件警情推送给你');
    stage.holds('值01', '这件警情推送给你', '交上去了', '比较急');
    stage.holds('林队', '比较急');
    await stage.end();
  });

  it('told in the command group, it leaves only its number there', async () => {
    const stage = await matterStage(database.store);
    await stage.says('值01', '警情 西塘菜市场两家摊主打起来了', { in: '指挥群' });
    stage.sees('指挥群', 'M-2611-0001');
    stage.sees('警一', '现场民警');
    await stage.says('张阿姨', '警情 谁都可以写吗', { in: '村群' });
    expect(await database.store.read.matters.list({}, 9)).toHaveLength(1);
    stage.holds('警一', '这件警情推送给你');
    stage.holds('片警', '这件警情推送给你');
    stage.holds('值01', '这件警情推送给你');
    stage.holds('指挥群', '记下了');
    await stage.end();
  });

  it('a fire is a call-out as well, whatever stands before it', async () => {
    const stage = await matterStage(database.store);
    await stage.says('值01', '警情 西塘工业区厂里着火了 浓烟');
    stage.sees('警一', '现场民警');
    stage.sees('指挥群', /火灾|着火/);
    expect(await database.store.read.incidents.latest(9)).toHaveLength(1);
    stage.holds('警一', '这件警情推送给你');
    stage.holds('片警', '这件警情推送给你');
    stage.holds('值01', '这件警情推送给你', '已报值班员', '交上去了');
    stage.holds('指挥群', '“警情 西塘工业区厂里着火了 浓');
    await stage.end();
  });

  it('help is called for at a door, and somebody comes within ten minutes, or somebody hears of it', async () => {
    const stage = await matterStage(database.store);
    await stage.says('张阿姨', '', { message: { start: 'd-XT' } });
    await stage.says('张阿姨', '水管爆了 家里全是水');
    stage.sees('网01', '比较急');
    stage.sees('张阿姨', '10 分钟内会有人回你');
    await stage.later(10 * minute);
    stage.sees('林队', /打电话问：网01/);
    await stage.says('网01', '我来接');
    await stage.says('网01', '在路上了');
    stage.sees('张阿姨', '有人接手了');
    expect(await stage.taps('网01', 'matter_done')).not.toBe('');
    expect(await newest(stage)).toMatchObject({ state: 'ended', outcome: 'done' });
    stage.holds('张阿姨', '你说的话、名字和电话', '需要帮什么忙', '已标为紧急', '有人接手了', '这件办完了');
    stage.holds('网01', '你接下了', '你接下了', '现在：已受理', '记下了', '现在：已结束');
    stage.holds('林队', '接下了');
    await stage.end();
  });

  it('a clue without a name is its officer’s alone, and its giver asks by the receipt', async () => {
    const stage = await matterStage(database.store);
    await stage.says('张阿姨', '举报线索 后街那家有人放高利贷 打人逼债');
    for (let i = 0; i < 6 && (await newest(stage)).state === 'telling'; i += 1) {
      const { need } = await newest(stage);
      if (need === 'check') await stage.taps('张阿姨', 'matter_file');
      else if (need === 'self') await stage.taps('张阿姨', 'matter_answer', { value: 'nameless' });
      else await stage.taps('张阿姨', 'matter_skip');
    }
    const { tellerId, roomId, body } = await newest(stage);
    expect([tellerId, roomId]).toEqual([null, null]);
    expect(JSON.stringify(body)).not.toContain('张阿姨');
    // No echo: what was told stands in no message to whoever told it.
    stage.seesNot('张阿姨', '高利贷');
    const code = /回执码：(\S+)/.exec(stage.sees('张阿姨', '回执码'))?.[1] ?? '';
    await stage.taps('专员', 'matter_take');
    await stage.taps('专员', 'matter_look');
    stage.sees('专员', '高利贷');
    for (const who of ['值01', '林队', '指挥群', '村群', '喜哥']) expect(allIn(stage, who)).toBe('');
    await stage.says('张阿姨', `回执 ${code.toLowerCase()}`);
    stage.sees('张阿姨', /已受理/);
    await stage.says('张阿姨', '回执 ZZZZ-ZZZZ');
    stage.seesNot('张阿姨', '专员');
    const trace = JSON.stringify(await database.store.read.trace.of(`matter:${(await newest(stage)).id}`));
    expect(trace).not.toContain(stage.person('张阿姨').id);
    stage.holds('张阿姨', '只有指定的那位民警看得到', '记下了', '没找到这一件');
    stage.holds('专员', '你接下了', '现在：已受理', '看过会留记录');
    await stage.end();
  });

  it('a legal question is answered with its article and edition, and said to be no advice', async () => {
    const stage = await matterStage(database.store);
    await tells(stage, '张阿姨', '法律咨询 试用期最长多久');
    await stage.taps('律师', 'matter_take');
    await stage.taps('律师', 'matter_done');
    await stage.says('律师', '最长六个月');
    expect((await newest(stage)).state).toBe('accepted');
    await stage.says('律师', '最长六个月，《劳动合同法》第十九条（2012年修正）');
    expect((await newest(stage)).outcome).toBe('answered');
    stage.seesNot('张阿姨', '六个月');
    await stage.says('张阿姨', '看 M-2611-0001');
    const answer = stage.sees('张阿姨', '六个月');
    expect(answer).toContain('《劳动合同法》第十九条');
    expect(answer).toMatch(/不算正式法律意见/);
    stage.holds(
      '张阿姨',
      '你说的话、名字和电话',
      '会有懂法的人带着法条答复你',
      '有人接手了',
      '你问的有答复了',
      '看过会留记录',
    );
    stage.holds('律师', '你接下了', '现在：已受理', '请写答复', '现在：已结束', '办完了');
    await stage.end();
  });

  it('an answer can just be written, with its number or without, as the card says', async () => {
    const stage = await matterStage(database.store);
    await tells(stage, '张阿姨', '法律咨询 试用期最长多久');
    await stage.taps('律师', 'matter_take');
    stage.sees('律师', '直接把答复写给我');
    await stage.says('律师', '没签书面合同的每月付两倍工资，劳动合同法第82条');
    stage.sees('律师', /版本|哪一年/);
    await stage.says('律师', 'M-2611-0001 没签书面合同的每月付两倍工资，劳动合同法第82条，2012年修正');
    expect(await newest(stage)).toMatchObject({
      number: 'M-2611-0001',
      outcome: 'answered',
      body: { answer: { article: '劳动合同法第82条' } },
    });
    await tells(stage, '李叔', '法律咨询 工伤多久内要申请');
    await tells(stage, '张阿姨', '法律咨询 押金不退怎么办');
    for (const number of ['M-2611-0002', 'M-2611-0003']) await stage.says('律师', `${number} 接`);
    await stage.says('律师', '一年内，《工伤保险条例》第十七条（2010年修订）');
    stage.sees('律师', /说的是哪一件/);
    await stage.says('律师', 'M-2611-0002 一年内，《工伤保险条例》第十七条（2010年修订）');
    expect((await stage.store.read.matters.byNumber('M-2611-0002'))?.outcome).toBe('answered');
    expect((await stage.store.read.matters.byNumber('M-2611-0003'))?.state).toBe('accepted');
    const toAsker = ['会有懂法的人带着法条答复你', '有人接手了'];
    stage.holds('张阿姨', '你说的话、名字和电话', ...toAsker, '你问的有答复了', ...toAsker);
    stage.holds('李叔', '你说的话、名字和电话', ...toAsker, '你问的有答复了');
    stage.holds(
      '律师',
      ...['你接下了', '现在：已受理', '请写答复', '现在：已结束', '办完了'],
      ...['你接下了', '你接下了', '你接下了', '现在：已受理', '你接下了', '现在：已受理'],
      ...['说的是哪一件', '现在：已结束', '办完了'],
    );
    await stage.end();
  });

  it('a women’s adviser is a woman on duty, and takes it by a tap', async () => {
    const stage = await matterStage(database.store);
    await tells(stage, '张阿姨', '女人e家 想找人说说');
    expect(await stage.taps('女一', 'matter_take')).toContain('你接下了');
    expect((await newest(stage)).kind).toBe('women_adviser');
    stage.holds('张阿姨', '你说的话、名字和电话', '会有一位女同志按你方便的时间联系', '有人接手了');
    stage.holds('女一', '你接下了', '现在：已受理');
    await stage.end();
  });

  it.each(['女人e家 想找人说说', '心理咨询 最近睡不着'])('“%s” gets a time that suits both', async (words) => {
    const room = { code: 'nv', name: '女人e家', mediators: ['女一'] };
    const stage = await matterStage(database.store, {
      rules: { rooms: [{ ...room, matters: ['women_adviser', 'counselling'] }] },
    });
    await tells(stage, '张阿姨', words);
    await stage.taps('女一', 'matter_take');
    await stage.taps('女一', 'matter_times');
    await stage.says('女一', '周三下午3点或者周四上午10点');
    await stage.taps('张阿姨', 'matter_time', { value: '1:0' });
    expect(stage.sees('张阿姨', '见面时间定了')).not.toMatch(/调解|欠条/);
    stage.sees('女一', '15:00');
    expect((await newest(stage)).state).toBe('accepted');
    await stage.taps('女一', 'matter_done');
    expect((await newest(stage)).outcome).toBe('done');
    stage.holds(
      '张阿姨',
      '你说的话、名字和电话',
      '按你方便的时间联系',
      '有人接手了',
      '不用再选时间',
      '见面取消了',
      '这件办完了',
    );
    stage.holds('女一', '你接下了', '现在：已受理', '2 个时间发出去问了', '见面时间定了', '现在：已结束');
    await stage.end();
  });

  it.each([
    ['女人e家 想找人说说', 'women_adviser'],
    ['心理咨询 最近睡不着', 'counselling'],
    ['点单 请人看看配电箱', 'service_order'],
  ] as const)('“%s”: whoever did not come is not blamed, and another time is found', async (words, kind) => {
    const room = { code: 'nv', name: '女人e家', mediators: ['女一'] };
    const stage = await matterStage(database.store, { rules: { rooms: [{ ...room, matters: [kind] }] } });
    await tells(stage, '张阿姨', words);
    await stage.taps('女一', 'matter_take');
    // Rung, and settled by phone.
    await stage.says('女一', '定在周三下午3点');
    stage.sees('张阿姨', /见面时间定了：11月25日（周三）15:00/);
    await stage.says('女一', '没来');
    stage.sees('女一', '还不行');
    await stage.daysLater(3);
    stage.sees('女一', '约好的时间过了，见到了吗');
    stage.seesNot('女一', /谈成了|谈不成/);
    await stage.taps('女一', 'matter_absent');
    stage.sees('张阿姨', '这次没碰上，没关系，会再跟你约');
    expect(await newest(stage)).toMatchObject({ state: 'accepted', body: { sessions: [{ state: 'missed' }] } });
    // The next words are the new times.
    await stage.says('女一', '周五下午2点或者周六上午10点');
    await stage.taps('张阿姨', 'matter_time', { value: '2:1' });
    stage.sees('张阿姨', /见面时间定了：11月28日（周六）10:00/);
    await stage.says('张阿姨', '能不能周六下午3点');
    stage.sees('女一', '当事人想约：11月28日（周六）15:00');
    await stage.says('女一', '改到周六下午3点');
    stage.sees('张阿姨', '改到：11月28日（周六）15:00');
    await stage.daysLater(3);
    await stage.taps('女一', 'matter_held');
    expect(await newest(stage)).toMatchObject({ state: 'accepted', body: { sessions: [{}, { state: 'held' }] } });
    await stage.daysLater(2);
    await stage.taps('女一', 'matter_done');
    expect((await newest(stage)).outcome).toBe('done');
    expect((await database.store.read.trace.verify()).broken).toEqual([]);
    stage.holds(
      '张阿姨',
      '你说的话、名字和电话',
      '收到了',
      '有人接手了',
      '已经过去',
      '已经过去',
      '快到了',
      '这次没碰上',
      '时间定了',
      '已经过去',
      '这个时间转过去了',
      '已经过去',
      '已经过去',
      '快到了',
      '这件办完了',
    );
    stage.holds(
      '女一',
      '你接下了',
      '现在：已受理',
      '见面时间定了',
      '还不行',
      '提醒一下',
      '快到了',
      '这次没见成，记下了',
      '2 个时间发出去问了',
      '见面时间定了',
      '这几个时间不用管了',
      '时间改了',
      '提醒一下',
      '快到了',
      '这次谈的记下了',
      '现在：已结束',
    );
    await stage.end();
  });

  it('on WeChat an appointment goes by words', async () => {
    const room = { code: 'nv', name: '女人e家', mediators: ['女一'], matters: ['counselling' as const] };
    const stage = await matterStage(database.store, { rules: { rooms: [room] }, platform: 'wechat' });
    await stage.says('张阿姨', '心理咨询 最近睡不着');
    for (let i = 0; i < 10 && (await newest(stage)).state === 'telling'; i += 1)
      await stage.says('张阿姨', (await newest(stage)).need === 'check' ? '提交' : '跳过');
    await stage.says('女一', 'M-2611-0001 我来接');
    await stage.says('女一', 'M-2611-0001 约时间');
    await stage.says('女一', '周三下午3点');
    await stage.says('张阿姨', '可以的');
    stage.sees('女一', /见面时间定了：11月25日（周三）15:00/);
    await stage.daysLater(3);
    stage.sees('女一', /见到了吗[\s\S]*谈过了 · 没来 · 办完了/);
    await stage.says('女一', 'M-2611-0001 没来');
    expect((await newest(stage)).body.sessions).toMatchObject([{ state: 'missed' }]);
    await stage.says('女一', '取消');
    stage.sees('女一', '还不行');
    stage.holds(
      '张阿姨',
      '你说的话、名字和电话',
      '什么时候方便聊',
      '想跟女的聊，还是都可以',
      '我是这样记的',
      '会有专业的人按你方便的时间联系你',
      '有人接手了',
      '下面几个时间',
      '见面时间定了',
      '提醒一下',
      '快到了',
      '这次没碰上',
    );
    stage.holds(
      '女一',
      '有一件事在等人接手',
      '你接下了',
      '现在：已受理',
      '写两三个时间给我就行',
      '1 个时间发出去问了',
      '见面时间定了',
      '现在：已受理',
      '提醒一下',
      '快到了',
      '约好的时间过了',
      '写两三个时间给我就行',
      '还不行',
    );
    await stage.end();
  });

  it('break-glass takes two, tells the owner, and is kept', async () => {
    const stage = await matterStage(database.store);
    const matter = await tells(stage, '张阿姨', '我要调解 老板欠我3个月工资 大概6万');
    await stage.taps('喜哥', 'matter_take');
    await stage.says('林队', `开封 ${matter.number} 当事人失联，要找人`);
    stage.sees('值01', '当事人失联');
    stage.seesNot('值01', '老板');
    await stage.says('林队', `看 ${matter.number}`);
    stage.seesNot('林队', '老板');
    expect(await stage.taps('值01', 'opening_agree')).toContain('同意');
    stage.sees('喜哥', /林队/);
    await stage.says('林队', `看 ${matter.number}`);
    stage.sees('林队', '老板');
    await stage.later(61 * minute);
    await stage.says('林队', `看 ${matter.number}`);
    stage.sees('林队', '不归你看');
    const trace = await database.store.read.trace.of(`matter:${matter.id}`);
    const who = (what: string): unknown[] => trace.filter((one) => one.what === what).map(({ actorId }) => actorId);
    expect(who('matter_opening_asked')).toEqual([stage.person('林队').id]);
    expect(who('matter_opening_decided')).toEqual([stage.person('值01').id]);
    expect(who('matter_looked')).toEqual([stage.person('林队').id]);
    stage.holds('张阿姨', '你说的话、名字和电话', '先请喜哥调解室的调解员看', '有调解员接手了');
    stage.holds('喜哥', '你接下了', '现在：有人接手，在问各方愿不愿意', '告诉你一声');
    stage.holds('喜二', '喜哥 接下了');
    stage.holds('喜三', '喜哥 接下了');
    stage.holds('林队', '申请送出去了', '这件不归你看', '同意了', '看过会留记录', '这件不归你看');
    stage.holds('值01', '值01 同意了');
    await stage.end();
  });
});
