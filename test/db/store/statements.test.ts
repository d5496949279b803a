import { readdirSync } from 'node:fs';
import { Client, type Connection, type Submittable } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { declaredStatements } from '../../../src/store/define-statement.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

const source = new URL('../../../src/', import.meta.url);
const modules = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
  (path) => /(^|\/)store\/.*\.ts$/.test(path) && !path.includes('generated'),
);
// A statement is known once its module is loaded.
for (const path of modules) await import(new URL(path, source).href);
const statements = declaredStatements();

/** Parameters of any shape, for statements that only place them. */
const anything: unknown = new Proxy({}, { get: () => anything });

let database: TestDatabase;
let client: Client;
const typeNames = new Map<number, string>();
beforeAll(async () => {
  database = await createTestDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query<{ oid: number; name: string }>(
    "select oid::int, case when typelem <> 0 and typname like '\\_%' then substr(typname, 2) || '[]' else typname end as name from pg_type",
  );
  for (const { oid, name } of rows) typeNames.set(oid, name);
});
afterAll(async () => {
  await client.end();
  await database.close();
});

interface Field {
  readonly name: string;
  readonly dataTypeID: number;
}

/** Parses a statement and asks what it would yield, without running it. */
class Describe implements Submittable {
  readonly fields: Promise<Field[]>;
  readonly #text: string;
  #described: Field[] = [];
  #resolve: (fields: Field[]) => void = () => undefined;
  #reject: (error: Error) => void = () => undefined;

  constructor(text: string) {
    this.#text = text;
    this.fields = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  submit(connection: Connection): void {
    connection.parse({ text: this.#text, name: '', types: [] }, true);
    connection.describe({ type: 'S', name: '' }, true);
    connection.sync();
  }

  handleRowDescription({ fields }: { fields: Field[] }): void {
    this.#described = fields;
  }

  handleError(error: Error): void {
    this.#reject(error);
  }

  handleReadyForQuery(): void {
    this.#resolve(this.#described);
  }
}

describe('the statements', () => {
  test('are found', () => {
    expect(modules.length).toBeGreaterThan(50);
    expect(statements.length).toBeGreaterThan(40);
  });

  test.each(statements.map((statement) => [statement.name, statement] as const))(
    '%s',
    async (_, statement) => {
      const { text } = statement.sql(anything as never);
      const fields = await client.query(new Describe(text)).fields;
      const columns = Object.fromEntries(
        fields.map(({ name, dataTypeID }) => [name, typeNames.get(dataTypeID) ?? dataTypeID]),
      );
      expect(columns).toEqual(statement.columns);
    },
  );
});
