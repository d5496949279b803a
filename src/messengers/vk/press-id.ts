/** What an answer to a press needs. `eventId` is null where the button was a text one: nothing waits there. */
interface Pressed {
  readonly userId: number;
  readonly eventId: string | null;
}

/** Names a press, so that its answer finds the person and the waiting mark. */
export function toPressId({ userId, eventId }: Pressed): string {
  return `${userId}:${eventId ?? ''}`;
}

/** The press behind a name; null if we did not make it. */
export function fromPressId(pressId: string): Pressed | null {
  const found = /^([1-9]\d{0,15}):(.*)$/s.exec(pressId);
  return found ? { userId: Number(found[1]), eventId: found[2] || null } : null;
}
