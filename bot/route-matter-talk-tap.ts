import { disputeKinds } from '../core/catalogue.ts';
import type { RoomId } from '../core/ids.ts';
import { editedNeed } from '../core/matter-intake.ts';
import type { MatterVerb } from '../core/matter-verb.ts';
import { matterKinds, type Matter } from '../core/matter.ts';
import type { Person } from '../core/people.ts';
import { mayOnMatter } from '../core/matter-permission.ts';
import { plainTold } from '../core/matter-told.ts';
import type { MatterResult } from '../core/private-notice.ts';
import { askNeed } from '../handlers/matter/ask-need.ts';
import { askNext } from '../handlers/matter/ask-next.ts';
import { dropMatter } from '../handlers/matter/drop-matter.ts';
import { fileMatter } from '../handlers/matter/file-matter.ts';
import { rightsOf } from '../handlers/matter/look-at-matter.ts';
import { resumeMatter } from '../handlers/matter/resume-matter.ts';
import { startMatter } from '../handlers/matter/start-matter.ts';
import { takeStrayWords } from '../handlers/matter/stray-words.ts';
import { answerMatter, keepTalk, skipNeed, tellMatter } from '../handlers/matter/tell-matter.ts';
import type { Work } from '../handlers/work.ts';
import { plainDispute } from './plain-dispute.ts';

/** A tap while somebody tells, or words that say the same. */
export interface TalkTap {
  verb: MatterVerb;
  value: string;
  /** Null: by link. */
  roomId: RoomId | null;
}

const talkVerbs: ReadonlySet<MatterVerb> = new Set<MatterVerb>([
  'matter_start',
  'matter_about',
  'matter_answer',
  'matter_skip',
  'matter_file',
  'matter_drop',
  'matter_resume',
]);

/** Does what a button of the talk asks for; null: it is a button of something else. Right and state are looked up anew. */
export async function tapTalk(work: Work, found: Matter, person: Person, tap: TalkTap): Promise<MatterResult | null> {
  if (!talkVerbs.has(tap.verb)) return null;
  const matter = await work.tx.matters.lock(found.id);
  if (matter === null) return { kind: 'matter_none' };
  if (tap.verb === 'matter_start') return start(work, matter, person, tap);
  if (!mayOnMatter(await rightsOf(work, matter, person), tap.verb)) return { kind: 'matter_not_yours' };
  if (tap.verb === 'matter_resume') return resumeMatter(work, matter, tap.roomId);
  if (matter.state !== 'telling') return { kind: 'matter_already', state: matter.state };
  return answered(work, matter, person, tap);
}

/** Anybody may begin one of their own; who has begun this one goes on with it. */
async function start(work: Work, matter: Matter, person: Person, { value, roomId }: TalkTap): Promise<MatterResult> {
  if (matter.tellerId === person.id && matter.state === 'telling') {
    await resumeMatter(work, matter, roomId);
    return { kind: 'matter_going_on', number: matter.number };
  }
  const words = await ownWords(work, matter, person, value);
  const kind = matterKinds.find(({ code }) => code === value)?.code ?? 'dispute';
  const room = roomId === null ? null : await work.tx.rooms.byId(roomId);
  const own = await startMatter(work, { person, room, kind, door: 'chat', words: '' });
  const told = words === '' ? own : await tellMatter(work, own, { ...plainTold(words), about: plainDispute(words) });
  await askNext(work, told);
  return { kind: 'matter_begun', number: own.number };
}

/** What was kept as a note of another matter, and begins one of its own: `own:` and the note's instant, in words `own` alone. */
async function ownWords(work: Work, matter: Matter, person: Person, value: string): Promise<string> {
  const at = /^own(?::(\d{1,16}))?$/u.exec(value);
  return at === null ? '' : takeStrayWords(work, matter, person, at[1] === undefined ? null : Number(at[1]));
}

async function answered(work: Work, matter: Matter, person: Person, { verb, value }: TalkTap): Promise<MatterResult> {
  switch (verb) {
    case 'matter_file':
      // Nothing is handed in that its teller has not seen as it will be read.
      return matter.need === 'check' ? fileMatter(work, matter, person) : shown(await askNeed(work, matter, 'check'));
    case 'matter_drop':
      return dropMatter(work, matter, 'told');
    case 'matter_about': {
      const about = disputeKinds.find(({ code }) => code === value)?.code;
      if (about === undefined || matter.kind !== 'dispute') return { kind: 'matter_not_yours' };
      return goOn(work, await keepTalk(work, { ...matter, body: { ...matter.body, about } }, 'tap'));
    }
    case 'matter_answer': {
      const next = await answerMatter(work, matter, person, value);
      if (next === null) return { kind: 'matter_not_yours' };
      const edited = editedNeed(value);
      return edited === null ? goOn(work, next) : shown(await askNeed(work, next, edited));
    }
    default: {
      const next = await skipNeed(work, matter, value);
      return next === null ? { kind: 'matter_asked', need: matter.need ?? 'facts' } : goOn(work, next);
    }
  }
}

async function goOn(work: Work, matter: Matter): Promise<MatterResult> {
  return shown(await askNext(work, matter));
}

function shown({ state, need, number }: Matter): MatterResult {
  return state === 'telling' ? { kind: 'matter_asked', need: need ?? 'check' } : { kind: 'matter_filed', number };
}
