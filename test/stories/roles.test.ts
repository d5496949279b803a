import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';
import type { Actor } from '../support/dialogue.ts';
import { createTeam } from '../support/team.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

/** The newest pictures that a person was sent: their sizes. */
function pictures(person: Actor): { width: number; height: number }[] {
  return person
    .heard()
    .flatMap(({ raw }) => raw.photo ?? [])
    .map(({ width, height }) => ({ width, height }));
}

/** So many designers, who joined at once. */
async function addCrowd({ database }: TestApp, founder: Actor, count: number): Promise<void> {
  await database.pool.query(
    `with home as (select active_workspace_id as id from accounts where account_id = $1),
          people as (insert into persons (id, name, language, created_at)
                     select gen_random_uuid(), 'Member ' || n, 'en', now() from generate_series(1, $2::int) n returning id, name),
          joined as (insert into memberships (id, workspace_id, person_id, state, sort_name, search, joined_at)
                     select gen_random_uuid(), home.id, people.id, 'active', lower(name), lower(name), now() from people, home
                     returning id, workspace_id)
     insert into membership_roles (membership_id, role, workspace_id, granted_at)
     select id, 'designer', workspace_id, now() from joined`,
    [String(founder.user.id), count],
  );
}

describe('/roles', () => {
  test('says in a few words what each role may do, and in full behind its button', async () => {
    const { Anna } = await createTeam(app, 'bot_access', { Anna: {} });
    await Anna.says('/roles');
    Anna.sees(/• Super admin: 1 person\neverything\n/);
    Anna.sees(/• Insights: nobody\nreports, analytics\n/);
    Anna.sees(/• Admin: nobody\nmembers, projects, bots, channels, scenarios and \d+ more\n/);
    await Anna.presses('Approver');
    Anna.sees('Only works together with: Developer.');
    Anna.sees('given on specific projects and bots');
    Anna.sees(/Bots: publish, approve/);
    await Anna.presses('All roles');
    await Anna.presses('Inbox admin');
    Anna.sees('Performance: view (own only)');
  });

  test('names what nobody may, whatever the role', async () => {
    const { Anna } = await createTeam(app, 'agency', { Anna: {} });
    await Anna.says('/roles');
    await Anna.presses('Client');
    Anna.sees(/Nobody here, whatever their role:\n• Bots: delete/);
    Anna.sees('works on the bots the person has access to');
  });

  test('lists who holds a role, also on a single bot, and leads to their cards', async () => {
    const { Anna } = await createTeam(app, 'bot_access', { Anna: {} });
    const boris = app.person('Boris', { username: 'boris_holds' });
    await boris.says('/start');
    await Anna.says('/bots new Shop');
    await Anna.says('/invite @boris_holds insights on Shop');
    await boris.presses('Accept');
    await Anna.says('/roles');
    Anna.sees('• Insights: 1 person');
    await Anna.presses('Insights');
    await Anna.presses('Who has it');
    Anna.sees(/who has the role Insights\.\s+• Boris/);
    await Anna.presses('Boris');
    Anna.sees('Role: Insights on 1 bot');
  });

  test('has pages of holders', async () => {
    const { Anna } = await createTeam(app, 'company', { Anna: {} });
    await addCrowd(app, Anna, 23);
    await Anna.says('/roles');
    await Anna.presses('Designer');
    await Anna.presses('Who has it');
    const names = (): string[] => Anna.labels().filter((label) => label.includes('Member'));
    const seen = names();
    await Anna.presses('Next');
    seen.push(...names());
    await Anna.presses('Next');
    seen.push(...names());
    Anna.seesNoButton('Next');
    expect(new Set(seen).size).toBe(23);
    expect(seen).toHaveLength(23);
    await Anna.presses('First');
    expect(names()).toEqual(seen.slice(0, 10));
  });

  test('hides the list from who may not see members', async () => {
    const { Boris } = await createTeam(app, 'cabinet', { Anna: {}, Boris: { role: 'observer' } });
    await Boris.says('/roles');
    await Boris.presses('Observer');
    Boris.seesNoButton('Who has it');
  });
});

describe('the matrix as a picture', () => {
  test.each([
    ['en', 'Show as a picture', 'who can do what'],
    ['ru', 'Показать картинкой', 'кто что может'],
    ['uk', 'Показати картинкою', 'хто що може'],
  ])('in %s: upright, and as large as Telegram shows it', async (language, button, caption) => {
    const { Anna } = await createTeam(app, 'company', { Anna: { language } });
    await Anna.says('/roles');
    await Anna.presses(button);
    Anna.sees(caption);
    const shown = pictures(Anna);
    expect(shown.length).toBeGreaterThan(0);
    for (const { width, height } of shown) {
      expect(width).toBe(960);
      expect(height).toBeLessThanOrEqual(1280);
    }
    await Anna.presses('‹');
    expect(Anna.last().raw.photo).toBeUndefined();
  });
});
