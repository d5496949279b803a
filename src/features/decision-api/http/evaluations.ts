import type { CompiledScheme } from '../../../access/compile.ts';
import type { Subject } from '../../../access/subject.ts';
import type { SchemeLibrary } from '../../../domain/scheme-library.ts';
import { evaluate, isPermitted } from '../evaluate.ts';
import { evaluateAll } from '../evaluations.ts';
import type { Facts } from '../facts.ts';
import type { KeyRecord } from '../store/access.ts';
import type { AccessCache } from '../store/access-cache.ts';
import { faultBody, plainBody, reasonedBody } from './decision-body.ts';
import type {
  ActionPart,
  DecisionBody,
  Decisions,
  EntityPart,
  Evaluation,
  EvaluationsRequest,
  Malformed,
  PartialEvaluation,
} from './entities.ts';
import { AccessError } from './errors.ts';
import { lookUp, recognise } from './subjects.ts';

/** What answering takes. */
export interface EvaluationParts {
  readonly cache: AccessCache;
  /** The scheme of a key was read when the key was checked. */
  readonly schemes: SchemeLibrary;
  readonly now: () => Date;
}

/** Answers one question; waits only where someone must be read. */
export function answerOne(
  parts: EvaluationParts,
  key: KeyRecord,
  question: Evaluation,
): DecisionBody | Promise<DecisionBody> {
  const scheme = parts.schemes.get(key.scheme);
  const answer = (subject: Subject, facts: Facts): DecisionBody =>
    bodyFor(scheme, question, subject, facts, parts.now());
  const subject = recognise(parts.cache, scheme, key.workspaceId, question.subject);
  const facts = lookUp(parts.cache, key.workspaceId, [question.resource]);
  return subject instanceof Promise || facts instanceof Promise
    ? Promise.all([subject, facts]).then(([known, read]) => answer(known, read))
    : answer(subject, facts);
}

/** Answers a batch, or the one question that a request without a batch is. */
export function answerAll(
  parts: EvaluationParts,
  key: KeyRecord,
  request: EvaluationsRequest,
): Decisions | Promise<Decisions> {
  const { evaluations = [] } = request;
  if (evaluations.length === 0) return answerOne(parts, key, alone(request));

  const questions = evaluations.map((own) => complete(own, request));
  const scheme = parts.schemes.get(key.scheme);
  const subjects: (Subject | Promise<Subject> | null)[] = [];
  const resources = new Set<Evaluation['resource']>();
  for (const [place, question] of questions.entries()) {
    if ('malformed' in question) {
      subjects.push(null);
      continue;
    }
    const { subject, resource } = question;
    resources.add(resource);
    const before = questions[place - 1];
    // The default of a batch is looked for once.
    const isSame = before !== undefined && 'subject' in before && before.subject === subject;
    const same = isSame ? subjects[place - 1] : undefined;
    subjects.push(same ?? recognise(parts.cache, scheme, key.workspaceId, subject));
  }
  const facts = lookUp(parts.cache, key.workspaceId, resources);
  const answer = (known: readonly (Subject | null)[], found: Facts): Decisions => {
    const now = parts.now();
    const semantic = request.options?.evaluations_semantic ?? 'execute_all';
    const evaluations = evaluateAll(questions, semantic, (question, place) => {
      if ('malformed' in question) return faultBody(question);
      const subject = known[place];
      if (!subject) throw new Error('every subject was read');
      return bodyFor(scheme, question, subject, found, now);
    });
    return { evaluations };
  };
  return areKnown(subjects) && !(facts instanceof Promise)
    ? answer(subjects, facts)
    : Promise.all([Promise.all(subjects), facts]).then(([known, found]) => answer(known, found));
}

function bodyFor(
  scheme: CompiledScheme,
  question: Evaluation,
  subject: Subject,
  facts: Facts,
  now: Date,
): DecisionBody {
  const { action, resource, context } = question;
  const asked = { id: question.subject.id, subject };
  return context?.['reason'] === true
    ? reasonedBody(evaluate(scheme, asked, action, resource, facts, now))
    : plainBody(isPermitted(scheme, asked, action, resource, facts, now));
}

/** A request without a batch, as the one question that it is. Throws an `AccessError` naming the key it lacks. */
function alone(request: EvaluationsRequest): Evaluation {
  const question = complete(request, request);
  if (!('malformed' in question)) return question;
  throw new AccessError(400, question.malformed.message, question.malformed.field);
}

/** A question with the defaults of its batch, or what it lacks. */
function complete(own: PartialEvaluation | Malformed, defaults: PartialEvaluation): Evaluation | Malformed {
  if ('malformed' in own) return { malformed: own.malformed };
  const subject = filled(own.subject, defaults.subject);
  const action = named(own.action, defaults.action);
  const resource = filled(own.resource, defaults.resource);
  if (!isWhole(subject)) return lacking(missingFrom('subject', subject));
  if (!isNamed(action)) return lacking(action === undefined ? 'action' : 'action.name');
  if (!isWhole(resource)) return lacking(missingFrom('resource', resource));
  return { subject, action, resource, context: own.context ?? defaults.context };
}

/** An entity of one's own stands whole before the default, which lends it only the type or id that it lacks. */
function filled(own: EntityPart | undefined, fallback: EntityPart | undefined): EntityPart | undefined {
  if (own === undefined) return fallback;
  if (fallback === undefined || isWhole(own)) return own;
  return { ...own, type: own.type ?? fallback.type, id: own.id ?? fallback.id };
}

function named(own: ActionPart | undefined, fallback: ActionPart | undefined): ActionPart | undefined {
  if (own === undefined) return fallback;
  return isNamed(own) ? own : { ...own, name: fallback?.name };
}

function isWhole(entity: EntityPart | undefined): entity is Evaluation['subject'] {
  return entity?.type !== undefined && entity.id !== undefined;
}

function isNamed(action: ActionPart | undefined): action is Evaluation['action'] {
  return action?.name !== undefined;
}

function missingFrom(name: string, entity: EntityPart | undefined): string {
  if (entity === undefined) return name;
  return entity.type === undefined ? `${name}.type` : `${name}.id`;
}

function lacking(field: string): Malformed {
  return { malformed: { field, message: 'required, here or as a default of the batch' } };
}

function areKnown<V>(found: readonly (V | Promise<V>)[]): found is readonly V[] {
  return found.every((one) => !(one instanceof Promise));
}
