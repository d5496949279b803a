import type { CompiledScheme } from '../../access/compile.ts';
import { decide, isAllowed } from '../../access/decide.ts';
import { type Decision, unknownRight } from '../../access/decision.ts';
import { rightIn } from '../../access/search.ts';
import type { Subject, Target } from '../../access/subject.ts';
import type { Right } from '../../access/vocabulary.ts';
import { entityProperties } from './entities.ts';
import { type AskedResource, asksForMasked, type Facts, pathOf } from './facts.ts';

/** A person as a question named them, and as the workspace knows them. */
export interface AskedSubject {
  /** The id in the question: an owner may be named by it as well as by our id. */
  readonly id: string;
  readonly subject: Subject;
}

/** What a question asks for. */
export interface AskedAction {
  readonly name: string;
  readonly properties?: Readonly<Record<string, unknown>> | undefined;
}

/** An action that the scheme has for this kind of resource. */
export interface AskedRight {
  readonly right: Right;
  /** Those of the action. */
  readonly properties?: AskedAction['properties'];
}

/** A denial that comes from what is in the workspace, not from its scheme. */
interface DeniedHere {
  readonly allow: false;
  /** Nothing with this id is in the workspace; the column is masked and the subject may not unmask. */
  readonly rule: 'no_such_resource' | 'column_masked';
  readonly roles: readonly string[];
}

/** The answer to a question from outside. */
export type Answer = Decision | DeniedHere;

/** The one answer for what was never there, what is gone and what is another workspace's. */
const noSuchResource: DeniedHere = Object.freeze({ allow: false, rule: 'no_such_resource', roles: [] });

/** Answers one question from outside; a resource or action that does not exist is denied like any other. */
export function evaluate(
  scheme: CompiledScheme,
  asked: AskedSubject,
  { name, properties }: AskedAction,
  resource: AskedResource,
  facts: Facts,
  now: Date,
): Answer {
  const right = rightIn(scheme, resource.type, name);
  if (right === null) return unknownRight;
  const target = targetFor(scheme, asked, { right, properties }, resource, facts);
  if (target === null) return noSuchResource;
  const decision = decide(scheme, asked.subject, right, target, now);
  if (right !== 'database.view' || !decision.allow || !asksForMasked(resource, facts)) return decision;
  const unmasking = decide(scheme, asked.subject, 'database.unmask', target, now);
  return unmasking.allow ? decision : { allow: false, rule: 'column_masked', roles: unmasking.roles };
}

/** Whether {@link evaluate} allows, without the reason. */
export function isPermitted(
  scheme: CompiledScheme,
  asked: AskedSubject,
  { name, properties }: AskedAction,
  resource: AskedResource,
  facts: Facts,
  now: Date,
): boolean {
  const right = rightIn(scheme, resource.type, name);
  return right !== null && isRightPermitted(scheme, asked, { right, properties }, resource, facts, now);
}

/** As {@link isPermitted}, where the right is known to exist. */
export function isRightPermitted(
  scheme: CompiledScheme,
  asked: AskedSubject,
  action: AskedRight,
  resource: AskedResource,
  facts: Facts,
  now: Date,
): boolean {
  const { right } = action;
  const target = targetFor(scheme, asked, action, resource, facts);
  if (target === null || !isAllowed(scheme, asked.subject, right, target, now)) return false;
  if (right !== 'database.view' || !asksForMasked(resource, facts)) return true;
  return isAllowed(scheme, asked.subject, 'database.unmask', target, now);
}

/** The resource as a target of the permission core, or null where the workspace or its scheme has no such resource. */
function targetFor(
  scheme: CompiledScheme,
  asked: AskedSubject,
  { right, properties }: AskedRight,
  resource: AskedResource,
  facts: Facts,
): Target | null {
  const path = pathOf(resource, right.endsWith('.create'), facts);
  if (path === null) return null;
  const known = entityProperties(scheme, resource.type, resource.id);
  if (known === null) return null;
  const told = known === undefined ? resource : trustedOf(resource, known);
  return targetAt(path, scheme, asked, told, properties);
}

/** What the scheme knows of a resource goes before what the caller says of it. */
function trustedOf(resource: AskedResource, known: Readonly<Record<string, unknown>>): AskedResource {
  return { ...resource, properties: { ...resource.properties, ...known } };
}

/** The resource as a target; properties, also the action's, only where conditions may look at them. */
function targetAt(
  path: Target['path'],
  { conditional }: CompiledScheme,
  asked: AskedSubject,
  resource: AskedResource,
  actionProperties: AskedAction['properties'],
): Target {
  const ownerId = ownerOf(resource, asked);
  const target = ownerId === undefined ? { path } : { path, ownerId };
  if (conditional.length === 0) return target;
  const { properties } = resource;
  return {
    ...target,
    ...(properties === undefined ? {} : { properties }),
    ...(actionProperties === undefined ? {} : { actionProperties }),
  };
}

/** Owner of the resource, as the caller states it. A property of the wrong type counts as absent. */
function ownerOf({ properties }: AskedResource, asked: AskedSubject): string | undefined {
  const owner = properties?.['ownerID'];
  if (typeof owner !== 'string') return undefined;
  return owner === asked.id ? asked.subject.personId : owner;
}
