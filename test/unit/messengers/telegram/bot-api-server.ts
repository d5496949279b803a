import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Asked {
  readonly path: string;
  readonly method: string;
  readonly params: Record<string, unknown>;
}

/** What the server says: a Bot API result, an error, or whatever a function writes itself. */
export type Says =
  | { readonly ok: true; readonly result: unknown }
  | {
      readonly ok: false;
      readonly error_code: number;
      readonly description: string;
      readonly parameters?: object;
      readonly headers?: Record<string, string>;
    }
  | ((response: ServerResponse) => void);

/** A local server that says what `says` decides, until the test ends. */
export async function botApiServer(says: (asked: Asked) => Says | Promise<Says>) {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    let json = '';
    for await (const chunk of request) json += chunk;
    const path = request.url ?? '';
    const call = { path, method: path.split('/').at(-1) ?? '', params: JSON.parse(json) };
    asked.push(call);
    const answer = await says(call);
    if (typeof answer === 'function') return answer(response);
    const { headers = {}, ...body } = { headers: {}, ...answer };
    response.writeHead(answer.ok ? 200 : answer.error_code, {
      'content-type': 'application/json',
      ...headers,
    });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { root: `http://127.0.0.1:${port}`, asked };
}

export const fails = (error_code: number, description: string, parameters?: object): Says => ({
  ok: false,
  error_code,
  description,
  ...(parameters === undefined ? {} : { parameters }),
});
