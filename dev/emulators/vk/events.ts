import { randomBytes } from 'node:crypto';

/** An event as the Callback API posts it and the long poll lists it, without the secret. */
export interface VkEvent {
  readonly type: string;
  readonly group_id: number;
  readonly event_id: string;
  readonly v: string;
  readonly object: unknown;
}

/** An event that the bot has not taken yet. */
export interface PendingEvent {
  readonly event: VkEvent;
  /** Place in the long poll's history, from 1. */
  readonly place: number;
  /** Events of one key reach a Callback server one after the other. */
  readonly key: string;
}

/** The community's events: kept until taken, remembered for sending again. */
export class EventStream {
  readonly #groupId: number;
  readonly #keep: number;
  readonly #pending = new Map<string, PendingEvent>();
  readonly #history: PendingEvent[] = [];
  #place = 0;
  onAdded: (pending: PendingEvent) => void = () => {};
  onSettled: () => void = () => {};

  constructor(groupId: number, keep: number) {
    this.#groupId = groupId;
    this.#keep = keep;
  }

  add(type: string, object: unknown, key: string): string {
    const event = {
      type,
      group_id: this.#groupId,
      event_id: randomBytes(20).toString('hex'),
      v: '5.199',
      object,
    };
    const pending = { event, place: ++this.#place, key };
    this.#pending.set(event.event_id, pending);
    this.#history.push(pending);
    if (this.#history.length > this.#keep) this.#history.shift();
    this.onAdded(pending);
    return event.event_id;
  }

  get size(): number {
    return this.#pending.size;
  }

  /** Place of the newest event; 0 before the first. */
  get newest(): number {
    return this.#place;
  }

  /** Place of the oldest event that is remembered. */
  get oldest(): number {
    return this.#history[0]?.place ?? this.#place + 1;
  }

  pending(): IterableIterator<PendingEvent> {
    return this.#pending.values();
  }

  /** What came after a place, at most so many. */
  after(place: number, limit: number): PendingEvent[] {
    return this.#history.filter((one) => one.place > place).slice(0, limit);
  }

  has(eventId: string): boolean {
    return this.#pending.has(eventId);
  }

  recall(eventId: string): VkEvent | undefined {
    return this.#history.find(({ event }) => event.event_id === eventId)?.event;
  }

  /** The event is delivered, passed by the long poll, or given up. */
  settle(eventId: string): void {
    if (this.#pending.delete(eventId)) this.onSettled();
  }

  /** Everything up to a place was read. */
  settleUpTo(place: number): void {
    for (const { event, place: at } of [...this.#pending.values()])
      if (at <= place) this.settle(event.event_id);
  }
}
