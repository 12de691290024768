import { afterEach, expect, it } from 'vitest';
import { hazardSubject, type Hazard } from '../../core/hazard.ts';
import { tapData, type Platform } from '../../core/message.ts';
import { eachEngine } from '../support/stores.ts';
import { hazardStage, messagesIn, people, photo } from './hazard-stage.ts';
import type { Stage } from './stage.ts';
import { closeStages, eastOf } from './stage.ts';

/** All hazards, oldest first. */
async function all(stage: Stage): Promise<Hazard[]> {
  return (await stage.store.read.hazards.list({}, 50, null)).toReversed();
}

async function photosOf(stage: Stage, hazard: Hazard | undefined): Promise<number> {
  return hazard === undefined ? -1 : (await stage.store.read.files.ofSubject(hazardSubject(hazard.id))).length;
}

eachEngine((database) => {
  afterEach(closeStages);
  const begin = (platform: Platform): Promise<Stage> =>
    hazardStage(database.store, platform === 'wechat' ? { cast: people('wechat') } : { platform });
  const here = { position: { ...eastOf(800), live: false } };

  it.each(['telegram', 'wechat'] as const)(
    'on %s three in a minute are three; the photo and the location after them belong to the last',
    async (platform) => {
      const stage = await begin(platform);
      await stage.says('张阿姨', '永固五金的消防通道被货堵了');
      await stage.later(15);
      await stage.says('张阿姨', '上桥村36号楼道里有电瓶车在充电');
      await stage.later(15);
      await stage.says('张阿姨', '还有，路灯坏了');
      stage.sees('张阿姨', '在哪里');
      await stage.later(10);
      await stage.says('张阿姨', '', { message: photo() });
      await stage.says('张阿姨', '', { message: here });
      const [first, second, third] = await all(stage);
      expect([first?.kinds, second?.kinds, third?.kinds]).toEqual([['fire_exit'], ['ev_charging'], ['street_light']]);
      expect(third?.position?.lon).toBeCloseTo(here.position.lon);
      expect(first?.position).toBeNull();
      expect([await photosOf(stage, first), await photosOf(stage, second), await photosOf(stage, third)]).toEqual([
        0, 0, 1,
      ]);
      for (const n of ['1', '2', '3']) {
        stage.sees('张阿姨', `编号 H-2611-000${n}`);
        stage.sees('指挥群', `H-2611-000${n}`);
      }
    },
  );

  it.each(['telegram', 'wechat'] as const)(
    'on %s all three named with place, then photo and location',
    async (platform) => {
      const stage = await begin(platform);
      await stage.says('张阿姨', '永固五金的消防通道被货堵了');
      await stage.says('张阿姨', '永固五金的灭火器也过期了');
      await stage.says('张阿姨', '上桥村口的路灯坏了');
      await stage.later(20);
      await stage.says('张阿姨', '', { message: photo() });
      await stage.says('张阿姨', '', { message: { position: { ...eastOf(3_010), live: false } } });
      const found = await all(stage);
      expect(found.map(({ kinds }) => kinds)).toEqual([['fire_exit'], ['fire_equipment'], ['street_light']]);
      expect(await Promise.all(found.map((one) => photosOf(stage, one)))).toEqual([0, 0, 1]);
      expect(found[2]?.position?.lon).toBeCloseTo(eastOf(3_010).lon);
      expect(found[0]?.position).toBeNull();
    },
  );

  it('the same kind at three places is three, and at the same place one', async () => {
    const stage = await begin('telegram');
    await stage.says('张阿姨', '上桥村36号楼道堵了');
    await stage.says('张阿姨', '上桥村52号楼道也堵了');
    await stage.says('张阿姨', '永固五金的楼道堵了');
    await stage.says('张阿姨', '永固五金楼道堵得很厉害');
    expect((await all(stage)).map(({ placeWords }) => placeWords)).toEqual([
      '上桥村36号楼道',
      '上桥村52号楼道',
      '永固五金',
    ]);
  });

  it('a photo that answers an earlier one of them belongs to that', async () => {
    const stage = await begin('telegram');
    await stage.says('张阿姨', '永固五金的消防通道被货堵了', { message: { messageId: 'one' } });
    await stage.says('张阿姨', '上桥村36号楼道里有电瓶车在充电', { message: { messageId: 'two' } });
    await stage.says('张阿姨', '', { message: { ...photo(), quote: { messageId: 'one', text: '' } } });
    await stage.says('张阿姨', '', { message: { ...here, quote: { messageId: 'two', text: '' } } });
    const [first, second] = await all(stage);
    expect([await photosOf(stage, first), await photosOf(stage, second)]).toEqual([1, 0]);
    expect(second?.position?.lon).toBeCloseTo(here.position.lon);
  });

  it.each(['telegram', 'wechat'] as const)('on %s each photo before its words is of those words', async (platform) => {
    const stage = await begin(platform);
    await stage.says('张阿姨', '', { message: photo() });
    await stage.says('张阿姨', '永固五金的消防通道被货堵了');
    await stage.later(20);
    await stage.says('张阿姨', '', { message: { ...photo(), albumId: 'a' } });
    await stage.says('张阿姨', '', { message: { ...photo(), albumId: 'a' } });
    await stage.later(5);
    await stage.says('张阿姨', '上桥村36号楼道里有电瓶车在充电');
    const [first, second] = await all(stage);
    expect([await photosOf(stage, first), await photosOf(stage, second)]).toEqual([1, 2]);
    expect(stage.sees('指挥群', 'H-2611-0002')).toContain('照片 2 张');
  });

  it('each photo after its words is of those words, too', async () => {
    const stage = await begin('telegram');
    await stage.says('张阿姨', '永固五金的消防通道被货堵了');
    await stage.says('张阿姨', '', { message: photo() });
    await stage.says('张阿姨', '上桥村36号楼道里有电瓶车在充电');
    await stage.says('张阿姨', '', { message: photo() });
    const [first, second] = await all(stage);
    expect([await photosOf(stage, first), await photosOf(stage, second)]).toEqual([1, 1]);
  });

  it('a photo with words of its own, and one from long ago, stay where they went', async () => {
    const stage = await begin('telegram');
    await stage.says('张阿姨', '永固五金的消防通道被货堵了', { message: photo() });
    await stage.later(5);
    await stage.says('张阿姨', '永固五金消防通道这头也堵着', { message: photo() });
    await stage.says('张阿姨', '上桥村36号楼道里有电瓶车在充电');
    await stage.says('张阿姨', '', { message: photo() });
    await stage.says('张阿姨', '', { message: photo() });
    await stage.later(5 * 60);
    await stage.says('张阿姨', '上桥村口的路灯坏了');
    const found = await all(stage);
    expect(await Promise.all(found.map((one) => photosOf(stage, one)))).toEqual([2, 2, 0]);
  });

  it('what was still being asked is answered though another was told in between, and is what comes next', async () => {
    const stage = await begin('telegram');
    await stage.says('张阿姨', '路灯坏了');
    await stage.says('张阿姨', '永固五金的消防通道被货堵了');
    await stage.says('张阿姨', '上桥村口');
    await stage.says('张阿姨', '', { message: photo() });
    const [first, second] = await all(stage);
    expect([first?.kinds, second?.kinds]).toEqual([['fire_exit'], ['street_light']]);
    expect([await photosOf(stage, first), await photosOf(stage, second)]).toEqual([0, 1]);
  });

  it('a photo goes with what was told last, though something else is still being asked', async () => {
    const stage = await begin('telegram');
    await stage.says('张阿姨', '路灯坏了');
    await stage.says('张阿姨', '永固五金的消防通道被货堵了');
    await stage.says('张阿姨', '', { message: photo() });
    await stage.says('张阿姨', '上桥村口');
    const [first, second] = await all(stage);
    expect([await photosOf(stage, first), await photosOf(stage, second)]).toEqual([1, 0]);
  });

  it('in a group three are three offers, and a photo goes with the last', async () => {
    const stage = await begin('telegram');
    await stage.says('张阿姨', '永固五金的消防通道被货堵死了，太危险了', { in: '村群' });
    await stage.says('张阿姨', '上桥村36号的楼道里电瓶车在充电，太危险了', { in: '村群' });
    await stage.says('张阿姨', '上桥村口的路灯坏了好几天了', { in: '村群' });
    await stage.says('张阿姨', '', { in: '村群', message: photo() });
    expect(messagesIn(stage, '村群')).toBe(3);
    const offers = stage.cards('村群').map((card) => tapData(card.actions[0]?.[0] ?? expect.fail()));
    for (const offer of offers) await stage.tapsData('张阿姨', offer, '村群');
    const found = await all(stage);
    expect(found.map(({ kinds }) => kinds)).toEqual([['fire_exit'], ['ev_charging'], ['street_light']]);
    expect(await Promise.all(found.map((one) => photosOf(stage, one)))).toEqual([0, 0, 1]);
    expect(messagesIn(stage, '村群')).toBe(3);
  });
});
