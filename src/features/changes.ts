import type { Change } from '../domain/changes.ts';
import { writesPerson } from '../store/commit/consequences.ts';
import type { ChangeRegistry, ChangeSpecs } from '../store/commit/define-change.ts';
import { sessionChanges } from '../store/commit/session-changes.ts';
import { coalesceSender } from './accounts/store/coalesce.ts';
import { contactChanges } from './accounts/store/contact-changes.ts';
import { identityChanges } from './accounts/store/identity-changes.ts';
import { mergingChanges } from './accounts/store/merging-changes.ts';
import { personChanges } from './accounts/store/person-changes.ts';
import { recoveryChanges } from './accounts/store/recovery-changes.ts';
import { keyChanges } from './api-keys/store/changes.ts';
import { grantChanges } from './grants/store/changes.ts';
import { invitationChanges } from './invitations/store/changes.ts';
import { membershipChanges } from './members/store/changes.ts';
import { transferChanges } from './ownership/store/changes.ts';
import { privacyChanges } from './privacy/store/changes.ts';
import { publishingChanges } from './publishing/store/changes.ts';
import { resourceChanges } from './resources/store/changes.ts';
import { schemeChanges } from './schemes/store/changes.ts';
import { workspaceChanges } from './workspaces/store/changes.ts';

/** The spec of each kind of change; a kind without one does not compile. */
const specs: ChangeSpecs<Change> = {
  ...personChanges,
  ...identityChanges,
  ...contactChanges,
  ...recoveryChanges,
  ...mergingChanges,
  ...privacyChanges,
  ...workspaceChanges,
  ...membershipChanges,
  ...invitationChanges,
  ...transferChanges,
  ...resourceChanges,
  ...grantChanges,
  ...publishingChanges,
  ...sessionChanges,
  ...keyChanges,
  ...schemeChanges,
};

/** Every kind of change there is, for the store. */
export const changeRegistry: ChangeRegistry<Change> = {
  specs,
  coalesce: (changes) => coalesceSender(changes, (change, personId) => writesPerson(specs, change, personId)),
};
