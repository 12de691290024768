/** A field of a question or a form that can be wrong; `others`: one that nobody asked for. */
export type Open311Field =
  | 'service_request_id'
  | 'service_code'
  | 'start_date'
  | 'end_date'
  | 'status'
  | 'page'
  | 'page_size'
  | 'extensions'
  | 'jurisdiction_id'
  | 'lat'
  | 'long'
  | 'address_string'
  | 'address_id'
  | 'email'
  | 'device_id'
  | 'account_id'
  | 'first_name'
  | 'last_name'
  | 'phone'
  | 'description'
  | 'media_url'
  | 'attribute'
  | 'api_key';

/** Why a call was refused, apart from a field that is wrong. */
export type Open311Refusal =
  | 'no_key'
  | 'not_open'
  | 'no_service_code'
  | 'no_location'
  | 'far_location'
  | 'half_location'
  | 'range_backwards'
  | 'range_too_long'
  | 'too_large'
  | 'wrong_type'
  | 'too_many'
  | 'no_such_address'
  | 'failed';

/** Every word of the Open311 interface that a person reads in the end. */
export interface Open311Texts {
  contact(zone: string): string;
  readonly keyService: string;
  /** What one reports under a kind. */
  service(kind: string): string;
  readonly otherGroup: string;
  readonly attribute: Readonly<
    Record<'emergency' | 'people' | 'also', { readonly description: string; readonly type: string }>
  >;
  /** What stands in for the words of the report, which nobody else reads. */
  describe(kinds: readonly string[], place: string): string;
  /** From the most specific to the most general. */
  address(parts: readonly string[]): string;
  readonly placeUnknown: string;
  merged(number: string): string;
  /** To whoever filed it. */
  readonly filed: string;
  joined(number: string): string;
  emergency(number: string): string;
  /** Stands before the address of a picture, in the words of the report. */
  media(url: string): string;
  readonly refused: Readonly<Record<Open311Refusal, string>>;
  /** What a field must be. */
  readonly wrong: Readonly<Record<Open311Field, string>>;
  unknownField(name: string): string;
  noSuchService(code: string): string;
  noSuchRequest(number: string): string;
  noSuchToken(token: string): string;
  noSuchPlace(code: string): string;
  /** An emergency's number: what became of it is not for everybody. */
  isEmergency(number: string): string;
}
