import { useEffect, useState } from 'preact/hooks';
import type { CastMember, Scene, SceneRoom } from '../rehearsal/scene.ts';

/** What lies on the table: whose phones, which chat is open on each, what was read. Kept by this browser. */
export interface Table {
  /** Person by phone, left to right. */
  phones: readonly string[];
  /** The phone in hand where only one fits. */
  inHand: number;
  /** Open chat by person. */
  open: Readonly<Record<string, string>>;
  /** Newest message that was seen, by person and room. */
  seen: Readonly<Record<string, string>>;
}

const KEPT_AS = 'qunfang.table';
const bare: Table = { phones: [], inHand: 0, open: {}, seen: {} };

/** The table, and how to change it; it survives a reload. */
export function useTable(scene: Scene): [Table, (change: (table: Table) => Table) => void] {
  const [kept, setKept] = useState<Table>(restore);
  useEffect(() => {
    localStorage.setItem(KEPT_AS, JSON.stringify(kept));
  }, [kept]);
  return [settled(kept, scene), setKept];
}

/** Only people of the scene, each at most once; missing phones get who lay there at first. */
function settled(kept: Table, scene: Scene): Table {
  const known = new Set(scene.cast.map(({ id }) => id));
  const phones = scene.phones.map((first, place) => {
    const wanted = kept.phones[place];
    return wanted !== undefined && known.has(wanted) ? wanted : first;
  });
  return { ...kept, phones: new Set(phones).size === phones.length ? phones : scene.phones };
}

function restore(): Table {
  const text = localStorage.getItem(KEPT_AS);
  if (text === null) return bare;
  try {
    return { ...bare, ...(JSON.parse(text) as Partial<Table>) };
  } catch (error) {
    if (error instanceof SyntaxError) return bare;
    throw error;
  }
}

/** Puts a person's phone at this place of the table; who lay elsewhere with it changes places. */
export function withPerson(table: Table, phones: readonly string[], place: number, person: string): Table {
  const before = phones[place];
  const moved = phones.map((other, index) => (index === place ? person : other === person ? (before ?? other) : other));
  return { ...table, phones: moved };
}

/** The chats of a person, the one they look at most first. */
export function chatsOf(scene: Scene, person: CastMember): SceneRoom[] {
  const order = person.side === 'officer' ? ['command', 'direct'] : ['direct', 'command'];
  const rank = ({ purpose }: SceneRoom): number => (order.includes(purpose) ? order.indexOf(purpose) : order.length);
  return scene.rooms.filter(({ members }) => members.includes(person.id)).sort((a, b) => rank(a) - rank(b));
}

/** Messages of others that this person has not seen in this room. */
export function unreadIn(scene: Scene, table: Table, person: string, room: string): number {
  const seen = table.seen[seenKey(person, room)] ?? '';
  return scene.messages.filter((message) => message.room === room && message.id > seen && message.sender !== person)
    .length;
}

/** The table after this person looked at this room. */
export function looked(table: Table, scene: Scene, person: string, room: string): Table {
  const newest = scene.messages.findLast((message) => message.room === room)?.id ?? '';
  const key = seenKey(person, room);
  return newest <= (table.seen[key] ?? '') ? table : { ...table, seen: { ...table.seen, [key]: newest } };
}

function seenKey(person: string, room: string): string {
  return `${person} ${room}`;
}
