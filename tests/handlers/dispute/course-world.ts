import type { Instant } from '../../../core/clock.ts';
import type { MatterId } from '../../../core/ids.ts';
import type { Matter, MatterBody } from '../../../core/matter.ts';
import type { MatterVerb } from '../../../core/matter-verb.ts';
import type { MatterResult } from '../../../core/private-notice.ts';
import type { Store } from '../../../core/ports/store.ts';
import { proposeTimes, type Times } from '../../../handlers/dispute/propose-times.ts';
import { partyOf } from '../../support/matter-factory.ts';
import { MatterWorld } from '../matter/matter-world.ts';

/** Wednesday 15:00 and Thursday 10:00 in Shanghai, two and three days after the world's Monday. */
export const wednesday: Instant = Date.UTC(2026, 10, 25, 7);
export const thursday: Instant = Date.UTC(2026, 10, 26, 2);
export const hour = 3_600_000;
export const day = 24 * hour;

/** 张阿姨 against 老板, whom the bot knows unless he is a stranger; 喜哥 mediates. */
export class CourseWorld extends MatterWorld {
  id = '' as MatterId;

  static async begin(store: Store, body: Partial<MatterBody> = {}, stranger = false): Promise<CourseWorld> {
    const world = new CourseWorld(store);
    await world.begin();
    const boss = await world.person('老板', { roles: ['resident'], phone: '199-0000-0009' });
    const teller = world.of('张阿姨');
    const parties = [
      partyOf({ personId: teller.id, phone: teller.phone, name: '张阿姨', consent: 'yes', consentAt: world.now }),
      partyOf({ key: 'b', role: 'respondent', name: '老板', phone: boss.phone, personId: stranger ? null : boss.id }),
    ];
    world.id = await world.filed({}, { area: '', parties, ...body });
    await world.forget();
    return world;
  }

  /** 喜哥 has it. */
  async taken(): Promise<void> {
    await this.taps('喜哥', this.id, 'matter_take');
  }

  /** 喜哥 has it and both sides agree. */
  async accepted(): Promise<void> {
    await this.taken();
    await this.does('老板', 'matter_consent', 'yes');
    await this.forget();
  }

  /** A button of this matter. */
  does(who: string, verb: MatterVerb, value = '', words = ''): Promise<MatterResult | null> {
    return this.taps(who, this.id, verb, words, value);
  }

  /** A handler under the matter's lock. */
  async step<Result>(
    run: (...given: [Parameters<typeof proposeTimes>[0], Matter]) => Promise<Result>,
  ): Promise<Result> {
    return this.run(async (work) => {
      const matter = await work.tx.matters.lock(this.id);
      if (matter === null) throw new Error('no such matter');
      return run(work, matter);
    });
  }

  proposes(times: Times): Promise<MatterResult> {
    return this.step((work, matter) => proposeTimes(work, matter, this.of('喜哥'), times));
  }

  current(): Promise<Matter> {
    return this.matter(this.id);
  }
}
