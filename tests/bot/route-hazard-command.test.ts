import { expect, it } from 'vitest';
import { readHazardCommand } from '../../bot/route-hazard-command.ts';
import type { InboundMessage } from '../../core/message.ts';
import type { Room } from '../../core/people.ts';

const message = (text: string, more: Partial<InboundMessage> = {}): InboundMessage => ({
  kind: 'message',
  messageId: 'm1',
  text,
  attachments: [],
  mentionsBot: false,
  edited: false,
  ...more,
});
const room = { kind: 'direct', purpose: 'direct' } as Room;
const group = { kind: 'group', purpose: 'village' } as Room;

it.each([
  ['/hazard', { name: 'report', words: '', placeCode: '' }],
  ['/hazard 楼道堵了 3号楼', { name: 'report', words: '楼道堵了 3号楼', placeCode: '' }],
  ['/隐患 QY-0217 灭火器过期', { name: 'report', words: '灭火器过期', placeCode: 'QY-0217' }],
  ['隐患', { name: 'report', words: '', placeCode: '' }],
  ['报隐患 QY-0217', { name: 'report', words: '', placeCode: 'QY-0217' }],
  ['我要报隐患：路灯坏了', { name: 'report', words: '路灯坏了', placeCode: '' }],
  ['我的隐患', { name: 'own', words: '', placeCode: '' }],
  ['/my', { name: 'own', words: '', placeCode: '' }],
  ['片区隐患', { name: 'area', words: '', placeCode: '' }],
  ['H-2611-0042', { name: 'look_up', words: 'H-2611-0042', placeCode: '' }],
  ['查 h26110042', { name: 'look_up', words: 'h26110042', placeCode: '' }],
])('“%s” asks for it by name', (text, command) => {
  expect(readHazardCommand(message(text), room)).toEqual(command);
});

it.each(['隐患排查通知', '这里有隐患', '我的隐患呢', 'H-2611-0042 弄好没', '登记', '/help', '/duty on', ''])(
  '“%s” is none',
  (text) => {
    expect(readHazardCommand(message(text), room)).toBeNull();
  },
);

it('in a group a bare 隐患 is talk', () => {
  expect(readHazardCommand(message('隐患'), group)).toBeNull();
});

it('the link of a sign names its place; another start is none of ours', () => {
  expect(readHazardCommand(message('', { start: 'p_QY-0217' }), room)?.placeCode).toBe('QY-0217');
  expect(readHazardCommand(message('', { start: 'bind_7K3Q' }), room)).toBeNull();
  expect(readHazardCommand(message('', { start: `p_${'X'.repeat(80)}` }), room)).toBeNull();
});

it('登记 counts only as a reply, and means the words that it answers', () => {
  const quote = { text: '消防栓漏水了' };
  expect(readHazardCommand(message('登记', { quote }), group)).toEqual({
    name: 'register',
    words: '消防栓漏水了',
    placeCode: '',
  });
});
