import { beforeEach, describe, expect, it } from 'vitest';
import type { MatterId } from '../../../core/ids.ts';
import type { Matter } from '../../../core/matter.ts';
import { answerQuestion } from '../../../handlers/matter/answer-question.ts';
import { pushPolice } from '../../../handlers/matter/push-police.ts';
import { eachEngine } from '../../support/stores.ts';
import { MatterWorld } from './matter-world.ts';

eachEngine((database) => {
  let world: MatterWorld;
  beforeEach(() => {
    world = new MatterWorld(database.store);
  });

  describe('a police matter', () => {
    let matter: Matter;
    const police = { onScene: ['警一', '警二'], responsible: ['片警'], centre: ['中心'] };
    const now = (): Promise<Matter> => world.matter(matter.id);

    beforeEach(async () => {
      await world.begin({ police });
      for (const sign of Object.values(police).flat()) await world.person(sign, { roles: ['volunteer'] });
      matter = await world.run((work) => pushPolice(work, world.of('值班'), '西塘菜市场两家摊主打起来了'));
    });

    it('goes to three at once, each of whom has it', async () => {
      for (const who of ['警一', '片警', '中心']) expect(await world.heard(who)).toEqual(['matter_push']);
      expect(await world.those(matter.id, 'co_owner')).toEqual(['警一', '片警', '中心']);
      expect(await world.those(matter.id, 'owner')).toEqual(['片警']);
      expect(await now()).toMatchObject({ door: 'police', state: 'assigned', urgent: true, tellerId: null });
      expect((await now()).body.facts).toEqual(['西塘菜市场两家摊主打起来了']);
    });

    it('is acknowledged by each for themselves', async () => {
      expect(await world.taps('警一', matter.id, 'matter_ack')).toEqual({ kind: 'matter_acknowledged' });
      const at = (await now()).body.pushes.map(({ acknowledgedAt }) => acknowledgedAt !== null);
      expect(at).toEqual([true, false, false]);
      expect(await world.taps('警二', matter.id, 'matter_ack')).toEqual({ kind: 'matter_not_yours' });
      await world.taps('片警', matter.id, 'matter_ack');
      await world.taps('中心', matter.id, 'matter_ack');
      expect(await world.dueIn('matter_offer')).toBeNull();
    });

    it('is asked again, and then goes to the next of the part', async () => {
      await world.taps('片警', matter.id, 'matter_ack');
      await world.taps('中心', matter.id, 'matter_ack');
      await world.forget();
      await world.later(6);
      expect(await world.heard('警一')).toEqual(['matter_push']);
      expect(await world.heard('片警')).toEqual([]);
      await world.later(6);
      expect(await world.heard('警二')).toEqual(['matter_push']);
      expect(await world.those(matter.id, 'co_owner')).toEqual(['警二', '片警', '中心']);
      expect(await world.taps('警一', matter.id, 'matter_look')).toEqual({ kind: 'matter_not_yours' });
      await world.later(12);
      expect(await world.heard('领导')).toEqual(['matter_unanswered']);
    });

    it('whose responsible officer is silent too goes to nobody else when there is nobody', async () => {
      await world.later(12);
      expect((await now()).ownerId).toBe(world.of('片警').id);
      expect(await world.heard('领导')).toEqual(['matter_unanswered']);
    });

    it('can be handed on to a mediation room', async () => {
      const result = await world.taps('片警', matter.id, 'matter_step_up');
      expect(result).toEqual({ kind: 'matter_stepped_up', room: '中心' });
      expect(await world.those(matter.id, 'offered')).toEqual(['中一']);
    });

    it('tells the leaders at once when a part has nobody', async () => {
      await world.changes('片警', { duty: 'off' });
      await world.forget();
      const other = await world.run((work) => pushPolice(work, world.of('值班'), '又有人吵架'));
      expect(await world.those(other.id, 'co_owner')).toEqual(['警一', '中心']);
      expect(await world.heard('领导')).toEqual(['matter_unanswered']);
      expect(await world.those(other.id, 'owner')).toEqual(['警一']);
    });
  });

  describe('a call for help at the door', () => {
    let id: MatterId;
    beforeEach(async () => {
      await world.begin();
      id = await world.filed({ kind: 'help_request', urgent: true });
    });

    it('is acknowledged within ten minutes by whoever takes it', async () => {
      expect(await world.dueIn('matter_offer')).toBe(10);
      await world.taps('网一', id, 'matter_take');
      expect(await world.matter(id)).toMatchObject({ state: 'accepted', ownerId: world.of('网一').id });
      expect(await world.taps('网一', id, 'matter_ack')).toEqual({ kind: 'matter_acknowledged' });
      expect(await world.said('张阿姨')).toContainEqual({ kind: 'matter_turn', matterId: id, turn: 'taken' });
    });

    it('comes to the leaders when nobody did, loudly', async () => {
      await world.later(10);
      expect(await world.heard('领导')).toEqual(['matter_unanswered']);
      await world.later(60);
      expect((await world.heard('网一')).length).toBeGreaterThan(1);
    });

    it('is done by a tap, and visited afterwards', async () => {
      await world.taps('网一', id, 'matter_take');
      expect(await world.taps('网一', id, 'matter_done')).toEqual({ kind: 'matter_done' });
      const { state, outcome, body } = await world.matter(id);
      expect([state, outcome, body.followUps.length]).toEqual(['ended', 'done', 1]);
      expect(await world.taps('网一', id, 'matter_done')).toEqual({ kind: 'matter_already', state: 'ended' });
    });
  });

  describe('a legal question', () => {
    let id: MatterId;
    const answered = (words: string): Promise<{ kind: string }> =>
      world.run(async (work) =>
        answerQuestion(work, (await work.tx.matters.lock(id))!, {
          person: world.of('律师'),
          words,
          roomId: world.room('律师').id,
        }),
      );

    beforeEach(async () => {
      await world.begin();
      id = await world.filed({ kind: 'legal_question' });
    });

    it('is answered with its article and edition, and by nothing less', async () => {
      expect(await answered('六个月')).toEqual({ kind: 'matter_already', state: 'screened' });
      await world.taps('律师', id, 'matter_take');
      expect(await answered('最长六个月')).toEqual({ kind: 'matter_words_wanted', what: 'answer' });
      expect(await answered('最长六个月 《劳动合同法》第十九条 2012年修正')).toEqual({ kind: 'matter_done' });
      const { outcome, body } = await world.matter(id);
      expect(outcome).toBe('answered');
      expect(body.answer).toMatchObject({ article: '《劳动合同法》第十九条', edition: '2012年修正' });
      expect(await world.heard('张阿姨')).toContain('matter_answered');
    });

    it('is not done before it is answered', async () => {
      await world.taps('律师', id, 'matter_take');
      expect(await world.taps('律师', id, 'matter_done')).toEqual({ kind: 'matter_words_wanted', what: 'answer' });
    });
  });

  it('a dispute is not done by a tap', async () => {
    await world.begin();
    const id = await world.filed();
    await world.taps('村一', id, 'matter_take');
    expect(await world.taps('村一', id, 'matter_done')).toEqual({ kind: 'matter_not_yet', need: 'terms' });
  });

  it('a clue is seen by its officer alone, and nobody else is told what it is', async () => {
    await world.begin();
    const id = await world.filed({ kind: 'crime_clue', tellerId: null, roomId: null }, { parties: [] });
    expect(await world.those(id, 'offered')).toEqual(['专员']);
    await world.taps('专员', id, 'matter_take');
    expect(await world.heard('张阿姨')).toEqual([]);
    for (const who of ['值班', '领导', '喜哥'])
      expect(await world.taps(who, id, 'matter_look')).toEqual({ kind: 'matter_not_yours' });
    await world.taps('专员', id, 'matter_done');
    expect((await world.matter(id)).outcome).toBe('handed_on');
    expect(await world.heard('张阿姨')).toEqual([]);
  });
});
