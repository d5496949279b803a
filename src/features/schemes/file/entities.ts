import { z } from 'zod';
import type { SchemeDeclaration } from '../../../access/define-scheme.ts';
import { maxRoles } from '../../../access/role-set.ts';
import { RESOURCE_KINDS } from '../../../domain/resource.ts';

/** Entities of one kind in all types: they stand in memory with the scheme. */
const MAX_ENTITIES = 10_000;
/** Types whose subjects are the members themselves. */
const OWN_TYPES: readonly string[] = ['person', 'account', 'email'];

const name = z.string().min(1).max(256);
const plain = z.union([z.string().max(256), z.number(), z.boolean()]);
const properties = z.record(z.string().min(1).max(64), plain);

function few(byType: Readonly<Record<string, Readonly<Record<string, unknown>>>>): boolean {
  const count = Object.values(byType).reduce((sum, ofType) => sum + Object.keys(ofType).length, 0);
  return count <= MAX_ENTITIES;
}

/** Subjects and resources of another system, by type and id. */
export const entities = z.strictObject({
  subjects: z
    .record(
      name,
      z.record(
        name,
        z.strictObject({ roles: z.array(z.string()).max(maxRoles), properties: properties.optional() }),
      ),
    )
    .refine(few, { error: `has room for ${MAX_ENTITIES} subjects`, abort: true })
    .optional(),
  resources: z
    .record(name, z.record(name, properties))
    .refine(few, { error: `has room for ${MAX_ENTITIES} resources`, abort: true })
    .optional(),
});

/** Where a problem is noted down. */
interface Notes {
  addIssue(issue: { code: 'custom'; path: PropertyKey[]; message: string }): void;
}

/** What is wrong with a scheme's entities beyond their form. */
export function checkEntities({ entities: known, roles, keystone }: SchemeDeclaration, notes: Notes): void {
  const keys = new Set(roles.map((role) => role.key));
  for (const [type, ofType] of Object.entries(known?.subjects ?? {})) {
    if (OWN_TYPES.includes(type)) {
      const message = 'names members, who have their roles in the chat';
      notes.addIssue({ code: 'custom', path: ['entities', 'subjects', type], message });
    }
    for (const [id, subject] of Object.entries(ofType)) {
      for (const [place, role] of subject.roles.entries()) {
        const path = ['entities', 'subjects', type, id, 'roles', place];
        if (!keys.has(role)) notes.addIssue({ code: 'custom', path, message: `there is no role ${role}` });
        if (role === keystone.role) {
          notes.addIssue({ code: 'custom', path, message: `the keystone role ${role} is for members alone` });
        }
      }
    }
  }
  for (const type of Object.keys(known?.resources ?? {})) {
    if (RESOURCE_KINDS.some((kind) => kind === type)) {
      const message = 'names resources of the workspace, which its tables know';
      notes.addIssue({ code: 'custom', path: ['entities', 'resources', type], message });
    }
  }
}
