import { existsSync, readFileSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';

/** Where V8's code for a file of the bundle lies: beside it. */
export const codeCacheOf = (file: string): string => `${file}.cache`;

/**
 * Loads a file of the bundle (CommonJS) and what it requires; its exports.
 *
 * Files that every start needs have a code cache, which spares most of the time that loading them takes. V8 takes
 * it only from its own version under the same flags, and otherwise compiles the file as usual. `node:module` has
 * such a cache as well, but not before Node 22. Files without one are left to Node.
 *
 * @param compiled collects the scripts of the files with a code cache, by absolute path
 */
export function loadBundle(file: string, compiled = new Map<string, Script>()): unknown {
  const require = createRequire(file);
  const module = new Module(file);
  // Known to Node as well, so that files loaded by it find this module and not a second one.
  require.cache[file] = module;
  const requireHere = (id: string): unknown => {
    const path = join(dirname(file), id);
    const cached = id.startsWith('./') && require.cache[path] === undefined && existsSync(codeCacheOf(path));
    return cached ? loadBundle(path, compiled) : require(id);
  };
  const script = compile(file);
  compiled.set(file, script);
  script.runInThisContext()(module.exports, Object.assign(requireHere, require), module, file, dirname(file));
  module.loaded = true;
  return module.exports;
}

const HEAD = Buffer.from('(function (exports, require, module, __filename, __dirname) {');
const TAIL = Buffer.from('\n})');

function compile(file: string): Script {
  // The bundle is plain ASCII: so its text takes a byte a character, and nothing has to be decoded.
  const source = Buffer.concat([HEAD, readFileSync(file), TAIL]).toString('latin1');
  const cache = codeCacheOf(file);
  return new Script(source, {
    filename: file,
    ...(existsSync(cache) && { cachedData: readFileSync(cache) }),
  });
}
