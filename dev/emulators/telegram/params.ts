import { badRequest } from './errors.ts';
import { parseMultipart, type UploadedFile } from './multipart.ts';

const NO_FILES: ReadonlyMap<string, UploadedFile> = new Map();

/**
 * The parameters of one call. Like the real server, which turns every argument into a string first,
 * it takes numbers, booleans and objects both as themselves and written as text.
 */
export class Params {
  readonly raw: Readonly<Record<string, unknown>>;
  readonly files: ReadonlyMap<string, UploadedFile>;

  constructor(raw: Readonly<Record<string, unknown>>, files: ReadonlyMap<string, UploadedFile> = NO_FILES) {
    this.raw = raw;
    this.files = files;
  }

  has(name: string): boolean {
    const value = this.raw[name];
    return value !== undefined && value !== null && value !== '';
  }

  /** The parameter as text; empty when it is missing. */
  text(name: string): string {
    const value = this.raw[name];
    if (typeof value === 'string') return value;
    return value === undefined || value === null ? '' : JSON.stringify(value);
  }

  /** The parameter as a whole number; undefined when it is missing or none. */
  integer(name: string): number | undefined {
    if (!this.has(name)) return undefined;
    const value = Number(this.raw[name]);
    return Number.isSafeInteger(value) ? value : undefined;
  }

  flag(name: string): boolean {
    const value = this.raw[name];
    if (typeof value !== 'string') return value === true || value === 1;
    const lower = value.toLowerCase();
    return lower === 'true' || lower === 'yes' || lower === '1';
  }

  /** The parameter as a JSON value. Throws 400 when it is text that is no JSON. */
  json(name: string, what: string): unknown {
    if (!this.has(name)) return undefined;
    const value = this.raw[name];
    if (typeof value !== 'string') return value;
    try {
      return JSON.parse(value);
    } catch {
      throw badRequest(`can't parse ${what} JSON object`);
    }
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Decodes a request into parameters: the query string, then the body by its content type
 * (JSON, urlencoded or multipart). Throws 400 on a body that does not parse.
 */
export function readParams(query: string, contentType: string, body: Buffer): Params {
  if (query === '' && contentType.startsWith('application/json')) return new Params(readJson(body));
  const raw: Record<string, unknown> = Object.fromEntries(new URLSearchParams(query));
  if (body.length === 0) return new Params(raw);
  if (contentType.startsWith('multipart/form-data')) {
    try {
      const { fields, files } = parseMultipart(body, contentType);
      return new Params({ ...raw, ...fields }, files);
    } catch {
      throw badRequest("can't parse multipart body");
    }
  }
  if (contentType.startsWith('application/json')) return new Params({ ...raw, ...readJson(body) });
  return new Params({ ...raw, ...Object.fromEntries(new URLSearchParams(body.toString('utf8'))) });
}

function readJson(body: Buffer): Record<string, unknown> {
  if (body.length === 0) return {};
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8'));
  } catch {
    throw badRequest("can't parse request JSON object");
  }
  if (!isObject(value)) throw badRequest('request JSON value must be an object');
  return value;
}
