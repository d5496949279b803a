import { AsyncLocalStorage } from 'node:async_hooks';
import type { ServerResponse } from 'node:http';

/** One webhook request that a host's library is answering. */
interface WebhookScope {
  /** An update in it had no effect: the answer must make the messenger deliver it again. */
  failed: boolean;
}

const scopes = new AsyncLocalStorage<WebhookScope>();

/** Whether this runs within a watched request. */
export function isWatched(): boolean {
  return scopes.getStore() !== undefined;
}

/** Within a watched request: has it answered 500, whatever the library says. False outside of any. */
export function failRequest(): boolean {
  const scope = scopes.getStore();
  if (scope === undefined) return false;
  scope.failed = true;
  return true;
}

/** A handler of Node's HTTP requests, as webhookCallback of grammY and of Telegraf make them, or Express's. */
type Handler<Request, Response extends ServerResponse, Rest extends unknown[], Result> = (
  request: Request,
  response: Response,
  ...rest: Rest
) => Result;

/**
 * Watches the requests of a webhook handler. Both libraries answer 200 once the middleware has come to its end, and
 * their ways of failing end the process or lose the update; so where an update of ours had no effect, the status
 * is changed on its way out.
 */
export function watchWebhook<Request, Response extends ServerResponse, Rest extends unknown[], Result>(
  handler: Handler<Request, Response, Rest, Result>,
): Handler<Request, Response, Rest, Result> {
  return (request, response, ...rest) => {
    const scope: WebhookScope = { failed: false };
    response.writeHead = new Proxy(response.writeHead, {
      apply: (target, self, [status, ...more]) =>
        Reflect.apply(target, self, [scope.failed ? 500 : status, ...more]),
    });
    response.end = new Proxy(response.end, {
      apply(target, self, given) {
        if (scope.failed && !response.headersSent) response.statusCode = 500;
        return Reflect.apply(target, self, given);
      },
    });
    return scopes.run(scope, () => handler(request, response, ...rest));
  };
}
