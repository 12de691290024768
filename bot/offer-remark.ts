import { offersHazard } from '../core/reading/hazards/offer.ts';
import { read } from '../core/reading/read.ts';
import type { Heard } from './heard.ts';
import { readingRoom } from './listen.ts';
import { begin } from './route-hazard-report.ts';

/** 收队 渡口路灯不亮: what is wrong out there, told with the end of a night, is offered to be registered as it would be by itself. */
export async function offerRemark(heard: Heard, remark: string): Promise<void> {
  if (remark === '') return;
  const { work, room, message } = heard;
  const about = { text: remark, photos: 0, location: false, room: readingRoom(room), quote: null };
  const none = { openOrder: false, openShift: false, openCase: false, openQuestion: null };
  const reading = read({ ...about, ...none }, { places: work.zone.places });
  if (!offersHazard(reading, 'patrol')) return;
  await begin({ ...heard, reading, message: { ...message, text: remark, attachments: [] } }, { offer: true });
}
