import { priorities } from '../../core/notice.ts';
import type { Priority, QueuedNotice } from '../../core/notice.ts';
import type { Tables } from '../schema.ts';

/** A notice as stored, with what became of it. */
export type NoticeRow = Tables['notices']['$inferSelect'];

/** The row of a notice that is to be queued. */
export function noticeRow(notice: QueuedNotice): NoticeRow {
  return {
    ...notice,
    priority: priorities[notice.priority],
    state: 'waiting',
    takenOver: false,
    messageId: null,
    endedAt: null,
    why: '',
  };
}

/** The queued notice of a row. */
export function noticeOf(row: NoticeRow): QueuedNotice {
  const { id, roomId, notice, readerId, slot, replyTo, queuedAt, dueAt, expiresAt, attempts } = row;
  const priority = priorityOf(row.priority);
  return { id, roomId, notice, priority, readerId, slot, replyTo, queuedAt, dueAt, expiresAt, attempts };
}

const byNumber = new Map<number, Priority>(
  Object.entries(priorities).map(([name, number]) => [number, name as Priority]),
);

/** The priority of a stored number. */
export function priorityOf(number: number): Priority {
  const priority = byNumber.get(number);
  if (priority === undefined) throw new Error(`The outbox holds a priority that is none: ${number}`);
  return priority;
}
