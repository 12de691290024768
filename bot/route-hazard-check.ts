import { meantHazards } from '../core/hazard-choice.ts';
import { mayOnHazard } from '../core/hazard-permission.ts';
import { askedToCheck } from '../handlers/hazard/asked-to-check.ts';
import { checkHazard } from '../handlers/hazard/check-hazard.ts';
import { looseFiles } from '../handlers/hazard/claim-files.ts';
import { toRooms } from '../handlers/say.ts';
import type { Heard } from './heard.ts';
import { keepNow } from './keep-now.ts';
import { actInWords, answerHazard, hintOf, quotedHazard } from './route-hazard-which.ts';

/** A picture that was sent so long before the checker's finding belongs to it. */
const photoFirstMs = 10 * 60_000;
const mostOffered = 6;

const passed =
  /^(?:复查|看过了?|检查)?[,，\s]*(?:合格|通过|没问题了?|可以了?|弄好了|改好了|ok|passed?|fine|good)[了啊。.!！\s]*(?=$|[,，])/i;
const failed =
  /^(?:复查|看过了?|检查)?[,，\s]*(?:不合格|不通过|没改好|没弄好|没过|还没(?:改|弄|修)?好?|不行|failed?|not (?:fixed|done|ok))/i;

/** 合格, or 没改好 with what is missing, by somebody who was asked to look again. True: dealt with. */
export async function routeHazardCheck(heard: Heard): Promise<boolean> {
  const { work, person, room, message } = heard;
  const said = message.text.trim();
  const bad = failed.test(said);
  if (!bad && !passed.test(said)) return false;
  const quoted = await quotedHazard(heard);
  if (quoted === null && room.kind === 'group') return false;
  const asked = quoted === null ? await askedToCheck(work, person) : quoted.state === 'fixed' ? [quoted] : [];
  const meant = quoted === null ? meantHazards(asked, hintOf(heard)) : asked;
  const [hazard] = meant;
  if (hazard === undefined) return false;
  const verb = bad ? 'hazard_fail' : 'hazard_pass';
  if (meant.length > 1) {
    const hazardIds = meant.slice(0, mostOffered).map(({ id }) => id);
    await toRooms(
      work,
      [room.id],
      { kind: 'hazard_which', hazardIds, verb },
      { priority: 'answer', reader: person.id },
    );
    return true;
  }
  await keepNow(heard);
  const fileIds = await looseFiles(work, room.id, person.id, photoFirstMs);
  const reports = await work.tx.hazards.reports(hazard.id);
  if (fileIds.length === 0 || !mayOnHazard(person, verb, hazard, reports)) {
    return actInWords(heard, hazard, { verb, words: said });
  }
  await answerHazard(
    heard,
    hazard,
    await checkHazard(work, hazard.id, { checker: person, passed: !bad, words: said, fileIds }),
  );
  return true;
}
