import type { CompiledScheme } from '../../../../access/compile.ts';
import { rightsOf } from '../../../../access/diff.ts';
import type { Right } from '../../../../access/vocabulary.ts';

/** What a role may do with one right: yes, with what is its holder's own, not, or never in this scheme. */
export type Mark = 'yes' | 'own' | 'no' | 'never';

/** Rights to one kind of resource that every role holds alike, and how each role holds them, broadest first. */
interface MatrixRow {
  readonly rights: readonly Right[];
  readonly marks: readonly Mark[];
}

/** One kind of resource with its rows. */
export interface MatrixBlock {
  /** As in a right's name. */
  readonly resource: string;
  readonly rows: readonly MatrixRow[];
}

/** The whole of a scheme: what each role may do, and what nobody may. */
export interface Matrix {
  readonly blocks: readonly MatrixBlock[];
  /** Rights that no role gives, though the scheme does not forbid them. */
  readonly nobody: readonly Right[];
}

/** The matrix of a scheme; rights to the same resource that are held alike share a row. */
export function matrixOf(scheme: CompiledScheme): Matrix {
  const byRole = scheme.roles.map(
    ({ key }) => new Map(rightsOf(scheme, [key]).map(({ right, only }) => [right, only] as const)),
  );
  const marksOf = (right: Right): Mark[] => {
    if (scheme.forbidden[scheme.rowOf.get(right) ?? -1]) return byRole.map(() => 'never');
    return byRole.map((rights) => {
      const only = rights.get(right);
      return only === undefined ? 'no' : only === null ? 'yes' : 'own';
    });
  };
  const nobody: Right[] = [];
  const resources = new Map<string, Map<string, { rights: Right[]; marks: readonly Mark[] }>>();
  for (const right of scheme.rights) {
    const marks = marksOf(right);
    if (marks.every((mark) => mark === 'no')) {
      nobody.push(right);
      continue;
    }
    const resource = right.slice(0, right.indexOf('.'));
    const rows = resources.get(resource) ?? new Map();
    resources.set(resource, rows);
    const alike = rows.get(marks.join());
    if (alike) alike.rights.push(right);
    else rows.set(marks.join(), { rights: [right], marks });
  }
  const blocks = [...resources].map(
    ([resource, rows]): MatrixBlock => ({ resource, rows: [...rows.values()] }),
  );
  return { blocks, nobody };
}
