import type { RenderReads } from '../../bot/present/render-tools.ts';
import type { MatterNote, Opening } from '../../core/matter.ts';
import type { MatterView } from '../../core/ports/matters.ts';

/** The private matters of a rendering test's zone. */
export interface MatterWorld {
  views?: readonly MatterView[];
  notes?: readonly MatterNote[];
  openings?: readonly Opening[];
}

/** Look-ups over plain values. */
export function matterReadsOf({ views = [], notes = [], openings = [] }: MatterWorld): RenderReads['matters'] {
  const found = <Item>(item: Item | undefined): Promise<Item | null> => Promise.resolve(item ?? null);
  return {
    byId: (id) => found(views.find(({ matter }) => matter.id === id)?.matter),
    view: (id) => found(views.find(({ matter }) => matter.id === id)),
    list: () => Promise.resolve(views.map(({ matter }) => matter)),
    notes: (id) => Promise.resolve(notes.filter(({ matterId }) => matterId === id)),
    opening: (id) => found(openings.find((opening) => opening.id === id)),
    openings: (id) => Promise.resolve(openings.filter(({ matterId }) => matterId === id)),
    ofPerson: (personId, standings) =>
      Promise.resolve(
        views
          .filter(({ people }) =>
            people.some((person) => person.personId === personId && standings.includes(person.standing)),
          )
          .map(({ matter }) => matter),
      ),
  };
}
