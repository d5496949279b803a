import type { RightsDiff } from '../../access/diff.ts';
import { plainText } from '../../domain/plain-text.ts';
import type { SchemePreview } from '../../features/schemes/preview.ts';

/** Groups of people shown one by one; of more their number says enough. */
const MAX_SHOWN = 20;

/** Who would gain and lose what, for a terminal. */
export function previewText({ roles, people, gaining, losing }: SchemePreview): string {
  if (roles.length === 0 && people.length === 0) return 'Nobody gains or loses anything.';
  const shown = people.slice(0, MAX_SHOWN);
  return [
    'Roles',
    ...roles.map((role) => {
      const held = [
        counted(role.holders, 'holder'),
        ...(role.invited > 0 ? [`${role.invited} invited`] : []),
      ];
      return `  ${arrow(role.from ?? '(new)', role.to ?? '(gone)')} (${held.join(', ')})${difference(role)}`;
    }),
    `People: ${gaining} gain, ${losing} lose`,
    ...shown.map((group) => {
      const more = group.members - group.names.length;
      const names = [...group.names.map(plainText), ...(more > 0 ? [`${more} more`] : [])].join(', ');
      return `  ${names}: ${arrow(list(group.before), list(group.after))}${difference(group)}`;
    }),
    ...(people.length > MAX_SHOWN ? [`  and ${people.length - MAX_SHOWN} more combinations of roles`] : []),
  ].join('\n');
}

function difference({ gained, lost }: RightsDiff): string {
  const names = (rights: RightsDiff['gained']) =>
    rights.map(({ right, only }) => (only === null ? right : `${right} (own)`)).join(', ');
  return [
    ...(gained.length > 0 ? [`\n    gains ${names(gained)}`] : []),
    ...(lost.length > 0 ? [`\n    loses ${names(lost)}`] : []),
  ].join('');
}

function arrow(from: string, to: string): string {
  return from === to ? from : `${from} → ${to}`;
}

function list(roles: readonly string[]): string {
  return roles.length === 0 ? '(none)' : roles.join(' + ');
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
