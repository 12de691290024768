import type { Order } from '../../core/incident.ts';
import { clip } from './presenting.ts';

/** Words that say nothing but the answer itself: yes, a digit, a code, minutes. */
const nothingMore =
  /接警|[能可]以?去|可以|我去|我来|马上到?|立刻|收到|好的?|没问题|出发了?|大概|大约|左右|[一二两三四五六七八九十半几多来]+|分钟?|钟|到|accept|can go|i(?:'|’)?ll go|coming|on my way|about|min(?:ute)?s?|\b[2-9A-HJKMNP-Z]{3}\b|[\d\s\p{P}\p{S}]/giu;

/**
 * What the holder of a seat said beyond the yes, such as a limit (没水域证 只能岸上帮忙); '' when the answer said nothing more.
 * The officer must read it; "能去，8分钟" is on the card already.
 */
export function remarkOf(order: Pick<Order, 'answer' | 'reason'>): string {
  if (order.answer !== 'accepted') return '';
  const rest = order.reason.replaceAll(nothingMore, '');
  return rest.length < 3 ? '' : clip(order.reason, 200);
}
