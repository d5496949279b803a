/** Acts that change nobody's rights but those of the person acted upon and of the one who acts. */
const personal = /^(membership|grants?|invitation|transfer)\./;
/** Acts that change nobody's roles, but where a thing stands or which columns are masked. */
const factual = /^((project|bot|channel)\.(created|moved)|channel\.deleted|columns\.(un)?masked)$/;
/** Acts on things and what is published of them that change no answer to any question. */
const indifferent = /^((project|bot|channel)\.renamed|bot\.published|approval\.\w+)$/;

/** What answers an act may have changed. */
export interface Concern {
  /** Whose rights; null: anybody's in the workspace. */
  readonly personIds: readonly string[] | null;
  /** Whether what is known of its things and masked columns. */
  readonly facts: boolean;
}

const everything: Concern = { personIds: null, facts: true };

/**
 * What an act may have changed, as its audit event tells. An act that is not known here concerns everything, and so
 * does the end of a project or bot, which takes the roles on it along.
 */
export function concernOf(action: string, subjectId: string | null, actorId: string | null): Concern {
  if (indifferent.test(action)) return { personIds: [], facts: false };
  if (factual.test(action)) return { personIds: [], facts: true };
  if (subjectId === null || !personal.test(action)) return everything;
  return { personIds: actorId === null ? [subjectId] : [subjectId, actorId], facts: false };
}
