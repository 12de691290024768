let lastUpdate = 100_000;
let lastMessage = 1;

const dateNow = (): number => Math.floor(Date.now() / 1_000);
const user = (id: number): object => ({ id, is_bot: false, first_name: `Person ${id}`, language_code: 'zh-hans' });
const chatOf = (id: number, from: number): object =>
  id < 0
    ? { id, type: 'supergroup', title: `Group ${id}` }
    : { id: from, type: 'private', first_name: `Person ${from}` };

/** An update in which somebody writes: into the direct chat, or into a group. */
export function textUpdate(from: number, text: string, chat = from): object {
  const command = text.startsWith('/') ? { entities: [{ type: 'bot_command', offset: 0, length: text.length }] } : {};
  return {
    update_id: (lastUpdate += 1),
    message: {
      message_id: (lastMessage += 1),
      date: dateNow(),
      chat: chatOf(chat, from),
      from: user(from),
      text,
      ...command,
    },
  };
}

/** An update in which somebody taps a button under a message of the bot. */
export function tapUpdate(from: number, chat: number, messageId: number, data: string): { id: string; update: object } {
  const id = String(9_000_000 + (lastUpdate += 1));
  const message = { message_id: messageId, date: dateNow(), chat: chatOf(chat, from), text: 'card' };
  const query = { id, from: user(from), chat_instance: '1', message, data };
  return { id, update: { update_id: lastUpdate, callback_query: query } };
}

/** An update in which somebody sends a photo with a caption into a group. */
export function photoUpdate(from: number, caption: string, chat: number): object {
  const fileId = `photo-${(lastUpdate += 1)}`;
  return {
    update_id: lastUpdate,
    message: {
      message_id: (lastMessage += 1),
      date: dateNow(),
      chat: chatOf(chat, from),
      from: user(from),
      caption,
      photo: [{ file_id: fileId, file_unique_id: fileId, width: 1_280, height: 960, file_size: 150_000 }],
    },
  };
}
