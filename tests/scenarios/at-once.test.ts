import { afterEach, expect, it } from 'vitest';
import type { Inbound } from '../../core/message.ts';
import { eachEngine } from '../support/stores.ts';
import type { Cast } from './stage.ts';
import { closeStages, Stage } from './stage.ts';

const resident: Cast = { name: '张阿姨', roles: ['resident'], duty: 'off' };
const neighbour: Cast = { name: '李叔', roles: ['resident'], duty: 'off' };
const officer: Cast = { name: '值01', roles: ['duty_officer'] };
const fire = '快点!!厂里着火了 浓烟 西塘工业区这边';

eachEngine((database) => {
  afterEach(closeStages);

  let updates = 9_000;
  const words = (who: string, text: string, more: Partial<Inbound> = {}): Inbound => ({
    platform: 'telegram',
    updateId: String((updates += 1)),
    sentAt: 0,
    room: { externalId: who, kind: 'direct' },
    sender: { externalId: who, name: who },
    event: { kind: 'message', messageId: `m${updates}`, text, attachments: [], mentionsBot: false, edited: false },
    raw: '{}',
    ...more,
  });

  async function scene(): Promise<Stage> {
    const stage = new Stage(database.store);
    await stage.begin([resident, neighbour, officer, { name: '东01' }]);
    return stage;
  }

  it('what one of them changes the next one sees: two neighbours tell of one fire, and one adds a detail', async () => {
    const stage = await scene();
    await stage.bot.receive([words('张阿姨', fire), words('李叔', fire), words('张阿姨', '在三楼')]);
    await stage.rest();
    const incidents = await database.store.read.incidents.latest(9);
    expect(incidents).toHaveLength(1);
    const view = await database.store.read.incidents.view(incidents[0]!.id);
    expect(view?.reports.map(({ words: told }) => told)).toEqual([fire, fire, '在三楼']);
  });

  it('somebody heard of for the first time is one person, however many of their messages come together', async () => {
    const stage = await scene();
    await stage.bot.receive([words('新人', '你好'), words('新人', '在吗'), words('新人', '在不在')]);
    await stage.rest();
    const people = await database.store.read.people.all();
    expect(people.filter(({ name }) => name === '新人')).toHaveLength(1);
  });

  it('the same update twice among them is taken once', async () => {
    const stage = await scene();
    const told = words('张阿姨', fire);
    await stage.bot.receive([told, told, words('李叔', '你好')]);
    await stage.rest();
    const [incident] = await database.store.read.incidents.latest(9);
    const view = await database.store.read.incidents.view(incident!.id);
    expect(view?.reports).toHaveLength(1);
  });

  it('one that cannot be handled is kept and told of; those beside it are handled as if it were not there', async () => {
    const stage = await scene();
    const broken = words('李叔', '');
    const event = { ...broken.event, attachments: null } as unknown as Inbound['event'];
    await stage.bot.receive([words('张阿姨', fire), { ...broken, event }, words('东01', '你好')]);
    await stage.rest();
    stage.sees('张阿姨', '119');
    stage.sees('东01', /./);
    expect(await database.store.read.incidents.latest(9)).toHaveLength(1);
    const failed = await database.store.read.inbox.failed(9);
    expect(failed.map(({ updateId, state }) => ({ updateId, state }))).toEqual([
      { updateId: broken.updateId, state: 'failed' },
    ]);
    expect(failed[0]?.reference).toMatch(/^[0-9A-Z]{6}$/);
  });
});
