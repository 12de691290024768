import { isPaused, type Hazard } from '../../core/hazard.ts';
import type { CardAction } from '../../core/message.ts';
import { spokenName } from '../../core/spoken-name.ts';
import { inRows } from './hazard-kind-rows.ts';
import { hazardButton } from './hazard-lines.ts';
import type { HazardShown } from './hazard-shown.ts';
import type { TriageChoices } from './hazard-triage-lines.ts';
import type { Presenting } from './presenting.ts';

/** So many others are offered beside an owner who has not answered. */
const alternates = 3;

function gradeButtons({ token }: Hazard, presenting: Presenting): CardAction[] {
  const labels = presenting.texts.hazard.choice.hazard_grade;
  return (['ordinary', 'major'] as const).map((value) =>
    hazardButton(presenting, 'hazard_grade', token, { value, label: labels[value], style: 'primary' }),
  );
}

/** Owners by their ids, since the list can be another one at the tap; whoever has it already is left out. */
function ownerRows(
  { hazard }: HazardShown,
  { owners }: TriageChoices,
  most: number,
  presenting: Presenting,
): CardAction[][] {
  const buttons = owners
    .filter(({ id }) => id !== hazard.ownerId)
    .slice(0, most)
    .map((owner) =>
      hazardButton(presenting, 'hazard_assign', hazard.token, {
        value: owner.id,
        label: presenting.texts.hazard.giveTo(spokenName(owner)),
      }),
    );
  return inRows(buttons);
}

function clockButtons(hazard: Hazard, presenting: Presenting): CardAction[][] {
  const { token } = hazard;
  const clock = isPaused(hazard) ? 'hazard_resume' : 'hazard_pause';
  return [
    ...(hazard.asked === null
      ? []
      : [
          [
            hazardButton(presenting, 'hazard_extend', token, { style: 'primary' }),
            hazardButton(presenting, 'hazard_refuse', token),
          ],
        ]),
    [
      hazardButton(presenting, clock, token),
      ...(hazard.handling === 'supervised' ? [] : [hazardButton(presenting, 'hazard_supervise', token)]),
    ],
  ];
}

/** The end of a number that names the other one in a button's data: `2611-0031`. */
function numberValue(number: string): string {
  return number.replace(/^H-/, '');
}

/** What the command can do in this state; only steps that lie ahead. */
export function triageButtons(shown: HazardShown, choices: TriageChoices, presenting: Presenting): CardAction[][] {
  const { hazard, reports } = shown;
  const { token, state } = hazard;
  const { texts } = presenting;
  const aside = [
    hazardButton(presenting, 'hazard_reject', token),
    hazardButton(presenting, 'hazard_kind', token, { value: 'likely' }),
  ];
  const { twin } = choices;
  const same =
    twin === null
      ? []
      : [
          [
            hazardButton(presenting, 'hazard_merge', token, {
              value: numberValue(twin.hazard.number),
              label: texts.hazard.triage.sameAs(twin.hazard.number.slice(-4)),
            }),
          ],
        ];
  const split =
    reports.length > 1 && state !== 'closed'
      ? [[hazardButton(presenting, 'hazard_split', token, { label: texts.hazard.triage.splitLast })]]
      : [];
  switch (state) {
    case 'reported':
      return [gradeButtons(hazard, presenting), aside, ...same, ...split];
    case 'graded':
      return [...ownerRows(shown, choices, Infinity, presenting), aside, ...split];
    case 'assigned':
      return [...ownerRows(shown, choices, alternates, presenting), ...clockButtons(hazard, presenting), ...split];
    case 'accepted':
      return [...clockButtons(hazard, presenting), ...split];
    case 'fixed':
    case 'closed':
      return split;
  }
}
