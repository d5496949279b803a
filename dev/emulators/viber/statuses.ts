/** Status codes of the REST API; an error, too, is answered with HTTP 200 (creators.viber.com, error codes). */
export const STATUS = {
  ok: 0,
  invalidUrl: 1,
  invalidAuthToken: 2,
  badData: 3,
  missingData: 4,
  receiverNotRegistered: 5,
  receiverNotSubscribed: 6,
  webhookNotSet: 10,
  tooManyRequests: 12,
  apiVersionNotSupported: 13,
} as const;

/** An answer with a status other than 0. */
export class ViberApiError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = 'ViberApiError';
    this.status = status;
  }
}
