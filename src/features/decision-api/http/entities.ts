import { z } from 'zod';
import { semantics } from '../evaluations.ts';

/** Evaluations in one request: more would keep the process from everybody else for too long. */
const MAX_EVALUATIONS = 1_000;

const properties = z.record(z.string(), z.unknown()).optional();

const subject = z.object({ type: z.string(), id: z.string(), properties });
const action = z.object({ name: z.string(), properties });
const resource = z.object({ type: z.string(), id: z.string(), properties });
const context = z.record(z.string(), z.unknown());

/** A subject or resource that is searched for: its id, where there is one, is ignored. */
const searched = z.object({ type: z.string(), properties });

const page = z.object({
  token: z.string().optional(),
  limit: z.int().min(0).optional(),
  properties,
});

/** "Access Evaluation Request". */
export const evaluationRequest = z.object({ subject, action, resource, context: context.optional() }).meta({
  examples: [
    {
      subject: { type: 'account', id: 'telegram:42' },
      action: { name: 'publish' },
      resource: { type: 'bot', id: '8f14b1c2-5f0e-4f5c-9d0a-2f6f1f6f7a01' },
      context: { reason: true },
    },
  ],
});

/** What a batch says of entities by default, and an evaluation of its own; together they must say enough. */
const entityPart = z.object({ type: z.string().optional(), id: z.string().optional(), properties });
const actionPart = z.object({ name: z.string().optional(), properties });
const partialEvaluation = z.object({
  subject: entityPart.optional(),
  action: actionPart.optional(),
  resource: entityPart.optional(),
  context: context.optional(),
});

/** What one evaluation of a batch lacks or has amiss: it fails alone ("Errors"), the others are answered. */
export interface Malformed {
  readonly malformed: { readonly field: string; readonly message: string };
}

/** One evaluation of a batch. Whatever a request says under `malformed` is an unknown field and not read. */
const batched = z.union([partialEvaluation, z.unknown().transform(explained)]);

/** "Access Evaluations Request"; which of its keys may be missing depends on the others. */
export const evaluationsRequest = partialEvaluation.extend({
  evaluations: z.array(batched).max(MAX_EVALUATIONS).optional(),
  options: z.looseObject({ evaluations_semantic: z.enum(semantics).optional() }).optional(),
});

/** "Subject Search Request". */
export const subjectSearchRequest = z.object({
  subject: searched,
  action,
  resource,
  context: context.optional(),
  page: page.optional(),
});

/** "Resource Search Request". */
export const resourceSearchRequest = z.object({
  subject,
  action,
  resource: searched,
  context: context.optional(),
  page: page.optional(),
});

/** "Action Search Request". */
export const actionSearchRequest = z.object({
  subject,
  resource,
  context: context.optional(),
  page: page.optional(),
});

function explained(value: unknown): Malformed {
  const [issue] = partialEvaluation.safeParse(value).error?.issues ?? [];
  return { malformed: { field: issue?.path.join('.') ?? '', message: issue?.message ?? 'malformed' } };
}

/** "Decision". */
export const decision = z
  .object({ decision: z.boolean(), context: context.optional() })
  .describe('Permitted or denied.');

/** "Access Evaluations Response"; a decision alone where no batch was asked for. */
export const decisions = z
  .union([decision, z.object({ evaluations: z.array(decision) })])
  .describe('A decision for each evaluation, in their order, as far as the semantic goes.');

const pageInfo = z.object({ next_token: z.string(), count: z.int().min(0) });

const PAGE = 'A page of what was found; `next_token` is empty on the last.';
export const entityPage = z
  .object({ page: pageInfo, results: z.array(z.object({ type: z.string(), id: z.string() })) })
  .describe(PAGE);
export const actionPage = z
  .object({ page: pageInfo, results: z.array(z.object({ name: z.string() })) })
  .describe(PAGE);

/** What is sent beside a status of 400 and above; `field` tells where a request is malformed. */
export const failure = z.object({ error: z.string(), message: z.string(), field: z.string().optional() });

export type Evaluation = z.output<typeof evaluationRequest>;
export type EntityPart = z.output<typeof entityPart>;
export type ActionPart = z.output<typeof actionPart>;
export type PartialEvaluation = z.output<typeof partialEvaluation>;
export type EvaluationsRequest = z.output<typeof evaluationsRequest>;
export type Decisions = z.output<typeof decisions>;
export type DecisionBody = z.output<typeof decision>;
export type PageRequest = z.output<typeof page>;
