import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const FEATURES = fileURLToPath(new URL('../../../src/features', import.meta.url));
const HERE = fileURLToPath(new URL('.', import.meta.url));

/** Screens that only stories show yet. The list may only get shorter. */
const SHOWN_BY_STORIES: readonly string[] = [
  'accounts/chat/account-notices.ts: accountNotice',
  'audit/chat/audit-screen.ts: auditScreen',
  'grants/chat/grant-difference.ts: grantDifference',
  'grants/chat/grant-difference.ts: grantsDone',
  'grants/chat/grant-difference.ts: takeBothQuestion',
  'grants/chat/grant-lists.ts: accessList',
  'grants/chat/grant-lists.ts: memberGrants',
  'grants/chat/grant-notice.ts: grantsNotice',
  'grants/chat/grant-questions.ts: grantBots',
  'grants/chat/grant-questions.ts: grantRoles',
  'grants/chat/grant-questions.ts: grantWhom',
  'home/chat/help-screen.ts: groupHelpScreen',
  'home/chat/home-screen.ts: groupOfCommands',
  'invitations/chat/invitation-manage.ts: qrScreen',
  'invitations/chat/invitation-notices.ts: expiredNotice',
  'invitations/chat/invitation-notices.ts: unreachableNotice',
  'invitations/chat/invite-resources-screen.ts: inviteResources',
  'invitations/chat/invite-result.ts: inviteResultScreen',
  'invitations/chat/invite-result.ts: linkScreen',
  'invitations/chat/invite-wizard-screen.ts: inviteScreen',
  'members/chat/member-choice.ts: memberChoice',
  'schemes/chat/role-holders.ts: roleHolders',
  'schemes/chat/role-list.ts: rolesPicture',
  'schemes/chat/scheme-draft.ts: draftChoice',
  'schemes/chat/scheme-draft.ts: draftRole',
  'schemes/chat/scheme-draft.ts: draftScreen',
  'schemes/chat/scheme-draft.ts: draftTerms',
  'schemes/chat/scheme-preview.ts: schemePreview',
  'schemes/chat/scheme-rights.ts: draftNevers',
  'schemes/chat/scheme-rights.ts: draftRights',
  'schemes/chat/scheme-rules-screen.ts: draftRules',
  'schemes/chat/scheme-switch-screen.ts: mappingChoice',
  'schemes/chat/scheme-switch-screen.ts: schemeMapping',
  'why/chat/why-screen.ts: whyScreen',
];

/** Screens that a feature exports, as `noun/chat/file.ts: name`. */
const screens = filesIn(FEATURES)
  .filter((file) => /^[^/]+\/chat\//.test(file))
  .flatMap((file) =>
    [
      ...readFileSync(`${FEATURES}/${file}`, 'utf8').matchAll(
        /^export function (\w+)\((?:(?!^\}).)*?\): Screen \{/gms,
      ),
    ].map(([, name]) => `${file}: ${name}`),
  );

/** Everything that the tests here import from the features, written alike. */
const shown = new Set(
  filesIn(HERE)
    .filter((file) => file.endsWith('.test.ts'))
    .flatMap((file) =>
      [
        ...readFileSync(`${HERE}/${file}`, 'utf8').matchAll(
          /import \{([^}]*)\} from '[./]+\/src\/features\/([^']+)'/g,
        ),
      ].flatMap(([, names = '', from]) => names.split(',').map((name) => `${from}: ${name.trim()}`)),
    ),
);

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
}

test('every screen is rendered by a test that needs no database', () => {
  expect(screens.length).toBeGreaterThan(50);
  expect(screens.filter((screen) => !shown.has(screen)).sort()).toEqual(SHOWN_BY_STORIES);
});
