import { describe, expect, it } from 'vitest';
import { eachEngine } from '../../support/stores.ts';
import { HazardWorld } from './hazard-world.ts';

describe('the loop of a hazard', () => {
  eachEngine((database) => {
    const world = async (rules = {}): Promise<HazardWorld> => {
      const made = new HazardWorld(database.store);
      await made.begin(rules);
      return made;
    };

    it('gives the reporter a number at once, and the command a card', async () => {
      const zone = await world();
      const result = await zone.tells('张阿姨', '灭火器过期了', {
        kinds: ['fire_equipment'],
        placeWords: '上桥村36号',
      });
      expect(result).toEqual({ kind: 'hazard_filed', number: 'H-2611-0001', joined: false });
      expect(await zone.heard('张阿姨')).toEqual(['hazard_filed']);
      expect(await zone.heard('指挥群')).toEqual(['hazard_triage']);
    });

    it('goes from report to a verified end', async () => {
      const zone = await world();
      const id = await zone.reported();
      await zone.forget();
      expect(await zone.taps('值班', id, 'hazard_grade', 'major')).toEqual({
        kind: 'hazard_graded',
        grade: 'major',
        owner: '网一',
      });
      expect(await zone.heard('网一')).toEqual(['hazard_order']);
      expect(await zone.taps('网一', id, 'hazard_accept', 'deadline')).toMatchObject({
        kind: 'hazard_accepted',
        handling: 'by_deadline',
        due: { date: '2026-12-14', clock: '17:30' },
        already: false,
      });
      expect(await zone.heard('张阿姨')).toEqual(['hazard_turn']);
      expect(await zone.taps('网一', id, 'hazard_fixed')).toEqual({ kind: 'hazard_photo_wanted' });
      await zone.later({ minutes: 5 });
      await zone.photo('网一');
      expect(await zone.taps('网一', id, 'hazard_fixed')).toEqual({ kind: 'hazard_fixed', checked: true });
      expect(await zone.heard('复查')).toEqual(['hazard_check']);
      expect(await zone.heard('张阿姨')).toEqual(['hazard_turn']);
      expect(await zone.taps('网一', id, 'hazard_pass')).toEqual({ kind: 'hazard_own_work' });
      expect(await zone.taps('复查', id, 'hazard_pass')).toEqual({ kind: 'hazard_passed' });
      expect(await zone.hazard(id)).toMatchObject({ state: 'closed', outcome: 'resolved', dueAt: null });
      expect(await zone.said('张阿姨')).toMatchObject([{ kind: 'hazard_closed', ask: true }]);
      expect(await zone.taps('张阿姨', id, 'hazard_rate', 'good')).toEqual({
        kind: 'hazard_rated',
        satisfaction: 'good',
      });
      expect(await zone.trace(id)).toEqual([
        'reported',
        'graded',
        'assigned',
        'accepted',
        'photo',
        'fixed',
        'recheck_drawn',
        'checked',
        'closed',
        'rated',
      ]);
      expect((await zone.store.read.trace.verify()).broken).toEqual([]);
    });
  });
});
