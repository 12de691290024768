import { afterEach, expect, it } from 'vitest';
import type { Attachment } from '../../core/message.ts';
import type { Incident } from '../../core/incident.ts';
import { TransportError } from '../../core/error.ts';
import { eachEngine } from '../support/stores.ts';
import type { Cast } from './stage.ts';
import { closeStages, Stage } from './stage.ts';

const resident: Cast = { name: '张阿姨', roles: ['resident'], duty: 'off' };
const neighbour: Cast = { name: '李叔', roles: ['resident'], duty: 'off' };
const officer: Cast = { name: '值01', roles: ['duty_officer'] };
const fighter = (name: string, more: Partial<Cast> = {}): Cast => ({ name, skills: ['fire_operator'], ...more });
const medic = (name: string, more: Partial<Cast> = {}): Cast => ({ name, skills: ['first_aid'], ...more });
const fire = '快点!!厂里着火了 浓烟 西塘工业区这边';
const photo: Attachment = { kind: 'photo', ref: 'p1', sizeBytes: 10, mime: 'image/jpeg' };

eachEngine((database) => {
  afterEach(closeStages);

  const incidents = (): Promise<Incident[]> => database.store.read.incidents.latest(9);

  async function traceOf({ id }: Incident): Promise<string[]> {
    return (await database.store.read.trace.of(`incident:${id}`)).map(({ what }) => what);
  }

  async function scene(cast: readonly Cast[] = [fighter('东01'), fighter('东02'), medic('东03')]): Promise<Stage> {
    const stage = new Stage(database.store);
    await stage.begin([resident, neighbour, officer, ...cast]);
    return stage;
  }

  /** The newest incident is confirmed and the orders go out. */
  async function callOut(stage: Stage): Promise<void> {
    const { token } = await stage.incident();
    await stage.tapsData('值01', `${token}.confirm`, '指挥群');
    await stage.tapsData('值01', `${token}.call_out`, '指挥群');
  }

  async function fireIsCalledOut(cast?: readonly Cast[]): Promise<Stage> {
    const stage = await scene(cast);
    await stage.says('张阿姨', fire);
    await callOut(stage);
    return stage;
  }

  it.each([
    ['东01', '救援群'],
    ['值01', '指挥群'],
    ['东01', '村群'],
    ['东01', undefined],
  ])('%s without a seat tells of a fire in %s: an incident like anybody’s', async (who, room) => {
    const stage = await scene();
    await stage.says(who, '厂里着火了 浓烟', room === undefined ? {} : { in: room });
    stage.sees(room ?? who, '119');
    expect(await stage.incident()).toMatchObject({ kind: 'fire', state: 'reported' });
  });

  it('a slip that is put right is the answer to an order that has none, and changes none that was given', async () => {
    const stage = await fireIsCalledOut();
    await stage.says('东01', '能区', { message: { messageId: 'm1' } });
    await stage.says('东01', '能去', { message: { messageId: 'm1', edited: true } });
    expect(await stage.orderOf('东01')).toMatchObject({ answer: 'accepted' });
    stage.sees('东01', '接警成功');
    await stage.says('东02', '去不了', { message: { messageId: 'm2' } });
    await stage.says('东02', '能去', { message: { messageId: 'm2', edited: true } });
    expect(await stage.orderOf('东02')).toMatchObject({ answer: 'declined' });
  });

  it.each([['救援群'], [undefined]])(
    'an order that is handed on to the bot is no second report, in %s',
    async (room) => {
      const stage = await fireIsCalledOut();
      const order = '出警令：火灾\n地点：西塘工业区\n情况：“厂里着火了 浓烟 西塘工业区这边”\n能去吗？';
      await stage.says('东01', order, { message: { isOurs: true }, ...(room === undefined ? {} : { in: room }) });
      expect(await incidents()).toHaveLength(1);
      expect(await database.store.read.incidents.reports((await stage.incident()).id)).toHaveLength(1);
      expect(await stage.orderOf('东01')).toMatchObject({ answer: 'open' });
    },
  );

  it('letters that nobody sees add nothing to a report', async () => {
    const stage = await scene();
    await stage.says('张阿姨', fire);
    for (const blank of ['', ' ', '\u200b', '\n\n', '\u2800\u3164']) await stage.says('张阿姨', blank);
    expect(await database.store.read.incidents.reports((await stage.incident()).id)).toHaveLength(1);
  });

  it('the reporter’s second emergency is an incident of its own, another victim of the first is not', async () => {
    const stage = await scene();
    await stage.says('张阿姨', fire);
    await stage.says('张阿姨', '有人晕倒了 叫不醒');
    await stage.says('张阿姨', '三号楼也着火了');
    expect(await incidents()).toHaveLength(1);
    await stage.says('张阿姨', '荷塘有人掉河里了 快来人');
    expect((await incidents()).map(({ kind }) => kind)).toEqual(['drowning', 'fire']);
  });

  it('whoever holds a seat at a fire and sees a drowning elsewhere reports a drowning', async () => {
    const stage = await fireIsCalledOut();
    await stage.taps('东01', 'accept');
    await stage.says('东01', '厂里又着火了 有人受伤', { in: '救援群' });
    expect(await incidents()).toHaveLength(1);
    await stage.says('东01', '荷塘有人掉河里了 快来人', { in: '救援群' });
    expect((await stage.incident()).kind).toBe('drowning');
    stage.sees('救援群', '120');
  });

  it('minutes after starting a drill the officer’s real fire is a real one', async () => {
    const stage = await scene();
    await stage.says('值01', '演练 火灾 西塘工业区');
    await stage.says('值01', fire);
    expect((await incidents()).map(({ drill }) => drill)).toEqual([false, true]);
  });

  it('people in a drill are called for a real incident, and leave the drill when they accept', async () => {
    const stage = await scene();
    await stage.says('值01', '演练 火灾 西塘工业区', { in: '指挥群' });
    await callOut(stage);
    await stage.taps('东01', 'accept');
    const drilled = await stage.orderOf('东01');
    await stage.says('张阿姨', fire);
    await callOut(stage);
    expect(await stage.orderOf('东01')).toMatchObject({ answer: 'open' });
    await stage.taps('东01', 'accept');
    expect(await stage.orderOf('东01')).toMatchObject({ answer: 'accepted' });
    expect(await database.store.read.incidents.order(drilled.id)).toMatchObject({ answer: 'withdrawn' });
  });

  it('people in a real incident are left out of a drill', async () => {
    const stage = await fireIsCalledOut();
    await stage.says('值01', '演练 火灾 西塘工业区', { in: '指挥群' });
    await callOut(stage);
    expect(await database.store.read.incidents.orders((await stage.incident()).id)).toEqual([]);
  });

  it('the photo that comes with the report belongs to it', async () => {
    const stage = await scene();
    await stage.says('张阿姨', fire, { message: { attachments: [photo] } });
    expect(await traceOf(await stage.incident())).toContain('photo');
    stage.sees('指挥群', '照片 1 张');
  });

  it('a photo from somebody who was called is evidence and no riddle', async () => {
    const stage = await fireIsCalledOut();
    await stage.taps('东01', 'accept');
    await stage.says('东01', '', { message: { attachments: [photo] } });
    stage.seesNot('东01', '没看懂');
    stage.sees('指挥群', '照片 1 张');
  });

  it('whoever was told that all seats are taken hears at once that one came free', async () => {
    const stage = await fireIsCalledOut([fighter('东01'), fighter('东02'), fighter('东03'), medic('东04')]);
    for (const name of ['东01', '东02', '东04']) await stage.taps(name, 'accept');
    stage.sees('东03', '人已齐');
    await stage.says('东01', '去不了了 车坏在路上');
    stage.sees('东03', '轮到你');
    stage.seesNot('指挥群', '无人可叫');
    await stage.taps('东03', 'accept');
    expect((await stage.orderOf('东03')).answer).toBe('accepted');
  });

  it('a need while all seats are taken asks those again who had not answered', async () => {
    const stage = await fireIsCalledOut([fighter('东01'), fighter('东02'), fighter('东03'), medic('东04')]);
    for (const name of ['东01', '东02', '东04']) await stage.taps(name, 'accept');
    await stage.says('东01', '再来一个人');
    stage.sees('东03', '轮到你');
  });

  it('whoever stepped back on the way and comes after all begins anew', async () => {
    const stage = await fireIsCalledOut();
    await stage.taps('东01', 'accept');
    await stage.taps('东01', 'underway');
    await stage.taps('东01', 'withdraw');
    await stage.taps('东01', 'accept');
    expect(await stage.orderOf('东01')).toMatchObject({ answer: 'accepted', underwayAt: null });
  });

  it('whoever says to be well before being done is heard, keeps the seat, and is asked at the end', async () => {
    const stage = await fireIsCalledOut();
    await stage.taps('东01', 'accept');
    await stage.says('东01', '安全到家');
    stage.sees('指挥群', '安全到家');
    expect((await stage.orderOf('东01')).safeAt).toBeNull();
    await stage.taps('值01', 'stand_down', { in: '指挥群' });
    expect((await stage.incident()).state).toBe('stood_down');
    await stage.says('东01', '安全到家');
    expect((await stage.incident()).state).toBe('closed');
  });

  it('收到 to the stand-down is heard with a sign, and is no safe return', async () => {
    const stage = await fireIsCalledOut();
    await stage.taps('东01', 'accept');
    await stage.taps('值01', 'stand_down', { in: '指挥群' });
    await stage.says('东01', '收到');
    expect(stage.chats.telegram.sends.at(-1)?.outgoing).toMatchObject({ kind: 'reaction', emoji: '👌' });
    stage.seesNot('东01', '没看懂');
    expect((await stage.orderOf('东01')).safeAt).toBeNull();
  });

  it('whoever arrives and asks for something in one breath has arrived', async () => {
    const stage = await fireIsCalledOut();
    await stage.taps('东01', 'accept');
    await stage.taps('东02', 'accept');
    await stage.says('东01', '到场了，需要绳子');
    await stage.says('东02', '路上需要绳子吗');
    expect((await stage.orderOf('东01')).onSceneAt).not.toBeNull();
    expect((await stage.orderOf('东02')).onSceneAt).toBeNull();
    stage.sees('指挥群', '到场了，需要绳子');
  });

  it('whoever chooses to wait while seats are free reads that there are some', async () => {
    const stage = await fireIsCalledOut();
    await stage.taps('东01', 'standby');
    stage.sees('东01', '现在还有空位');
  });

  it('whoever is done may be safely back before the stand-down', async () => {
    const stage = await fireIsCalledOut();
    await stage.taps('东01', 'accept');
    await stage.taps('东01', 'underway');
    await stage.taps('东01', 'on_scene');
    await stage.taps('东01', 'done');
    await stage.says('东01', '安全到家');
    await stage.taps('值01', 'stand_down', { in: '指挥群' });
    expect((await stage.incident()).state).toBe('closed');
  });

  it('a standby whom no channel reaches any more costs no time', async () => {
    const stage = await fireIsCalledOut([
      fighter('东01'),
      fighter('东02'),
      fighter('东03'),
      medic('东04'),
      fighter('南01', { metresEast: 9_000 }),
    ]);
    for (const name of ['东01', '东02', '东03']) await stage.taps(name, 'accept');
    expect((await stage.orderOf('东03')).answer).toBe('standby');
    await database.store.transaction(async (tx) => {
      for (const { id } of await tx.people.identitiesOf(stage.person('东03').id)) {
        await tx.people.setIdentityState(id, 'blocked');
      }
    });
    await stage.says('东01', '去不了了 车坏在路上');
    expect((await stage.orderOf('东03')).answer).toBe('unreachable');
    expect((await stage.orderOf('南01')).answer).toBe('open');
  });

  it('a standby who may not fill the seat does not keep the officer from hearing that nobody is left', async () => {
    const stage = await fireIsCalledOut([fighter('东01'), fighter('东02'), medic('东03'), medic('东04')]);
    for (const name of ['东01', '东02', '东03']) await stage.taps(name, 'accept');
    await stage.taps('东04', 'standby');
    await stage.says('东01', '去不了了 车坏在路上');
    await stage.later(65);
    stage.sees('指挥群', /无人可叫.*\n.*消防设施操作 1 人/);
  });

  it('somebody who comes on duty after nobody was left is called by the next timer', async () => {
    const stage = await fireIsCalledOut([fighter('东01'), fighter('东02', { duty: 'off' }), medic('东03')]);
    await stage.later(65);
    stage.sees('指挥群', '无人可叫');
    await stage.says('东02', '上岗');
    await stage.later(31);
    expect((await stage.orderOf('东02')).answer).toBe('open');
  });

  it('details are no second report; the officer splits off what somebody else told, with its own kind', async () => {
    const stage = await scene();
    await stage.says('张阿姨', fire);
    await stage.says('张阿姨', '在三号楼 里面两个人');
    expect(stage.cards('指挥群').flatMap(({ actions }) => actions.flat().map(({ verb }) => verb))).not.toContain(
      'split',
    );
    stage.seesNot('指挥群', '次报告');
    await stage.says('李叔', '西塘工业区爆炸了！');
    await stage.says('张阿姨', '消防车还没到');
    expect(stage.sees('指挥群', '共 2 次报告')).toContain('“消防车还没到”');
    await stage.taps('值01', 'split', { in: '指挥群' });
    expect((await incidents()).map(({ kind, words }) => [kind, words])).toEqual([
      ['explosion', '西塘工业区爆炸了！'],
      ['fire', fire],
    ]);
    await stage.says('李叔', '里面还有三个人');
    const [explosion] = await incidents();
    const reports = explosion === undefined ? [] : await database.store.read.incidents.reports(explosion.id);
    expect(reports.map(({ words }) => words)).toEqual(['西塘工业区爆炸了！', '里面还有三个人']);
  });

  it('a corrected report changes the report and is not answered a second time', async () => {
    const stage = await scene();
    await stage.says('张阿姨', '厂里着火了');
    await stage.says('张阿姨', '西塘工业区厂里着火了', { message: { edited: true, messageId: 'm1' } });
    expect((await stage.incident()).position).not.toBeNull();
    expect(stage.cards('张阿姨')).toHaveLength(1);
  });

  it('a place that is told after the call-out reaches the orders', async () => {
    const stage = await scene();
    await stage.says('张阿姨', '厂里着火了 浓烟');
    await callOut(stage);
    stage.seesNot('东01', '西塘工业区');
    await stage.says('张阿姨', '在西塘工业区');
    stage.sees('东01', '西塘工业区');
  });

  it('a squad group that threw the bot out is told of once', async () => {
    const stage = await fireIsCalledOut();
    const gone = new TransportError('permanent', 'bot was kicked', { reason: 'not_a_member' });
    stage.chats.telegram.fail(gone, { room: '救援群', times: 9 });
    await stage.taps('东01', 'accept');
    await stage.taps('东02', 'accept');
    stage.sees('指挥群', '救援群');
    const told = stage.cards('指挥群').filter(({ lines }) => lines.some(({ text }) => text.includes('救援群')));
    expect(told).toHaveLength(1);
  });

  it('a list in the village group answers for nobody else', async () => {
    const stage = await fireIsCalledOut();
    await stage.says('张阿姨', '接龙 火警出动\n1. 东01 能去\n2. 东02 能去', { in: '村群' });
    expect((await stage.orderOf('东01')).answer).toBe('open');
  });

  it('what the reporter said stays out of the groups of squads and villages', async () => {
    const stage = await scene();
    await stage.says('张阿姨', `${fire} 我电话13812345678`);
    await callOut(stage);
    await stage.taps('东01', 'accept');
    await stage.taps('值01', 'stand_down', { in: '指挥群' });
    await stage.taps('东01', 'safe');
    for (const room of ['救援群', '村群']) stage.seesNot(room, /张阿姨|13812345678|快点/);
  });

  it('two officers tap at once: the second hears who was first', async () => {
    const stage = new Stage(database.store);
    await stage.begin([resident, officer, { name: '值02', roles: ['duty_officer'] }, fighter('东01'), medic('东03')]);
    await stage.says('张阿姨', fire);
    const { token } = await stage.incident();
    expect(await stage.tapsData('值01', `${token}.call_out`, '指挥群')).not.toBe('');
    expect((await stage.incident()).state).toBe('reported');
    await stage.tapsData('值01', `${token}.confirm`, '指挥群');
    expect(await stage.tapsData('值02', `${token}.confirm`, '指挥群')).toMatch('值01');
    await stage.tapsData('值02', `${token}.set_kind.drowning`, '指挥群');
    await stage.tapsData('值02', `${token}.set_kind.fire`, '指挥群');
    await stage.tapsData('值01', `${token}.call_out`, '指挥群');
    expect(await stage.tapsData('值02', `${token}.call_out`, '指挥群')).toMatch('值01');
    expect(await database.store.read.incidents.orders((await stage.incident()).id)).toHaveLength(2);
  });
});
