/** Tells those who wait that the emulator's state has changed; costs nothing while nobody waits. */
export class Changes {
  readonly #listeners = new Set<() => void>();
  #version = 0;

  get version(): number {
    return this.#version;
  }

  happened(): void {
    this.#version++;
    if (this.#listeners.size === 0) return;
    for (const listener of [...this.#listeners]) listener();
  }

  /**
   * Resolves with the first truthy value of `look`, asked now and after every change.
   * Rejects after `timeoutMs` with `what` in the message, or at once when `look` throws.
   */
  until<T>(look: () => T | undefined | null | false, timeoutMs: number, what: string): Promise<T> {
    return new Promise((resolve, reject) => {
      const stop = (): void => {
        clearTimeout(timer);
        this.#listeners.delete(check);
      };
      const check = (): void => {
        try {
          const seen = look();
          if (seen === undefined || seen === null || seen === false) return;
          stop();
          resolve(seen);
        } catch (error) {
          stop();
          reject(error);
        }
      };
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`waited ${timeoutMs} ms in vain for ${what}`));
      }, timeoutMs);
      this.#listeners.add(check);
      check();
    });
  }
}
