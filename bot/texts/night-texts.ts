/** Words on the picture of a night. */
export interface NightTexts {
  seen(count: number, points: number): string;
  readonly seenName: string;
  readonly lateName: string;
  readonly missedName: string;
  readonly excusedName: string;
  readonly peopleName: string;
  readonly photosName: string;
  readonly kilometresName: string;
  readonly walked: string;
  readonly followed: string;
  /** A length on the map. */
  metres(length: number): string;
  readonly north: string;
  readonly missedTitle: string;
  readonly lateTitle: string;
  readonly excusedTitle: string;
  readonly peopleTitle: string;
  /** Points whose position nobody has told yet. */
  readonly unplacedTitle: string;
  readonly noMap: string;
  more(count: number): string;
  hours(hours: string): string;
  drawnAt(clock: string): string;
  readonly maker: string;
}
