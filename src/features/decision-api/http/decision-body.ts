import type { Answer } from '../evaluate.ts';
import type { DecisionBody, Malformed } from './entities.ts';

const permitted: DecisionBody = Object.freeze({ decision: true });
const denied: DecisionBody = Object.freeze({ decision: false });

/** What one evaluation of a batch is denied by where it is no question. */
export interface Fault extends Malformed {
  readonly allow: false;
}

/** A denial that says what is malformed; nothing else would tell it from a true one. */
export function faultBody({ malformed: { field, message } }: Fault): DecisionBody {
  return { decision: false, context: { error: { status: 400, field, message } } };
}

const permittedText = JSON.stringify(permitted);
const deniedText = JSON.stringify(denied);

/** An answer as JSON; the two decisions that most questions get are spelt beforehand. */
export function answerText(body: unknown): string {
  if (typeof body !== 'object' || body === null || !('evaluations' in body)) return decisionText(body);
  const { evaluations } = body;
  return Array.isArray(evaluations)
    ? `{"evaluations":[${evaluations.map(decisionText).join()}]}`
    : JSON.stringify(body);
}

function decisionText(body: unknown): string {
  if (body === permitted) return permittedText;
  return body === denied ? deniedText : JSON.stringify(body);
}

/** A decision as it is sent; with its reason only where the context asks for it by `reason: true`. */
export function decisionBody(
  decision: Answer,
  context: Readonly<Record<string, unknown>> | undefined,
): DecisionBody {
  if (context?.['reason'] !== true) return decision.allow ? permitted : denied;
  return decision.allow
    ? { decision: true, context: { reason: decision.by } }
    : { decision: false, context: { reason: { rule: decision.rule, roles: decision.roles } } };
}
