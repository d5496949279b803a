import { compile } from '../../src/access/compile.ts';
import { createDirectory, type Directory } from '../../src/access/directory/directory.ts';
import { A_FEW, type Contender } from './contender.ts';
import { NOW, targetOf, type World } from './world.ts';

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
    atOnce: A_FEW,
    ready(some) {
      const asked = some.map(({ workspaceId, personId, right, bot, project }) => {
        return { workspaceId, personId, right, target: targetOf(bot, project) };
      });
      return () => {
        let allowed = 0;
        for (const { workspaceId, personId, right, target } of asked) {
          if (directory.allows(workspaceId, personId, right, target, time)) allowed++;
        }
        return allowed;
      };
    },
  };
}

/** Castellan, asked in numbers that were looked up beforehand; there is nothing to parse, so all are put at once. */
export function oursByHandles(directory: Directory, { questions }: World): Contender {
  const time = NOW.getTime();
  const members = Int32Array.from(questions, ({ workspaceId, personId }) =>
    directory.member(workspaceId, personId),
  );
  const rows = Int32Array.from(questions, ({ right }, place) => directory.row(members[place] ?? -1, right));
  const places = Int32Array.from(questions, ({ bot, project }) => directory.place(targetOf(bot, project)));
  return {
    name: 'castellan, handles',
    asked: questions.length,
    atOnce: null,
    ready: (some, from) => () => {
      let allowed = 0;
      for (let place = from; place < from + some.length; place++) {
        const member = members[place] ?? -1;
        if (directory.allowsMember(member, rows[place] ?? -1, places[place] ?? 0, time)) allowed++;
      }
      return allowed;
    },
  };
}
