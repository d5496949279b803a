import type { CompiledScheme } from '../../access/compile.ts';
import { decide } from '../../access/decide.ts';
import { type Decision, unknownRight } from '../../access/decision.ts';
import type { Subject, Target } from '../../access/subject.ts';
import { rightNamed } from '../../access/vocabulary.ts';

/** A resource as a question from outside names it. */
export interface AskedResource {
  readonly type: string;
  readonly id: string;
  /** `project` and `bot`: what it lies in. `ownerID`: whose it is. Everything else is nothing to us. */
  readonly properties?: Readonly<Record<string, unknown>> | undefined;
}

/** Somebody as a question named them, and as the workspace knows them. */
export interface AskedSubject {
  /** The id in the question: an owner may be named by it as well as by our id. */
  readonly id: string;
  readonly subject: Subject;
}

/** Answers one question from outside; a resource or action that does not exist is denied like any other. */
export function evaluate(
  scheme: CompiledScheme,
  asked: AskedSubject,
  action: string,
  resource: AskedResource,
  now: Date,
): Decision {
  const right = rightNamed(resource.type, action);
  return right === null ? unknownRight : decide(scheme, asked.subject, right, targetOf(resource, asked), now);
}

/**
 * Where a resource lies. A project, bot or channel is itself on its path; what it lies in comes from its
 * properties, as whoever asks vouches for them. A property of the wrong type counts as absent, which only
 * ever takes rights away.
 */
export function targetOf({ type, id, properties }: AskedResource, asked: AskedSubject): Target {
  const path: Target['path'][number][] = [];
  if (type === 'project' || type === 'bot' || type === 'channel') path.push({ kind: type, id });
  if (properties === undefined) return { path };

  const { project, bot, ownerID } = properties;
  if (typeof bot === 'string' && type !== 'bot' && type !== 'project') path.push({ kind: 'bot', id: bot });
  if (typeof project === 'string' && type !== 'project') path.push({ kind: 'project', id: project });
  if (typeof ownerID !== 'string') return { path };
  return { path, ownerId: ownerID === asked.id ? asked.subject.personId : ownerID };
}
