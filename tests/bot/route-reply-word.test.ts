import { expect, it } from 'vitest';
import type { Heard } from '../../bot/heard.ts';
import { routeReplyWord } from '../../bot/route-reply-word.ts';
import { read } from '../../core/reading/read.ts';
import type { Room } from '../../core/people.ts';
import { Stage } from '../scenarios/stage.ts';
import { freshDatabase } from '../support/stores.ts';

const database = freshDatabase('sqlite');
const fire = '快点!!厂里着火了 浓烟 西塘工业区这边';

/** A fire that somebody just reported, with an officer and two rescuers to send. */
async function reportedFire(): Promise<Stage> {
  const stage = new Stage(database.store);
  await stage.begin([
    { name: '张阿姨', roles: ['resident'], duty: 'off' },
    { name: '值01', roles: ['duty_officer'] },
    { name: '东01', skills: ['fire_operator'] },
    { name: '东02', skills: ['first_aid'] },
  ]);
  await stage.group('微信指挥群', 'command', 'wechat');
  await stage.says('张阿姨', fire);
  return stage;
}

async function roomOf(stage: Stage, name: string): Promise<Room> {
  const room = await database.store.read.rooms.byExternal(stage.platformOf(name), name);
  if (room === null) throw new Error(`no room ${name}`);
  return room;
}

/** Somebody writes these words in a room; true: they did what a button would have done. */
async function writes(stage: Stage, who: string, text: string, where = who): Promise<boolean> {
  const room = await roomOf(stage, where);
  const person = stage.person(who);
  const done = await database.store.transaction(async (tx) => {
    const orders = await tx.incidents.currentOrders(person.id);
    const heard: Heard = {
      work: stage.bot.workIn(tx),
      room,
      person,
      message: { kind: 'message', messageId: 'm1', text, attachments: [], mentionsBot: false, edited: false },
      reading: read({
        text,
        photos: 0,
        location: false,
        room: 'direct',
        openOrder: orders.some(({ answer }) => answer === 'open'),
        openShift: false,
        openCase: false,
        openQuestion: null,
        quote: null,
      }),
      orders,
      quoted: null,
      question: null,
      shifts: [],
    };
    return routeReplyWord(heard);
  });
  await stage.rest();
  return done;
}

const short = async (stage: Stage): Promise<string> => (await stage.incident()).number.slice(-4);

it('an officer decides, calls out and ends an incident with the words that the card offers', async () => {
  const stage = await reportedFire();
  const number = await short(stage);
  stage.sees('微信指挥群', `值班员请回：确认警情 ${number}`);
  expect(await writes(stage, '值01', `确认警情 ${number}`, '微信指挥群')).toBe(true);
  expect((await stage.incident()).state).toBe('confirmed');
  stage.sees('微信指挥群', '已确认。看一下名单');
  expect(await writes(stage, '值01', `立即出警 ${number}`, '微信指挥群')).toBe(true);
  expect((await stage.incident()).state).toBe('called_out');
  stage.sees('微信指挥群', /出警令发给 \d 人/);
  expect(await writes(stage, '值01', `误报 ${number}`, '微信指挥群')).toBe(true);
  expect((await stage.incident()).outcome).toBe('false_alarm');
});

it('an officer sets the kind by its name', async () => {
  const stage = await reportedFire();
  expect(await writes(stage, '值01', `改类型 爆炸 ${await short(stage)}`, '微信指挥群')).toBe(true);
  expect((await stage.incident()).kind).toBe('explosion');
});

it('a word without a number, with another number, or from somebody else decides nothing', async () => {
  const stage = await reportedFire();
  const number = await short(stage);
  expect(await writes(stage, '值01', '确认警情', '微信指挥群')).toBe(false);
  expect(await writes(stage, '值01', '确认警情 9999', '微信指挥群')).toBe(false);
  expect(await writes(stage, '东01', `确认警情 ${number}`, '微信指挥群')).toBe(false);
  expect(await writes(stage, '值01', `确认警情 ${number}`, '救援群')).toBe(false);
  expect((await stage.incident()).state).toBe('reported');
});

it('a rescuer’s word that only cards know does its step, and nothing without an order', async () => {
  const stage = await reportedFire();
  expect(await writes(stage, '东01', '完成')).toBe(false);
  const number = await short(stage);
  await writes(stage, '值01', `确认警情 ${number}`, '微信指挥群');
  await writes(stage, '值01', `立即出警 ${number}`, '微信指挥群');
  expect(await writes(stage, '东01', '完成')).toBe(false);
  await stage.taps('东01', 'accept');
  await stage.taps('东01', 'underway');
  expect(await writes(stage, '东01', '完成')).toBe(true);
  expect((await stage.orderOf('东01')).doneAt).not.toBeNull();
  stage.sees('东01', '已记下，你完成了');
});
