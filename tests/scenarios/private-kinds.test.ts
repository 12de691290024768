import { afterEach, expect, it } from 'vitest';
import type { Stage } from './stage.ts';
import { eachEngine } from '../support/stores.ts';
import { allIn, matterStage, newest } from './matter-stage.ts';
import { closeStages } from './stage.ts';
import { attached, talkStage, toldMatter } from './talk-stage.ts';

/** The return visits that are left, each found well by whoever has it, until it is archived. */
async function visits(stage: Stage, owner: string): Promise<void> {
  for (let i = 0; i < 3 && (await newest(stage)).state !== 'archived'; i += 1) {
    await stage.daysLater(31);
    await stage.says(owner, 'M-2611-0001 都好');
  }
  await stage.daysLater(31);
  expect((await newest(stage)).state).toBe('archived');
}

const groups = ['指挥群', '村群', '救援群'];

eachEngine((database) => {
  afterEach(closeStages);

  it('a clue by WeChat: afraid, without a name, more of it by the receipt, until it is looked into', async () => {
    const stage = await matterStage(database.store, { platform: 'wechat' });
    await stage.says('张阿姨', '我想举报 后街那家赌场 天天晚上好多人 还放高利贷');
    await stage.says('张阿姨', '会不会有人知道是我说的');
    stage.sees('张阿姨', /只有指定的那位民警看得到[\s\S]*在哪里看到的/);
    await stage.says('张阿姨', '后街菜场边上 卷帘门那家');
    expect((await newest(stage)).body.placeWords).toBe('后街菜场边上 卷帘门那家');
    await stage.says('张阿姨', '', { message: attached('voice') });
    await stage.says('张阿姨', '没有');
    await stage.says('张阿姨', '不留名');
    for (const word of ['赌', '高利贷', '菜场']) stage.seesNot('张阿姨', word);
    await stage.says('张阿姨', '交上去');
    const code = /回执码：(\S+)/.exec(stage.sees('张阿姨', '写在码后面一起发'))?.[1] ?? '';
    await stage.says('专员', 'M-2611-0001 接');
    await stage.says('张阿姨', `回执 ${code} 今天又来了一车人 车牌浙G12345`);
    stage.sees('张阿姨', '已经转给接手的人');
    stage.sees('专员', '当事人有话给你');
    await stage.says('专员', '看 M-2611-0001');
    stage.sees('专员', '浙G12345');
    const trace = JSON.stringify(await stage.store.read.trace.of(`matter:${(await newest(stage)).id}`));
    expect(trace).not.toContain(stage.person('张阿姨').id);
    await stage.says('专员', '办完了');
    expect((await newest(stage)).state).toBe('archived');
    await stage.says('张阿姨', `回执 ${code} 又开了`);
    stage.sees('张阿姨', '已归档');
    for (const who of [...groups, '值01', '林队', '喜哥']) expect(allIn(stage, who)).toBe('');
    stage.holds(
      '张阿姨',
      ...['在哪里看到的', '只有指定的那位民警', '照片或录像', '语音我听不懂', '要不要留名', '我是这样记的', '回执码'],
      ...['已经转给接手的人', '已归档'],
    );
    stage.holds(
      '专员',
      ...['换人来办', '你接下了', '请核实这条线索', '当事人有话给你', '浙G12345', '现在：已归档', '办完了'],
    );
    await stage.end();
  });

  it('a woman who is afraid of him: nothing on her phone while he is there, and heard again when it is worse', async () => {
    const stage = await matterStage(database.store);
    await stage.says('张阿姨', '女人e家');
    await stage.says('张阿姨', '家里的事，一直不给我钱用');
    await stage.says('张阿姨', '他会不会知道');
    stage.sees('张阿姨', /不会告诉他[\s\S]*什么时候联系你方便/);
    await stage.says('张阿姨', '算了');
    await stage.later(3 * 3_600);
    await stage.says('张阿姨', '接着说 M-2611-0001');
    await stage.says('张阿姨', '白天都行 他上班');
    await stage.says('张阿姨', '提交');
    await stage.says('张阿姨', '提交');
    stage.sees('张阿姨', '正在找人接手');
    await stage.taps('女一', 'matter_take');
    await stage.says('女一', '明天下午2点');
    const before = stage.cards('张阿姨').length;
    await stage.later(120);
    await stage.says('张阿姨', '他在家了 别联系我');
    expect(stage.cards('张阿姨')).toHaveLength(before);
    expect((await newest(stage)).body.sessions).toMatchObject([{ state: 'proposed' }]);
    stage.sees('女一', '当事人有话给你');
    await stage.later(120);
    await stage.says('张阿姨', '好的');
    expect((await newest(stage)).body.sessions).toMatchObject([{ state: 'booked' }]);
    await stage.later(600);
    await stage.says('张阿姨', '我不想活了');
    stage.sees('张阿姨', '12356');
    stage.sees('女一', '刚又说到：有人想不开');
    await stage.later(3 * 3_600);
    await stage.says('张阿姨', '我真的不想活了');
    expect(stage.cards('张阿姨').filter(({ title }) => title?.endsWith('先看这里') === true)).toHaveLength(2);
    expect(await stage.store.read.matters.list({}, 9)).toHaveLength(1);
    await stage.taps('女一', 'matter_done');
    await visits(stage, '女一');
    for (const who of [...groups, '喜哥']) expect(allIn(stage, who)).toBe('');
    stage.holds(
      '张阿姨',
      '先说一声',
      '愿意说说发生了什么吗？说一点就行；不想打字也',
      '什么时候联系你方便、身边没有别人？',
      '不会告诉他。怕他翻手机，就把这里的话删掉，我',
      '好，不说了。刚才说的没有交给任何人。想再说，',
      '什么时候联系你方便、身边没有别人？',
      '我是这样记的，对吗？',
      '会有一位女同志按你方便的时间联系你。',
      '正在找人接手，有人接了马上告诉你。',
      '有人接手了，会联系你。电话请留意一下。',
      '这件事结束了，不用再选时间。',
      '11月23日（周一）14:00 的见面取消了',
      '谢谢你说出来。难受的时候不用一个人扛。',
      '明天（周一）14:00 的见面取消了，不用去',
      '谢谢你说出来。难受的时候不用一个人扛。',
      '这件办完了。',
      '这次问过了，谢谢。有变化直接写给我。',
      '这次问过了，谢谢。有变化直接写给我。',
      '这次问过了，谢谢。有变化直接写给我。',
    );
    stage.holds(
      '女一',
      '你接下了。下一步看另一条。',
      '现在：已受理',
      '1 个时间发出去问了，都答了就告诉你。',
      '现在：已受理',
      '见面时间定了：明天（周一）14:00。',
      '你接下了。下一步看另一条。',
      '当事人有话给你',
      '刚又说到：有人想不开。请马上看。',
      '当事人有话给你',
      '现在：已归档',
      '这次问过了，谢谢。有变化直接写给我。',
      '这次问过了，谢谢。有变化直接写给我。',
      '这次问过了，谢谢。有变化直接写给我。',
      '这次问过了，谢谢。有变化直接写给我。',
      '这次问过了，谢谢。有变化直接写给我。',
      '记下了。下次回访在结束后第 90 天。',
      '还不行：先回访一次，再归档。',
      '这次问过了，谢谢。有变化直接写给我。',
      '记下了，这件可以归档了，辛苦。',
    );
    stage.holds('林队', '7 天的回访没有做，记下了。');
    await stage.end();
  });

  it('who only says that it is hard to bear gets somebody to talk to', async () => {
    const room = { code: 'nv', name: '心理支持', mediators: ['女一'], matters: ['counselling' as const] };
    const stage = await matterStage(database.store, { rules: { rooms: [room] } });
    await stage.says('张阿姨', '心里难受 想找人聊聊');
    expect(await newest(stage)).toMatchObject({ kind: 'counselling', body: { danger: null } });
    await stage.says('李叔', 'I would like to see a counsellor');
    expect(await newest(stage)).toMatchObject({ kind: 'counselling', need: 'facts', body: { facts: [] } });
    stage.holds('张阿姨', '先说一声', '什么时候方便聊？');
    stage.holds('李叔', '先说一声', '这阵子是什么让你难受？愿意说多少都行，不想说');
    await stage.end();
  });

  it('help at the door, by words alone on WeChat: it is asked what, not where, until it helped', async () => {
    const stage = await talkStage(database.store, { platform: 'wechat' });
    await stage.says('李梅', '求助 SQ-12-302');
    await stage.says('李梅', 'SQ12302');
    expect(await toldMatter(stage)).toMatchObject({ state: 'telling', need: 'facts', body: { facts: [] } });
    await stage.says('李梅', '灯泡坏了 家里就我一个老人 换不来');
    expect((await toldMatter(stage)).body.placeWords).toBe('上桥村12号302');
    await stage.says('李梅', '有人来吗');
    await stage.says('和嫂', '我来');
    await stage.says('和嫂', '在路上了');
    await stage.says('李梅', '来了伐');
    await stage.says('李梅', '门牌看不清 门口有棵桂花树');
    stage.sees('和嫂', '当事人有话给你');
    await stage.says('和嫂', '看');
    stage.sees('和嫂', '桂花树');
    await stage.says('和嫂', '办完了');
    await stage.daysLater(8);
    await stage.says('李梅', '好的，谢谢');
    expect((await toldMatter(stage)).state).toBe('archived');
    stage.holds(
      '李梅',
      ...['你说的话、名字和电话', '需要帮什么忙', '需要帮什么忙', '10 分钟内会有人回你', '正在找人接手'],
      ...['有人接手了', '会直接联系你', '已经转给接手的人', '这件办完了', '帮上忙了吗', '记下了'],
    );
    stage.holds(
      '和嫂',
      ...[
        '你接下了',
        '你接下了',
        '现在：已受理',
        '由你负责',
        '有话给你',
        '桂花树',
        '现在：',
        '办完了',
        /该回访了|问过了/,
      ],
    );
    await stage.end();
  });

  it('somebody fell behind a door that is known: the officer is told which, and the neighbour’s helper too', async () => {
    const stage = await talkStage(database.store);
    await stage.says('李梅', '', { message: { start: 'd-SQ12302' } });
    await stage.says('李梅', '阿婆跌倒了 爬不起来');
    stage.sees('指挥群', '地点：上桥村12号302');
    stage.sees('和嫂', '比较急');
    stage.seesNot('李梅', '在哪里？');
    expect(await toldMatter(stage)).toMatchObject({ state: 'screened', urgent: true });
    stage.holds('李梅', '先说一声', '需要帮什么忙？一句话就行。', '紧急请直接拨打 110/119/120', '已标为紧急，先办。');
    stage.holds('和嫂', '比较急，请先看这件。');
    stage.holds('指挥群', '“阿婆跌倒了 爬不起来”');
    await stage.end();
  });

  it('a technical visit is ordered: what it costs is answered, whom to ring is kept, and it is said how it went', async () => {
    const stage = await talkStage(database.store, { platform: 'wechat' });
    await stage.says('李梅', '点单');
    await stage.says('李梅', '永固五金 废气炉子老是报警 想请专家来看看');
    await stage.says('李梅', '多少钱啊');
    stage.sees('李梅', /这里不收钱[\s\S]*什么时候上门方便/);
    await stage.says('李梅', '找我就行');
    await stage.says('李梅', '13600001111 李主任');
    const { body } = await toldMatter(stage);
    expect(body.wish.time).toBe('');
    expect(body.parties).toMatchObject([{ name: '李主任', phone: '13600001111' }]);
    await stage.says('李梅', '没错');
    await stage.says('和嫂', '接单');
    await stage.says('和嫂', 'M-2611-0001 约时间 周三下午3点');
    await stage.says('李梅', '可以');
    stage.sees('李梅', /见面时间定了：11月25日（周三）15:00/);
    await stage.daysLater(3);
    await stage.says('和嫂', 'M-2611-0001 办完了 换了个阀门');
    expect((await toldMatter(stage)).outcome).toBe('done');
    await stage.daysLater(8);
    await stage.says('李梅', '还是不行');
    stage.sees('李梅', '已经转给接手的人');
    stage.sees('和嫂', '当事人有话给你');
    expect((await toldMatter(stage)).state).toBe('ended');
    await visits(stage, '和嫂');
    stage.holds(
      '和嫂',
      '你接下了。下一步看另一条。',
      '你接下了，编号 M-2611-0001，谢谢',
      '现在：已受理',
      '1 个时间发出去问了，都答了就告诉你。',
      '见面时间定了：11月25日（周三）15:00',
      '提醒一下：明天（周三）15:00，见面谈。',
      '快到了：今天（周三）15:00，见面谈。',
      '这件往下走了，这条不用管了。',
      '现在：已结束',
      '办完了，辛苦！',
      '这次问过了，谢谢。有变化直接写给我。',
      '现在：已归档',
      '这次问过了，谢谢。有变化直接写给我。',
      '这次问过了，谢谢。有变化直接写给我。',
      '记下了，这件可以归档了，辛苦。',
    );
    stage.holds(
      '李梅',
      '先说一声',
      '要解决什么问题？说设备、工序或者现象就行。',
      '什么时候上门方便？',
      '我这里不收钱。上门的人要是说要收费，你问清楚',
      '我是这样记的，对吗？',
      '我是这样记的，对吗？',
      '会安排技术人员先打电话，再约上门的时间。',
      '有人接手了，会联系你。电话请留意一下。',
      '下面几个时间，哪个你能来？能来的都告诉我。',
      '见面时间定了：11月25日（周三）15:00',
      '提醒一下：明天（周三）15:00，见面谈。',
      '快到了：今天（周三）15:00，见面谈。',
      '这件办完了。',
      '过去 7 天了，来问一声：帮上忙了吗？',
      '记下了，已经转给接手的人。',
      '过去 30 天了，来问一声：帮上忙了吗？',
    );
    await stage.end();
  });

  it('the desk writes for somebody who cannot: it is asked about them, read out, and added to by its number', async () => {
    const stage = await talkStage(database.store);
    await stage.says('值01', '来访登记');
    await stage.says('值01', '老人不识字 儿子不给赡养费 两年了');
    stage.sees('值01', '来的人怎么称呼');
    await stage.says('值01', '陈阿婆，没有电话');
    await stage.says('值01', '陈建国 137 0000 2222');
    await stage.says('值01', '每月给500');
    await stage.says('值01', '都可以');
    const told = await toldMatter(stage);
    expect(told.body).toMatchObject({ sumYuan: 500, wants: '每月给500' });
    expect(told.body.parties).toMatchObject([
      { name: '陈阿婆', phone: '', consent: null },
      { name: '陈建国', phone: '13700002222' },
    ]);
    stage.sees('值01', /念给来的人听一遍[\s\S]*他本人愿不愿意调解，接手的人会再问/);
    await stage.says('值01', '提交');
    stage.sees('值01', '把编号 M-2611-0001 写给来的人');
    await stage.taps('和嫂', 'matter_take');
    await stage.says('值01', '补充 M-2611-0001 孙子的学费也是她出的');
    stage.sees('和嫂', '当事人有话给你');
    await stage.taps('和嫂', 'matter_look');
    stage.sees('和嫂', '孙子的学费');
    expect(await stage.store.read.matters.list({}, 9)).toHaveLength(1);
    stage.holds(
      '值01',
      '来的人遇到了什么事？照他说的写，一条一条发。',
      '来的人怎么称呼？有电话留一个，没有就只写称呼',
      '他跟谁有事？名字或厂名，有电话更好。',
      '他希望怎么解决？',
      '他对调解员有要求吗？比如要女调解员，或者点名',
      '念给来的人听一遍，对吗？',
      '先请中心的调解员看，一般 60 分钟内有人接',
      '和嫂 接下了，谢谢你。',
      '记下了，已经转给接手的人。',
    );
    stage.holds('喜哥', '和嫂 接下了，谢谢你。');
    stage.holds(
      '和嫂',
      '你接下了。下一步看另一条。',
      '现在：有人接手，在问各方愿不愿意',
      '当事人有话给你',
      '看过会留记录。别转发。',
    );
    await stage.end();
  });

  it('for a mother who cannot write: her name, her own yes, and no sum out of a phone number', async () => {
    const stage = await talkStage(database.store, { platform: 'wechat' });
    const said: Readonly<Record<string, string>> = {
      other_side: '王强 138 0000 1111',
      consent: '知道的 她叫我来的',
      self: '妈叫周阿妹',
      place: '上桥村12号',
      wants: '修好',
    };
    await stage.says('李梅', '我替我妈来问 她不识字 楼上老是漏水 跟楼上王强说了好几次没用');
    for (let i = 0; i < 8 && (await toldMatter(stage)).need !== 'check'; i += 1)
      await stage.says('李梅', said[(await toldMatter(stage)).need ?? ''] ?? '跳过');
    const { body } = await toldMatter(stage);
    expect(body).toMatchObject({ sumYuan: null });
    expect(body.parties).toMatchObject([{ name: '周阿妹', proxy: { name: '李梅', agreed: true } }, { name: '王强' }]);
    stage.sees('李梅', '由 李梅 199-0000-0000 代说（替妈），本人同意');
    stage.holds(
      '李梅',
      '先说一声',
      '另一方是谁？名字或厂名就行，有电话更好。',
      '事情在哪里？村名、小区或厂名，发个定位也行。',
      '他希望怎么解决？',
      '你是替别人说的。他本人知道、也同意你来说吗？',
      '你替的那位怎么称呼？有电话也留一个，没有就只',
      '对调解员有要求吗？可以要一位女调解员，也可以',
      '我是这样记的，对吗？',
    );
    await stage.end();
  });

  it('break-glass goes by words too, and only by a second person’s', async () => {
    const stage = await matterStage(database.store, { platform: 'wechat' });
    await stage.says('值01', '警情 西塘菜市场两家摊主打起来了');
    await stage.says('林队', '开封 M-2611-0001 片警联系不上，要找当事人');
    await stage.says('林队', 'M-2611-0001 同意查看');
    stage.sees('林队', '自己申请的，要别人来同意');
    await stage.says('值01', 'M-2611-0001 同意查看');
    stage.sees('值01', '同意了');
    await stage.says('林队', '看 M-2611-0001');
    const seen = stage.sees('林队', '两家摊主');
    expect(seen).toContain('类型：警情');
    expect(seen).not.toContain('没留名');
    stage.holds('警一', '这件警情推送给你，你是现场民警。');
    stage.holds('片警', '这件警情推送给你，你是责任民警。', '告诉你一声：林队 临时查看了 M-2611-');
    stage.holds(
      '值01',
      '这件警情推送给你，你是服务中心。',
      '交上去了，编号 M-2611-0001。有进',
      '林队 想临时查看 M-2611-0001，要',
      '同意了。能看一段时间，看过会留记录。',
      '值01 同意了，可以看到 11月22日（周日',
    );
    stage.holds(
      '林队',
      '申请送出去了，要另一个人同意才能看。',
      '自己申请的，要别人来同意。',
      '同意了，可以看到 11月22日（周日）21:',
      '看过会留记录。别转发。',
    );
    await stage.end();
  });

  it('who has not said that they have a police matter is named to whoever can ring', async () => {
    const stage = await matterStage(database.store);
    await stage.says('值01', '警情 西塘菜市场两家摊主打起来了');
    await stage.taps('警一', 'matter_ack');
    await stage.taps('值01', 'matter_ack');
    await stage.later(15 * 60);
    expect(stage.sees('林队', /没确认接到：片警 199-0000-\d{4}/)).not.toContain('交给谁');
    stage.holds('警一', '这件警情推送给你，你是现场民警。');
    stage.holds('片警', '这件警情推送给你，你是责任民警。');
    stage.holds('值01', '这件警情推送给你，你是服务中心。', '交上去了，编号 M-2611-0001。有进', '比较急，请先看这件。');
    stage.holds('林队', '比较急，请先看这件。');
    await stage.end();
  });
});
