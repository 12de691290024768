import { describe, expect, it } from 'vitest';
import { withoutTrack } from '../../bot/without-track.ts';
import type { Inbound, InboundMessage } from '../../core/message.ts';

const sent = (more: Partial<InboundMessage>): Inbound => ({
  platform: 'telegram',
  updateId: '7',
  sentAt: 0,
  room: { externalId: '1', kind: 'direct' },
  sender: { externalId: '1', name: '东01' },
  event: { kind: 'message', messageId: '1', text: '', attachments: [], mentionsBot: false, edited: true, ...more },
  raw: '{"location":{"latitude":28.905,"longitude":120.055}}',
});
const here = { lat: 28.905, lon: 120.055 };

describe('what is kept of a message', () => {
  it('is not the way of somebody who shares it live, in any form', () => {
    const kept = withoutTrack(sent({ position: { ...here, live: true } }));
    expect(JSON.stringify(kept)).not.toMatch(/28\.905|120\.055/);
    expect(kept).toMatchObject({ updateId: '7', sender: { name: '东01' }, event: { messageId: '1' } });
  });

  it('is not where that way ended, which is told as an edit that is live no more', () => {
    const kept = withoutTrack(sent({ position: { ...here, live: false }, edited: true }));
    expect(JSON.stringify(kept)).not.toMatch(/28\.905|120\.055/);
  });

  it('is everything else as it came', () => {
    const byHand = sent({ position: { ...here, live: false }, edited: false });
    expect(withoutTrack(byHand)).toBe(byHand);
    const words = sent({ text: '到了' });
    expect(withoutTrack(words)).toBe(words);
  });
});
