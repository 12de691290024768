import { FileBox } from 'file-box';
import { types, type payloads } from 'wechaty';
import { PuppetMock, mock } from 'wechaty-puppet-mock';
import type { WechatIds, WechatLetter, WechatSent, WechatTrouble, WechatWorld } from './wechat-world.ts';

/** wechaty's mock puppet, with the faults and the silence of real ones. */
class FaultyPuppet extends PuppetMock {
  troubles: WechatTrouble[] = [];
  location: Parameters<WechatWorld['locate']>[0] | null = null;
  dings = 0;
  readonly acceptedIds: string[] = [];
  readonly friendRequests = new Map<string, { contactId: string; hello: string }>();

  override messageSendText(conversationId: string, text: string): Promise<void> {
    return this.#withTrouble(conversationId, () => super.messageSendText(conversationId, text));
  }

  override messageSendFile(conversationId: string, file: Parameters<PuppetMock['messageSendFile']>[1]): Promise<void> {
    return this.#withTrouble(conversationId, () => super.messageSendFile(conversationId, file));
  }

  override messageLocation(): Promise<payloads.Location> {
    return this.location === null
      ? Promise.reject(new Error('the location is lost'))
      : Promise.resolve({ accuracy: 15, ...this.location });
  }

  override friendshipRawPayload(id: string): Promise<unknown> {
    const request = this.friendRequests.get(id);
    const { Receive } = types.Friendship;
    return Promise.resolve({
      id,
      type: Receive,
      timestamp: 1_795_348_800,
      ticket: 't',
      scene: 30,
      stranger: '',
      ...request,
    });
  }

  override friendshipAccept(id: string): Promise<void> {
    this.acceptedIds.push(id);
    return Promise.resolve();
  }

  override roomInvitationAccept(id: string): Promise<void> {
    this.acceptedIds.push(id);
    return Promise.resolve();
  }

  override ding(data?: string): void {
    this.dings += 1;
    setImmediate(() => this.emit('dong', { data: data ?? '' }));
  }

  async #withTrouble(conversationId: string, send: () => Promise<void>): Promise<void> {
    const { cacheRoomPayload, cacheContactPayload } = this.mocker;
    if (!cacheRoomPayload.has(conversationId) && !cacheContactPayload.has(conversationId)) throw new Error('ret -1');
    const [trouble] = this.troubles;
    if (trouble !== 'blocked') this.troubles.shift();
    if (trouble === 'blocked') throw new Error('对方开启了朋友验证，你还不是他（她）朋友');
    if (trouble === 'busy') throw new Error('操作太频繁，请稍后再试');
    if (trouble === 'broken') throw new Error('wire is wet');
    await send();
    if (trouble === 'deaf') await new Promise<never>(() => undefined);
  }
}

const people = { self: '群防', person: '林海', other: '陈敏' } as const;

