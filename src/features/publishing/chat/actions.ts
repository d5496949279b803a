import { defineAction } from '../../../chat/actions/action.ts';
import { int, uuid } from '../../../chat/actions/argument-kinds.ts';

/** Publishes the version that was shown. */
export const publishBot = defineAction('pv', { bot: uuid, version: int });
export const approvePublishing = defineAction('va', { approval: uuid });
export const refusePublishing = defineAction('vr', { approval: uuid });
