import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { freshDatabase } from '../support/stores.ts';
import { allIn } from './matter-stage.ts';
import { closeStages } from './stage.ts';
import { attached, talkStage, toldMatter } from './talk-stage.ts';

const database = freshDatabase('sqlite');
afterEach(closeStages);

/** Everything that lies in the database's folder, its log included. */
function onDisk(url: string): string {
  const folder = dirname(url.replace(/^file:/, ''));
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name)).toString('utf8'))
    .join('\n');
}

it('nothing of what is told in private can be read in the database, from the first word to the last', async () => {
  const stage = await talkStage(database.store);
  await stage.says('李梅', '我要调解 周老板拖着工钱一直不给', { in: '村群' });
  await stage.says('李梅', '厂名叫飞鹭鞋业 13600005555');
  await stage.says('李梅', '十八万六');
  await stage.says('李梅', '合同在这里，盖章是假的', { message: attached('photo') });
  await stage.says('李梅', '合同在这里，盖章是伪造的', { message: { edited: true } });
  await stage.says('李梅', '十一个人');
  await stage.says('李梅', '想找懂法的人');
  for (let i = 0; i < 6 && (await toldMatter(stage)).need !== 'check'; i += 1) await stage.says('李梅', '跳过');
  await stage.says('李梅', '改经过 其实拖了九个月');
  await stage.says('李梅', '提交');
  await stage.says('李梅', '补充 昨天又被赶出宿舍');
  await stage.says('王强', '我老公喝酒就打我 今天又动手了');
  const { body } = await toldMatter(stage, 'M-2611-0001');
  expect(body.facts.join()).toContain('赶出宿舍');
  const bytes = onDisk(database.url);
  expect(bytes).toContain('M-2611-0001');
  for (const word of [
    '周老板',
    '飞鹭',
    '13600005555',
    '186000',
    '十八万六',
    '假的',
    '伪造',
    '懂法',
    '九个月',
    '宿舍',
    '动手',
  ])
    expect(bytes.includes(word), word).toBe(false);
  const groups = ['指挥群', '村群', '救援群'].map((room) => allIn(stage, room)).join('');
  expect(groups).not.toMatch(/周老板|飞鹭|工钱|动手/u);
  stage.holds(
    '李梅',
    '你说的话、名字和电话',
    '另一方是谁',
    '大概多少钱',
    '一共几个人',
    '对调解员有要求吗',
    '我是这样记的',
    '我是这样记的',
    '我是这样记的',
    '收到了',
  );
  stage.holds('王强', '先离开动手的人');
  stage.holds('村群', 'M-2611-0001');
  stage.holds('喜哥', '有一件事在等人接手', '比较急');
  for (const who of ['和嫂', '值01']) stage.holds(who, '比较急');
  stage.holds('陪01', '有人动手');
  await stage.end();
});
