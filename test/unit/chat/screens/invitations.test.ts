import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rightsOf } from '../../../../src/access/diff.ts';
import { presetKeys, presets } from '../../../../src/access/presets.ts';
import { allRights } from '../../../../src/access/vocabulary.ts';
import { buttonMaker } from '../../../../src/chat/actions/button-maker.ts';
import { createButtonSigner } from '../../../../src/chat/actions/button-signer.ts';
import { loadTranslators } from '../../../../src/chat/i18n.ts';
import { rightsText } from '../../../../src/chat/parts/rights.ts';
import { roleMask, rolesInMask } from '../../../../src/chat/parts/role-mask.ts';
import type { RichText } from '../../../../src/chat/reply.ts';
import { LANGUAGES } from '../../../../src/domain/state.ts';
import { closedCard } from '../../../../src/features/invitations/chat/invitation-card.ts';

const translators = loadTranslators(new URL('../../../../locales/', import.meta.url));
const english = translators('en', 'UTC');

function plain(text: RichText): string {
  return text
    .map((run) => (typeof run === 'string' ? run : run.text))
    .join('')
    .replace(/[\u2066-\u2069]/g, '');
}

describe('rights in plain words', () => {
  test('every role of every scheme, and every single right, reads in every language', () => {
    for (const language of LANGUAGES) {
      const t = translators(language, 'UTC');
      for (const key of presetKeys) {
        for (const role of presets[key].roles)
          expect(plain(rightsText(rightsOf(presets[key], [role.key]), t))).not.toBe('');
      }
      for (const right of allRights)
        expect(plain(rightsText([{ right, only: null }], t))).toMatch(/^• .+: .+$/);
    }
  });

  test('whole resources are short, parts are listed, one’s own is marked', () => {
    expect(plain(rightsText(rightsOf(presets.company, ['designer']), english))).toContain('Projects: view\n');
    expect(plain(rightsText(rightsOf(presets.company, ['manager']), english))).toContain(
      'Projects: everything',
    );
    expect(plain(rightsText(rightsOf(presets.bot_access, ['inbox_admin']), english))).toContain(
      'view (own only)',
    );
    expect(plain(rightsText(rightsOf(presets.cabinet, ['guest']), english))).toContain('Nothing yet');
    expect(plain(rightsText(rightsOf(presets.cabinet, ['owner']), english))).toContain('all rights');
  });
});

describe('a card that is over', () => {
  test('says why in every language', () => {
    const names = { who: 'you', workspace: 'Acme', inviter: 'Anna' };
    const denials = [
      'invitation_own',
      'already_member',
      'invitation_accepted',
      'invitation_used_up',
      'invitation_declined',
      'invitation_revoked',
      'invitation_expired',
    ] as const;
    for (const language of LANGUAGES) {
      for (const denial of denials) {
        const t = translators(language, 'UTC');
        const button = buttonMaker(createButtonSigner(Buffer.alloc(32)), 'person');
        expect(plain(closedCard(denial, names, t, button).text)).toContain('Acme');
      }
    }
  });
});

describe('a choice of roles on a button', () => {
  test('comes back as it was chosen, broadest first', () => {
    const scheme = presets.bot_access;
    const keys = scheme.roles.map(({ key }) => key);
    fc.assert(
      fc.property(fc.subarray(keys), (chosen) => {
        expect(rolesInMask(scheme, roleMask(scheme, chosen))).toEqual(chosen);
      }),
    );
  });

  test('anything else names no roles', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const role of rolesInMask(presets.company, text))
          expect(presets.company.roleByKey.has(role)).toBe(true);
      }),
    );
    for (const mask of [undefined, '', 'zzzzzzzz', '-1', '~'])
      expect(rolesInMask(presets.company, mask)).toEqual([]);
  });
});
