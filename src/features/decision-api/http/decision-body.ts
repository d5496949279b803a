import type { Answer } from '../evaluate.ts';
import type { DecisionBody, Malformed } from './entities.ts';

const permitted: DecisionBody = Object.freeze({ decision: true });
const denied: DecisionBody = Object.freeze({ decision: false });

/** A denial that says what is malformed; nothing else would tell it from a true one. */
export function faultBody({ malformed: { field, message } }: Malformed): DecisionBody {
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

/** A decision as it is sent without its reason. */
export function plainBody(isPermitted: boolean): DecisionBody {
  return isPermitted ? permitted : denied;
}

/** A decision as it is sent where the context of its question asks for the reason by `reason: true`. */
export function reasonedBody(answer: Answer): DecisionBody {
  return answer.allow
    ? { decision: true, context: { reason: answer.by } }
    : { decision: false, context: { reason: { rule: answer.rule, roles: answer.roles } } };
}
