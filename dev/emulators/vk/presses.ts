import { randomBytes } from 'node:crypto';
import { badParameter } from './errors.ts';

/** What a person saw after pressing a callback button; an empty text only ended the waiting. */
export interface Toast {
  readonly eventId: string;
  readonly userId: number;
  readonly text: string;
  /** `show_snackbar`, `open_link`, `open_app`; undefined for an empty answer. */
  readonly type: string | undefined;
}

interface OpenPress {
  readonly userId: number;
  readonly peerId: number;
  readonly at: number;
}

/** The presses that wait for messages.sendMessageEventAnswer, and the answers given so far. */
export class Presses {
  readonly #now: () => Date;
  readonly #deadlineMs: number;
  readonly #open = new Map<string, OpenPress>();
  readonly #toasts: Toast[] = [];

  constructor(now: () => Date, deadlineMs: number) {
    this.#now = now;
    this.#deadlineMs = deadlineMs;
  }

  press(userId: number, peerId: number): string {
    const eventId = randomBytes(6).toString('hex');
    this.#open.set(eventId, { userId, peerId, at: this.#now().getTime() });
    return eventId;
  }

  /** Takes the bot's answer. Throws 100 when nobody waits for it: unknown, answered already, or too late. */
  answer(eventId: string, userId: number, peerId: number, shown: { type?: string; text?: string }): void {
    const press = this.#open.get(eventId);
    const late = press !== undefined && this.#now().getTime() - press.at > this.#deadlineMs;
    if (press === undefined || late || press.userId !== userId || press.peerId !== peerId)
      throw badParameter('event_id is invalid or outdated');
    this.#open.delete(eventId);
    this.#toasts.push({ eventId, userId, text: shown.text ?? '', type: shown.type });
  }

  toastOf(eventId: string): Toast | undefined {
    return this.#toasts.find((toast) => toast.eventId === eventId);
  }

  toasts(): readonly Toast[] {
    return this.#toasts;
  }
}
