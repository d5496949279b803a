import { z } from 'zod';
import type { RightsTable, SchemeDeclaration } from '../access/define-scheme.ts';
import { presetKeys } from '../access/presets.ts';
import { maxRoles } from '../access/role-set.ts';
import { schemeFaults } from '../access/scheme-faults.ts';
import { resources, rightsTo } from '../access/vocabulary.ts';
import { isTitle } from '../workspace/roles/title.ts';
import { faultSentence } from './fault-sentence.ts';

/** Role keys are typed in chat and stand in buttons of 64 bytes. */
const key = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,31}$/, 'must be 1–32 of a–z, 0–9 and _, beginning with a letter');
const title = z.string().refine(isTitle, 'must be one line of 1–40 visible characters');

const rights = z
  .record(z.string(), z.union([z.literal('all'), z.array(z.string())]))
  .superRefine((table, context) => {
    for (const [resource, actions] of Object.entries(table)) {
      const known = resources.find((one) => one === resource);
      if (known === undefined) {
        context.addIssue({
          code: 'custom',
          path: [resource],
          message: `is no resource; there are ${resources.join(', ')}`,
        });
        continue;
      }
      if (actions === 'all') continue;
      const names = rightsTo(known).map((right) => right.slice(resource.length + 1));
      for (const [place, action] of actions.entries()) {
        if (!names.includes(action)) {
          context.addIssue({
            code: 'custom',
            path: [resource, place],
            message: `${action} is no action on ${resource}; there are ${names.join(', ')}`,
          });
        }
      }
    }
  });

const role = z.strictObject({
  key,
  title: title.optional(),
  can: z.union([z.literal('everything'), rights]),
  canOnOwn: rights.optional(),
  reach: z.enum(['workspace', 'things', 'workspace_or_things', 'granted_things']).optional(),
  requires: z.array(key).optional(),
  maxHolders: z.int().min(1).max(1_000_000).optional(),
  withoutBaseline: z.boolean().optional(),
});

const whom = z.enum(['broader', 'peers', 'keystone']);

const scheme = z
  .strictObject({
    key: z.string().max(100),
    title: title.optional(),
    titlesFrom: z.enum(presetKeys).optional(),
    rolesPerMember: z.enum(['one', 'many']),
    roles: z.array(role).min(1).max(maxRoles),
    keystone: z.strictObject({ role: key, holders: z.enum(['exactly_one', 'at_least_one']) }),
    edits: whom,
    removes: whom.optional(),
    never: rights.optional(),
    inviteeMustBeRegistered: z.boolean().optional(),
    recommendations: z
      .array(z.strictObject({ person: z.string().max(64), role: key }))
      .max(maxRoles)
      .optional(),
  })
  .superRefine((declared, context) => {
    // The parts are sound by now; only their names were too many to say as types.
    for (const fault of schemeFaults(declared as SchemeDeclaration)) {
      const place = declared.roles.findIndex((one) => one.key === fault.about);
      context.addIssue({
        code: 'custom',
        path: place < 0 ? [] : ['roles', place],
        message: faultSentence(fault),
      });
    }
  });

/** What is wrong with a scheme from outside, and where: `roles[2].can.bot[0]`; empty for the scheme as such. */
interface SchemeProblem {
  readonly path: string;
  readonly sentence: string;
}

/** A scheme from outside, or everything that is wrong with it. */
export function checkScheme(
  value: unknown,
): { readonly scheme: SchemeDeclaration } | { readonly problems: readonly SchemeProblem[] } {
  const parsed = scheme.safeParse(value);
  if (parsed.success) return { scheme: declarationFrom(parsed.data) };
  return {
    problems: parsed.error.issues.flatMap(problemsIn).map(({ path, message }) => ({
      path: pathText(path),
      sentence: message,
    })),
  };
}

/** A scheme as it was stored. Throws where it is none. */
export function parseScheme(value: unknown): SchemeDeclaration {
  return declarationFrom(scheme.parse(value));
}

/** Every name in it was checked against the vocabulary, which is more than the types of JSON can say. */
function declarationFrom(checked: z.output<typeof scheme>): SchemeDeclaration {
  return checked as unknown as SchemeDeclaration & { readonly never?: RightsTable };
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Of a choice that nothing fitted, the branch that came nearest says what is wrong. */
function problemsIn(issue: z.core.$ZodIssue, _place?: number): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const nearest = [...issue.errors].sort((a, b) => depth(b) - depth(a))[0] ?? [];
  if (depth(nearest) === 0) return [{ path: issue.path, message: 'has a value that does not belong here' }];
  return nearest.flatMap((inner) =>
    problemsIn(inner).map(({ path, message }) => ({ path: [...issue.path, ...path], message })),
  );
}

function depth(issues: readonly Issue[]): number {
  return Math.max(0, ...issues.map(({ path }) => path.length));
}

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((step, place) =>
      typeof step === 'number' ? `[${step}]` : `${place === 0 ? '' : '.'}${String(step)}`,
    )
    .join('');
}
