import type { Refusal, RefusalCode } from '../../domain/refusal.ts';

/** Why people cannot live under a scheme, by refusal; what is not here no import can meet. */
const sentences: Partial<Record<RefusalCode, (role: string, count: number) => string>> = {
  keystone_stays: (role) =>
    `The keystone role ${role} must become the file's keystone role; leave it out of --map.`,
  role_in_use: (role, count) =>
    `${count} people hold or are offered ${role}, which no role takes the place of. Say which: --map ${role}=<role>.`,
  max_holders: (role) => `More members would hold ${role} than the file allows.`,
  keystone_several: (role) =>
    `Several members hold ${role}, and the file allows one. Give the others another role first.`,
  unknown_role: (role) => `The file has no role ${role}.`,
};

/** A refusal as a sentence for the operator. */
export function refusalText({ code, details }: Refusal): string {
  const count = Number(details.values?.['count'] ?? 0);
  return sentences[code]?.(details.about ?? 'a role', count) ?? `Refused: ${code}.`;
}
