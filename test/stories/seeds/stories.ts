import { tellOfTheCabinet } from './000-cabinet.ts';
import { tellOfTheManagers } from './001-platform.ts';
import { tellOfBotAccess } from './002-bot-access.ts';
import { tellOfTheCompany } from './003-company.ts';
import { tellOfTheAgency } from './004-agency.ts';
import { tellOfOwnRoles } from './own-roles.ts';
import type { Stage } from './stage.ts';

/** The stories of the five guides that the schemes come from, and one of roles of one's own; each is told the same in every messenger. */
export const seedStories: readonly [title: string, tell: (stage: Stage) => Promise<void>][] = [
  ['a cabinet, its owner and an accountant', tellOfTheCabinet],
  ['managers with several roles', tellOfTheManagers],
  ['bots shared, approved and masked', tellOfBotAccess],
  ['company users and their matrix', tellOfTheCompany],
  ['an agency and its clients', tellOfTheAgency],
  ['a company with roles of its own', tellOfOwnRoles],
];
