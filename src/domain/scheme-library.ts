import type { CompiledScheme } from '../access/compile.ts';

/**
 * The compiled schemes of this process. Presets are always loaded; a workspace's own scheme is read before its first
 * use. A version never changes and a new version has a new name, so a loaded scheme is never out of date.
 */
export interface SchemeLibrary {
  /** Whether a scheme is loaded. */
  has(name: string): boolean;
  /** A loaded scheme. Throws for an unknown name, and for a scheme that nothing loaded before. */
  get(name: string): CompiledScheme;
  /** Reads a scheme with one statement, unless it is loaded. Throws where there is none. */
  read(name: string): Promise<CompiledScheme>;
  /** Loads these schemes before a decision that may ask for them; names of no scheme are skipped. */
  load(names: Iterable<string>): Promise<void>;
}
