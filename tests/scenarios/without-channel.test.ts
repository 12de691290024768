import { afterEach, expect, it } from 'vitest';
import { tellUnreachable } from '../../handlers/watch/tell-unreachable.ts';
import { eachEngine } from '../support/stores.ts';
import { closeStages, Stage } from './stage.ts';

eachEngine((database) => {
  afterEach(closeStages);

  async function scene(): Promise<Stage> {
    const stage = new Stage(database.store);
    await stage.begin([
      { name: '值01', roles: ['duty_officer'] },
      { name: '东01', skills: ['fire_operator'], phone: '199-0000-0021' },
      { name: '东02', skills: ['first_aid'] },
      { name: '东03', skills: ['first_aid'], duty: 'off' },
    ]);
    return stage;
  }

  const turns = async (stage: Stage, who: string, kind: 'blocked' | 'unblocked'): Promise<void> => {
    await stage.chats.telegram.receive({
      platform: 'telegram',
      updateId: `${kind} ${who}`,
      sentAt: stage.clock.now(),
      room: { externalId: who, kind: 'direct' },
      sender: { externalId: who, name: who },
      event: { kind },
      raw: '{}',
    });
    await stage.rest();
  };

  it('rescuers on call whom no channel reaches are shown to the officer in the morning, with their phones', async () => {
    const stage = await scene();
    for (const who of ['东01', '东03']) await turns(stage, who, 'blocked');
    await stage.does(tellUnreachable);
    const told = stage.sees('指挥群', '东01');
    expect(told).toContain('199-0000-0021');
    expect(told).not.toMatch(/东02|东03/);
    await stage.end();
  });

  it('and nothing is said when everybody can be reached, or can be again', async () => {
    const stage = await scene();
    await stage.does(tellUnreachable);
    await turns(stage, '东01', 'blocked');
    await turns(stage, '东01', 'unblocked');
    await stage.does(tellUnreachable);
    await stage.end();
  });
});
