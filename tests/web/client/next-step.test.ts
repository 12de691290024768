import { describe, expect, it } from 'vitest';
import { webZh } from '../../../bot/texts/web-zh.ts';
import type { Card, CardAction, Verb } from '../../../core/message.ts';
import type { Token } from '../../../core/ids.ts';
import type { WebMessage } from '../../../core/ports/web-messages.ts';
import { nextStep } from '../../../web/client/next-step.ts';
import type { CastSide } from '../../../bot/texts/web-texts.ts';
import type { CastMember, Scenario, Scene } from '../../../web/rehearsal/scene.ts';

const member = (id: string, name: string, side: CastSide): CastMember => ({
  id,
  name,
  alias: '',
  side,
  base: null,
  colour: 0,
});
const cast = [
  member('zhang', '张阿姨', 'resident'),
  member('zhou', '周师傅', 'resident'),
  member('dong01', '东01', 'rescuer'),
  member('officer', '王敏', 'officer'),
  member('xige', '陈喜', 'mediator'),
  member('ye01', '金国强', 'other'),
];
const room = (id: string, purpose: Scene['rooms'][number]['purpose'], members: readonly string[]) => ({
  id,
  kind: purpose === 'direct' ? ('direct' as const) : ('group' as const),
  purpose,
  title: id,
  shownAs: id,
  members,
});
const rooms = [
  room('command', 'command', ['officer']),
  room('village', 'village', ['zhang', 'zhou']),
  room('yl', 'patrol', ['ye01']),
  ...cast.map(({ id }) => room(`direct:${id}`, 'direct', [id])),
];
const texts = webZh.rehearsal;
const dispute: Scenario = {
  id: 'dispute',
  person: 'zhang',
  room: 'village',
  withPhoto: false,
  others: ['zhou', 'xige'],
  values: { name: '周师傅', phone: '199-0000-0554' },
};
const onTable = ['zhang', 'zhou', 'xige', 'officer'];

/** A button; one that is wanted next stands out. */
const button = (
  verb: Verb,
  value?: string,
  style: CardAction['style'] = 'plain',
  label = verb as string,
): CardAction => ({
  verb,
  token: 'T' as Token,
  label,
  style,
  ...(value === undefined ? {} : { value }),
});

let sent = 0;
/** The bot's card in a room, later than whatever came before it. */
function card(where: string, actions: readonly CardAction[], more: Partial<Card> = {}): WebMessage {
  sent += 1;
  return {
    id: String(sent).padStart(6, '0'),
    room: where,
    sender: null,
    at: sent,
    editedAt: null,
    content: {
      kind: 'card',
      card: { lines: [{ text: '…' }], actions: [actions], links: [], loud: false, ...more },
      replyTo: null,
    },
    reactions: [],
  };
}

function says(who: string, where: string, text: string): WebMessage {
  sent += 1;
  const content = { kind: 'text', text } as const;
  return {
    id: String(sent).padStart(6, '0'),
    room: where,
    sender: who,
    at: sent,
    editedAt: null,
    content,
    reactions: [],
  };
}

function scene(...messages: readonly WebMessage[]): Scene {
  return {
    language: 'zh',
    zoneName: '',
    timeZone: 'Asia/Shanghai',
    now: 1,
    cast,
    phones: onTable,
    rooms,
    messages,
    spots: [],
    scenarios: [dispute],
    texts,
  };
}
const next = (...messages: readonly WebMessage[]) => nextStep(scene(...messages), onTable);
const report = { links: [{ url: 'https://example.test/i/A1?k=1', label: '报告' }] };

