const root = process.argv[2]!;
const { startGround } = await import(`${root}/bench/ground.ts`);
const { seedInviters, createInvitees } = await import(`${root}/bench/seed.ts`);
const { acceptEffect } = await import(`${root}/bench/accept-effect.ts`);
const people = await import(`${root}/bench/people.ts`);
const isNew = process.argv[3] === 'new';
const ground = await startGround(1);
try {
await seedInviters(ground.pool);
const invitees = createInvitees(ground.pool);
let commit: (e: any) => Promise<any>; let build: (e: any) => any;
if (isNew) {
  const { createStore } = await import(`${root}/src/store/store.ts`);
  const { changeRegistry } = await import(`${root}/src/features/changes.ts`);
  const { batchItemOf } = await import(`${root}/src/store/commit/commit-statement.ts`);
  const { statementOf } = await import(`${root}/src/store/commit/act-rows.ts`);
  const store = createStore(ground.pool, changeRegistry);
  commit = (e) => store.commit(e);
  build = (e) => { const { statementKey, row } = batchItemOf(changeRegistry, e); return statementOf(statementKey, [row]); };
} else {
  const m = await import(`${root}/src/store/commit/commit.ts`);
  const s = await import(`${root}/src/store/commit/commit-statement.ts`);
  commit = (e) => m.commit(ground.pool, e);
  build = (e) => s.commitStatement(e);
}
const now = new Date();
const effectsOf = async (n: number) => { const out: any[] = []; for (const i of await invitees(n)) out.push(await acceptEffect(ground.pool, i, { now, slot: i % 16 })); return out; };
const stats = (t: number[]) => { t.sort((a, b) => a - b); const p = (q: number) => t[Math.floor(t.length * q)]!.toFixed(3); return `p50 ${p(0.5)} p90 ${p(0.9)} p99 ${p(0.99)} ms`; };
const sample = (await effectsOf(64))[0];
for (let k = 0; k < 2; k++) { const t0 = performance.now(); for (let i = 0; i < 20000; i++) build(sample); console.log('build accept', ((performance.now() - t0) / 20).toFixed(1), 'us'); }
const one = async (name: string, effects: any[]) => {
  const t: number[] = []; let stale = 0;
  for (const e of effects) { const s = performance.now(); const r = await commit(e); t.push(performance.now() - s); if (r.kind !== 'committed') stale++; }
  console.log(name, stats(t.slice(200)), 'stale', stale);
};
for (let r = 0; r < 3; r++) await one('accept alone', await effectsOf(1500));
const membership = people.idOf('membership', people.FIRST_INVITER), workspaceId = people.idOf('workspace', people.FIRST_INVITER), personId = people.idOf('person', people.FIRST_INVITER);
let version = 0; let n = 0;
const base = (changes: any[]) => ({ update: { messenger: 'telegram', id: `u${++n}` }, actorId: personId, changes, audit: [], outbox: [{ messenger: 'telegram', chatId: 'c', body: { a: 1 }, tracking: null }], now, leaseUntil: now, slot: 3 });
for (let r = 0; r < 3; r++) await one('roles (exclusive)', Array.from({ length: 1200 }, () => { const v = version++; return base([{ kind: 'guard.scheme', workspaceId, scheme: 'company' }, { kind: 'membership.roles', membershipId: membership, workspaceId, personId, version: v, add: v % 2 ? [] : [{ role: 'manager', sole: false, until: null }], remove: v % 2 ? ['manager'] : [] }]); }));
let name = 'Workspace ' + people.FIRST_INVITER;
for (let r = 0; r < 2; r++) await one('renamed (exclusive)', Array.from({ length: 1200 }, () => { const from = name; name = `N${++n}`; return base([{ kind: 'workspace.renamed', workspaceId, from, to: name }]); }));
for (let r = 0; r < 4; r++) {
  const effects = await effectsOf(4096); const s = performance.now(); const cpu = process.cpuUsage();
  await Promise.all(Array.from({ length: 16 }, async (_, k) => { for (let p = k; p < effects.length; p += 16) await commit(effects[p]); }));
  const c = process.cpuUsage(cpu);
  console.log('accept 16 at once', (effects.length / (performance.now() - s) * 1000).toFixed(0), '/s, cpu', ((c.user + c.system) / 1000 / effects.length).toFixed(3), 'ms each');
}
} finally { await ground.close(); }
