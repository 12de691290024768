import { afterEach, describe, expect, it } from 'vitest';
import type { FileId } from '../../core/ids.ts';
import { settleFile } from '../../handlers/incident/settle-file.ts';
import { eachEngine } from '../support/stores.ts';
import { photo } from './hazard-stage.ts';
import { patrolStage, tonight } from './patrol-stage.ts';
import { closeStages, type Stage } from './stage.ts';

const room = { in: '夜巡群' };
const picture = () => ({ ...room, message: photo() });
const minutes = (count: number): number => count * 60;

const reactions = (stage: Stage): number =>
  stage.chats.telegram.sends.filter(({ outgoing }) => outgoing.kind === 'reaction').length;

eachEngine((database) => {
  afterEach(closeStages);

  /** The night is over: four points were seen, 渡口 was not, and the summary stands. */
  const summedUp = async (how: Parameters<typeof patrolStage>[1] = {}): Promise<Stage> => {
    const stage = await patrolStage(database.store, how);
    await stage.later(minutes(61));
    await stage.says('东02', '到岗', room);
    for (const n of [1, 2, 3, 4]) await stage.says('东01', `${String(n)}号点`, picture());
    await stage.says('东01', '收队', room);
    await stage.later(minutes(60));
    stage.sees('夜巡群', /小结[\s\S]*没看到：渡口/);
    return stage;
  };
  /** The pictures that came last are there to be looked at. */
  const stored = async (stage: Stage): Promise<FileId[]> => {
    const checkIns = await stage.store.read.shifts.checkIns((await tonight(stage)).shift.id);
    const files = await stage.store.read.files.ofSubject(`check_in:${checkIns.at(-1)?.id ?? ''}`);
    for (const { id } of files) {
      await stage.does(async (work) => {
        const file = await work.tx.files.lock(id);
        if (file === null) return;
        const kept = { ...file, state: 'stored', sha256: 'a'.repeat(64), mime: 'image/jpeg', sizeBytes: 9 } as const;
        await work.tx.files.put(kept);
        await settleFile(work, kept);
      });
    }
    return files.map(({ id }) => id);
  };

  describe('a photo after the summary', () => {
    it('gets a reaction in the group, changes no number, and the leader sees it', async () => {
      const stage = await summedUp();
      const before = reactions(stage);
      const said = stage.cards('夜巡群').length;
      await stage.says('东01', '渡口 刚才忘发了', picture());
      expect(reactions(stage)).toBe(before + 1);
      expect(stage.cards('夜巡群')).toHaveLength(said);
      stage.sees('队长', /小结以后又补了 1 张照片\n\d\d:\d\d 东01 渡口：渡口 刚才忘发了/);
      const [file] = await stored(stage);
      expect(stage.cards('队长').at(-1)?.photo).toBe(file);
      expect(stage.cards('队长').filter(({ title }) => title?.includes('又补了'))).toHaveLength(1);
      expect((await tonight(stage)).points.at(-1)?.state).toBe('missed');
    });

    it('gets a word in the direct chat', async () => {
      const stage = await summedUp();
      await stage.says('东01', '', { message: photo() });
      stage.sees('东01', '小结已经发了，这张也收好了，队长看得到');
      stage.sees('队长', '又补了 1 张照片');
    });

    it('of supper is nobody’s business', async () => {
      const stage = await summedUp();
      const before = reactions(stage);
      await stage.says('东01', '夜宵走起', picture());
      expect(reactions(stage)).toBe(before);
      stage.seesNot('队长', '又补了');
    });

    it('on WeChat says nothing in the group, and the leader hears', async () => {
      const stage = await summedUp({ platform: 'wechat' });
      const said = stage.cards('夜巡群').length;
      await stage.says('东01', '补 5号', picture());
      expect(stage.cards('夜巡群')).toHaveLength(said);
      stage.sees('队长', /又补了 1 张照片/);
      const told = stage.cards('队长').length;
      await stored(stage);
      expect(stage.cards('队长')).toHaveLength(told);
    });
  });

  describe('while an incident of the crew waits for more words', () => {
    it('补 4号 is of the walk, and not the incident’s place', async () => {
      const stage = await patrolStage(database.store);
      await stage.later(minutes(61));
      await stage.says('东01', '到岗', room);
      await stage.says('东01', '有人晕倒了', room);
      await stage.says('东01', '补 4号', room);
      expect((await stage.incident()).placeWords).toBe('');
      expect((await tonight(stage)).points.map(({ state }) => state)).toEqual(['open', 'open', 'open', 'seen', 'open']);
      await stage.says('东01', '替东02打卡 3号', room);
      expect((await stage.incident()).placeWords).toBe('');
      await stage.says('东01', '在渡口这边', room);
      expect((await stage.incident()).placeWords).toContain('渡口');
    });

    it('a point by its number says where it is', async () => {
      const stage = await patrolStage(database.store);
      await stage.later(minutes(61));
      await stage.says('东01', '到岗', room);
      await stage.says('东01', '我脚崴了 走不动', room);
      await stage.says('东01', '2号附近', room);
      stage.sees('指挥群', /待确认[\s\S]*井头桥/);
      expect((await tonight(stage)).points.every(({ state }) => state === 'open')).toBe(true);
    });
  });
});
