import type { Context } from 'hono';
import { textsIn } from '../bot/texts/texts-in.ts';
import type { Person, Place } from '../core/people.ts';
import { placeSheets } from './pages/place-sheets.ts';
import { sheetsPage, type SheetChoice } from './pages/sheets-page.ts';
import type { ProfileParts } from './place-profile-parts.ts';

/** A page of more codes than this is no help to a browser, nor to whoever hangs them up. */
const mostSheets = 300;

function readChoice(context: Context): SheetChoice {
  const asked = (name: string): string => (context.req.query(name) ?? '').trim().slice(0, 4_000);
  return {
    area: asked('area'),
    kind: asked('kind'),
    codes: [
      ...new Set(
        asked('codes')
          .toUpperCase()
          .split(/[\s,，、;；]+/u),
      ),
    ].filter((code) => code !== ''),
    size: asked('size') === 'a4' ? 'a4' : 'a6',
  };
}

/** The form that says which codes to print. */
export function chooseSheets(context: Context, parts: ProfileParts, reader: Person): Response | Promise<Response> {
  return form(context, parts, reader, { choice: readChoice(context), fault: null });
}

/** The sheets, ready to print; the form again where nothing or too much was chosen. */
export function openSheets(context: Context, parts: ProfileParts, reader: Person): Response | Promise<Response> {
  const choice = readChoice(context);
  const words = textsIn(reader.language).web.page.place.sheets;
  const known = activePlaces(parts);
  const unknown = choice.codes.filter((code) => !known.some((place) => place.code.toUpperCase() === code));
  if (unknown.length > 0) return form(context, parts, reader, { choice, fault: words.unknown(unknown.join(' ')) });
  const chosen = known.filter((place) => fits(place, choice));
  if (chosen.length === 0) return form(context, parts, reader, { choice, fault: words.none });
  if (chosen.length > mostSheets) {
    return form(context, parts, reader, { choice, fault: words.tooMany(chosen.length, mostSheets) });
  }
  return context.html(placeSheets(chosen, parts.publicUrl ?? '', choice.size, '/places/sheets.css'));
}

const activePlaces = ({ zone }: ProfileParts): Place[] => zone().places.filter(({ active }) => active);

function fits({ code, area, kind }: Place, choice: SheetChoice): boolean {
  if (choice.codes.length > 0) return choice.codes.includes(code.toUpperCase());
  return (choice.area === '' || area === choice.area) && (choice.kind === '' || kind === choice.kind);
}

function form(
  context: Context,
  parts: ProfileParts,
  reader: Person,
  shown: { choice: SheetChoice; fault: string | null },
): Response | Promise<Response> {
  const key = context.req.query('k') ?? '';
  const page = sheetsPage({ language: reader.language, places: activePlaces(parts), key, ...shown });
  return context.html(page, shown.fault === null ? 200 : 422);
}
