import { z } from 'zod';
import type { SchemeDeclaration } from '../../../access/define-scheme.ts';
import { presetKeys } from '../../../access/presets.ts';
import { maxRoles } from '../../../access/role-set.ts';
import { schemeFaults } from '../../../access/scheme-faults.ts';
import type { AddedVocabulary } from '../../../access/vocabulary.ts';
import { isTitle } from '../title.ts';
import { checkEntities, entities } from './entities.ts';
import { faultSentence } from './fault-sentence.ts';
import { problemsOf, type SchemeProblem } from './problems.ts';
import { isFree, notFree } from './reserved.ts';
import { rightsTable, vocabulary } from './rights.ts';
import { textFaults } from './text-faults.ts';

/** Role keys are typed in chat and stand in buttons of 64 bytes. */
const key = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,31}$/, 'must be 1–32 of a–z, 0–9 and _, beginning with a letter')
  .refine(isFree, notFree);
const title = z.string().refine(isTitle, 'must be one line of 1–40 visible characters');
const editTargets = z.enum(['broader', 'peers', 'keystone']);
const property = z.string().min(1).max(64);
const where = z
  .strictObject({
    resource: property.optional(),
    action: property.optional(),
    subject: property.optional(),
    value: z.union([z.string().max(256), z.number(), z.boolean()]).optional(),
  })
  .refine(
    ({ resource, action }) => (resource === undefined) !== (action === undefined),
    'looks at a property of the "resource" or of the "action", one of the two',
  )
  .refine(
    ({ subject, value }) => (subject === undefined) !== (value === undefined),
    'compares it with a property of the "subject" or with a "value", one of the two',
  );
/** Conditions of one role; each takes a look at properties in every decision. */
const MAX_CONDITIONS = 16;

/** The parts of a scheme, which may still contradict each other; its rights are those of the built-in vocabulary and the added one. */
function draftWith(added: AddedVocabulary) {
  const rights = rightsTable(added);
  const role = z.strictObject({
    key,
    title: title.optional(),
    can: z.union([z.literal('everything'), rights]),
    canOnOwn: rights.optional(),
    canWhere: z
      .array(z.strictObject({ where, can: rights }))
      .max(MAX_CONDITIONS)
      .optional(),
    reach: z.enum(['workspace', 'things', 'workspace_or_things', 'granted_things']).optional(),
    requires: z.array(key).max(maxRoles).optional(),
    maxHolders: z.int().min(1).max(1_000_000).optional(),
    withoutBaseline: z.boolean().optional(),
  });
  return z.strictObject({
    key: z.string().max(100),
    title: title.optional(),
    titlesFrom: z.enum(presetKeys).optional(),
    rolesPerMember: z.enum(['one', 'many']),
    roles: z.array(role).min(1).max(maxRoles),
    keystone: z.strictObject({ role: key, holders: z.enum(['exactly_one', 'at_least_one']) }),
    edits: editTargets,
    removes: editTargets.optional(),
    never: rights.optional(),
    inviteeMustBeRegistered: z.boolean().optional(),
    vocabulary: vocabulary.optional(),
    entities: entities.optional(),
    recommendations: z
      .array(z.strictObject({ person: z.string().max(64), role: key }))
      .max(maxRoles)
      .optional(),
  });
}

/** A scheme that holds together. */
function schemeWith(added: AddedVocabulary) {
  return draftWith(added).superRefine((checked, context) => {
    const declared = declarationFrom(checked);
    for (const fault of schemeFaults(declared)) {
      const place = declared.roles.findIndex((one) => one.key === fault.about);
      context.addIssue({
        code: 'custom',
        path: place < 0 ? [] : ['roles', place],
        message: faultSentence(fault),
      });
    }
    checkEntities(declared, context);
  });
}

const builtIn = schemeWith({});

/** The schema that fits a value: which rights there are is said in the scheme itself. */
function schemaFor(value: unknown) {
  const added = z.object({ vocabulary }).safeParse(value);
  return added.success ? schemeWith(added.data.vocabulary) : builtIn;
}

/** A scheme from outside, or everything that is wrong with it. */
export function checkScheme(
  value: unknown,
): { readonly scheme: SchemeDeclaration } | { readonly problems: readonly SchemeProblem[] } {
  const problems = textFaults(value);
  if (problems.length > 0) return { problems };
  try {
    const parsed = schemaFor(value).safeParse(value);
    return parsed.success
      ? { scheme: declarationFrom(parsed.data) }
      : { problems: problemsOf(parsed.error.issues) };
  } catch (error) {
    // What zod makes of some hundred thousand faults in one place.
    if (!(error instanceof RangeError)) throw error;
    return { problems: [{ path: '', sentence: 'has more faults than can be told' }] };
  }
}

/** A scheme in the making, which may still contradict itself; null where it is none. */
export function parseDraft(value: unknown): SchemeDeclaration | null {
  const added = z.object({ vocabulary }).safeParse(value);
  const parsed = draftWith(added.success ? added.data.vocabulary : {}).safeParse(value);
  return parsed.success ? declarationFrom(parsed.data) : null;
}

/** A scheme as it was stored. Throws where it is none. */
export function parseScheme(value: unknown): SchemeDeclaration {
  return declarationFrom(schemaFor(value).parse(value));
}

/** Every name in it was checked against the vocabulary, which is more than the types of JSON can say. */
function declarationFrom(checked: z.output<typeof builtIn>): SchemeDeclaration {
  return checked as unknown as SchemeDeclaration;
}
