const MOST_KEPT = 10_000;

/** Chats whose members use clients without callback buttons, as far as this process has seen. */
export interface Clients {
  saw(chatId: string, knowsCallbacks: boolean): void;
  knowsCallbacks(chatId: string): boolean;
}

/** Remembers the few that do not; of whom nothing is known, the buttons that everything else has are right. */
export function createClients(): Clients {
  const without = new Set<string>();
  return {
    saw(chatId, knowsCallbacks) {
      without.delete(chatId);
      if (knowsCallbacks) return;
      without.add(chatId);
      for (const oldest of without) {
        if (without.size <= MOST_KEPT) break;
        without.delete(oldest);
      }
    },
    knowsCallbacks: (chatId) => !without.has(chatId),
  };
}
