import { emptyPlaces } from '../../core/call-out.ts';
import { afterActionReport } from '../../core/after-action.ts';
import type { IncidentView } from '../../core/ports/incidents.ts';
import { spokenName } from '../../core/spoken-name.ts';
import { afterActionCard } from './after-action-card.ts';
import { askingList, type AskingList } from './asking-list.ts';
import { commandCard } from './command-card.ts';
import { decisionReminder } from './decision-reminder.ts';
import { onIncident, type Desk, type Drawings, type NoticeOf } from './drawing.ts';
import { emergencyLine } from './emergency-line.ts';
import { lateReport } from './late-report.ts';
import { nobodyLeft } from './nobody-left.ts';
import { officerWord } from './order-words.ts';
import { cardOf, line, preciseClockOf } from './presenting.ts';
import { detailNoted, reportOutcome } from './report-outcome.ts';
import { sceneWord } from './scene-word.ts';
import { squadCard } from './squad-card.ts';
import { tapAnswer } from './tap-answer.ts';

type IncidentKinds =
  | 'emergency_line'
  | 'report_outcome'
  | 'detail_noted'
  | 'command_card'
  | 'decision_reminder'
  | 'late_report'
  | 'squad_card'
  | 'nobody_left'
  | 'scene_word'
  | 'incident_photo'
  | 'after_action'
  | 'officer_word'
  | 'word_answer';

async function askingOf(view: IncidentView, { tools }: Desk): Promise<AskingList> {
  const { timeZone, timing } = tools.zone;
  return askingList(view, await tools.read.people.candidates(view.incident.drill), {
    now: tools.now,
    timeZone,
    timing,
  });
}

/** Whoever could not take an empty seat need not be rung for it. */
function onlyEmpty(view: IncidentView): IncidentView {
  return { ...view, seats: view.seats.filter((seat) => emptyPlaces(seat) > 0) };
}

/** Notices about an incident. */
export const incidentDrawings: Drawings<IncidentKinds> = {
  emergency_line: onIncident(({ incident }, notice, { presenting }) => emergencyLine(incident, notice, presenting)),
  report_outcome: onIncident((view, notice: NoticeOf<'report_outcome'>, { presenting }) =>
    reportOutcome(view, presenting, notice.asked === true),
  ),
  detail_noted: onIncident((view, _notice, { presenting }) => detailNoted(view, presenting)),
  command_card: onIncident(async (view, notice: NoticeOf<'command_card'>, desk) => {
    const { read } = desk.tools;
    const { reporterId, reportRoomId, state } = view.incident;
    const [reporter, reportRoom, asking] = await Promise.all([
      reporterId === null ? null : read.people.byId(reporterId),
      reportRoomId === null ? null : read.rooms.byId(reportRoomId),
      state === 'confirmed' ? askingOf(view, desk) : null,
    ]);
    return commandCard({ ...view, reporter, reportRoom, asking }, desk.presenting, notice.choosing === true);
  }),
  decision_reminder: onIncident((view, _notice, { presenting }) => decisionReminder(view, presenting)),
  late_report: onIncident(({ incident }, { saidAt }: NoticeOf<'late_report'>, { presenting }) =>
    lateReport(incident, saidAt, presenting),
  ),
  squad_card: onIncident((view, _notice, { presenting }) => squadCard(view, presenting)),
  nobody_left: onIncident(async (view, _notice, desk) =>
    nobodyLeft(view, await askingOf(onlyEmpty(view), desk), desk.tools.zone.dutyPhones ?? [], desk.presenting),
  ),
  scene_word: onIncident(async (view, notice: NoticeOf<'scene_word'>, { tools, presenting }) => {
    const from = view.orders.find(({ id }) => id === notice.orderId) ?? null;
    const photos = notice.word === 'photo' ? await tools.read.files.ofIncident(view.incident.id) : [];
    const newest = photos.findLast(({ state, personId }) => state === 'stored' && personId === from?.personId);
    return sceneWord(view, from, { word: notice.word, text: notice.text, photo: newest?.id ?? null }, presenting);
  }),
  incident_photo: onIncident(async ({ incident }, notice: NoticeOf<'incident_photo'>, { tools, presenting }) => {
    const files = await Promise.all([notice.fileId, ...(notice.more ?? [])].map((id) => tools.read.files.byId(id)));
    const [file, ...more] = files.filter((one) => one?.state === 'stored');
    if (file == null) return null;
    const sender = file.personId === null ? null : await tools.read.people.byId(file.personId);
    const { scene } = presenting.texts;
    const from = scene.photoFrom(
      sender === null ? null : spokenName(sender),
      preciseClockOf(presenting, file.receivedAt),
    );
    return cardOf({
      title: scene.photoTitle(incident.number),
      lines: [...line(from), ...line(more.length === 0 ? null : scene.photoCount(more.length + 1))],
      photo: file.id,
      ...(more.length === 0 ? {} : { morePhotos: more.flatMap((one) => (one === null ? [] : [one.id])) }),
    });
  }),
  after_action: onIncident(async (view, _notice, { tools, presenting, reader, room }) => {
    const trace = await tools.read.trace.of(`incident:${view.incident.id}`);
    const report = afterActionReport(view, trace, tools.zone.timeZone);
    // The page's link is signed for one person: in the command group that is its officer, in other groups nobody.
    const forWhom = reader?.id ?? (room.purpose === 'command' ? view.incident.officerId : null);
    const page = forWhom === null ? null : tools.links.incident(view.incident, forWhom, tools.now);
    return afterActionCard(report, { page, all: room.purpose !== 'squad' }, presenting);
  }),
  officer_word: onIncident(async ({ incident }, notice: NoticeOf<'officer_word'>, { tools, presenting }) =>
    officerWord(await tools.read.people.byId(notice.from), notice.text, incident.number, presenting),
  ),
  word_answer: onIncident(({ incident }, notice: NoticeOf<'word_answer'>, { presenting: { texts } }) =>
    cardOf({
      lines: [...line(tapAnswer(notice.result, texts)), ...line(texts.order.number(incident.number), 'quiet')],
    }),
  ),
};
