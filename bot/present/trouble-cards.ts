import type { Card, Platform } from '../../core/message.ts';
import type { Finding, NoticeKind, PublicNotice } from '../../core/notice.ts';
import type { Person } from '../../core/people.ts';
import { isPrivateNotice } from '../../core/private-notice.ts';
import { spokenName } from '../../core/spoken-name.ts';
import type { Texts } from '../texts/texts.ts';
import { cardOf, clip, line } from './presenting.ts';

/** How many names fit a message that is to be acted on. */
const namesShown = 20;

/**
 * How the platforms are: what is wrong and how to mend it, the gravest first.
 * @param loginPage where the reader can scan the code that a login needs
 */
export function selfCheck(
  findings: readonly Finding[],
  { trouble, name }: Texts,
  loginPage: string | null = null,
): Card {
  const gravest = ['error', 'warning', 'info'] as const;
  const wrong = gravest.flatMap((severity) =>
    findings.filter((finding) => finding.severity === severity && finding.code !== 'ok'),
  );
  return cardOf({
    title: trouble.selfCheckTitle,
    lines:
      wrong.length === 0
        ? line(trouble.selfCheckFine)
        : wrong.flatMap((finding) =>
            line(
              trouble.finding(name.platform[finding.platform], { ...finding, detail: clip(finding.detail, 160) }),
              finding.severity === 'info' ? undefined : 'warning',
            ),
          ),
    links: loginPage === null ? [] : [{ url: loginPage, label: trouble.loginLink }],
    loud: wrong.some(({ severity }) => severity === 'error'),
  });
}

/** Who would miss a call-out, told before there is one. Null when everybody has become reachable. */
export function unreachablePeople(people: readonly Person[], { trouble }: Texts): Card | null {
  if (people.length === 0) return null;
  return cardOf({
    title: trouble.unreachableTitle(people.length),
    lines: [
      ...people.slice(0, namesShown).flatMap((person) => line(trouble.unreachable(spokenName(person), person.phone))),
      ...line(people.length > namesShown ? trouble.andMore(people.length - namesShown) : null),
      ...line(trouble.unreachableNext, 'quiet'),
    ],
  });
}

/** A message could not be handled: it is kept, and a person must look. */
export function inboxFailed(platform: Platform, reference: string, { trouble, name }: Texts): Card {
  return cardOf({
    lines: [
      ...line(trouble.inboxFailed(name.platform[platform], reference), 'warning'),
      ...line(trouble.inboxFailedNext),
    ],
    loud: true,
  });
}

/** Of a private matter not even the kind of notice is said. */
function isPublic(kind: NoticeKind): kind is PublicNotice['kind'] {
  return !isPrivateNotice({ kind });
}

/** Something that matters did not arrive: what, to whom, and the number to ring. */
export function undelivered(
  { what, roomTitle }: { what: NoticeKind; roomTitle: string },
  person: Person | null,
  { trouble, name }: Texts,
): Card {
  return cardOf({
    title: trouble.undeliveredTitle(isPublic(what) ? name.notice[what] : name.privateNotice),
    lines: [
      ...line(person === null ? null : trouble.undelivered(spokenName(person), person.phone), 'strong'),
      ...line(roomTitle === '' ? null : trouble.undeliveredRoom(clip(roomTitle, 60))),
      ...line(trouble.undeliveredNext),
    ],
    loud: true,
  });
}
