import { type CompiledScheme, compile } from './compile.ts';
import { agency } from './schemes/agency.ts';
import { botAccess } from './schemes/bot-access.ts';
import { cabinet } from './schemes/cabinet.ts';
import { company } from './schemes/company.ts';
import { platform } from './schemes/platform.ts';

/** The schemes that every installation offers, in the order in which a wizard shows them. */
export const presetKeys = ['cabinet', 'platform', 'bot_access', 'company', 'agency'] as const;

export type PresetKey = (typeof presetKeys)[number];

/** Each preset, compiled. */
export const presets: Readonly<Record<PresetKey, CompiledScheme>> = {
  cabinet: compile(cabinet),
  platform: compile(platform),
  bot_access: compile(botAccess),
  company: compile(company),
  agency: compile(agency),
};
