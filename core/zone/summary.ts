/** What an import did to one section: keys of what was added, changed and retired, and how many stayed. */
export interface SectionSummary {
  added: string[];
  changed: string[];
  /** No longer in the file: inactive from now on, never deleted. */
  retired: string[];
  unchanged: number;
}

/** What an import did. */
export interface ZoneSummary {
  /** The zone itself, its timing and its rules for hazards and patrols. */
  profileChanged: boolean;
  people: SectionSummary;
  teams: SectionSummary;
  rooms: SectionSummary;
  places: SectionSummary;
  plans: SectionSummary;
}

/** A section before anything was looked at. */
export function emptySection(): SectionSummary {
  return { added: [], changed: [], retired: [], unchanged: 0 };
}

/** Nothing was added, changed or retired. */
export function isUnchanged(summary: ZoneSummary): boolean {
  const sections = [summary.people, summary.teams, summary.rooms, summary.places, summary.plans];
  return (
    !summary.profileChanged &&
    sections.every(({ added, changed, retired }) => added.length + changed.length + retired.length === 0)
  );
}
