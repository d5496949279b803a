/** What processes log: pino writes here. */
export interface LogBook {
  write(line: string): void;
  /** Every line so far, oldest first. */
  readonly lines: readonly string[];
  /** Resolves with the first line that says so, written already or still to come; rejects after 10 s. */
  says(what: RegExp): Promise<string>;
}

const PATIENCE_MS = 10_000;

/** An empty book. */
export function createLogBook(): LogBook {
  const lines: string[] = [];
  const readers = new Set<(line: string) => void>();
  return {
    lines,
    write(line) {
      lines.push(line);
      for (const reader of [...readers]) reader(line);
    },
    says(what) {
      const written = lines.find((line) => what.test(line));
      if (written !== undefined) return Promise.resolve(written);
      return new Promise((resolve, reject) => {
        const patience = setTimeout(() => {
          readers.delete(read);
          reject(new Error(`nothing logged says ${what}`));
        }, PATIENCE_MS);
        const read = (line: string): void => {
          if (!what.test(line)) return;
          clearTimeout(patience);
          readers.delete(read);
          resolve(line);
        };
        readers.add(read);
      });
    },
  };
}
