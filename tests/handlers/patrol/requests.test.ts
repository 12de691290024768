import { afterEach, describe, expect, it } from 'vitest';
import { decideRequest } from '../../../handlers/patrol/decide-request.ts';
import { muster } from '../../../handlers/patrol/muster.ts';
import { tellGaps } from '../../../handlers/patrol/tell-gaps.ts';
import { closeStages } from '../../scenarios/stage.ts';
import { eachEngine } from '../../support/stores.ts';
import { rosterCast, rosterStage } from './roster-stage.ts';

const wechat = (name: string) =>
  rosterCast.map((one) => (one.name === name ? { ...one, platform: 'wechat' as const } : one));

eachEngine((database) => {
  afterEach(closeStages);

  describe('leave', () => {
    it('is asked of the leader at once, granted by one tap, and both sides hear of it', async () => {
      const stage = await rosterStage(database.store);
      const id = await stage.shift(['东01', '东02', '东03']);
      expect(await stage.asks('东01', id, { words: '孩子发烧' })).toEqual({
        kind: 'leave_asked',
        substitute: '',
        days: ['2026-11-23'],
      });
      expect(stage.sees('队长', '东01 请假')).toMatch(/“孩子发烧”\n同意后还有 2 人。\n\[同意\] \[不同意\]/);
      expect(await stage.decides('队长', 'request_grant')).toEqual({ kind: 'request_granted' });
      expect(await stage.crew(id)).toEqual(['东01 leave', '东02 expected', '东03 expected']);
      expect(stage.sees('队长', '班表改好了')).not.toContain('[同意]');
      stage.sees('东01', /准假了.*不用来/);
      expect(await stage.traceOf(id)).toEqual(['request_made', 'excused', 'request_decided']);
      await stage.end();
    });

    it('warns when too few would be left, and stays a shift when the leader says no', async () => {
      const stage = await rosterStage(database.store);
      const id = await stage.shift(['东01', '东02']);
      await stage.asks('东01', id);
      stage.sees('队长', '同意后只剩 1 人，至少要 2 人。');
      expect(await stage.decides('队长', 'request_refuse')).toEqual({ kind: 'request_refused' });
      stage.sees('东01', /队长 .*还是你的班/);
      expect(await stage.crew(id)).toEqual(['东01 expected', '东02 expected']);
      await stage.end();
    });

    it('asked twice is one request and one message; a reason that comes later is added to it', async () => {
      const stage = await rosterStage(database.store);
      const id = await stage.shift(['东01', '东02']);
      await stage.asks('东01', id);
      await stage.asks('东01', id);
      await stage.asks('东01', id, { words: '老娘摔了' });
      expect(await stage.store.read.shifts.openRequests(id)).toHaveLength(1);
      expect(stage.cards('队长')).toHaveLength(1);
      stage.sees('队长', '“老娘摔了”');
      expect((await stage.traceOf(id)).filter((what) => what === 'request_made')).toHaveLength(2);
      await stage.decides('队长', 'request_grant');
      expect(await stage.asks('东01', id)).toEqual({ kind: 'shift_already', by: '' });
      stage.sees('东01', '准假了');
      await stage.end();
    });

    it('of a leader is decided on by somebody else', async () => {
      const stage = await rosterStage(database.store);
      const id = await stage.shift(['队长', '东01', '东02']);
      await stage.asks('队长', id);
      expect(stage.cards('队长')).toEqual([]);
      stage.sees('指挥群', '队长 请假');
      expect(await stage.decides('队长', 'request_grant')).toEqual({ kind: 'shift_not_your_say' });
      expect(await stage.decides('值01', 'request_grant')).toEqual({ kind: 'request_granted' });
      stage.sees('指挥群', '已同意（值01）');
      stage.sees('队长', '准假了');
      await stage.end();
    });

    it('that leaves too few is among the gaps of the next morning', async () => {
      const stage = await rosterStage(database.store);
      const id = await stage.shift(['东01', '东02'], { inHours: 48 });
      await stage.does(tellGaps);
      expect(stage.cards('队长')).toEqual([]);
      await stage.asks('东01', id);
      await stage.decides('队长', 'request_grant');
      await stage.does(tellGaps);
      expect(stage.sees('队长', '还缺人')).toContain('只有 1 人（要 2 人）');
    });

    it('of an officer on patrol is not granted by that officer', async () => {
      const stage = await rosterStage(database.store);
      const id = await stage.shift(['值01', '东01', '东02']);
      await stage.asks('值01', id);
      expect(await stage.decides('值01', 'request_grant')).toEqual({ kind: 'shift_not_your_say' });
      expect(await stage.decides('队长', 'request_grant')).toEqual({ kind: 'request_granted' });
    });

    it('in the middle of a shift counts the hours until then', async () => {
      const stage = await rosterStage(database.store);
      const id = await stage.shift(['东01', '东02'], { inHours: 0, state: 'running' });
      await stage.does(async (work) => {
        const view = await work.tx.shifts.lock(id);
        if (view !== null) await muster(work, view, [stage.person('东01')], 'words');
      });
      await stage.later(3_600);
      await stage.asks('东01', id, { words: '肚子痛先走' });
      await stage.decides('队长', 'request_grant');
      const own = (await stage.view(id)).people.find(({ personId }) => personId === stage.person('东01').id);
      expect(own).toMatchObject({ state: 'present' });
      expect(((own?.leftAt ?? 0) - (own?.musteredAt ?? 0)) / 60_000).toBeGreaterThanOrEqual(60);
    });

    it('is the command’s to grant where no leader can be written to', async () => {
      const stage = await rosterStage(database.store);
      await stage.store.transaction((tx) =>
        tx.people.putTeam({
          id: stage.teamId('东片队'),
          code: 'DP',
          kind: 'patrol',
          name: '东片队',
          leaderId: null,
          memberIds: [stage.person('东01').id],
          active: true,
        }),
      );
      const id = await stage.shift(['东01', '东02']);
      await stage.asks('东01', id);
      stage.sees('指挥群', '东01 请假');
      await stage.end();
    });
  });

  describe('somebody who stands in', () => {
    it('is asked first; then the leader; then the roster has them', async () => {
      const stage = await rosterStage(database.store);
      const id = await stage.shift(['东01', '东02']);
      expect(await stage.asks('东01', id, { with: '东03' })).toEqual({
        kind: 'leave_asked',
        substitute: '东03',
        days: ['2026-11-23'],
      });
      expect(stage.cards('队长')).toEqual([]);
      stage.sees('东03', /东01 想请你顶一班.*方便吗/);
      expect(await stage.decides('东03', 'request_agree')).toEqual({ kind: 'request_agreed' });
      stage.sees('东03', '说可以，等队长同意');
      expect(stage.sees('队长', '顶班')).toContain('东03 说可以。');
      expect(await stage.decides('队长', 'request_grant')).toEqual({ kind: 'request_granted' });
      expect(await stage.crew(id)).toEqual(['东01 leave', '东02 expected', '东03 expected for 东01']);
      stage.sees('东01', /由 东03 去/);
      stage.sees('东03', /定了.*由你去，替 东01/);
      stage.sees('东03', '已同意（队长）');
      stage.sees('队长', '已同意（队长）');
      expect(await stage.traceOf(id)).toEqual(['request_made', 'excused', 'stood_in', 'request_decided']);
      await stage.end();
    });

    it('who declines leaves all as it was', async () => {
      const stage = await rosterStage(database.store);
      const id = await stage.shift(['东01', '东02']);
      await stage.asks('东01', id, { with: '东03' });
      expect(await stage.decides('东03', 'request_decline')).toEqual({ kind: 'request_refused' });
      stage.sees('东03', '没有同意（东03）');
      stage.sees('东01', /东03 不方便.*还是你的班/);
      expect(stage.cards('队长')).toEqual([]);
      expect(await stage.decides('队长', 'request_grant')).toEqual({ kind: 'shift_already', by: '东03' });
      expect(await stage.crew(id)).toEqual(['东01 expected', '东02 expected']);
      await stage.end();
    });

    it('who has agreed hears when the leader does not grant it', async () => {
      const stage = await rosterStage(database.store);
      const id = await stage.shift(['东01', '东02']);
      await stage.asks('东01', id, { with: '东03' });
      await stage.decides('东03', 'request_agree');
      await stage.decides('队长', 'request_refuse');
      stage.sees('东03', /不用你去了，还是 东01 的班/);
    });

    it('who cannot be written to is left to the leader, who is told so at once', async () => {
      const stage = await rosterStage(database.store);
      await stage.store.transaction(async (tx) => {
        const [channel] = await tx.people.channelsOf(stage.person('东03').id);
        const room = channel === undefined ? null : await tx.rooms.byId(channel.roomId);
        if (room !== null) await tx.rooms.put({ ...room, state: 'gone' });
      });
      const id = await stage.shift(['东01', '东02']);
      expect(await stage.asks('东01', id, { with: '东03' })).toEqual({
        kind: 'leave_asked',
        substitute: '',
        days: ['2026-11-23'],
      });
      stage.sees('队长', '东03 没法在这里问到，请打电话问一声。');
      expect(await stage.decides('队长', 'request_grant')).toEqual({ kind: 'request_granted' });
      expect(await stage.crew(id)).toEqual(['东01 leave', '东02 expected', '东03 expected for 东01']);
    });

    it('who has blocked the bot is left to the leader as soon as that is known', async () => {
      const stage = await rosterStage(database.store);
      const id = await stage.shift(['东01', '东02']);
      stage.chats.telegram.block('东03');
      await stage.asks('东01', id, { with: '东03' });
      stage.sees('队长', '东03 没法在这里问到，请打电话问一声。');
      expect(await stage.decides('队长', 'request_grant')).toEqual({ kind: 'request_granted' });
      expect(await stage.crew(id)).toEqual(['东01 leave', '东02 expected', '东03 expected for 东01']);
    });

    it('is the command’s to grant where the leader has blocked the bot too', async () => {
      const stage = await rosterStage(database.store);
      const id = await stage.shift(['东01', '东02']);
      for (const name of ['东03', '队长']) stage.chats.telegram.block(name);
      await stage.asks('东01', id, { with: '东03' });
      stage.sees('指挥群', '东03 没法在这里问到，请打电话问一声。');
      expect(await stage.decides('值01', 'request_grant')).toEqual({ kind: 'request_granted' });
    });

    it('who blocks the bot after it was decided brings nothing up again', async () => {
      const stage = await rosterStage(database.store);
      const id = await stage.shift(['东01', '东02']);
      await stage.asks('东01', id, { with: '东03' });
      stage.chats.telegram.block('东03');
      await stage.decides('东03', 'request_decline');
      expect(stage.cards('队长')).toEqual([]);
    });

    it('who leads the team decides by saying yes', async () => {
      const stage = await rosterStage(database.store);
      const id = await stage.shift(['东01', '东02']);
      await stage.asks('东01', id, { with: '队长' });
      expect(await stage.decides('队长', 'request_agree')).toEqual({ kind: 'request_granted' });
      expect(await stage.crew(id)).toEqual(['东01 leave', '东02 expected', '队长 expected for 东01']);
      expect(stage.cards('队长')).toHaveLength(1);
    });

    it('of another team is a guest', async () => {
      const stage = await rosterStage(database.store);
      const id = await stage.shift(['东01', '东02']);
      await stage.asks('东01', id, { with: '西01' });
      await stage.decides('西01', 'request_agree');
      await stage.decides('队长', 'request_grant');
      expect(await stage.crew(id)).toEqual(['东01 leave', '东02 expected', '西01 expected for 东01, a guest']);
    });

    it('who is in that shift anyway is shown so, and nobody comes in addition', async () => {
      const stage = await rosterStage(database.store);
      const id = await stage.shift(['东01', '东02']);
      await stage.asks('东01', id, { with: '东02' });
      stage.sees('东02', '⚠️ 东02 本来就在这一班。');
      await stage.decides('东02', 'request_agree');
      expect(stage.sees('队长', '⚠️ 东02 本来就在这一班。')).toContain('同意后只剩 1 人');
      await stage.decides('队长', 'request_grant');
      expect(await stage.crew(id)).toEqual(['东01 leave', '东02 expected']);
    });

    it('who has another shift at that time is shown so', async () => {
      const stage = await rosterStage(database.store);
      const id = await stage.shift(['东01', '东02']);
      await stage.shift(['西01', '西02'], { team: '西片队', inHours: 26, name: '西线夜巡' });
      await stage.asks('东01', id, { with: '西01' });
      await stage.decides('西01', 'request_agree');
      stage.sees('队长', /⚠️ 西01 同一时间还有班：.*西线夜巡/);
    });

    it('asked in place of another takes their place', async () => {
      const stage = await rosterStage(database.store);
      const id = await stage.shift(['东01', '东02']);
      await stage.asks('东01', id, { with: '东03' });
      await stage.asks('东01', id, { with: '西01' });
      expect(await stage.decides('东03', 'request_agree')).toEqual({ kind: 'shift_not_your_say' });
      expect(await stage.decides('西01', 'request_agree')).toEqual({ kind: 'request_agreed' });
      expect(await stage.store.read.shifts.openRequests(id)).toHaveLength(1);
    });

    it('is heard on WeChat too, where no card can be edited', async () => {
      const stage = await rosterStage(database.store, wechat('东03'));
      const id = await stage.shift(['东01', '东02']);
      await stage.asks('东01', id, { with: '东03' });
      stage.sees('东03', /方便吗/);
      await stage.decides('东03', 'request_agree');
      await stage.decides('队长', 'request_grant');
      stage.sees('东03', /定了.*由你去/);
      expect(stage.cards('东03')).toHaveLength(2);
    });
  });

  describe('a swap', () => {
    it('puts each into the other’s shift', async () => {
      const stage = await rosterStage(database.store);
      const mine = await stage.shift(['东01', '东02'], { name: '前半夜' });
      const theirs = await stage.shift(['东03', '东02'], { inHours: 48, name: '后半夜' });
      await stage.asks('东01', mine, { with: '东03', exchange: theirs });
      stage.sees('东03', /东01 想跟你换班：你去 .*前半夜，东01 去 .*后半夜/);
      await stage.decides('东03', 'request_agree');
      expect(stage.sees('队长', '换班')).not.toContain('⚠️');
      await stage.decides('队长', 'request_grant');
      expect(await stage.crew(mine)).toEqual(['东01 leave', '东02 expected', '东03 expected for 东01']);
      expect(await stage.crew(theirs)).toEqual(['东03 leave', '东02 expected', '东01 expected for 东03']);
      stage.sees('东01', /由 东03 去，你去 .*后半夜/);
      stage.sees('东03', /由你去，替 东01；.*后半夜 由 东01 去/);
      expect(await stage.traceOf(theirs)).toEqual(['excused', 'stood_in']);
    });

    it('shows when it would put somebody into two shifts at once', async () => {
      const stage = await rosterStage(database.store);
      const mine = await stage.shift(['东01', '东02']);
      const theirs = await stage.shift(['东03', '东02'], { inHours: 48 });
      await stage.shift(['东01', '西01'], { team: '西片队', inHours: 49, name: '西线夜巡' });
      await stage.asks('东01', mine, { with: '东03', exchange: theirs });
      await stage.decides('东03', 'request_agree');
      stage.sees('队长', /⚠️ 东01 同一时间还有班：.*西线夜巡/);
    });

    it('ends, and both hear so, when what was to be given for it is gone', async () => {
      const stage = await rosterStage(database.store);
      const mine = await stage.shift(['东01', '东02']);
      const theirs = await stage.shift(['东03', '东02'], { inHours: 48 });
      await stage.asks('东01', mine, { with: '东03', exchange: theirs });
      await stage.decides('东03', 'request_agree');
      const { shift } = await stage.view(theirs);
      await stage.store.transaction((tx) => tx.shifts.put({ ...shift, state: 'cancelled' }));
      expect(await stage.decides('队长', 'request_grant')).toEqual({ kind: 'request_lapsed' });
      expect(await stage.crew(mine)).toEqual(['东01 expected', '东02 expected']);
      stage.sees('东01', '换不成了');
      stage.sees('东03', '不用你去了');
      expect(await stage.store.read.shifts.openRequests(mine)).toEqual([]);
    });

    it('of two that cross each other the first one granted ends both, and nobody is in a shift twice', async () => {
      const stage = await rosterStage(database.store);
      const first = await stage.shift(['东01', '东02']);
      const second = await stage.shift(['东03', '东02'], { inHours: 48 });
      await stage.asks('东01', first, { with: '东03', exchange: second });
      await stage.asks('东03', second, { with: '东01', exchange: first });
      const requests = await stage.store.read.shifts.undecidedRequests(10);
      const others = { [stage.person('东01').id]: '东01', [stage.person('东03').id]: '东03' };
      for (const { token, withPersonId } of requests) {
        const other = stage.person(others[withPersonId ?? ''] ?? '');
        await stage.does((work) => decideRequest(work, token, other, 'request_agree'));
      }
      const leader = stage.person('队长');
      const results = await Promise.all(
        requests.map(({ token }) =>
          stage.store.transaction((tx) => decideRequest(stage.bot.workIn(tx), token, leader, 'request_grant')),
        ),
      );
      expect(results.map(({ kind }) => kind).toSorted()).toEqual(['request_granted', 'shift_already']);
      expect(await stage.store.read.shifts.undecidedRequests(10)).toEqual([]);
      expect(await stage.crew(first)).toEqual(['东01 leave', '东02 expected', '东03 expected for 东01']);
      expect(await stage.crew(second)).toEqual(['东03 leave', '东02 expected', '东01 expected for 东03']);
    });
  });

  describe('who decides', () => {
    it('is the first of two leaders who tap at once; the second hears who', async () => {
      const stage = await rosterStage(database.store);
      const teamIds = [stage.teamId('东片队'), stage.teamId('西片队')];
      const id = await stage.shift(['东01', '东02', '西01'], { teamIds });
      await stage.asks('东01', id);
      stage.sees('队长', '东01 请假');
      stage.sees('西长', '东01 请假');
      const { token } = await stage.request();
      const results = await Promise.all(
        (['队长', '西长'] as const).map((who) =>
          stage.store.transaction((tx) =>
            decideRequest(stage.bot.workIn(tx), token, stage.person(who), 'request_grant'),
          ),
        ),
      );
      await stage.rest();
      expect(results).toContainEqual({ kind: 'request_granted' });
      const first = results[0]?.kind === 'request_granted' ? '队长' : '西长';
      expect(results).toContainEqual({ kind: 'shift_already', by: first });
      for (const leader of ['队长', '西长']) {
        expect(stage.sees(leader, `已同意（${first}）`)).not.toContain('[同意]');
      }
      stage.sees('东01', '准假了');
      await stage.end();
    });

    it('is nobody else: not the crew, not a stranger, not another team’s leader, not somebody who has left', async () => {
      const stage = await rosterStage(database.store);
      const id = await stage.shift(['东01', '东02']);
      await stage.asks('东01', id, { with: '东03' });
      for (const who of ['东01', '东02', '路人', '西长', '队长']) {
        expect(await stage.decides(who, 'request_agree')).toEqual({ kind: 'shift_not_your_say' });
        expect(await stage.decides(who, 'request_decline')).toEqual({ kind: 'shift_not_your_say' });
      }
      for (const who of ['东01', '东02', '东03', '路人', '西长']) {
        expect(await stage.decides(who, 'request_grant')).toEqual({ kind: 'shift_not_your_say' });
        expect(await stage.decides(who, 'request_refuse')).toEqual({ kind: 'shift_not_your_say' });
      }
      expect(await stage.decides('队长', 'request_withdraw')).toEqual({ kind: 'shift_not_your_say' });
      await stage.store.transaction((tx) => tx.people.put({ ...stage.person('队长'), active: false }));
      expect(await stage.decides('队长', 'request_grant')).toEqual({ kind: 'shift_not_your_say' });
      expect((await stage.request()).state).toBe('asked');
    });

    it('can no longer, once the shift was called off or is over', async () => {
      const stage = await rosterStage(database.store);
      for (const state of ['cancelled', 'ended', 'unstaffed'] as const) {
        const id = await stage.shift(['东01', '东02'], { date: `2026-12-0${String(state.length - 4)}` });
        await stage.asks('东01', id);
        const [request] = await stage.store.read.shifts.openRequests(id);
        const { shift } = await stage.view(id);
        await stage.store.transaction((tx) => tx.shifts.put({ ...shift, state }));
        const token = request?.token ?? shift.token;
        const result = await stage.does((work) => decideRequest(work, token, stage.person('队长'), 'request_grant'));
        expect(result).toEqual({ kind: 'stale' });
        expect(await stage.crew(id)).toEqual(['东01 expected', '东02 expected']);
      }
    });

    it('finds a forged button to be of nothing', async () => {
      const stage = await rosterStage(database.store);
      const id = await stage.shift(['东01', '东02']);
      const { shift } = await stage.view(id);
      const result = await stage.does((work) =>
        decideRequest(work, shift.token, stage.person('队长'), 'request_grant'),
      );
      expect(result).toEqual({ kind: 'stale' });
    });
  });

  it('whoever asked takes it back, and who was counted on hears of it', async () => {
    const stage = await rosterStage(database.store);
    const id = await stage.shift(['东01', '东02']);
    await stage.asks('东01', id, { with: '东03' });
    await stage.decides('东03', 'request_agree');
    stage.sees('队长', '顶班');
    expect(await stage.decides('东01', 'request_withdraw')).toEqual({ kind: 'request_withdrawn' });
    expect(stage.sees('队长', '撤回了，班表不变')).not.toContain('[同意]');
    stage.sees('东03', '撤回了，班表不变');
    stage.sees('东03', '不用你去了');
    expect(await stage.decides('队长', 'request_grant')).toEqual({ kind: 'shift_already', by: '东01' });
    expect(await stage.crew(id)).toEqual(['东01 expected', '东02 expected']);
    expect(await stage.traceOf(id)).toEqual(['request_made', 'request_decided']);
    await stage.end();
  });
});
