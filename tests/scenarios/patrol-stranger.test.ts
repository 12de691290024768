import { afterEach, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { crew, patrolStage, tonight } from './patrol-stage.ts';
import { closeStages } from './stage.ts';

const room = { in: '夜巡群' };

eachEngine((database) => {
  afterEach(closeStages);

  it('a stranger comes along, and neither ends the night nor lets points go', async () => {
    const stage = await patrolStage(database.store, {
      cast: [...crew(), { name: '路人', roles: ['resident'], duty: 'off', platform: 'telegram' }],
    });
    await stage.later(61 * 60);
    for (const name of ['东01', '东02', '路人']) await stage.says(name, '到岗', room);
    for (const words of ['收队', '5号点封路了 去不了', '东02先回去了']) await stage.says('路人', words, room);
    const { shift, points, people } = await tonight(stage);
    expect(shift.state).toBe('running');
    expect(points.map(({ state }) => state)).toEqual(['open', 'open', 'open', 'open', 'open']);
    expect(people.filter(({ state }) => state === 'present').map(({ guest }) => guest)).toEqual([false, false, true]);
    expect(people.every(({ leftAt }) => leftAt === null)).toBe(true);
    await stage.says('东01', '收队', room);
    await stage.says('路人', '还没收队', room);
    expect((await tonight(stage)).shift.state).toBe('closing');
  });

  it('whom the leader brings along may end it, and so may a volunteer of another team', async () => {
    const stage = await patrolStage(database.store);
    await stage.later(61 * 60);
    for (const name of ['东01', '警01']) await stage.says(name, '到岗', room);
    await stage.says('警01', '收队', room);
    expect((await tonight(stage)).shift.state).toBe('closing');
  });
});
