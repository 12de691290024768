import { afterEach, expect, it } from 'vitest';
import { firstToBind } from '../../../handlers/people/first-to-bind.ts';
import { tellFindings } from '../../../handlers/watch/tell-findings.ts';
import { closeStages, Stage, textOf } from '../../scenarios/stage.ts';
import { officerOf } from '../../support/incident-factory.ts';
import { eachEngine } from '../../support/stores.ts';

eachEngine((database) => {
  afterEach(closeStages);

  const first = (stage: Stage) => database.store.transaction((tx) => firstToBind(stage.bot.workIn(tx), ['wechat']));

  it('on a zone that knows WeChat alone the first officer binds with the code of the start', async () => {
    const stage = new Stage(database.store);
    await stage.begin([{ name: '东01', platform: 'wechat' }]);
    expect(await first(stage)).toBeNull();
    const officer = officerOf({ callSign: '值01', roles: ['duty_officer', 'admin'] });
    await database.store.transaction((tx) => tx.people.put(officer));
    const found = await first(stage);
    expect(found?.person.id).toBe(officer.id);
    await stage.bot.receive([
      {
        platform: 'wechat',
        updateId: 'first',
        sentAt: stage.clock.now(),
        room: { externalId: 'wx-li', kind: 'direct' },
        sender: { externalId: 'wx-li', name: '李梅' },
        event: {
          kind: 'message',
          messageId: '1',
          text: `绑定 ${found?.code ?? ''}`,
          attachments: [],
          mentionsBot: false,
          edited: false,
        },
        raw: '{}',
      },
    ]);
    await stage.rest();
    expect(await database.store.read.people.channelsOf(officer.id)).toMatchObject([{ platform: 'wechat' }]);
    expect(await first(stage)).toBeNull();
  });

  it('when WeChat waits for a scan, administrators get the way to the code in private, elsewhere', async () => {
    const stage = new Stage(database.store);
    await stage.begin([
      { name: '管01', roles: ['admin'] },
      { name: '管02', roles: ['admin'], platform: 'wechat' },
      { name: '值01', roles: ['duty_officer'] },
    ]);
    const finding = { platform: 'wechat', code: 'login_needed', severity: 'warning', detail: '' } as const;
    await database.store.transaction((tx) => tellFindings(stage.bot.workIn(tx), [finding]));
    await stage.rest();
    expect(stage.sees('管01', '扫码')).toContain(`/wechat/login?k=${stage.person('管01').id}`);
    expect(stage.sees('指挥群', '扫码')).not.toContain('/wechat/login');
    for (const name of ['管02', '值01']) expect(stage.cards(name).map(textOf)).toEqual([]);
    await stage.end();
  });
});
