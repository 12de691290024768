import { z } from 'zod';

/**
 * The shapes of the sample answers of GeoReport v2 (http://wiki.open311.org/GeoReport_v2) and of its service discovery, with
 * what their tables say of each field. Strict: what the specification does not name is refused.
 */
const text = z.string().nullable();
/** "Timezone information (either Z meaning UTC, or an HH:MM offset from UTC) must be included." */
const time = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/);

export const sampleDiscovery = z.strictObject({
  changeset: z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d$/),
  contact: z.string().min(1),
  key_service: z.string().min(1),
  endpoints: z
    .array(
      z.strictObject({
        specification: z.literal('http://wiki.open311.org/GeoReport_v2'),
        url: z.url(),
        changeset: z.string().min(1),
        type: z.enum(['production', 'test']),
        formats: z.array(z.enum(['text/xml', 'application/json'])).min(1),
      }),
    )
    .min(1),
});

export const sampleServices = z.array(
  z.strictObject({
    service_code: z.string().min(1),
    service_name: z.string().min(1),
    description: z.string().min(1),
    metadata: z.boolean(),
    type: z.enum(['realtime', 'batch', 'blackbox']),
    keywords: z.string(),
    group: z.string(),
  }),
);

export const sampleDefinition = z.strictObject({
  service_code: z.string().min(1),
  attributes: z.array(
    z.strictObject({
      variable: z.boolean(),
      code: z.string().min(1),
      datatype: z.enum(['string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist']),
      required: z.boolean(),
      datatype_description: text,
      order: z.int().min(1),
      description: z.string(),
      values: z.array(z.strictObject({ key: z.string(), name: z.string() })).optional(),
    }),
  ),
});

export const sampleRequests = z.array(
  z.strictObject({
    service_request_id: z.string().min(1),
    status: z.enum(['open', 'closed']),
    status_notes: text,
    service_name: z.string(),
    service_code: z.string(),
    description: z.string().max(4_000).nullable(),
    agency_responsible: text,
    service_notice: text,
    requested_datetime: time,
    updated_datetime: time,
    expected_datetime: time.nullable(),
    address: text,
    address_id: text,
    zipcode: text,
    lat: z.number().nullable(),
    long: z.number().nullable(),
    media_url: text,
  }),
);

export const sampleReceipt = z
  .array(z.strictObject({ service_request_id: z.string().min(1), service_notice: text, account_id: text }))
  .length(1);

export const sampleToken = z.array(z.strictObject({ service_request_id: z.string(), token: z.string() })).length(1);

export const sampleErrors = z.array(z.strictObject({ code: z.int(), description: z.string().min(1) })).min(1);

/** In the order of the specification's samples. */
export const requestFields = Object.keys(sampleRequests.element.shape);