describe('what to do next', () => {
  it.each([
    ['a patrol’s welfare alarm', card('command', [button('shift_safe')])],
    ['a failure', card('command', [])],
    ['a private matter’s number', card('command', [button('matter_look')])],
    ['an enterprise’s colour', card('command', [button('colour_accept')])],
    ['what a patrol found', card('command', [button('find_hazard'), button('find_noted')])],
    ['a draft that nobody but its teller knows', card('direct:zhang', [button('hazard_file'), button('hazard_drop')])],
  ])('begins with the first words, though there is %s', (_, other) => {
    expect(next(other)).toEqual({ kind: 'say' });
  });

  it('is the officer’s tap as soon as an incident is reported, whatever else stands there', () => {
    const step = next(card('command', [button('shift_safe')]), card('command', [button('confirm')]));
    expect(step).toMatchObject({ kind: 'tap', person: { id: 'officer' }, action: { verb: 'confirm' } });
  });

  it('is nothing once the report stands there, though a patrol is being asked and a mediator is at work', () => {
    const after = [
      card('command', [button('shift_safe')]),
      card('yl', [button('shift_here')]),
      card('direct:xige', [button('matter_take')]),
    ];
    const step = next(card('command', [button('more_people')], report), ...after);
    expect(step).toEqual({ kind: 'finished', about: 'incident', report: report.links[0]?.url });
  });

  it('is to wait while a rescuer still has something to say', () => {
    expect(next(card('command', [], report), card('direct:dong01', [button('withdraw')]))).toEqual({ kind: 'wait' });
  });

  it('of a hazard is nothing once its reporter may say how it went, and after that', () => {
    const finished = { kind: 'finished', about: 'hazard', report: null };
    const fire = card('command', [], report);
    expect(next(fire, card('direct:zhang', [button('hazard_rate', 'good'), button('hazard_reopen')]))).toEqual(
      finished,
    );
    expect(next(fire, card('direct:zhang', [button('hazard_reopen')]))).toEqual(finished);
    const open = card('direct:zhang', [button('hazard_withdraw')]);
    expect(next(fire, open)).toEqual({ kind: 'wait' });
    expect(next(fire, open, card('direct:zhang', [button('hazard_rate', 'good')]))).toEqual(finished);
  });
});

