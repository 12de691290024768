import { afterEach, describe, expect, it } from 'vitest';
import { decodeUpdate } from '../../bot/telegram/decode.ts';
import type { InboundMessage } from '../../core/message.ts';
import { forgetTracks } from '../../jobs/forget-tracks.ts';
import { eachEngine } from '../support/stores.ts';
import { photo } from './hazard-stage.ts';
import { patrolStage, tonight } from './patrol-stage.ts';
import { closeStages, eastOf, type Stage } from './stage.ts';

const room = { in: '夜巡群' };
const minutes = (count: number): number => count * 60;

/** A location as Telegram tells it: the message that begins it, each move as an edit of that, and the end without a period. */
function told(step: 'begins' | 'moves' | 'ends', metresEast: number, at: number): Partial<InboundMessage> {
  const { lat, lon } = eastOf(metresEast);
  const date = Math.floor(at / 1_000);
  const message = {
    message_id: 900,
    date,
    chat: { id: -1, type: 'supergroup', title: '夜巡群' },
    from: { id: 5, is_bot: false, first_name: '东01' },
    location: { latitude: lat, longitude: lon, ...(step === 'ends' ? {} : { live_period: 28_800 }) },
  };
  const update = step === 'begins' ? { message } : { edited_message: { ...message, edit_date: date } };
  const raw = { update_id: 1, ...update };
  const decoded = decodeUpdate(JSON.stringify(raw), raw, { id: 42, username: 'qunfang_bot' }, at);
  const event = decoded.kind === 'events' ? decoded.events[0]?.event : undefined;
  if (event?.kind !== 'message') throw new Error('That is no message');
  return event;
}

eachEngine((database) => {
  afterEach(closeStages);

  const shares = (stage: Stage, step: Parameters<typeof told>[0], metresEast: number): Promise<void> =>
    stage.says('东01', '', { ...room, message: told(step, metresEast, stage.clock.now()) });
  const track = async (stage: Stage) => stage.store.read.shifts.track((await tonight(stage)).shift.id);

  describe('one of a crew who shares a live location with the group', () => {
    it('is on the picture of the night, is not asked how they are, and nobody is told anything', async () => {
      const stage = await patrolStage(database.store);
      await stage.later(minutes(61));
      await stage.says('东01', '到岗', room);
      await shares(stage, 'begins', 5_000);
      const before = stage.cards('夜巡群').length;
      for (let step = 1; step <= 8; step += 1) {
        await stage.later(minutes(10));
        await shares(stage, 'moves', 5_000 + step * 150);
      }
      expect(await track(stage)).toHaveLength(9);
      expect((await tonight(stage)).points.map(({ state }) => state)).toEqual(Array(5).fill('open'));
      for (const name of ['东01', '东02', '队长', '指挥群']) stage.seesNot(name, '都还好吗');
      expect(stage.cards('夜巡群')).toHaveLength(before);

      await shares(stage, 'ends', 6_200);
      expect(await track(stage)).toHaveLength(9);
      for (let n = 1; n <= 5; n += 1) await stage.says('东01', `${String(n)}号`, { ...room, message: photo() });
      await stage.says('东01', '收队', room);
      const summary = stage.cards('夜巡群').find(({ title }) => title?.includes('小结'));
      expect(summary?.drawing).toContain('#6f9bd1');
      expect(summary?.drawing).toContain('共享位置');
    });

    it('and stops: from then on their silence means something', async () => {
      const stage = await patrolStage(database.store);
      await stage.later(minutes(61));
      await stage.says('东01', '到岗', room);
      await shares(stage, 'begins', 5_000);
      await stage.later(minutes(50));
      await shares(stage, 'moves', 5_400);
      await shares(stage, 'ends', 5_400);
      await stage.later(minutes(59));
      stage.seesNot('东01', '都还好吗');
      await stage.later(minutes(2));
      stage.sees('东01', '都还好吗');
    });

    it('has their way forgotten a day later', async () => {
      const stage = await patrolStage(database.store);
      await stage.later(minutes(61));
      await stage.says('东01', '到岗', room);
      await shares(stage, 'begins', 5_000);
      await stage.later(60);
      await shares(stage, 'moves', 5_100);
      await shares(stage, 'ends', 5_100);
      await forgetTracks(stage.store, stage.clock);
      expect(await track(stage)).toHaveLength(2);
      await stage.later(minutes(24 * 60 + 2));
      await forgetTracks(stage.store, stage.clock);
      expect(await track(stage)).toEqual([]);
    });

    it('of whom nobody knows that they are there yet is not followed', async () => {
      const stage = await patrolStage(database.store);
      await stage.later(minutes(61));
      await shares(stage, 'begins', 5_000);
      await shares(stage, 'moves', 5_100);
      expect(await track(stage)).toEqual([]);
      expect((await tonight(stage)).people.every(({ state }) => state === 'expected')).toBe(true);
    });
  });
});
