import fc from 'fast-check';
import { expect, test } from 'vitest';
import { briefEvaluation } from '../../../src/features/decision-api/http/brief-evaluation.ts';
import { evaluationRequest } from '../../../src/features/decision-api/http/entities.ts';

const brief = {
  subject: { type: 'person', id: 'ann' },
  action: { name: 'rename' },
  resource: { type: 'workspace', id: 'acme' },
};

const asked = fc.record({
  subject: fc.record({ type: fc.string(), id: fc.string() }),
  action: fc.record({ name: fc.string() }),
  resource: fc.record({ type: fc.string(), id: fc.string() }),
});
const anyPath = fc.tuple(
  fc.constantFrom('subject', 'action', 'resource', 'context', 'more'),
  fc.constantFrom('type', 'id', 'name', 'properties', 'more', null),
);

/** A question with up to two of its parts replaced, or something added. */
const anyBody = fc
  .tuple(asked, fc.array(fc.tuple(anyPath, fc.jsonValue()), { maxLength: 2 }))
  .map(([question, changes]) => {
    const body: Record<string, unknown> = { ...question };
    for (const [[entity, member], value] of changes) {
      body[entity] = member === null ? value : { ...Object(body[entity]), [member]: value };
    }
    return body;
  });

test('a brief question is read as its schema reads it, and no other body is taken for one', () => {
  let seen = 0;
  fc.assert(
    fc.property(anyBody, (value) => {
      // As it arrives: parsed from text.
      const body: unknown = JSON.parse(JSON.stringify(value));
      const read = briefEvaluation(body);
      if (read === null) return;
      seen++;
      expect(evaluationRequest.parse(body)).toStrictEqual(read);
    }),
    { numRuns: 1_000 },
  );
  expect(seen).toBeGreaterThan(200);
});

test('a question with properties or a context is left to its schema, and so is a malformed one', () => {
  expect(briefEvaluation({ ...brief, more: 1 })).toStrictEqual(brief);
  for (const key of ['subject', 'action', 'resource'] as const) {
    expect(briefEvaluation({ ...brief, [key]: { ...brief[key], properties: {} } })).toBeNull();
    expect(briefEvaluation({ ...brief, [key]: undefined })).toBeNull();
    for (const member of Object.keys(brief[key])) {
      expect(briefEvaluation({ ...brief, [key]: { ...brief[key], [member]: 1 } })).toBeNull();
    }
  }
  expect(briefEvaluation({ ...brief, context: {} })).toBeNull();
  for (const body of [null, undefined, [], 'text', 1]) expect(briefEvaluation(body)).toBeNull();
});
