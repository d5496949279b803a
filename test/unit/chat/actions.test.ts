import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Action } from '../../../src/chat/actions/action.ts';
import { readArguments, writeArguments } from '../../../src/chat/actions/arguments.ts';
import { createButtonSigner } from '../../../src/chat/actions/button-signer.ts';
import * as coreActions from '../../../src/chat/actions/core-actions.ts';
import { features } from '../../../src/features/index.ts';

const FEATURES = new URL('../../../src/features/', import.meta.url);
const ID = '0190a5c1-7d3e-7000-8000-0123456789ab';

/**
 * What stands on every button, by its code: the action's name, and its arguments in their order, each as the text
 * that is written. Buttons in people's chats carry these, so a line here never changes; new ones are added.
 */
const WIRE: Readonly<Record<string, readonly [name: string, args: Readonly<Record<string, string>>]>> = {
  al: ['showAudit', { before: '12345678901234567', filter: 'filter' }],
  cm: ['connectMessenger', { bot: ID, messenger: 'telegram' }],
  gb: ['toggleGrantResource', { stamp: 'stamp', resource: ID }],
  gc: ['confirmGrants', { stamp: 'stamp' }],
  gh: ['listBotAccess', { resource: ID, after: ID }],
  gi: ['addMemberGrants', { member: ID }],
  gj: ['listProjectAccess', { resource: ID, after: ID }],
  gl: ['listMemberGrants', { member: ID }],
  gm: ['changeGrant', { member: ID, resource: ID }],
  gn: ['addAccess', { resource: ID }],
  go: ['confirmGrantResources', { stamp: 'stamp' }],
  gp: ['turnGrantResources', { stamp: 'stamp', after: ID }],
  gs: ['previewGrants', { stamp: 'stamp' }],
  gt: ['toggleGrantRole', { stamp: 'stamp', role: 'role' }],
  gw: ['chooseGrantee', { member: ID, stamp: 'stamp' }],
  hc: ['runNamed', { command: 'command' }],
  hg: ['openGroup', { group: 'people' }],
  hl: ['helpOnGroup', { group: 'people' }],
  hm: ['goHome', {}],
  ia: ['acceptInvitation', { invitation: ID, byMail: 'm' }],
  ib: ['showInvitation', { invitation: ID, byMail: 'm' }],
  ic: ['chooseInvitationRoles', { invitation: ID, roles: 'roles' }],
  id: ['declineInvitation', { invitation: ID, byMail: 'm' }],
  ie: ['changeInvite', { stamp: 'stamp', what: 'who' }],
  if: ['endInviteAccess', { stamp: 'stamp', days: '7' }],
  ig: ['inviteByLink', { stamp: 'stamp' }],
  ih: ['dropInviteNote', { stamp: 'stamp' }],
  ij: ['pickPeople', { stamp: 'stamp' }],
  ik: ['showInvitationQr', { invitation: ID }],
  il: ['listOlderInvitations', { from: ID }],
  im: ['manageInvitation', { invitation: ID }],
  in: ['turnInviteResources', { stamp: 'stamp', after: ID }],
  io: ['previewInvite', { stamp: 'stamp' }],
  ip: ['listNewerInvitations', { from: ID }],
  iq: ['chooseInviteRole', { stamp: 'stamp', role: 'role' }],
  ir: ['resendInvitation', { invitation: ID }],
  is: ['saveInviteRoles', { stamp: 'stamp' }],
  it: ['toggleInviteResource', { stamp: 'stamp', resource: ID }],
  iu: ['setInvitationRoles', { invitation: ID, roles: 'roles' }],
  iv: ['askRevokingInvitation', { invitation: ID }],
  iw: ['showAbilities', { invitation: ID, byMail: 'm' }],
  ix: ['revokeInvitation', { invitation: ID }],
  iy: ['sendInvite', { stamp: 'stamp' }],
  iz: ['makeLink', { roles: 'roles' }],
  kl: ['listKeys', { page: '7' }],
  kn: ['startKey', {}],
  kr: ['askRevokingKey', { key: ID }],
  ku: ['unmaskColumn', { table: 'table', column: 'column' }],
  ky: ['confirmRevokingKey', { key: ID }],
  lg: ['setLanguage', { language: 'language' }],
  mb: ['previousMembers', { edge: ID, search: 'search' }],
  mc: ['confirmRoles', { member: ID, wish: 'wish' }],
  me: ['startLeaving', {}],
  mf: ['confirmLeaving', { workspace: ID }],
  mk: ['keepMember', { member: ID }],
  ml: ['listMembers', { search: 'search' }],
  mn: ['nextMembers', { edge: ID, search: 'search' }],
  mo: ['openRoles', { role: 'role' }],
  mq: ['explainLock', { member: ID, lock: 'r' }],
  mr: ['pickRoles', { member: ID, wish: 'wish' }],
  ms: ['showRoleDifference', { member: ID, wish: 'wish' }],
  mt: ['toggleRole', { member: ID, wish: 'wish' }],
  mv: ['openMember', { member: ID, back: 'back' }],
  mx: ['askRemoval', { member: ID }],
  my: ['confirmRemoval', { member: ID }],
  pb: ['listBots', { within: ID, after: ID }],
  pc: ['listChannels', { within: ID, after: ID }],
  pd: ['askDeletingResource', { kind: 'p', id: ID }],
  pm: ['askWhereTo', { kind: 'p', id: ID }],
  pn: ['addResource', { kind: 'p', within: ID }],
  po: ['openResource', { kind: 'p', id: ID }],
  pp: ['listProjects', { within: ID, after: ID }],
  pr: ['askNewName', { kind: 'p', id: ID }],
  pt: ['moveBot', { id: ID, to: ID }],
  pu: ['moveChannel', { id: ID, to: ID }],
  pv: ['publishBot', { bot: ID, version: '7' }],
  py: ['confirmDeletingResource', { kind: 'p', id: ID }],
  rh: ['listHolders', { role: 'role', after: ID }],
  rp: ['drawRoles', {}],
  sa: ['mergeRoles', { stamp: 'stamp', role: 'role', into: 'into' }],
  sb: ['chooseTarget', { stamp: 'stamp', role: 'role' }],
  sc: ['askRoleCopy', { stamp: 'stamp', role: 'role' }],
  sd: ['showDraft', { stamp: 'stamp' }],
  se: ['beginDraft', {}],
  sf: ['setTarget', { stamp: 'stamp', role: 'role', target: 'target' }],
  sg: ['showDraftRights', { stamp: 'stamp', role: 'role', page: '7' }],
  sh: ['listVersions', { before: '7' }],
  si: ['beginSwitch', { preset: 'preset' }],
  sj: ['chooseScheme', {}],
  sk: ['deleteDraftRole', { stamp: 'stamp', role: 'role' }],
  sl: ['showTerms', { stamp: 'stamp', role: 'role' }],
  sm: ['chooseMerge', { stamp: 'stamp', role: 'role' }],
  sn: ['askRoleTitle', { stamp: 'stamp', role: 'role' }],
  so: ['returnToVersion', { version: '7' }],
  sp: ['previewScheme', { stamp: 'stamp' }],
  sq: ['changeRequired', { stamp: 'stamp', role: 'role', other: 'other', required: '1' }],
  sr: ['showDraftRole', { stamp: 'stamp', role: 'role' }],
  st: ['setDraftRight', { stamp: 'stamp', role: 'role', right: 'right', extent: 'no' }],
  su: ['showDraftRules', { stamp: 'stamp' }],
  sv: ['showNevers', { stamp: 'stamp', page: '7', right: 'right', forbidden: '1' }],
  sw: ['changeRule', { stamp: 'stamp', rule: 'm', value: '7' }],
  sx: ['openScheme', {}],
  sy: ['changeTerm', { stamp: 'stamp', role: 'role', term: 'r', value: '7' }],
  sz: ['saveScheme', { stamp: 'stamp', edit: '7' }],
  ta: ['acceptOwnership', { transfer: ID }],
  tc: ['cancelOffer', { transfer: ID }],
  td: ['declineOwnership', { transfer: ID }],
  tp: ['askTransfer', { member: ID }],
  ty: ['offerOwnership', { member: ID }],
  ue: ['removeEmail', {}],
  ul: ['showLinkCode', {}],
  um: ['makeRecovery', { member: ID }],
  up: ['removePhone', {}],
  uq: ['askUnlink', { account: 'account' }],
  ur: ['askRecovery', { member: ID }],
  ut: ['takeRecovery', { recovery: ID }],
  uu: ['chooseUnlink', {}],
  ux: ['confirmUnlink', { account: 'account' }],
  uy: ['confirmLink', { link: ID }],
  uz: ['setTimeZone', { zone: 'zone' }],
  va: ['approvePublishing', { approval: ID }],
  vr: ['refusePublishing', { approval: ID }],
  wb: ['bindHere', { workspace: ID }],
  wl: ['turnWorkspaces', { direction: 'after', at: 'at' }],
  wn: ['createUnder', { scheme: 'scheme' }],
  ws: ['switchWorkspace', { workspace: ID }],
  xx: ['cancelDialogue', {}],
  ya: ['chooseWhyRight', { right: 'right' }],
  yr: ['explainRight', { right: 'right' }],
  yt: ['chooseWhyResource', {}],
};

