import { defineAction } from '../../../chat/actions/action.ts';
import { int, optional, uuid } from '../../../chat/actions/argument-kinds.ts';

/** A page of the keys, from 0. */
export const listKeys = defineAction('kl', { page: optional(int) });
export const startKey = defineAction('kn', {});
export const askRevokingKey = defineAction('kr', { key: uuid });
export const confirmRevokingKey = defineAction('ky', { key: uuid });
