import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { request } from 'undici';

/** Hands requests to two processes in turn, and to the other where one does not listen. */
export async function startBalancer(targets: readonly string[]) {
  let turn = 0;
  const pass = async (
    url: string,
    init: { method: string; headers: Record<string, string>; body: Buffer },
  ) => {
    const first = turn++;
    for (let tried = 0; tried < targets.length; tried++) {
      const target = targets[(first + tried) % targets.length] ?? '';
      try {
        const { method, headers, body } = init;
        const answer = await request(target + url, {
          method: method as 'POST',
          headers,
          body: method === 'GET' ? null : body,
        });
        return {
          status: answer.statusCode,
          body: Buffer.from(await answer.body.arrayBuffer()),
          headers: answer.headers,
        };
      } catch (error) {
        // Only a request that has reached nobody may go to somebody else.
        if (!(error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED')) break;
      }
    }
    return null;
  };
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const headers = Object.fromEntries(
      Object.entries(incoming.headers).filter(
        (header): header is [string, string] =>
          typeof header[1] === 'string' &&
          !['host', 'connection', 'content-length', 'transfer-encoding'].includes(header[0]),
      ),
    );
    const { method = 'GET', url = '/' } = incoming;
    const answer = await pass(url, { method, headers, body: Buffer.concat(chunks) });
    if (answer === null) return void outgoing.writeHead(502).end();
    const type = answer.headers['content-type'];
    outgoing
      .writeHead(answer.status, typeof type === 'string' ? { 'content-type': type } : {})
      .end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
