import { presets } from '../../../src/access/presets.ts';
import type { Change } from '../../../src/domain/changes.ts';
import type { ChangeOf } from '../../../src/store/commit/define-change.ts';

type Example<K extends Change['kind']> = Omit<ChangeOf<Change, K>, 'kind'>;

const id = (number: number): string => `018f0000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const bytes = Buffer.from('0123456789abcdef0123456789abcdef', 'hex');
const later = new Date('2026-05-02T10:00:00.000Z');

const workspaceId = id(1);
const personId = id(2);
const membershipId = id(3);
const invitationId = id(4);
const botId = id(5);
const account = { messenger: 'telegram', accountId: '17' };
const chat = { messenger: 'telegram', chatId: '-17' };
const role = { role: 'manager', sole: false, until: later };
const place = { kind: 'bot', id: botId } as const;
const given = { id: id(6), role: 'manager', place, until: null };
const shown = { name: 'Anna', username: 'anna', privateChatId: '17' };
const closing = { invitationId, workspaceId, personId, version: 0 };
const transfer = { transferId: id(7), workspaceId, fromId: personId, toId: id(8) };
const approval = { approvalId: id(9), workspaceId, name: 'Bot', personId };
const renaming = { id: botId, workspaceId, from: 'A', to: 'B' };
const moving = { id: botId, workspaceId, name: 'Bot', from: null, to: { id: id(10), name: 'Project' } };
const deletion = { id: botId, workspaceId, name: 'Bot' };
const columns = { workspaceId, table: 'orders', columns: ['phone', 'email'] };
const held = { membershipId, workspaceId, version: 0 };
const plan = {
  roles: ['owner'],
  moves: {},
  spread: [],
  named: [],
  onThings: [],
  onMembership: [],
  onlyBroadest: false,
  keystone: 'owner',
  sole: true,
  limits: {},
};

const accepted = {
  transferId: id(7),
  workspaceId,
  role: 'owner',
  from: { personId, membershipId, version: 0 },
  to: { personId: id(8), membershipId: id(11), version: 0, remove: ['manager'] },
  kept: role,
};
const added = {
  membershipId,
  workspaceId,
  personId,
  personName: 'Anna',
  username: null,
  roles: [role],
  invitedById: id(8),
};
const created = {
  workspaceId,
  name: 'Acme',
  scheme: 'company',
  membershipId,
  personId,
  personName: 'Anna',
  roles: [role],
};
const session = { ...account, chatId: '17', wizard: { step: 1 }, expiresAt: later };

/** One change of each kind; a kind without one does not compile. */
const examples: { readonly [K in Change['kind']]: Example<K> } = {
  'person.appeared': { ...account, personId, ...shown, language: 'en' },
  'account.seen': { ...account, personId, ...shown, reachable: true },
  'account.reachability': { ...account, reachable: false },
  'account.activated': { ...account, workspaceId },
  'person.language': { personId, language: 'uk' },
  'session.saved': { ...session, version: null },
  'session.ended': { ...account, chatId: '17', version: 0 },
  'guard.membership': { membershipId, version: 0, lock: false },
  'guard.scheme': { workspaceId, scheme: 'company' },
  'guard.governance': { workspaceId, governance: 0 },
  'link.offered': { ...account, linkId: id(12), personId, codeHash: bytes, expiresAt: later },
  'code.missed': { ...account, most: 5 },
  'persons.merged': {
    linkId: id(12),
    keep: { personId, version: 0, name: 'Anna', username: null },
    gone: { personId: id(8), version: 0 },
    activeWorkspaceId: null,
    kept: [{ ...held, state: 'active' }],
    dropped: [{ ...held, membershipId: id(11), living: true }],
    rolesGiven: [{ membershipId, workspaceId, role: 'manager', until: null }],
    rolesTaken: [{ membershipId, role: 'designer' }],
    grantsGiven: [{ ...given, membershipId, workspaceId }],
    grantsTaken: [{ membershipId, role: 'manager', place }],
    closedInvitations: [invitationId],
    workspaceIds: [workspaceId],
  },
  'account.unlinked': {
    ...account,
    personId,
    version: 0,
    newPersonId: id(8),
    name: 'Anna',
    workspaceIds: [workspaceId],
  },
  'email.bound': { personId, email: 'anna@example.org' },
  'email.requested': { personId, email: 'anna@example.org', codeHash: bytes, most: 3, expiresAt: later },
  'email.missed': { personId, codeHash: bytes, most: 5 },
  'email.confirmed': { personId, email: 'anna@example.org', codeHash: bytes },
  'email.removed': { personId },
  'phone.removed': { personId },
  'phone.confirmed': { personId, phone: '+380501234567' },
  'person.zone': { personId, timeZone: 'Europe/Kyiv' },
  'recovery.issued': {
    recoveryId: id(13),
    tokenHash: bytes,
    workspaceId,
    membershipId,
    personId,
    issuedById: id(8),
    expiresAt: later,
  },
  'membership.recovered': {
    recoveryId: id(13),
    workspaceId,
    membershipId,
    version: 0,
    fromId: personId,
    to: { personId: id(8), name: 'Boris', username: 'boris' },
    ended: { membershipId: id(11), version: 0 },
  },
  'person.forgotten': {
    personId,
    version: 0,
    pseudonym: 'Person 1',
    names: ['telegram:17'],
    memberships: [{ ...held, living: true }],
  },
  'workspace.created': created,
  'workspace.renamed': { workspaceId, from: 'A', to: 'B' },
  'group.bound': { ...chat, title: 'Team', workspaceId },
  'group.moved': { ...chat, toChatId: '-100' },
  'group.left': chat,
  'membership.added': { ...added, grants: [given] },
  'membership.roles': { ...held, personId, add: [role], remove: ['designer'] },
  'membership.ended': { ...held, personId, state: 'left', roles: ['designer'] },
  'invitation.created': {
    invitationId,
    workspaceId,
    addressee: 'telegram:@anna',
    addresseeName: '@anna',
    personId: null,
    roles: ['designer'],
    resources: [place],
    maxUses: 1,
    tokenHash: bytes,
    mailTokenHash: null,
    accessUntil: null,
    note: null,
    inviterId: id(8),
    expiresAt: later,
  },
  'invitation.accepted': {
    invitationId,
    workspaceId,
    personId,
    roles: ['designer'],
    names: ['telegram:17', 'telegram:@anna'],
  },
  'invitation.declined': closing,
  'invitation.revoked': closing,
  'invitation.expired': closing,
  'invitation.resent': { ...closing, tokenHash: bytes, expiresAt: later },
  'invitation.roles': { ...closing, from: ['designer'], to: ['manager'] },
  'invitation.opened': { invitationId },
  'invitation.delivered': { invitationId, ...chat, messageId: '5' },
  'invitation.unreachable': { invitationId },
  'invitation.reminded': { invitationId },
  'transfer.offered': { ...transfer, expiresAt: later },
  'transfer.accepted': accepted,
  'transfer.declined': transfer,
  'transfer.cancelled': transfer,
  'transfer.expired': transfer,
  'project.created': { projectId: id(10), workspaceId, name: 'Project' },
  'bot.created': { botId, workspaceId, projectId: null, name: 'Bot' },
  'channel.created': {
    channelId: id(14),
    workspaceId,
    botId,
    name: 'Channel',
    messenger: 'telegram',
    sealedToken: bytes,
    tokenTail: 'abcd',
  },
  'project.renamed': renaming,
  'bot.renamed': renaming,
  'channel.renamed': renaming,
  'bot.moved': moving,
  'channel.moved': { ...moving, from: { id: id(15), name: 'Other' } },
  'project.deleted': deletion,
  'bot.deleted': deletion,
  'channel.deleted': deletion,
  'columns.masked': columns,
  'columns.unmasked': columns,
  'bot.published': { botId, workspaceId, name: 'Bot', version: 1 },
  'approval.requested': { ...approval, botId, version: 1, expiresAt: later },
  'approval.approved': approval,
  'approval.refused': approval,
  'approval.expired': approval,
  'grants.changed': {
    ...held,
    personId,
    add: [given],
    remove: [{ role: 'manager', place }],
    names: ['Bot'],
  },
  'scheme.changed': {
    workspaceId,
    from: { scheme: 'company', version: 0 },
    scheme: 'own',
    version: 1,
    content: { preset: null, declaration: presets.company.declaration },
    plan,
    unmoved: [['owner']],
  },
  'scheme.told': { membershipIds: [membershipId] },
  'key.created': {
    keyId: id(16),
    workspaceId,
    name: 'Key',
    publicId: 'abc',
    secretHash: bytes,
    scopes: ['evaluate'],
    ratePerMinute: 60,
  },
  'key.revoked': { keyId: id(16), workspaceId, name: 'Key' },
};

/** Second forms of kinds that write different statements for different changes. */
const variants: readonly Change[] = [
  { kind: 'workspace.created', ...created, own: presets.company.declaration },
  { kind: 'membership.added', ...added },
  { kind: 'session.saved', ...session, version: 1 },
  { kind: 'guard.membership', membershipId, version: 0, lock: true },
  { kind: 'transfer.accepted', ...accepted, kept: { ...role, onResources: true } },
  { kind: 'invitation.accepted', invitationId, workspaceId, personId, roles: [] },
];

/** Changes of every kind, in every form of their statements. */
export const exampleChanges: readonly Change[] = [
  ...Object.entries(examples).map(([kind, fields]) => ({ kind, ...fields }) as Change),
  ...variants,
];
