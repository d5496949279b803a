import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';

const SOURCE = new URL('../../src/', import.meta.url).pathname;

/** Words that were ours alone, and the field's words for them. Each is looked for in names, texts and comments. */
const PRIVATE: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/\bAct\b(?!s\b)|\bact: Act\b/, 'Context'],
  [/\b(MOST|LONGEST)_[A-Z]/, 'MAX_'],
  [/\bSOON_|\b_?PATIENCE\b/, '…_MS'],
  [/\b(owe|owes|owed|Owed\w*|claimOwed)\b/, 'outbox, message'],
  [/\b[sS]trikes?\b|\bstruck out\b/, 'ack, delete'],
  [/\b[lL]anes?\b/, 'chat queue'],
  [/\bgiveBack\b|\bletGo\b|\bletLeave\b/, 'release'],
  [/\bobey\w*\b/, 'enforce'],
  [/\b(ruling|Ruling|objection|Objection|obstacle|Obstacle)\b/, 'decision, denial'],
  [/\b[sS]ight(Of|s)?\b/, 'visibility'],
  [/\b[kK]eepers?\b/, 'admins'],
  [/\bstandings?\b/, 'status, constraints, row'],
  [/\bfate\b|\bcarryOut\b|\bpassTime\b/, 'delivery result, execute, run scheduled tasks'],
  [/\bpark(ed|Update|ing)?\b/, 'dead letter'],
  [/\b(rowsAtStake|rows at stake|shareOf|sharedStatement|foldSender)\b/, 'write set, batch item, coalesce'],
  [/\b(deafen|distrust|concernOf)\b/, 'unsubscribe, invalidate, invalidation scope'],
  [/\b[vV]ouched\b/, 'trusted'],
  [/\bthings?\b(?!')/, 'resource'],
  [/\b([wW]hoever|[sS]omebody|[wW]hom)\b/, 'plain modern English'],
  [/\bcomes to\b|\bstands for\b|\bstands in\b|\bof whom\b|\bin hand\b/, 'plain modern English'],
];

/** Where a word is not ours: names of the database, of messengers and of stored data. */
const EXCEPTIONS: readonly (readonly [file: RegExp, line: RegExp])[] = [
  // The view of projects, bots and channels, the column of an invitation and its elements keep their names.
  [/\/store\//, /\bthings?\b/],
  // The reach of a role in a scheme file is stored with these words.
  [/.*/, /'things'|\bonThings\b|`things`|granted_things|workspace_or_things/],
];

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'generated' ? [] : sources(path);
    return entry.name.endsWith('.ts') ? [path] : [];
  });
}

test('the sources speak in the words of the field', () => {
  const found = sources(SOURCE).flatMap((file) => {
    const name = relative(SOURCE, file);
    return readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, index) => {
        const isExcepted = EXCEPTIONS.some(([files, lines]) => files.test(`/${name}`) && lines.test(line));
        const hit = isExcepted ? undefined : PRIVATE.find(([pattern]) => pattern.test(line));
        return hit ? [`${name}:${index + 1} ${line.trim()} → ${hit[1]}`] : [];
      });
  });
  expect(found).toEqual([]);
});