/** The fake WeChat in this process; `puppet` is what a bot or a puppet service plays it through. */
export class MockWorld implements WechatWorld {
  readonly #mocker = new mock.Mocker();
  readonly puppet = new FaultyPuppet({ mocker: this.#mocker });
  #generation = 1;
  #count = 0;
  #ids = this.#populate();

  ids(): Promise<WechatIds> {
    return Promise.resolve(this.#ids);
  }

  async start(): Promise<void> {
    await this.puppet.start();
  }

  isLoggedIn(): Promise<boolean> {
    return Promise.resolve(this.puppet.isLoggedIn);
  }

  scan(qrText: string): Promise<void> {
    this.#mocker.scan(qrText);
    return Promise.resolve();
  }

  login(renamed = false): Promise<WechatIds> {
    if (renamed) {
      this.#mocker.cacheRoomPayload.clear();
      this.#mocker.cacheContactPayload.clear();
      this.#generation += 1;
      this.#ids = this.#populate();
    }
    this.#mocker.login(this.#mocker.ContactMock.load(this.#ids.self));
    return Promise.resolve(this.#ids);
  }

  async logout(reason: string): Promise<void> {
    await this.puppet.logout(reason);
  }

  write(letter: WechatLetter): Promise<string> {
    this.#count += 1;
    const id = letter.id ?? `70001${this.#count}`;
    const base = {
      id,
      talkerId: letter.from,
      text: letter.text ?? '',
      timestamp: letter.timestamp ?? Date.now(),
      type: types.Message[letter.type ?? 'Text'],
      ...(letter.fileName === undefined ? {} : { filename: letter.fileName }),
    };
    if (letter.file !== undefined) {
      const file = FileBox.fromBase64(letter.file, letter.fileName ?? 'photo.png');
      this.#mocker.cacheFileBoxPayload.set(id, file.toJSON());
    }
    const to: payloads.Message =
      letter.room === undefined
        ? { ...base, listenerId: this.#ids.self }
        : { ...base, roomId: letter.room, mentionIdList: letter.mentions ?? [] };
    // Past the mock's own classes, which know no authors but contacts.
    this.#mocker.cacheMessagePayload.set(id, to);
    this.puppet.emit('message', { messageId: id });
    return Promise.resolve(id);
  }

  tellAgain(messageId: string): Promise<void> {
    this.puppet.emit('message', { messageId });
    return Promise.resolve();
  }

  locate(location: Parameters<WechatWorld['locate']>[0]): Promise<void> {
    this.puppet.location = location;
    return Promise.resolve();
  }

  sent(conversation: string): Promise<WechatSent[]> {
    const all = [...this.#mocker.cacheMessagePayload.values()];
    const ours = all.filter(
      ({ talkerId, roomId, listenerId }) =>
        talkerId === this.#ids.self && (roomId === conversation || listenerId === conversation),
    );
    return Promise.resolve(
      ours.map(({ id, text }) => ({
        id,
        text: text ?? '',
        file: nameOf(this.#mocker.cacheFileBoxPayload.get(id)),
      })),
    );
  }

  trouble(kind: WechatTrouble): Promise<void> {
    this.puppet.troubles.push(kind);
    return Promise.resolve();
  }

  rename(contact: string, name: string): Promise<void> {
    const payload = this.#mocker.contactPayload(contact);
    this.#mocker.contactPayload(contact, { ...payload, name });
    return Promise.resolve();
  }

  joins(joining: string[]): Promise<void> {
    const contacts = joining.map((id) => this.#mocker.ContactMock.load(id));
    this.#room()
      .add(...contacts)
      .by(this.#mocker.ContactMock.load(this.#ids.person));
    return Promise.resolve();
  }

  leaves(leaving: string[]): Promise<void> {
    const contacts = leaving.map((id) => this.#mocker.ContactMock.load(id));
    this.#room()
      .remove(...contacts)
      .by(this.#mocker.ContactMock.load(this.#ids.person));
    return Promise.resolve();
  }

  retitle(title: string): Promise<void> {
    this.#room().topic(title).by(this.#mocker.ContactMock.load(this.#ids.person));
    return Promise.resolve();
  }

  asksToBeFriends(contact: string, hello: string): Promise<void> {
    this.puppet.friendRequests.set('friendship-1', { contactId: contact, hello });
    this.puppet.emit('friendship', { friendshipId: 'friendship-1' });
    return Promise.resolve();
  }

  invites(): Promise<void> {
    this.puppet.emit('room-invite', { roomInvitationId: 'invitation-1' });
    return Promise.resolve();
  }

  dings(): Promise<number> {
    return Promise.resolve(this.puppet.dings);
  }

  accepted(): Promise<string[]> {
    return Promise.resolve([...this.puppet.acceptedIds]);
  }

  #room(): InstanceType<typeof mock.RoomMock> {
    return this.#mocker.RoomMock.load(this.#ids.room);
  }

  #populate(): WechatIds {
    const generation = this.#generation;
    const id = (name: string): string => `${name}-${generation}`;
    for (const [who, name] of Object.entries(people)) this.#mocker.createContact({ id: id(who), name });
    const memberIdList = Object.keys(people).map(id);
    this.#mocker.createRoom({ id: `${id('room')}@chatroom`, topic: '西塘救援队', memberIdList });
    return { self: id('self'), person: id('person'), other: id('other'), room: `${id('room')}@chatroom` };
  }
}

function nameOf(file: unknown): string | null {
  return typeof file === 'object' && file !== null && 'name' in file ? String(file.name) : null;
}
