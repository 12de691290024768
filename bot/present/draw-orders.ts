import { onOrder, orderView, type Drawings, type NoticeOf } from './drawing.ts';
import { orderCard } from './order-card.ts';
import { lateReminder, orderAnswer, safeReminder, standDown, whichOrder } from './order-words.ts';

type OrderKinds = 'order' | 'order_answer' | 'which_order' | 'stand_down' | 'safe_reminder' | 'late_reminder';

/** Notices about one person's orders. */
export const orderDrawings: Drawings<OrderKinds> = {
  order: onOrder((view, notice: NoticeOf<'order'>, { presenting }) => {
    const card = orderCard(view, presenting, notice.again === true);
    return card === null || notice.repeat !== true ? card : { ...card, banner: presenting.texts.mark.repeat };
  }),
  order_answer: onOrder((view, notice: NoticeOf<'order_answer'>, { presenting }) =>
    orderAnswer(view, notice.result, presenting),
  ),
  which_order: async (notice, desk) => {
    const views = (await Promise.all(notice.orderIds.map((id) => orderView(id, desk)))).filter((view) => view !== null);
    const card = whichOrder(views, notice.words, desk.presenting);
    const drills = views.length > 0 && views.every(({ incident }) => incident.drill);
    // Real ones among them: the drills are marked line by line, and the whole is not called a drill.
    return card === null ? null : { card, incident: drills ? (views[0]?.incident ?? null) : null };
  },
  stand_down: onOrder((view, _notice, { presenting }) => standDown(view, presenting)),
  safe_reminder: onOrder((view, _notice, { presenting }) => safeReminder(view, presenting)),
  late_reminder: onOrder((view, _notice, { presenting }) => lateReminder(view, presenting)),
};
