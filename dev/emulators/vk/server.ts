import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { answerApi } from './api.ts';
import type { Emulation } from './emulation.ts';
import { Params } from './params.ts';

const MAX_BODY = 52 * 1024 * 1024;

/** The HTTP side: `/method/<name>`, `/long-poll` and `/upload/<photo|doc>`. */
export function createHttpServer(emulation: Emulation): Server {
  const server = createServer((request, response) => {
    readBody(request, (body) => {
      route(emulation, request, response, body).catch(() => response.destroy());
    });
  });
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
  request.on('end', () => done(Buffer.concat(chunks)));
}

async function route(
  emulation: Emulation,
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
): Promise<void> {
  const url = new URL(request.url ?? '/', emulation.url);
  const contentType = request.headers['content-type'] ?? '';
  if (url.pathname.startsWith('/method/')) {
    const params = new Params(url.search, body, contentType);
    const reaction = await answerApi(emulation, url.pathname.slice('/method/'.length), params);
    if (reaction.kind === 'cut') response.destroy();
    if (reaction.kind === 'answer') respond(response, 200, reaction.body);
  } else if (url.pathname === '/long-poll') {
    const onHangUp = (abandon: () => void): void => void response.once('close', abandon);
    respond(response, 200, JSON.stringify(await emulation.longPoll.answer(url.searchParams, onHangUp)));
  } else if (url.pathname === '/upload/photo' || url.pathname === '/upload/doc') {
    respond(response, 200, JSON.stringify(await upload(emulation, url.pathname.slice(8), contentType, body)));
  } else {
    respond(response, 404, '{}');
  }
}

/** A form with one file, in the field `photo` or `file`. */
async function upload(
  { shelf }: Emulation,
  kind: string,
  contentType: string,
  body: Buffer,
): Promise<object> {
  const form = await new Response(Uint8Array.from(body), {
    headers: { 'content-type': contentType },
  }).formData();
  const file = form.get(kind === 'photo' ? 'photo' : 'file');
  if (!(file instanceof File)) return { error: 'no file' };
  const shelved = { name: file.name, type: file.type, bytes: new Uint8Array(await file.arrayBuffer()) };
  return kind === 'photo'
    ? { server: 1, photo: shelf.post({ kind: 'photo', ...shelved }), hash: 'hash' }
    : { file: shelf.post({ kind: 'doc', ...shelved }) };
}

function respond(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}
