/** One message as it stands in a chat of the fake WeChat. */
export interface WechatSent {
  id: string;
  text: string;
  /** The name of the file, where it is one. */
  file: string | null;
}

/** What somebody sends. Names of types are wechaty's. */
export interface WechatLetter {
  from: string;
  /** Room id; missing: to the bot directly. */
  room?: string;
  type?:
    | 'Text'
    | 'Image'
    | 'Video'
    | 'Audio'
    | 'Attachment'
    | 'Location'
    | 'Recalled'
    | 'GroupNote'
    | 'Emoticon'
    | 'Unknown';
  text?: string;
  /** Bytes of the file, base64. */
  file?: string;
  fileName?: string;
  /** Seconds or milliseconds, as puppets have it; missing: now. */
  timestamp?: number;
  mentions?: string[];
  id?: string;
}

/** What goes wrong with a send. `deaf`: carried out, never answered. */
export type WechatTrouble = 'blocked' | 'busy' | 'deaf' | 'broken';

/** The ids of the people and rooms of the fake; a new login can give new ones. */
export interface WechatIds {
  self: string;
  person: string;
  other: string;
  room: string;
}

/**
 * A fake WeChat with the bot's account (群防), two people (林海, 陈敏) and one room (西塘救援队) where all of them are. All
 * acts can be called across processes.
 */
export interface WechatWorld {
  ids(): Promise<WechatIds>;
  /** Starts the puppet, where no bot does. */
  start(): Promise<void>;
  isLoggedIn(): Promise<boolean>;
  /** Shows a code to scan. */
  scan(qrText: string): Promise<void>;
  /** Logs the account in; `renamed`: under new ids for everybody, as after a fresh scan. */
  login(renamed?: boolean): Promise<WechatIds>;
  logout(reason: string): Promise<void>;
  /** @returns the message's id */
  write(letter: WechatLetter): Promise<string>;
  /** The puppet tells of the same message once more. */
  tellAgain(messageId: string): Promise<void>;
  /** What the puppet answers for a location message; until then it has lost it. */
  locate(location: { latitude: number; longitude: number; name: string; address: string }): Promise<void>;
  /** What the bot has sent into a chat, oldest first. */
  sent(conversation: string): Promise<WechatSent[]>;
  /** Makes sends go wrong: `blocked` for good, the others once. */
  trouble(kind: WechatTrouble): Promise<void>;
  /** Calls somebody, in a room or everywhere, by a new name. */
  rename(contact: string, name: string): Promise<void>;
  joins(people: string[]): Promise<void>;
  leaves(people: string[]): Promise<void>;
  retitle(title: string): Promise<void>;
  asksToBeFriends(contact: string, hello: string): Promise<void>;
  invites(): Promise<void>;
  /** How often the puppet was asked whether it is there. */
  dings(): Promise<number>;
  /** Friend requests and invitations that the bot accepted. */
  accepted(): Promise<string[]>;
}