const actions: readonly (readonly [string, Action])[] = [
  ...Object.entries<Action>(coreActions),
  ...(
    await Promise.all(
      readdirSync(FEATURES, { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('/chat/actions.ts'))
        .map(async (path): Promise<Record<string, Action>> => import(new URL(path, FEATURES).href)),
    )
  ).flatMap((module) => Object.entries(module)),
];

describe('the buttons', () => {
  test('have codes of two letters, each its own', () => {
    const codes = actions.map(([, { code }]) => code);
    expect(codes.filter((code) => !/^[a-z]{2}$/.test(code))).toEqual([]);
    expect(codes.filter((code, place) => codes.indexOf(code) !== place)).toEqual([]);
  });

  test('are each handled by one feature', () => {
    const handled = features.flatMap((feature) => feature.actions.map(({ action }) => action.code));
    expect(handled.sort()).toEqual(actions.map(([, { code }]) => code).sort());
  });

  test('are written as they always were', () => {
    expect(Object.keys(WIRE).sort()).toEqual(actions.map(([, { code }]) => code).sort());
    for (const [name, { code, args }] of actions) {
      const [pinnedName, pinned] = WIRE[code] ?? ['', {}];
      expect([name, Object.keys(args)], code).toEqual([pinnedName, Object.keys(pinned)]);
      const texts = Object.values(pinned);
      const values = readArguments(args, texts);
      expect(values, code).not.toBeNull();
      expect(writeArguments(args, values ?? {}), code).toEqual(texts);
    }
  });

  test('carry the seal, the owner, the code and the packed arguments', () => {
    const signer = createButtonSigner(Buffer.alloc(32, 7));
    const payload = signer.sign({ code: 'iq', args: ['12345678', 'editor'] }, ID);
    expect(payload).toBe('TszgFbIOR5jqiAiq12345678~editor');
    const packed = signer.sign({ code: 'mv', args: [ID] }, ID).slice(16);
    expect(packed).toBe('!AZClwX0-cACAAAEjRWeJqw');
  });
});

describe('the arguments of a press', () => {
  const { nextMembers, openMember, sendInvite, showNevers } = Object.fromEntries(actions);

  test('left out at the end are null', () => {
    expect(readArguments(nextMembers?.args ?? {}, [ID])).toEqual({ edge: ID, search: null });
    expect(readArguments(nextMembers?.args ?? {}, [ID, ''])).toEqual({ edge: ID, search: null });
    expect(writeArguments(nextMembers?.args ?? {}, { edge: ID, search: null })).toEqual([ID]);
  });

  test('that are missing or no such value make the button stale', () => {
    expect(readArguments(sendInvite?.args ?? {}, [])).toBeNull();
    expect(readArguments(openMember?.args ?? {}, ['anna'])).toBeNull();
    expect(readArguments(showNevers?.args ?? {}, ['12345678', 'first'])).toBeNull();
    expect(readArguments(showNevers?.args ?? {}, ['12345678', '0', 'a', '2'])).toBeNull();
  });

  test('that an older version wrote beyond those known are passed over', () => {
    expect(readArguments(sendInvite?.args ?? {}, ['12345678', 'more'])).toEqual({ stamp: '12345678' });
  });
});
