/**
 * What a refused call is worth. `busy`: to be made a little later; `rejected`: this message can never arrive;
 * `unreachable`: this chat cannot be written to; `failed`: it is the community that is refused, or VK has trouble, so
 * the message is kept and tried again.
 */
export type Verdict = 'busy' | 'failed' | 'unreachable' | 'rejected';

/** The known error codes (VK API schema, errors.json). */
const CODES: Readonly<Record<number, Verdict>> = {
  1: 'failed', // unknown error
  5: 'failed', // authorization failed: the operator may put the token right
  6: 'busy', // too many a second
  7: 'unreachable', // no permission
  8: 'rejected', // invalid request
  9: 'failed', // flood
  10: 'failed', // internal server error
  14: 'failed', // captcha
  15: 'failed', // access denied: the rights of the token
  18: 'unreachable', // the person is deleted or banned
  27: 'failed', // the community's token
  28: 'failed', // the application's token
  29: 'failed', // rate limit of a method
  100: 'rejected', // a parameter
  113: 'unreachable', // no such person
  125: 'failed', // a wrong community: the settings
  900: 'unreachable', // in the person's blacklist
  901: 'unreachable', // not allowed by the person
  902: 'unreachable', // the person's privacy settings
  909: 'rejected', // too old to edit
  910: 'rejected', // too big
  911: 'rejected', // the keyboard
  912: 'failed', // bot features are off: the settings of the community
  913: 'rejected', // too many forwarded
  914: 'rejected', // too long
  917: 'unreachable', // no access to the chat
  920: 'rejected', // of a kind that cannot be edited
  921: 'rejected', // cannot be forwarded
  922: 'unreachable', // left the chat
  925: 'rejected', // no admin of the chat
  932: 'unreachable', // the community cannot talk to this one
  936: 'unreachable', // no such contact
  940: 'rejected', // too many posts
  943: 'rejected', // intent
  944: 'rejected', // intent
  945: 'unreachable', // the chat is disabled
  946: 'unreachable', // the chat is not supported
  949: 'rejected', // pinned
  950: 'rejected', // too late for the press
  962: 'unreachable', // for donors only
  969: 'rejected', // cannot be forwarded
  985: 'unreachable', // a community that takes notifications only
  987: 'unreachable', // a message request is open
  988: 'unreachable', // a message request was refused
  1012: 'unreachable', // writing is disabled in this chat
};

/** Judges an error code of VK by what to do next. One that is not known keeps the message. */
export function verdictOf(code: number): Verdict {
  return CODES[code] ?? 'failed';
}

/** Troubles of the server, of the pace and of the token, beside a captcha: the same call may succeed later. */
const PASSING: ReadonlySet<number> = new Set([1, 5, 6, 9, 10, 14, 27, 28, 29]);

/** Whether a call that is no message is worth repeating, or what it asks for is not to be had. */
export function isPassing(code: number): boolean {
  return PASSING.has(code);
}

/**
 * Whether an edit was refused for the message's sake, so that a new message takes its place. 909: too old; 920: of a
 * kind that cannot be edited; 949: pinned; 15 and 100 are what a deleted or unknown message answers.
 */
export function isNotEditable(code: number): boolean {
  return [15, 100, 909, 920, 949].includes(code);
}
