import { afterEach, expect, it } from 'vitest';
import { giveBack } from '../../handlers/matter/give-back.ts';
import { eachEngine } from '../support/stores.ts';
import { matterStage, newest, tells } from './matter-stage.ts';
import { closeStages, type Stage } from './stage.ts';

const rules: NonNullable<Parameters<typeof matterStage>[1]>['rules'] = {
  rooms: [
    { code: 'cun', name: '村调委会', level: 'local', kinds: ['family', 'wages'], mediators: ['喜三'] },
    { code: 'xi', name: '喜哥调解室', kinds: ['wages'], mediators: ['喜哥'] },
    { code: 'zhong', name: '中心', level: 'zone', mediators: ['喜二'] },
    { code: 'lian', name: '联合调解团队', level: 'joint', mediators: ['联一'] },
  ],
  onCall: ['女一'],
};

/** How many messages offer somebody to take it. */
const takers = (stage: Stage, who: string): number =>
  stage.cards(who).filter(({ actions }) => actions.flat().some(({ verb }) => verb === 'matter_take')).length;

eachEngine((database) => {
  afterEach(closeStages);

  it('violence at home goes neither next door nor to a joint session, and a person on call can take it', async () => {
    const stage = await matterStage(database.store, { rules });
    await stage.says('张阿姨', '我老公喝酒就打我 今天又动手了 孩子也在');
    stage.sees('张阿姨', '110');
    stage.sees('女一', '请马上接');
    const { body, urgent } = await newest(stage);
    expect(urgent).toBe(true);
    expect(body.route.map(({ room }) => room)).not.toContain('lian');
    expect(body.route.map(({ room }) => room)).not.toContain('cun');
    expect(await stage.taps('女一', 'matter_take')).toContain('你接下了');
    expect((await newest(stage)).ownerId).toBe(stage.person('女一').id);
    stage.sees('喜二', '女一 接下了');
    stage.holds('张阿姨', '先离开动手的人', '有调解员接手了');
    stage.holds('喜二', '女一 接下了');
    stage.holds('女一', '接下了', '你接下了', '现在：有人接手，在问各方愿不愿意');
    await stage.end();
  });

  it('danger that comes to light later changes the way and hurries it', async () => {
    const stage = await matterStage(database.store, { rules });
    await tells(stage, '张阿姨', '我要调解 老板欠我3个月工资 大概6万');
    stage.sees('喜三', '你方便吗');
    await stage.says('张阿姨', '补充 老板拿刀威胁我 说要弄死我');
    expect((await newest(stage)).body.danger).not.toBeNull();
    expect((await newest(stage)).roomCode).toBe('xi');
    stage.sees('喜哥', '比较急');
    stage.sees('喜三', '这件不用接了');
    stage.holds('张阿姨', '你说的话、名字和电话', '先请村调委会的调解员看', '别单独去见他');
    stage.holds('喜三', '这件不用接了');
    stage.holds('喜哥', '比较急');
    stage.holds('女一', '有人受到生命威胁');
    await stage.end();
  });

  it('a danger of another kind has numbers of its own, once, and those on call hear of it as of the first', async () => {
    const stage = await matterStage(database.store, { rules });
    await stage.says('张阿姨', '我不想活了');
    stage.sees('张阿姨', '12356');
    stage.sees('女一', '有人想不开');
    await stage.says('张阿姨', '我老公喝酒就打我 今天又动手了');
    stage.sees('张阿姨', '先离开动手的人');
    stage.sees('女一', '有人动手');
    expect((await newest(stage)).body).toMatchObject({ danger: 'violence', otherDangers: ['self_harm'] });
    const [told, called] = [stage.cards('张阿姨').length, stage.cards('女一').length];
    await stage.says('张阿姨', '他又打我了');
    await stage.says('张阿姨', '我真的不想活了');
    expect([stage.cards('张阿姨').length, stage.cards('女一').length]).toEqual([told, called]);
    stage.holds('林队', '还没有人能接');
    await stage.end();
  });

  it.each([
    ['他打我 我不想活了', '先离开动手的人', /谢谢你说出来/, '有人动手、有人想不开', ['110', '12356']],
    ['孩子被他打 他还拿刀', '先把孩子带到安全的地方', /别单独去见他/, '孩子有危险、有人受到生命威胁', ['110']],
  ])(
    '%s: both dangers in one message, the gravest first and no number twice',
    async (words, first, also, named, phones) => {
      const stage = await matterStage(database.store, { rules });
      await stage.says('张阿姨', words);
      const told = stage.sees('张阿姨', first);
      expect(told).toMatch(also);
      for (const phone of phones) expect(told.match(new RegExp(`^${phone} `, 'gmu'))).toHaveLength(1);
      stage.sees('女一', named);
      stage.holds('张阿姨', first);
      stage.holds('女一', named);
      await stage.later(1);
      const { body } = await newest(stage);
      expect([body.danger, ...(body.otherDangers ?? [])]).toHaveLength(2);
      for (const name of ['喜二', '喜三', '喜哥', '联一']) if (stage.cards(name).length > 0) stage.sees(name, '比较急');
      await stage.end();
    },
  );

  it('a danger that is told when somebody has it already reaches that one and those on call', async () => {
    const stage = await matterStage(database.store, { rules });
    await stage.says('张阿姨', '我老公喝酒就打我 今天又动手了');
    await stage.taps('喜二', 'matter_take');
    expect((await newest(stage)).ownerId).toBe(stage.person('喜二').id);
    await stage.says('张阿姨', '我不想活了');
    stage.sees('张阿姨', '12356');
    stage.sees('喜二', '刚又说到：有人想不开');
    stage.sees('女一', '刚又说到：有人想不开');
    stage.sees('女一', '喜二 接下了');
    stage.holds('张阿姨', '先离开动手的人', '有调解员接手了', '谢谢你说出来');
    stage.holds('喜二', '你接下了', '现在：有人接手', '刚又说到', '申请人有话给你');
    stage.holds('女一', '接下了', '刚又说到');
    await stage.end();
  });

  it('whoever was called sees who has it; does that one leave, all are called anew', async () => {
    const stage = await matterStage(database.store, { rules });
    await stage.says('张阿姨', '我老公喝酒就打我 今天又动手了');
    stage.action('女一', 'matter_take');
    await stage.taps('喜二', 'matter_take');
    stage.sees('女一', '喜二 接下了');
    expect(takers(stage, '女一')).toBe(0);
    await stage.does(async (work) => {
      const matter = await work.tx.matters.lock((await newest(stage)).id);
      if (matter !== null) await giveBack(work, matter, 'left', null);
    });
    stage.sees('女一', '有人动手，请马上接');
    // The first call says so again, and a new one rings.
    expect(takers(stage, '女一')).toBe(2);
    await stage.taps('女一', 'matter_take');
    expect(takers(stage, '女一')).toBe(0);
    expect((await newest(stage)).ownerId).toBe(stage.person('女一').id);
  });
});
