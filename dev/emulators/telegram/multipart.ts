export interface UploadedFile {
  name: string;
  type: string;
  bytes: Buffer;
}

export interface MultipartBody {
  fields: Record<string, string>;
  files: Map<string, UploadedFile>;
}

const HEAD_END = Buffer.from('\r\n\r\n');

/**
 * Reads a multipart/form-data body: parts with a file name become files, the others text fields.
 * Throws when the boundary is missing from the header or the body.
 */
export function parseMultipart(body: Buffer, contentType: string): MultipartBody {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  const mark = boundary?.[1] ?? boundary?.[2];
  if (mark === undefined) throw new Error('multipart body without a boundary');
  const delimiter = Buffer.from(`--${mark}`);
  const fields: Record<string, string> = {};
  const files = new Map<string, UploadedFile>();
  let start = body.indexOf(delimiter);
  if (start < 0) throw new Error('multipart boundary not found');
  const separator = Buffer.concat([Buffer.from('\r\n'), delimiter]);
  for (;;) {
    const partStart = start + delimiter.length + 2;
    const next = body.indexOf(separator, partStart);
    if (next < 0) return { fields, files };
    readPart(body.subarray(partStart, next), fields, files);
    start = next + 2;
  }
}

function readPart(part: Buffer, fields: Record<string, string>, files: Map<string, UploadedFile>): void {
  const headEnd = part.indexOf(HEAD_END);
  if (headEnd < 0) return;
  const head = part.subarray(0, headEnd).toString('utf8');
  const name = /[;\s]name="([^"]*)"/i.exec(head)?.[1];
  if (name === undefined) return;
  const content = part.subarray(headEnd + HEAD_END.length);
  const fileNameMatch = /filename=(?:"([^"]*)"|([^\r\n;]+))/i.exec(head);
  const fileName = fileNameMatch?.[1] ?? fileNameMatch?.[2];
  if (fileName === undefined) {
    fields[name] = content.toString('utf8');
    return;
  }
  const type = /content-type:\s*([^\r\n]+)/i.exec(head)?.[1] ?? 'application/octet-stream';
  // A copy, so that keeping a small file does not keep the whole request alive.
  files.set(name, { name: fileName, type, bytes: Buffer.from(content) });
}