describe('a dispute that is rehearsed', () => {
  const told = (): WebMessage[] => [
    says('zhang', 'village', '我要调解 周师傅的作坊欠我3个月工资 一共一万八'),
    card('village', []),
  ];
  const handedIn = (): WebMessage[] => [...told(), card('direct:zhang', [button('matter_look')])];
  const hidden = { lines: [{ text: '申请人：张阿姨', style: 'hidden' as const }] };
  const work = (...actions: readonly CardAction[]): WebMessage =>
    card('direct:xige', [button('matter_look'), ...actions, button('matter_give_back')]);

  it('waits for the number in the group, then goes on in the direct chat', () => {
    const [words, number] = told();
    expect(next(words!)).toEqual({ kind: 'wait' });
    const asked = card('direct:zhang', [button('matter_skip', 'other_side'), button('matter_drop')]);
    expect(next(words!, number!, asked)).toMatchObject({
      kind: 'speak',
      person: { id: 'zhang' },
      room: 'direct:zhang',
      line: { words: '周师傅 199-0000-0554' },
    });
    expect(next(words!, number!, asked, says('zhang', 'direct:zhang', '周师傅'))).toEqual({ kind: 'wait' });
  });

  it('answers what is asked by a tap, and hands it in', () => {
    const drop = button('matter_drop');
    const people = card('direct:zhang', [button('matter_answer', 'alone'), button('matter_skip', 'people'), drop]);
    expect(next(...told(), people)).toMatchObject({ kind: 'tap', action: { value: 'alone' } });
    const what = card('direct:zhang', [button('matter_skip', 'wants'), drop]);
    expect(next(...told(), people, what)).toMatchObject({ kind: 'tap', action: { verb: 'matter_skip' } });
    const check = card('direct:zhang', [button('matter_file'), button('matter_answer', 'edit_sum'), drop]);
    expect(next(...told(), people, check)).toMatchObject({ kind: 'tap', action: { verb: 'matter_file' } });
  });

  it('is looked at by the mediator, and then taken', () => {
    const offer = card('direct:xige', [button('matter_look'), button('matter_take', undefined, 'primary')]);
    const look = { kind: 'tap', person: { id: 'xige' }, onTable: true, action: { verb: 'matter_look' } };
    expect(next(...handedIn(), offer)).toMatchObject(look);
    const shown = card('direct:xige', [button('matter_take')], hidden);
    const take = { kind: 'tap', messageId: offer.id, action: { verb: 'matter_take' } };
    expect(next(...handedIn(), offer, shown)).toMatchObject(take);
  });

  it('is agreed to, timed, settled, signed and sealed, each on the phone of whoever does it', () => {
    const consent = card('direct:zhou', [button('matter_look'), button('matter_consent', 'yes')]);
    const looked = card('direct:zhou', [], hidden);
    const asking = work(button('matter_consent', 'b:yes'));
    const look = { person: { id: 'zhou' }, action: { verb: 'matter_look' } };
    expect(next(...handedIn(), consent, asking)).toMatchObject(look);
    expect(next(...handedIn(), consent, looked, asking)).toMatchObject({
      messageId: consent.id,
      action: { value: 'yes' },
    });

    const agreed = work(button('matter_times', undefined, 'primary'), button('matter_agree', 'written'));
    expect(next(...handedIn(), agreed)).toMatchObject({
      kind: 'speak',
      person: { id: 'xige' },
      line: texts.disputeLines.times,
    });
    const spoken = says('xige', 'direct:xige', '明天下午3点');
    expect(next(...handedIn(), agreed, spoken)).toEqual({ kind: 'wait' });

    const times = [button('matter_time', '1:0'), button('matter_time', '1:1'), button('matter_time', '1:none')];
    const asked = work(button('matter_times'), button('matter_agree', 'written'));
    const [forZhang, forZhou] = ['zhang', 'zhou'].map((who) => card(`direct:${who}`, times));
    expect(next(...handedIn(), asked)).toEqual({ kind: 'wait' });
    expect(next(...handedIn(), asked, forZhang!, forZhou!)).toMatchObject({ kind: 'tap', person: { id: 'zhou' } });
    const chosen = card('direct:zhou', [button('matter_time', '1:0', 'plain', '✓ 15:00'), ...times.slice(1)]);
    expect(next(...handedIn(), asked, forZhang!, chosen)).toMatchObject({ kind: 'tap', person: { id: 'zhang' } });

    const booked = card('direct:zhang', [button('matter_time', '1:none')]);
    const settle = {
      kind: 'speak',
      person: { id: 'xige' },
      line: { words: '谈成了，周师傅月底前付9000，剩下9000下个月底前付清' },
    };
    expect(next(...handedIn(), booked, asked)).toMatchObject(settle);

    const sign = [button('matter_sign', 'yes', 'primary'), button('matter_sign', 'no')];
    const terms = [card('direct:zhang', sign), card('direct:zhou', sign)];
    const signs = (...wanting: readonly string[]): unknown =>
      next(...handedIn(), booked, ...terms, work(...wanting.map((value) => button('matter_sign', value))));
    expect(signs('a', 'b')).toMatchObject({ person: { id: 'zhou' }, action: { value: 'yes' } });
    expect(signs('a')).toMatchObject({ person: { id: 'zhang' }, action: { value: 'yes' } });
    expect(signs('seal')).toMatchObject({ person: { id: 'xige' }, action: { value: 'seal' } });
    const inForce = card('direct:xige', [button('matter_performed'), button('matter_broken')]);
    expect(next(...handedIn(), booked, ...terms, inForce)).toEqual({
      kind: 'finished',
      about: 'dispute',
      report: null,
    });
  });

  it('makes way for a fire that is told of meanwhile, and for a patrol that sets out', () => {
    expect(next(...handedIn(), card('command', [button('confirm')]))).toMatchObject({ action: { verb: 'confirm' } });
    expect(next(...handedIn(), says('ye01', 'yl', '到岗'))).toEqual({ kind: 'say' });
  });
});
