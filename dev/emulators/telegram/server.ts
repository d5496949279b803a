import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { answerApi, type Reaction } from './api.ts';
import type { Emulation } from './emulation.ts';

// Above the largest file the API takes, 50 MB, with room for the form around it.
const MAX_BODY = 52 * 1024 * 1024;

/** Answers `/control/…`: the path after it, the query and the body in; a status and JSON text out. */
export type ControlRoute = (
  path: string,
  query: string,
  body: Buffer,
) => Promise<{ status: number; body: string }>;

/** The HTTP side: `/bot<token>/<method>`, `/file/bot<token>/<path>` and `/control/…`. */
export function createHttpServer(emulation: Emulation, control: ControlRoute): Server {
  const server = createServer((request, response) => {
    readBody(request, (body) => {
      route(emulation, control, request, response, body).catch(() => response.destroy());
    });
  });
  // Idle bots keep their connection through a pause; Node's 5 s would race with their next call.
  server.keepAliveTimeout = 65_000;
  return server;
}

function readBody(request: IncomingMessage, done: (body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > MAX_BODY) request.destroy();
    else chunks.push(chunk);
  });
  request.on('end', () => {
    const [first] = chunks;
    done(chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks));
  });
}

async function route(
  emulation: Emulation,
  control: ControlRoute,
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
): Promise<void> {
  const url = request.url ?? '/';
  const mark = url.indexOf('?');
  const path = mark < 0 ? url : url.slice(0, mark);
  const query = mark < 0 ? '' : url.slice(mark + 1);
  if (path.startsWith('/bot')) {
    const contentType = request.headers['content-type'] ?? '';
    const onHangUp = (abandon: () => void): void => void response.once('close', abandon);
    const call = { path: path.slice('/bot'.length), query, contentType, body, onHangUp };
    respond(response, await answerApi(emulation, call));
  } else if (path.startsWith('/control/')) {
    const answer = await control(path.slice('/control/'.length), query, body);
    respond(response, { kind: 'answer', ...answer });
  } else if (path.startsWith('/file/bot')) {
    sendFile(emulation, response, path.slice('/file/bot'.length));
  } else {
    respond(response, notFound());
  }
}

function respond(response: ServerResponse, reaction: Reaction): void {
  if (reaction.kind === 'silence') return;
  if (reaction.kind === 'cut') {
    response.destroy();
    return;
  }
  const headers: Record<string, string | number> = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(reaction.body),
  };
  if (reaction.retryAfter !== undefined) headers['retry-after'] = reaction.retryAfter;
  response.writeHead(reaction.status, headers);
  response.end(reaction.body);
}

function sendFile(emulation: Emulation, response: ServerResponse, path: string): void {
  const prefix = `${emulation.token}/files/`;
  const file = path.startsWith(prefix) ? emulation.files.find(path.slice(prefix.length)) : undefined;
  if (file === undefined) {
    respond(response, notFound());
    return;
  }
  response.writeHead(200, { 'content-type': file.type, 'content-length': file.bytes.length });
  response.end(file.bytes);
}

function notFound(): Reaction {
  const body = '{"ok":false,"error_code":404,"description":"Not Found"}';
  return { kind: 'answer', status: 404, body };
}
