import type { HazardVerb } from '../../core/hazard.ts';
import { isOverdue } from '../../core/hazard.ts';
import type { Hazard } from '../../core/hazard.ts';
import type { HazardId, HazardDraftId, Token } from '../../core/ids.ts';
import type { Card, CardAction } from '../../core/message.ts';
import type { NoticeKind } from '../../core/notice.ts';
import type { HazardView } from '../../core/ports/hazards.ts';
import type { HazardDraft } from '../../core/hazard-draft.ts';
import { zoneTime } from '../../core/zone-time.ts';
import type { Desk, Drawings, Drawn, NoticeOf } from './drawing.ts';
import type { Presenting } from './presenting.ts';
import { cardOf, clip, line } from './presenting.ts';
import { tapAnswer } from './tap-answer.ts';

type HazardKinds = Extract<NoticeKind, `hazard_${string}`>;

/** Words of a report on a card. */
const wordsLength = 120;
/** Lines of a list. */
const listLength = 20;

function plain(card: Card | null): Drawn | null {
  return card === null ? null : { card, incident: null };
}

function onHazard<N extends { hazardId: HazardId }>(
  present: (view: HazardView, notice: N, desk: Desk) => Card | null | Promise<Card | null>,
): (notice: N, desk: Desk) => Promise<Drawn | null> {
  return async (notice, desk) => {
    const view = await desk.tools.read.hazards.view(notice.hazardId);
    return view === null ? null : plain(await present(view, notice, desk));
  };
}

function onDraft<N extends { draftId: HazardDraftId }>(
  present: (draft: HazardDraft, notice: N, desk: Desk) => Card | null,
): (notice: N, desk: Desk) => Promise<Drawn | null> {
  return async (notice, desk) => {
    const draft = await desk.tools.read.hazards.draft(notice.draftId);
    return draft === null ? null : plain(present(draft, notice, desk));
  };
}

function tap({ texts }: Presenting, verb: HazardVerb, token: Token, value?: string, label?: string): CardAction {
  return {
    verb,
    token,
    label: label ?? texts.hazard.verb[verb],
    style: 'plain',
    ...(value === undefined ? {} : { value }),
  };
}

function whereOf({ hazard, place }: Pick<HazardView, 'hazard' | 'place'>): string {
  return place?.name ?? hazard.placeWords;
}

function dueLine(hazard: Hazard, { texts, timeZone, now }: Presenting): string | null {
  if (hazard.dueAt === null) return null;
  const due = texts.hazard.due(zoneTime(hazard.dueAt, timeZone));
  return isOverdue(hazard, now) ? `${due} ⚠` : due;
}

function summary(hazard: Hazard, presenting: Presenting): string {
  const { texts } = presenting;
  const facts = [
    clip(hazard.words, 30),
    hazard.area,
    texts.hazard.state[hazard.state],
    dueLine(hazard, presenting) ?? '',
  ];
  return texts.hazard.line(hazard.number, facts.filter((fact) => fact !== '').join(' · '));
}

function cardAbout(
  view: HazardView,
  presenting: Presenting,
  actions: readonly CardAction[],
  lead: string[] = [],
): Card {
  const { hazard } = view;
  const { texts } = presenting;
  const grade = hazard.grade === null ? '' : texts.hazard.grade[hazard.grade];
  return cardOf({
    title: texts.hazard.line(hazard.number, [grade, texts.hazard.state[hazard.state]].filter(Boolean).join(' · ')),
    lines: [
      ...lead.flatMap((text) => line(text, 'strong')),
      ...line(clip(hazard.words, wordsLength)),
      ...line(whereOf(view)),
      ...line(dueLine(hazard, presenting)),
    ],
    actions: actions.map((action) => [action]),
  });
}

function listCard(hazards: readonly Hazard[], presenting: Presenting): Card {
  return cardOf({
    title: presenting.texts.hazard.list(hazards.length),
    lines: hazards.flatMap((hazard) => line(summary(hazard, presenting))),
  });
}

