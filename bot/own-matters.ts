import type { Matter, MatterState } from '../core/matter.ts';
import { tellMatter } from '../handlers/matter/tell-matter.ts';
import { noted, talkFiles } from './continue-talk.ts';
import type { Heard } from './heard.ts';
import { toldIn } from './matter-heard.ts';

/** Whoever was heard so shortly before is in the middle of telling. */
export const livelyMs = 30 * 60_000;
/** What is told of a danger so long after belongs to it still. */
const dangerMs = 12 * 3_600_000;

/** What this person is telling now, locked; null: nothing. */
export async function telling({ work, person }: Heard): Promise<Matter | null> {
  if (!(await work.tx.matters.concerns(person.id))) return null;
  const found = await work.tx.matters.telling(person.id);
  const matter = found === null ? null : await work.tx.matters.lock(found.id);
  return matter?.state === 'telling' ? matter : null;
}

const later: readonly MatterState[] = ['reported', 'screened', 'assigned', 'accepted', 'mediating'];
const more = /^(?:补充|还有|对了|另外|忘了说|再说一下|also|one more thing|forgot)[\s:：,，]?/iu;

/** What this person has told and somebody still works on. */
async function own({ work, person }: Heard): Promise<Matter[]> {
  if (!(await work.tx.matters.concerns(person.id))) return [];
  const open = await work.tx.matters.ofPerson(person.id, ['teller'], { over: false, limit: 5 });
  return open.filter(({ state }) => later.includes(state));
}

/** What this person has told of a danger, not long ago, locked; null: nothing. */
export async function inDanger(heard: Heard): Promise<Matter | null> {
  const found = (await own(heard)).find(
    ({ body, reportedAt }) => body.danger !== null && heard.work.now - (reportedAt ?? 0) <= dangerMs,
  );
  return found === undefined ? null : heard.work.tx.matters.lock(found.id);
}

/** Who is in danger can go on telling; of anything else that was handed in, what follows at once, or says that it belongs to it. */
export async function addToOwn(heard: Heard): Promise<boolean> {
  const { work, message, reading } = heard;
  const { intent } = reading;
  if (heard.question !== null || intent === 'question') return false;
  const says = intent === 'unknown' || intent === 'small_talk' || intent === 'crisis' || intent.startsWith('dispute');
  const wordless = message.text.trim() === '' && message.attachments.length > 0;
  if (!says && !wordless) return false;
  const danger = await inDanger(heard);
  const recent = danger ?? (await own(heard)).find(({ reportedAt }) => work.now - (reportedAt ?? 0) <= livelyMs);
  const meant = danger !== null || wordless || more.test(message.text.trim());
  const matter = recent === undefined || !meant ? null : await work.tx.matters.lock(recent.id);
  if (matter === null) return false;
  work.keepPrivate();
  await tellMatter(work, matter, { ...toldIn(heard, matter), fileIds: await talkFiles(heard) });
  return noted(heard, matter);
}
