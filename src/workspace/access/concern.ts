/** Acts that change nobody's rights but those of the person acted upon and of the one who acts. */
const personal = /^(membership|grant|invitation|transfer)\./;

/**
 * Whose rights an act may have changed, as its audit event tells; null: anybody's in the workspace. An act that
 * is not known here concerns everybody.
 */
export function peopleConcerned(
  action: string,
  subjectId: string | null,
  actorId: string | null,
): readonly string[] | null {
  if (subjectId === null || !personal.test(action)) return null;
  return actorId === null ? [subjectId] : [subjectId, actorId];
}