/** Notices about hazards. */
export const hazardDrawings: Drawings<HazardKinds> = {
  hazard_offer: onDraft((draft, _notice, { presenting }) =>
    draft.state !== 'offered'
      ? null
      : cardOf({
          lines: line(presenting.texts.hazard.offer),
          actions: [[tap(presenting, 'hazard_file', draft.token), tap(presenting, 'hazard_drop', draft.token)]],
        }),
  ),
  hazard_ask: onDraft((draft, { need }: NoticeOf<'hazard_ask'>, { presenting }) =>
    draft.state !== 'open'
      ? null
      : cardOf({
          lines: line(presenting.texts.hazard.ask[need]),
          actions: [[tap(presenting, 'hazard_drop', draft.token)]],
        }),
  ),
  hazard_draft_ended: onDraft((draft, _notice, { presenting: { texts } }) =>
    draft.state !== 'ended' ? null : cardOf({ lines: line(texts.hazard.draftEnded) }),
  ),
  hazard_filed: onHazard(({ hazard }, { joined }: NoticeOf<'hazard_filed'>, { presenting }) =>
    cardOf({
      lines: line(
        joined ? presenting.texts.hazard.joined(hazard.number) : presenting.texts.hazard.filed(hazard.number),
      ),
      actions: [[tap(presenting, 'hazard_withdraw', hazard.token)]],
    }),
  ),
  hazard_turn: onHazard(({ hazard }, { turn }: NoticeOf<'hazard_turn'>, { presenting }) =>
    cardOf({
      lines: [
        ...line(presenting.texts.hazard.line(hazard.number, presenting.texts.hazard.turn[turn])),
        ...line(dueLine(hazard, presenting), 'quiet'),
      ],
    }),
  ),
  hazard_closed: onHazard(({ hazard }, { ask }: NoticeOf<'hazard_closed'>, { presenting }) =>
    hazard.state !== 'closed'
      ? null
      : cardOf({
          lines: line(presenting.texts.hazard.closed(hazard.number)),
          actions: [
            ...(ask
              ? [
                  (['good', 'fair', 'bad'] as const).map((value) =>
                    tap(presenting, 'hazard_rate', hazard.token, value, presenting.texts.hazard.satisfaction[value]),
                  ),
                ]
              : []),
            [tap(presenting, 'hazard_reopen', hazard.token)],
          ],
        }),
  ),
  hazard_triage: onHazard((view, _notice, { presenting }) => {
    const { hazard } = view;
    const grades = (['ordinary', 'major'] as const).map((grade) =>
      tap(presenting, 'hazard_grade', hazard.token, grade, presenting.texts.hazard.grade[grade]),
    );
    const open = hazard.state === 'reported' || hazard.state === 'graded';
    return cardAbout(view, presenting, open ? [...grades, tap(presenting, 'hazard_reject', hazard.token)] : []);
  }),
  hazard_card: onHazard((view, _notice, { presenting }) => cardAbout(view, presenting, [])),
  hazard_group_digest: async (_notice, { tools, room, presenting }) => {
    const hazards = await tools.read.hazards.ofRoom(room.id, listLength);
    return hazards.length === 0 ? null : plain(listCard(hazards, presenting));
  },
  hazard_order: onHazard((view, _notice, { reader, presenting }) => {
    const { hazard } = view;
    const theirs = reader !== null && reader.id === hazard.ownerId;
    const choices = (['spot', 'deadline'] as const).map((value) =>
      tap(presenting, 'hazard_accept', hazard.token, value, presenting.texts.hazard.choice[value]),
    );
    const actions = !theirs
      ? []
      : hazard.state === 'assigned'
        ? [...choices, tap(presenting, 'hazard_hand_back', hazard.token)]
        : hazard.state === 'accepted'
          ? [tap(presenting, 'hazard_fixed', hazard.token), tap(presenting, 'hazard_ask_more', hazard.token, '3')]
          : [];
    return cardAbout(view, presenting, actions);
  }),
  hazard_photo_wanted: onHazard(({ hazard }, _notice, { presenting: { texts } }) =>
    cardOf({
      lines: line(
        texts.hazard.line(hazard.number, texts.hazard.result.hazard_photo_wanted({ kind: 'hazard_photo_wanted' })),
      ),
    }),
  ),
  hazard_check: onHazard((view, _notice, { presenting }) =>
    cardAbout(
      view,
      presenting,
      view.hazard.state === 'fixed'
        ? [tap(presenting, 'hazard_pass', view.hazard.token), tap(presenting, 'hazard_fail', view.hazard.token)]
        : [],
    ),
  ),
  hazard_more_asked: onHazard((view, _notice, { presenting }) => {
    const { asked, token } = view.hazard;
    if (asked === null) return null;
    const result = presenting.texts.hazard.result.hazard_more_asked({ kind: 'hazard_more_asked', days: asked.days });
    return cardAbout(
      view,
      presenting,
      [tap(presenting, 'hazard_extend', token), tap(presenting, 'hazard_refuse', token)],
      [result, asked.reason],
    );
  }),
  hazard_more_decided: onHazard(({ hazard }, { granted }: NoticeOf<'hazard_more_decided'>, { presenting }) => {
    const { result } = presenting.texts.hazard;
    const due = hazard.dueAt === null ? null : zoneTime(hazard.dueAt, presenting.timeZone);
    const words = granted
      ? result.hazard_extended({ kind: 'hazard_extended', due })
      : result.hazard_not_extended({ kind: 'hazard_not_extended' });
    return cardOf({ lines: line(presenting.texts.hazard.line(hazard.number, words)) });
  }),
  hazard_overdue: onHazard((view, { lateDays }: NoticeOf<'hazard_overdue'>, { presenting }) =>
    view.hazard.state === 'closed' ? null : cardAbout(view, presenting, [], [presenting.texts.hazard.late(lateDays)]),
  ),
  hazard_chased: onHazard((view, _notice, { presenting }) =>
    view.hazard.state === 'closed'
      ? null
      : cardAbout(view, presenting, [], [presenting.texts.hazard.notice.hazard_chased]),
  ),
  hazard_waiting: async ({ hazardIds }, { tools, presenting }) => {
    const hazards = await tools.read.hazards.byIds(hazardIds);
    const open = hazards.filter(({ state }) => state !== 'closed');
    return open.length === 0 ? null : plain(listCard(open, presenting));
  },
  hazard_twin: async ({ hazardId, otherId }, { tools, presenting }) => {
    const [hazard, other] = await Promise.all([tools.read.hazards.byId(hazardId), tools.read.hazards.byId(otherId)]);
    if (hazard === null || other === null || hazard.state === 'closed') return null;
    return plain(
      cardOf({
        lines: line(presenting.texts.hazard.lookAlike(hazard.number, other.number)),
        actions: [[tap(presenting, 'hazard_merge', hazard.token)]],
      }),
    );
  },
  hazard_list: async ({ personId, about }, { tools: { read }, presenting }) => {
    const hazards =
      about === 'owned'
        ? await read.hazards.ofOwner(personId, listLength)
        : about === 'area'
          ? await read.hazards.ofLeader(personId, listLength)
          : (await read.hazards.ofReporter(personId, 0, listLength)).map(({ hazard }) => hazard);
    return plain(listCard(hazards, presenting));
  },
  hazard_digest: async ({ personId, about }, { tools: { read }, presenting }) => {
    const hazards =
      about === 'owned'
        ? await read.hazards.ofOwner(personId, listLength)
        : await read.hazards.ofLeader(personId, listLength);
    return hazards.length === 0 ? null : plain(listCard(hazards, presenting));
  },
  hazard_which: async ({ hazardIds, verb }, { tools, presenting }) => {
    const hazards = await tools.read.hazards.byIds(hazardIds);
    const { texts } = presenting;
    return plain(
      cardOf({
        lines: line(texts.hazard.result.hazard_which({ kind: 'hazard_which' })),
        actions: hazards.map((hazard) => [tap(presenting, verb, hazard.token, undefined, clip(hazard.number, 20))]),
      }),
    );
  },
  hazard_answer: ({ result }, { presenting: { texts } }) =>
    Promise.resolve(plain(cardOf({ lines: line(tapAnswer(result, texts)) }))),
};
