import { z } from 'zod';

/** The longest text of one message. */
export const TEXT_LIMIT = 4_000;

const id = z.string().min(1).max(200);
/** Made by the page for each act, so that a repeat is recognised. */
const updateId = z.string().regex(/^[\w-]{8,64}$/);

export const saySchema = z.strictObject({
  updateId,
  person: id,
  room: id,
  text: z.string().max(TEXT_LIMIT),
  quoting: id.optional(),
  photo: id.optional(),
  position: z
    .strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180), live: z.boolean() })
    .optional(),
});

export const tapSchema = z.strictObject({ updateId, person: id, room: id, messageId: id, data: z.string().max(200) });

export const languageSchema = z.strictObject({ language: z.enum(['zh', 'en']) });
