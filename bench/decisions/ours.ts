import { compile } from '../../src/access/compile.ts';
import { createDirectory, type Directory } from '../../src/access/directory/directory.ts';
import type { Contender } from './contender.ts';
import { NOW, type World } from './world.ts';

/** Compiles the schemes and puts everybody into a directory. */
export function loadDirectory(world: World): Directory {
  const compiled = new Map(world.schemes.map((declaration) => [declaration.key, compile(declaration)]));
  const directory = createDirectory(world.workspaces.reduce((sum, { members }) => sum + members.length, 0));
  for (const { id, scheme: key, members } of world.workspaces) {
    const scheme = compiled.get(key);
    if (scheme === undefined) throw new Error('a workspace has a scheme');
    for (const { subject } of members) directory.put(id, scheme, subject);
  }
  return directory;
}

/** Castellan, asked in words. */
export function oursByIds(directory: Directory, { questions }: World): Contender {
  const time = NOW.getTime();
  return {
    name: 'castellan, string ids',
    asked: questions.length,
    answer(place) {
      const one = questions[place];
      return (
        one !== undefined && directory.allows(one.workspaceId, one.personId, one.right, one.target, time)
      );
    },
    pass() {
      let allowed = 0;
      for (const { workspaceId, personId, right, target } of questions) {
        if (directory.allows(workspaceId, personId, right, target, time)) allowed++;
      }
      return allowed;
    },
  };
}

/** Castellan, asked in numbers that were looked up beforehand. */
export function oursByHandles(directory: Directory, { questions }: World): Contender {
  const time = NOW.getTime();
  const members = Int32Array.from(questions, ({ workspaceId, personId }) =>
    directory.member(workspaceId, personId),
  );
  const rows = Int32Array.from(questions, ({ right }, place) => directory.row(members[place] ?? -1, right));
  const places = Int32Array.from(questions, ({ target }) => directory.place(target));
  const answer = (place: number): boolean =>
    directory.allowsMember(members[place] ?? -1, rows[place] ?? -1, places[place] ?? 0, time);
  return {
    name: 'castellan, handles',
    asked: questions.length,
    answer,
    pass() {
      let allowed = 0;
      for (let place = 0; place < members.length; place++) if (answer(place)) allowed++;
      return allowed;
    },
  };
}
