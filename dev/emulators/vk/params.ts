import { badParameter } from './errors.ts';

/** The parameters of one call: a form, in the body or in the address. */
export class Params {
  readonly #values: URLSearchParams;

  constructor(query: string, body: Buffer, contentType: string) {
    this.#values = new URLSearchParams(query);
    if (!contentType.startsWith('application/x-www-form-urlencoded')) return;
    for (const [name, value] of new URLSearchParams(body.toString('utf8'))) this.#values.set(name, value);
  }

  /** Everything but the token, as it came. */
  get raw(): Record<string, string> {
    const { access_token: _, ...rest } = Object.fromEntries(this.#values);
    return rest;
  }

  text(name: string): string | undefined {
    return this.#values.get(name) ?? undefined;
  }

  /** A list with commas. */
  list(name: string): string[] {
    return (this.text(name) ?? '').split(',').filter((one) => one !== '');
  }

  /** An integer of at most 53 bits; undefined where left out. Throws 100 for anything else. */
  integer(name: string): number | undefined {
    const text = this.text(name);
    if (text === undefined || text === '') return undefined;
    const value = Number(text);
    if (!Number.isSafeInteger(value)) throw badParameter(`${name} not integer`);
    return value;
  }

  required(name: string): number {
    const value = this.integer(name);
    if (value === undefined) throw badParameter(`${name} is undefined`);
    return value;
  }
}
