import { afterEach, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { hazardCount, hazardStage, messagesIn, people } from './hazard-stage.ts';
import { closeStages, textOf } from './stage.ts';

const seen = '上桥村36号的消防通道被货堵死了，太危险了';
const again = '上桥村36号的消防通道又堵死了，太危险了';

eachEngine((database) => {
  afterEach(closeStages);

  it.each(['telegram', 'web'] as const)('on %s the offer becomes the question, and that the card', async (platform) => {
    const stage = await hazardStage(database.store, { platform });
    await stage.group('邻居群', 'village', platform);
    if (platform === 'web') await stage.group('网页指挥群', 'command', 'web');
    await stage.says('张阿姨', '灭火器过期了没人换，太危险了', { in: '邻居群' });
    stage.sees('邻居群', '登记为隐患？');
    await stage.taps('张阿姨', 'hazard_file', { in: '邻居群' });
    stage.sees('邻居群', '在哪里？');
    await stage.says('张阿姨', '永固五金', { in: '邻居群' });
    expect(stage.sees('邻居群', '隐患：消防设施')).toContain('编号 H-2611-0001');
    expect(messagesIn(stage, '邻居群')).toBe(1);
    const command = platform === 'web' ? '网页指挥群' : '指挥群';
    await stage.taps('值01', 'hazard_reject', { in: command });
    stage.sees('邻居群', '看过了，不算隐患');
    stage.sees('张阿姨', '不算隐患');
    for (const room of new Set([command, '指挥群'])) stage.sees(room, 'H-2611-0001');
    await stage.end();
  });

  it('登记 in words: the offer becomes the card, and the words get a reaction', async () => {
    const stage = await hazardStage(database.store);
    await stage.says('张阿姨', seen, { in: '村群' });
    await stage.says('张阿姨', '登记', { in: '村群' });
    stage.holds('村群', '隐患：疏散通道堵塞');
    const reactions = stage.chats.telegram.sends.filter(({ outgoing }) => outgoing.kind === 'reaction');
    expect(reactions).toHaveLength(1);
    stage.sees('指挥群', '待定级');
    await stage.end();
  });

  it('an answer to what was the offer is an answer to the card', async () => {
    const stage = await hazardStage(database.store);
    await stage.says('张阿姨', seen, { in: '村群' });
    await stage.taps('张阿姨', 'hazard_file', { in: '村群' });
    const [card] = stage.chats.telegram.standing('村群');
    const quote = { messageId: card?.messageId ?? '', text: '' };
    await stage.says('张阿姨', '看错了，已经清掉了', { in: '村群', message: { quote } });
    stage.sees('村群', '已撤回');
    expect(await hazardCount(stage)).toBe(1);
    expect(stage.cards('村群').map(textOf).join()).toContain('已撤回');
    stage.sees('指挥群', 'H-2611-0001');
  });

  it('whoever offers what has its card here already gets one line, and the card counts it', async () => {
    const stage = await hazardStage(database.store);
    await stage.says('张阿姨', seen, { in: '村群' });
    await stage.taps('张阿姨', 'hazard_file', { in: '村群' });
    await stage.later(20 * 60);
    await stage.says('李叔', again, { in: '村群' });
    await stage.taps('李叔', 'hazard_file', { in: '村群' });
    expect(await hazardCount(stage)).toBe(1);
    stage.holds('村群', '已有 2 次反映', '这一处已登记过，编号 H-2611-0001，也记上了。谢谢！');
    stage.sees('指挥群', '待定级');
    await stage.end();
  });

  it('what was told of elsewhere gets its card here in the place of the offer', async () => {
    const stage = await hazardStage(database.store);
    await stage.says('李叔', '上桥村36号的消防通道被货堵了');
    stage.sees('李叔', '编号 H-2611-0001');
    await stage.says('张阿姨', seen, { in: '村群' });
    await stage.taps('张阿姨', 'hazard_file', { in: '村群' });
    stage.holds('村群', '已有 2 次反映');
    stage.sees('指挥群', '待定级');
    await stage.end();
  });

  it('on WeChat it is one card and nothing else; whoever says the same later gets one line', async () => {
    const stage = await hazardStage(database.store, { cast: people('wechat') });
    await stage.group('微信群', 'village', 'wechat');
    await stage.says('张阿姨', seen, { in: '微信群' });
    await stage.says('张阿姨', '登记', { in: '微信群' });
    stage.holds('微信群', '登记为隐患？', '隐患：疏散通道堵塞');
    await stage.later(20 * 60);
    await stage.says('李叔', again, { in: '微信群' });
    await stage.says('李叔', '登记', { in: '微信群' });
    stage.holds('微信群', '登记为隐患？', '隐患：疏散通道堵塞', '登记为隐患？', '这一处已登记过，编号 H-2611-0001');
    stage.sees('指挥群', '待定级');
    await stage.end();
  });

  it('where groups get a daily list, the offer becomes the number', async () => {
    const stage = await hazardStage(database.store, { rules: { groups: 'digest' } });
    await stage.says('张阿姨', seen, { in: '村群' });
    await stage.taps('张阿姨', 'hazard_file', { in: '村群' });
    stage.holds('村群', '已登记，编号 H-2611-0001。谢谢！');
    stage.sees('指挥群', '待定级');
    await stage.end();
  });
});
