import { randomBytes } from 'node:crypto';

export interface ShelvedFile {
  readonly kind: 'photo' | 'doc';
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

const MAX_KEPT = 100;

/** Uploaded files: posted to an address of their own first, then kept under the name messages carry. */
export class Shelf {
  readonly #posted = new Map<string, ShelvedFile>();
  readonly #kept = new Map<string, ShelvedFile>();
  #nextId = 456_239_001;

  post(file: ShelvedFile): string {
    const ticket = randomBytes(12).toString('hex');
    this.#posted.set(ticket, file);
    if (this.#posted.size > MAX_KEPT) this.#posted.delete(this.#posted.keys().next().value ?? '');
    return ticket;
  }

  /** Keeps a posted file for good; its number, or undefined for a ticket that is not known. */
  keep(ticket: string, ownerId: number): number | undefined {
    const file = this.#posted.get(ticket);
    if (file === undefined) return undefined;
    const id = this.#nextId++;
    this.#kept.set(`${file.kind}${ownerId}_${id}`, file);
    return id;
  }

  find(name: string): ShelvedFile | undefined {
    return this.#kept.get(/^(?:photo|doc)-?\d+_\d+/.exec(name)?.[0] ?? '');
  }
}
