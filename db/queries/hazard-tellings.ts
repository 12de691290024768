import type { Instant } from '../../core/clock.ts';
import type { HazardDraft } from '../../core/hazard-draft.ts';
import type { Hazard, HazardReport } from '../../core/hazard.ts';
import type { HazardDraftId, HazardId, HazardReportId, PersonId, RoomId, Token } from '../../core/ids.ts';
import type { Handle } from '../handle.ts';
import * as drafts from './hazard-draft-queries.ts';
import * as reports from './hazard-report-queries.ts';
import { hazardDraftOf, hazardDraftRow, hazardOf, hazardReportOf, hazardReportRow } from './hazard-row.ts';
import type { HazardDraftRow } from './hazard-row.ts';
import { first, known } from './rows.ts';

/** More half-told reports than these nobody has at once; the oldest wait. */
const draftsAtOnce = 20;

/** What people told of hazards, and what they are still telling. */
export class SqlTellings {
  readonly #handle: Handle;

  constructor(handle: Handle) {
    this.#handle = handle;
  }

  async reports(hazardId: HazardId): Promise<HazardReport[]> {
    return (await this.#handle.run(reports.reportsOfHazard, { hazardId })).map(hazardReportOf);
  }

  async report(id: HazardReportId): Promise<HazardReport | null> {
    const row = first(await this.#handle.run(reports.reportById, { id }));
    return row && hazardReportOf(row);
  }

  async tellers(hazardId: HazardId): Promise<PersonId[]> {
    return known(await this.#handle.run(reports.tellersOf, { hazardId }));
  }

  async shareTellers(from: HazardId, to: HazardId): Promise<void> {
    for (const personId of await this.tellers(from)) {
      await this.#handle.run(reports.addTeller, { hazardId: to, personId });
    }
  }

  /** A teller stays one, whatever becomes of the report. */
  async #keepTeller({ hazardId, personId }: HazardReport): Promise<void> {
    if (personId !== null) await this.#handle.run(reports.addTeller, { hazardId, personId });
  }

  async reportByMessage(roomId: RoomId, messageId: string): Promise<HazardReport | null> {
    const row = first(await this.#handle.run(reports.reportByMessage, { roomId, messageId }));
    return row && hazardReportOf(row);
  }

  async draft(id: HazardDraftId): Promise<HazardDraft | null> {
    return oneDraft(await this.#handle.run(drafts.draftById, { id }));
  }

  async lockDraft(id: HazardDraftId): Promise<HazardDraft | null> {
    return oneDraft(await this.#handle.run(drafts.draftByIdLocked, { id }));
  }

  async draftByToken(token: Token): Promise<HazardDraft | null> {
    return oneDraft(await this.#handle.run(drafts.draftByToken, { token }));
  }

  async draftsOf(personId: PersonId, roomId: RoomId, since: Instant): Promise<HazardDraft[]> {
    const rows = await this.#handle.run(drafts.draftsOf, { personId, roomId, since, limit: draftsAtOnce });
    return rows.map(hazardDraftOf).reverse();
  }

  async offeredIn(roomId: RoomId, since: Instant): Promise<HazardDraft[]> {
    const rows = await this.#handle.run(drafts.draftsOfferedIn, { roomId, since, limit: draftsAtOnce });
    return rows.map(hazardDraftOf);
  }

  async ofReporter(
    personId: PersonId,
    since: Instant,
    limit: number,
  ): Promise<{ hazard: Hazard; report: HazardReport }[]> {
    const rows = await this.#handle.run(reports.ofReporter, { personId, since, limit });
    return rows.map(({ hazard, report }) => ({ hazard: hazardOf(hazard), report: hazardReportOf(report) }));
  }

  async addReport(report: HazardReport): Promise<void> {
    await this.#handle.run(reports.addReport, hazardReportRow(report));
    await this.#keepTeller(report);
  }

  async putReport(report: HazardReport): Promise<void> {
    await this.#handle.run(reports.putReport, hazardReportRow(report));
    await this.#keepTeller(report);
  }

  async addDraft(draft: HazardDraft): Promise<void> {
    await this.#handle.run(drafts.addDraft, hazardDraftRow(draft));
  }

  async putDraft(draft: HazardDraft): Promise<void> {
    await this.#handle.run(drafts.putDraft, hazardDraftRow(draft));
  }
}

function oneDraft(rows: readonly HazardDraftRow[]): HazardDraft | null {
  const row = first(rows);
  return row && hazardDraftOf(row);
}
