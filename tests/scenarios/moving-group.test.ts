import { afterEach, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { closeStages, Stage, textOf } from './stage.ts';

eachEngine((database) => {
  afterEach(closeStages);

  /** The group becomes a supergroup: other id, none of the old messages in it. */
  async function becomesSupergroup(stage: Stage, from: string, to: string, told: boolean): Promise<void> {
    stage.chats.telegram.move(from, to);
    if (!told) return;
    await stage.bot.receive([
      {
        platform: 'telegram',
        updateId: `moved ${from}`,
        sentAt: stage.clock.now(),
        room: { externalId: from, kind: 'group', title: from },
        sender: null,
        event: { kind: 'room_moved', toExternalId: to },
        raw: '{}',
      },
    ]);
    await stage.rest();
  }

  it.each([
    ['and says so', true],
    ['and is found out when something is sent', false],
  ])('a squad’s group becomes a supergroup between order and stand-down, %s', async (_, told) => {
    const stage = new Stage(database.store);
    await stage.begin([
      { name: '张阿姨', roles: ['resident'], duty: 'off' },
      { name: '值01', roles: ['duty_officer'] },
      { name: '东01', skills: ['fire_operator'] },
      { name: '东02', skills: ['fire_operator'] },
      { name: '东03', skills: ['first_aid'] },
    ]);
    await stage.says('张阿姨', '厂里着火了 浓烟 西塘工业区这边 两个人');
    stage.sees('张阿姨', '119');
    await stage.taps('值01', 'confirm', { in: '指挥群' });
    await stage.taps('值01', 'call_out', { in: '指挥群' });
    await stage.taps('东01', 'accept');
    stage.sees('救援群', '已接警：东01');
    await becomesSupergroup(stage, '救援群', '救援超级群', told);
    await stage.taps('东02', 'accept');
    await stage.taps('东03', 'accept');
    const cards = (): string[] =>
      stage.chats.telegram
        .standing('救援超级群')
        .flatMap(({ outgoing }) => (outgoing.kind === 'card' ? [textOf(outgoing.card)] : []));
    expect(cards()).toHaveLength(1);
    expect(cards()[0]).toContain('已接警：东01、东02、东03');
    await stage.taps('值01', 'stand_down', { in: '指挥群' });
    for (const name of ['东01', '东02', '东03']) await stage.taps(name, 'safe');
    expect((await stage.incident()).state).toBe('closed');
    expect(cards()).toHaveLength(2);
    expect(cards()[0]).toContain('处置完毕');
    expect(cards()[1]).toContain('出警报告');
    expect(stage.chats.telegram.standing('救援群')).toHaveLength(1);
    for (const name of ['东01', '东02', '东03']) expect(stage.cards(name)).toHaveLength(2);
    stage.seesNot('指挥群', '没送到');
    expect(await database.store.read.outbox.depth()).toEqual([]);
  });
});
