import type { Notice } from './web-notice.ts';

/** Pages of points: the screen that shows its word, and checking in by the sign with a phone that is known. */
export interface PointPageTexts {
  /** The screen at a point. */
  readonly screen: {
    readonly title: string;
    readonly how: string;
    /** When the next word comes: `20:15`. */
    until(clock: string): string;
    readonly forbidden: Notice;
    /** On the place's page, for whoever sets the screen up. */
    readonly link: string;
  };
  /** Making a phone known. */
  readonly phone: {
    title(who: string): string;
    readonly lead: string;
    readonly button: string;
    readonly done: Notice;
    readonly forbidden: Notice;
    readonly expired: Notice;
    /** On the page of one's own months. */
    readonly link: string;
  };
  /** At the sign of a point, by a phone that is known. */
  readonly here: {
    title(place: string): string;
    lead(who: string): string;
    readonly word: string;
    readonly button: string;
    readonly unknownPhone: Notice;
    readonly noShift: Notice;
    /** On the page behind the sign. */
    readonly link: string;
    readonly foreign: Notice;
  };
}
