import { defineAction } from '../../../chat/actions/action.ts';
import { optional, serial, text } from '../../../chat/actions/argument-kinds.ts';

/** A page of the audit: what is older than an event, filtered by a word. */
export const showAudit = defineAction('al', { before: optional(serial), filter: optional(text) });
