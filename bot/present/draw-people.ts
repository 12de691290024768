import type { Card } from '../../core/message.ts';
import { isLogin } from '../../core/finding.ts';
import { mayLogIn } from '../../core/permission.ts';
import type { Texts } from '../texts/texts.ts';
import type { Drawings, Drawn } from './drawing.ts';
import { bindCode, bound, help, notUnderstood, welcome } from './people-cards.ts';
import { cardOf, line } from './presenting.ts';
import { tapAnswer } from './tap-answer.ts';
import { inboxFailed, selfCheck, undelivered, unreachablePeople } from './trouble-cards.ts';

type PeopleKinds =
  | 'refusal'
  | 'welcome'
  | 'help'
  | 'not_understood'
  | 'words_wanted'
  | 'photo_refused'
  | 'duty_set'
  | 'language_set'
  | 'room_set'
  | 'bound'
  | 'bind_refused'
  | 'bind_code'
  | 'self_check'
  | 'unreachable_people'
  | 'inbox_failed'
  | 'undelivered';

function plain(card: Card | null): Promise<Drawn | null> {
  return Promise.resolve(card === null ? null : { card, incident: null });
}

/** What belongs to no incident is marked when it is about a drill. */
function inDrill(card: Card, drill: boolean | undefined, texts: Texts): Card {
  return drill === true ? { ...card, banner: texts.mark.drill } : card;
}

/** Notices between the bot and a person, and about what the machine could not do. */
export const peopleDrawings: Drawings<PeopleKinds> = {
  refusal: ({ result, drill }, { presenting: { texts } }) =>
    plain(inDrill(cardOf({ lines: line(tapAnswer(result, texts)) }), drill, texts)),
  welcome: (_notice, { tools, presenting: { texts } }) => plain(welcome(tools.zone.name, texts)),
  help: (_notice, { reader, presenting: { texts } }) => plain(help(reader, texts)),
  not_understood: ({ drill }, { reader, presenting: { texts } }) =>
    plain(inDrill(notUnderstood(reader, texts), drill, texts)),
  words_wanted: (_notice, { presenting: { texts } }) => plain(cardOf({ lines: line(texts.people.wordsWanted) })),
  photo_refused: (_notice, { presenting: { texts } }) => plain(cardOf({ lines: line(texts.scene.photoRefused) })),
  duty_set: ({ duty }, { presenting: { texts } }) => plain(cardOf({ lines: line(texts.people.dutySet[duty]) })),
  language_set: (_notice, { presenting: { texts } }) => plain(cardOf({ lines: line(texts.people.languageSet) })),
  room_set: ({ purpose, team }, { presenting: { texts } }) =>
    plain(cardOf({ lines: line(texts.people.roomSet(purpose, team)) })),
  bound: async ({ personId }, { tools, presenting: { texts } }) =>
    plain(bound(await tools.read.people.byId(personId), texts)),
  bind_refused: ({ why }, { presenting: { texts } }) => plain(cardOf({ lines: line(texts.people.bindRefused[why]) })),
  bind_code: async ({ code, personId }, { tools, presenting: { texts } }) =>
    plain(bindCode(await tools.read.people.byId(personId), code, texts)),
  self_check: ({ findings }, { reader, tools, presenting: { texts } }) => {
    const needsScan = findings.some(isLogin);
    const mayScan = needsScan && reader !== null && mayLogIn(reader);
    return plain(selfCheck(findings, texts, mayScan ? tools.links.login(reader.id, tools.now) : null));
  },
  unreachable_people: async ({ personIds }, { tools, presenting: { texts } }) =>
    plain(unreachablePeople(await tools.read.people.byIds(personIds), texts)),
  inbox_failed: ({ platform, reference }, { presenting: { texts } }) => plain(inboxFailed(platform, reference, texts)),
  undelivered: async (notice, { tools, presenting: { texts } }) => {
    const person = notice.personId === null ? null : await tools.read.people.byId(notice.personId);
    return { card: inDrill(undelivered(notice, person, texts), notice.drill, texts), incident: null };
  },
};
