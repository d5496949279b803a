/** What a refused call is worth. Codes: VK API schema, errors.json. */
export type Worth = 'busy' | 'failed' | 'unreachable' | 'rejected';

/** 6: too many a second. */
const BUSY = new Set([6]);
/**
 * 1, 10: errors of the server; 9, 29: too much of one kind; 14: a captcha; 5, 27, 28: the token, which the operator
 * may put right, and until then nothing should be lost.
 */
const PASSING = new Set([1, 5, 9, 10, 14, 27, 28, 29]);
/**
 * 7, 901, 902: not allowed by the person; 18: deleted; 900: blacklisted; 917, 922, 945, 946, 1012: no writing in this
 * chat any more; 932, 936: no such partner.
 */
const UNREACHABLE = new Set([7, 18, 900, 901, 902, 917, 922, 932, 936, 945, 946, 1012]);

/** Judges an error code of VK by what to do next. */
export function worthOf(code: number): Worth {
  if (BUSY.has(code)) return 'busy';
  if (PASSING.has(code)) return 'failed';
  return UNREACHABLE.has(code) ? 'unreachable' : 'rejected';
}

/** Whether the same call may succeed later. */
export function isPassing(code: number): boolean {
  const worth = worthOf(code);
  return worth === 'busy' || worth === 'failed';
}

/**
 * Whether an edit was refused for the message's sake, so that a new message takes its place. 909: too old; 920: of a
 * kind that cannot be edited; 949: pinned; 15 and 100 are what a deleted or unknown message answers.
 */
export function isNotEditable(code: number): boolean {
  return [15, 100, 909, 920, 949].includes(code);
}
