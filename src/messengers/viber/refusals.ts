/**
 * What a refused call is worth. `rejected`: this message can never arrive; `unreachable`: this person cannot be
 * written to; `busy`: the person has had the messages of an hour; `failed`: it is the account that is refused, or the
 * server has trouble, so the message is kept and tried again; `simpler`: the client may take a plainer message.
 */
export type Verdict = 'rejected' | 'unreachable' | 'busy' | 'failed' | 'simpler';

/** The statuses of the REST API (creators.viber.com, error codes). */
const STATUSES: Readonly<Record<number, Verdict>> = {
  1: 'failed', // invalidUrl
  2: 'failed', // invalidAuthToken
  3: 'rejected', // badData
  4: 'rejected', // missingData
  5: 'unreachable', // receiverNotRegistered
  6: 'unreachable', // receiverNotSubscribed
  7: 'failed', // publicAccountBlocked
  8: 'failed', // publicAccountNotFound
  9: 'failed', // publicAccountSuspended
  10: 'failed', // webhookNotSet
  11: 'unreachable', // receiverNoSuitableDevice
  12: 'busy', // tooManyRequests
  13: 'simpler', // apiVersionNotSupported
  14: 'simpler', // incompatibleWithVersion
  15: 'failed', // publicAccountNotAuthorized
  16: 'rejected', // inchatReplyMessageNotAllowed
  17: 'rejected', // publicAccountIsNotInline
  18: 'rejected', // noPublicChat
  19: 'failed', // cannotSendBroadcast
  20: 'failed', // broadcastNotAllowed
  21: 'unreachable', // unsupportedCountry
  22: 'failed', // paymentUnsupported
  23: 'failed', // freeMessagesExceeded
  24: 'failed', // noBalance
};

/** Judges a status other than 0. One that is not known keeps the message. */
export function verdictOf(status: number): Verdict {
  return STATUSES[status] ?? 'failed';
}

/**
 * Judges an HTTP status other than 2xx and 429. Viber itself answers errors with 200, so these come from a gateway:
 * all keep the message, but for the one that is too long for any.
 */
export function verdictOfHttp(status: number): Verdict {
  return status === 413 ? 'rejected' : 'failed';
}
