import { afterEach, expect, it } from 'vitest';
import { TransportError } from '../../core/error.ts';
import { eachEngine } from '../support/stores.ts';
import { closeStages, Stage } from './stage.ts';

const fire = '快点!!厂里着火了 浓烟 西塘工业区这边';

eachEngine((database) => {
  afterEach(closeStages);

  it('a command group that threw the bot out: the officer’s direct chat takes its place at once', async () => {
    const stage = new Stage(database.store);
    await stage.begin([
      { name: '张阿姨', roles: ['resident'] },
      { name: '值01', roles: ['duty_officer'] },
    ]);
    const gone = new TransportError('permanent', 'kicked', { reason: 'not_a_member' });
    stage.chats.telegram.fail(gone, { room: '指挥群' });
    await stage.says('张阿姨', fire);
    stage.sees('值01', '西塘工业区');
    await stage.taps('值01', 'confirm');
    expect((await stage.incident()).state).toBe('confirmed');
    stage.sees('张阿姨', '119');
    await stage.end();
  });

  it('with nobody of the command to reach, the reporter is told the truth', async () => {
    const stage = new Stage(database.store);
    await stage.begin([{ name: '张阿姨', roles: ['resident'] }]);
    await stage.store.transaction(async (tx) => {
      for (const room of await tx.rooms.withPurpose('command')) await tx.rooms.put({ ...room, state: 'gone' });
    });
    await stage.says('张阿姨', fire);
    expect(stage.sees('张阿姨', '119')).toContain('联系不上值班员');
    await stage.end();
  });

  it('what the reporter adds in the next minutes reaches the officer’s card, quietly', async () => {
    const stage = new Stage(database.store);
    await stage.begin([
      { name: '张阿姨', roles: ['resident'] },
      { name: '值01', roles: ['duty_officer'] },
    ]);
    await stage.says('张阿姨', '着火了！快来人');
    await stage.says('张阿姨', '西塘工业区3号门 里面还有两个人');
    stage.sees('指挥群', '西塘工业区');
    expect((await stage.incident()).placeId).not.toBeNull();
    expect(stage.cards('张阿姨')).toHaveLength(1);
    const photo = { kind: 'photo', ref: 'p1', sizeBytes: 1_000 } as const;
    await stage.says('张阿姨', '', { message: { attachments: [photo] } });
    const files = await database.store.read.files.ofIncident((await stage.incident()).id);
    expect(files).toMatchObject([{ state: 'waiting', attachment: photo }]);
    stage.sees('张阿姨', '119');
    await stage.end();
  });

  it('the officer’s words to the card reach everybody who goes, and a place becomes the place', async () => {
    const stage = new Stage(database.store);
    await stage.begin([
      { name: '张阿姨', roles: ['resident'] },
      { name: '值01', roles: ['duty_officer'] },
      { name: '东01', skills: ['fire_operator'] },
    ]);
    await stage.says('张阿姨', '着火了！快来人');
    const card = stage.chats.telegram.standing('指挥群').at(-1)?.messageId ?? '';
    await stage.says('值01', '地点 西塘工业区', { in: '指挥群', message: { quote: { messageId: card, text: '' } } });
    expect((await stage.incident()).position).not.toBeNull();
    await stage.taps('值01', 'confirm', { in: '指挥群' });
    await stage.taps('值01', 'call_out', { in: '指挥群' });
    await stage.taps('东01', 'accept');
    await stage.says('值01', '走北门，南门堵了', { in: '指挥群', message: { quote: { messageId: card, text: '' } } });
    stage.sees('东01', '走北门');
  });
});
