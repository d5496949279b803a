import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadBundle } from './app/load-bundle.ts';

// Seven hundred modules, one by one, take most of a start: `npm run build` makes a few files of them.
const bundle = fileURLToPath(new URL('../bundle/process.cjs', import.meta.url));
const { runProcess } = existsSync(bundle)
  ? // The same module, as scripts/bundle.ts wrote it.
    (loadBundle(bundle) as typeof import('./app/process.ts'))
  : await import('./app/process.ts');
await runProcess();
