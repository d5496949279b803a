import type { Evaluation } from './entities.ts';

/**
 * The question of a request's body where it is spelt as most are, by types, ids and the action's name alone; null
 * for any other body, whether it is a question or not. Most of the time that the schema takes is spent on what such
 * a question has not got.
 */
export function briefEvaluation(body: unknown): Evaluation | null {
  if (!isObject(body) || body['context'] !== undefined) return null;
  const { subject, action, resource } = body;
  if (!isBare(subject) || !isBare(action) || !isBare(resource)) return null;
  const { type, id } = subject;
  const { name } = action;
  const { type: resourceType, id: resourceId } = resource;
  return typeof type === 'string' &&
    typeof id === 'string' &&
    typeof name === 'string' &&
    typeof resourceType === 'string' &&
    typeof resourceId === 'string'
    ? { subject: { type, id }, action: { name }, resource: { type: resourceType, id: resourceId } }
    : null;
}

/** An entity of which no properties are told. */
function isBare(value: unknown): value is Readonly<Record<string, unknown>> {
  return isObject(value) && value['properties'] === undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
