import type { HazardGrade, HazardHandling, HazardState, Satisfaction } from '../../core/hazard.ts';
import type { Attachment } from '../../core/message.ts';
import type { FileRole } from '../../core/ports/files.ts';
import type { Notice } from './web-notice.ts';

/** Why a photo of a form was not kept. `cut_off`: the form broke off among its photos. */
export type PhotoRefusal = 'empty' | 'not_a_photo' | 'too_large' | 'too_many_pixels' | 'not_stored' | 'cut_off';

/** Why a form came back. */
export type FormFault = 'nothing' | 'too_long' | 'no_place' | 'far_place' | 'phone' | 'broken';

/** The page behind the code on a wall, and the form without a place. */
export interface PlacePageTexts {
  readonly title: string;
  /** Above everything. */
  readonly emergency: string;
  readonly call: Readonly<Record<'110' | '119' | '120', string>>;
  readonly otherLanguage: string;
  readonly what: string;
  readonly words: string;
  readonly wordsHint: string;
  readonly where: string;
  readonly whereHint: string;
  readonly photos: string;
  photosHint(most: number): string;
  readonly camera: string;
  readonly album: string;
  photosKept(count: number): string;
  readonly position: string;
  readonly positionFound: string;
  readonly positionFailed: string;
  readonly anonymous: string;
  readonly anonymousHint: string;
  readonly phone: string;
  readonly phoneHint: string;
  readonly send: string;
  readonly sending: string;
  /** What happens with it. */
  readonly next: string;
  readonly chatHeading: string;
  readonly openTelegram: string;
  wechatWord(code: string): string;
  readonly wechatHow: string;
  /** At a home: somebody to come and help, asked for in the chat. */
  readonly helpHeading: string;
  readonly helpTelegram: string;
  readonly helpWechat: string;
  helpWord(code: string): string;
  readonly fault: Readonly<Record<FormFault, string>>;
  readonly photoRefused: Readonly<Record<PhotoRefusal, string>>;
  photosLeftOut(most: number): string;
  readonly thanks: ThanksTexts;
  readonly unknownPlace: Notice;
  readonly reportAnyway: string;
  readonly tooLarge: Notice;
  readonly tooMany: Notice;
  readonly busy: Notice;
  readonly foreign: Notice;
  readonly back: string;
  /** What somebody is called who told of something by the form. */
  readonly teller: string;
  readonly profile: PlaceProfileTexts;
  readonly sheets: SheetsPageTexts;
}

/** A place's page for those who deal with it. */
export interface PlaceProfileTexts {
  readonly forbidden: Notice;
  readonly expired: Notice;
  readonly colour: string;
  readonly about: string;
  readonly open: string;
  readonly closed: string;
  readonly noneClosed: string;
  readonly report: string;
  readonly printCode: string;
  readonly printMore: string;
}

/** The page that chooses which codes to print. */
export interface SheetsPageTexts {
  readonly forbidden: Notice;
  readonly expired: Notice;
  /** The codes lead to an address that people can reach, so there must be one. */
  readonly noAddress: Notice;
  readonly title: string;
  readonly lead: string;
  readonly area: string;
  readonly kind: string;
  readonly all: string;
  counted(name: string, count: number): string;
  readonly codes: string;
  readonly codesHint: string;
  readonly size: Readonly<Record<'a6' | 'a4', string>>;
  readonly show: string;
  /** Nothing, or too much, was chosen; some codes are of no place. */
  readonly none: string;
  tooMany(count: number, most: number): string;
  unknown(codes: string): string;
}

/** After the form. */
interface ThanksTexts {
  readonly title: string;
  number(number: string): string;
  readonly joined: string;
  readonly again: string;
  readonly next: string;
  readonly anonymous: string;
  readonly follow: string;
  readonly followHint: string;
  readonly emergencyTitle: string;
  emergency(number: string): string;
  readonly emergencyCall: string;
  photos(count: number): string;
}

/** What is known of a photo, for those who decide on the hazard or check it. */
interface EvidenceTexts {
  readonly heading: string;
  /** By the server's clock. */
  readonly received: string;
  readonly sender: string;
  readonly senderName: Readonly<
    Record<
      'anonymous' | 'reporter' | 'owner' | 'fixer' | 'checker' | 'leader' | 'officer' | 'other' | 'unknown',
      string
    >
  >;
  readonly platform: string;
  readonly sentAs: string;
  /** Null: the platform does not say. */
  sentAsName(how: 'photo' | 'document' | 'web_form' | null, forwarded: boolean): string;
  /** By the camera's clock. */
  readonly takenAt: string;
  readonly takenFrom: string;
  readonly distance: string;
  distanceName(metres: number | null): string;
}

/** A hazard's page. */
export interface HazardPageTexts {
  readonly forbidden: Notice;
  readonly expired: Notice;
  title(kind: string, number: string): string;
  readonly place: string;
  readonly placeUnknown: string;
  readonly state: string;
  /** For whoever told of it: where it stands, in plain words. */
  readonly plainState: Readonly<Record<HazardState, string>>;
  readonly outcome: Readonly<Record<'not_hazard' | 'withdrawn' | 'merged', string>>;
  readonly grade: string;
  readonly gradeName: Readonly<Record<HazardGrade, string>>;
  readonly handling: string;
  readonly handlingName: Readonly<Record<HazardHandling, string>>;
  readonly owner: string;
  readonly leader: string;
  readonly reportedAt: string;
  readonly closedAt: string;
  readonly told: string;
  readonly callBack: string;
  readonly words: string;
  readonly deadline: string;
  readonly photos: string;
  readonly photoRole: Readonly<Record<FileRole, string>>;
  readonly photoWaiting: string;
  readonly photoOriginal: string;
  readonly otherFiles: string;
  readonly otherFile: Readonly<Record<Attachment['kind'], string>>;
  readonly evidence: EvidenceTexts;
  readonly timeline: string;
  readonly anonymousActor: string;
  readonly me: string;
  readonly mergedInto: string;
  readonly actions: string;
  readonly pressOnce: string;
  readonly label: Readonly<
    Record<'spot' | 'deadline' | 'fixed' | 'pass' | 'fail' | 'reopen' | 'chase' | 'withdraw', string>
  >;
  readonly rate: string;
  readonly rating: Readonly<Record<Satisfaction, string>>;
  readonly rated: string;
  readonly say: string;
  readonly afterPhotos: string;
  afterPhotosHint(most: number): string;
  readonly more: string;
  readonly moreHint: string;
  readonly addMore: string;
  readonly added: string;
  readonly nothingAdded: string;
  readonly unavailable: string;
  readonly bookmark: string;
  readonly print: string;
  readonly printedFrom: string;
}

/** The sheets to print and put on walls. */
export interface PlaceSheetTexts {
  readonly title: string;
  readonly scan: string;
  readonly scanOther: string;
  readonly emergency: string;
  readonly code: string;
}
