import { afterEach, expect, it } from 'vitest';
import { rawContent, rawRows, readableIn } from '../support/raw-content.ts';
import { eachEngine } from '../support/stores.ts';
import { matterStage, newest } from './matter-stage.ts';
import { closeStages, type Stage } from './stage.ts';

const tables = [
  'notices',
  'slots',
  'timers',
  'questions',
  'lanes',
  'inbox',
  'matter_people',
  'matter_receipts',
  'files',
];

/** She gives a clue and leaves no name; the answer is her receipt. */
async function givesClue(stage: Stage): Promise<string> {
  await stage.says('张阿姨', '举报线索 后街那家有人放高利贷 打人逼债');
  for (let i = 0; i < 6 && (await newest(stage)).state === 'telling'; i += 1) {
    const { need } = await newest(stage);
    if (need === 'check') await stage.taps('张阿姨', 'matter_file');
    else if (need === 'self') await stage.taps('张阿姨', 'matter_answer', { value: 'nameless' });
    else await stage.taps('张阿姨', 'matter_skip');
  }
  await stage.rest();
  return /回执码：(\S+)/.exec(stage.sees('张阿姨', '回执码'))?.[1] ?? '';
}

eachEngine((database) => {
  afterEach(closeStages);

  it('a clue without a name leaves no row that holds both it and who gave it, and its receipt nowhere', async () => {
    const stage = await matterStage(database.store);
    const receipt = await givesClue(stage);
    expect(receipt).toMatch(/^\w{4}-\w{4}$/);
    const { id } = await newest(stage);
    const room = (await stage.store.read.people.channelsOf(stage.person('张阿姨').id))[0]?.roomId ?? '';
    const notices = await stage.store.read.outbox.history(room as never, 100);
    expect(JSON.stringify(notices)).not.toContain(id);
    expect(await stage.store.read.outbox.depth()).toEqual([]);
    const rows = await rawRows(database, ['slots', 'timers', 'questions']);
    expect(rows.split(/\},\{|\n/).filter((row) => row.includes(id) && row.includes(room))).toEqual([]);
    // Its officer's messages are told of it as of any other.
    expect(await rawRows(database, ['notices'])).toContain(id);
    expect((await stage.store.read.matters.byReceipt(receipt))?.id).toBe(id);
    stage.holds('专员', '有一件事在等人接手');
    await stage.end();
    await closeStages();
    await stage.store.close();
    expect(readableIn(await rawContent(database, tables), [receipt])).toEqual([]);
  });

  it('it can be asked about by the receipt, and the answer tells as little', async () => {
    const stage = await matterStage(database.store);
    const receipt = await givesClue(stage);
    const { id } = await newest(stage);
    await stage.says('张阿姨', `回执 ${receipt}`);
    stage.sees('张阿姨', '现在是“正在找人接手”');
    const room = (await stage.store.read.people.channelsOf(stage.person('张阿姨').id))[0]?.roomId ?? '';
    expect(JSON.stringify(await stage.store.read.outbox.history(room as never, 100))).not.toContain(id);
    stage.holds('专员', '有一件事在等人接手');
    await stage.end();
  });
});
