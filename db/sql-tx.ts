import type { Inbound } from '../core/message.ts';
import type { Sealing } from '../core/ports/sealing.ts';
import type { Tx } from '../core/ports/store.ts';
import type { Handle } from './handle.ts';
import { SqlFiles } from './queries/files.ts';
import { SqlHazards } from './queries/hazards.ts';
import { SqlInbox } from './queries/inbox.ts';
import { SqlIncidents } from './queries/incidents.ts';
import { SqlMatters } from './queries/matters.ts';
import { SqlOutbox } from './queries/outbox.ts';
import { SqlPeople } from './queries/people.ts';
import { SqlPersonalData } from './queries/personal-data.ts';
import { SqlPhotos } from './queries/photos.ts';
import { SqlPlaceColours } from './queries/place-colours.ts';
import { SqlPlaces } from './queries/places.ts';
import { readAhead } from './queries/read-ahead.ts';
import { SqlRooms } from './queries/rooms.ts';
import { SqlSettings } from './queries/settings.ts';
import { SqlShifts } from './queries/shifts.ts';
import { SqlTimers } from './queries/timers.ts';
import { SqlTrace } from './queries/trace.ts';
import { SqlWebMessages } from './queries/web-messages.ts';

/** Every noun's queries on one transaction, or on the read side. Most transactions need few of them, so each is made when asked for. */
export class SqlTx implements Tx {
  readonly #handle: Handle;
  readonly #sealing: Sealing;
  readonly #wakeSenders: () => void;
  #people: SqlPeople | undefined;
  #rooms: SqlRooms | undefined;
  #places: SqlPlaces | undefined;
  #placeColours: SqlPlaceColours | undefined;
  #incidents: SqlIncidents | undefined;
  #hazards: SqlHazards | undefined;
  #shifts: SqlShifts | undefined;
  #matters: SqlMatters | undefined;
  #inbox: SqlInbox | undefined;
  #outbox: SqlOutbox | undefined;
  #timers: SqlTimers | undefined;
  #trace: SqlTrace | undefined;
  #files: SqlFiles | undefined;
  #photos: SqlPhotos | undefined;
  #personalData: SqlPersonalData | undefined;
  #settings: SqlSettings | undefined;
  #webMessages: SqlWebMessages | undefined;

  /** @param wakeSenders is called when something was queued that nobody has in hand; where nothing is written, never */
  constructor(handle: Handle, sealing: Sealing, wakeSenders: () => void = () => undefined) {
    this.#handle = handle;
    this.#sealing = sealing;
    this.#wakeSenders = wakeSenders;
  }

  get people(): SqlPeople {
    return (this.#people ??= new SqlPeople(this.#handle));
  }

  get rooms(): SqlRooms {
    return (this.#rooms ??= new SqlRooms(this.#handle));
  }

  get places(): SqlPlaces {
    return (this.#places ??= new SqlPlaces(this.#handle));
  }

  get placeColours(): SqlPlaceColours {
    return (this.#placeColours ??= new SqlPlaceColours(this.#handle));
  }

  get incidents(): SqlIncidents {
    return (this.#incidents ??= new SqlIncidents(this.#handle, this));
  }

  get hazards(): SqlHazards {
    return (this.#hazards ??= new SqlHazards(this.#handle, this));
  }

  get shifts(): SqlShifts {
    return (this.#shifts ??= new SqlShifts(this.#handle));
  }

  get matters(): SqlMatters {
    return (this.#matters ??= new SqlMatters(this.#handle, this, this.#sealing));
  }

  get inbox(): SqlInbox {
    return (this.#inbox ??= new SqlInbox(this.#handle, this.#sealing));
  }

  get outbox(): SqlOutbox {
    return (this.#outbox ??= new SqlOutbox(this.#handle, this.#wakeSenders));
  }

  get timers(): SqlTimers {
    return (this.#timers ??= new SqlTimers(this.#handle));
  }

  get trace(): SqlTrace {
    return (this.#trace ??= new SqlTrace(this.#handle));
  }

  get files(): SqlFiles {
    return (this.#files ??= new SqlFiles(this.#handle));
  }

  get photos(): SqlPhotos {
    return (this.#photos ??= new SqlPhotos(this.#handle));
  }

  get personalData(): SqlPersonalData {
    return (this.#personalData ??= new SqlPersonalData(this.#handle, this, this.#sealing));
  }

  get settings(): SqlSettings {
    return (this.#settings ??= new SqlSettings(this.#handle));
  }

  get webMessages(): SqlWebMessages {
    return (this.#webMessages ??= new SqlWebMessages(this.#handle, this.#sealing));
  }

  async readAhead(events: readonly Inbound[]): Promise<void> {
    this.#handle.readAhead = await readAhead(this.#handle, events);
  }

  afterCommit(run: () => void): void {
    this.#handle.afterCommit(run);
  }
}
