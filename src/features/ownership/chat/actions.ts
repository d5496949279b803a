import { defineAction } from '../../../chat/actions/action.ts';
import { optional, uuid } from '../../../chat/actions/argument-kinds.ts';

/** Asks the owner before ownership is offered; without a member, asks to which member. */
export const askTransfer = defineAction('tp', { member: optional(uuid) });
export const offerOwnership = defineAction('ty', { member: uuid });
export const acceptOwnership = defineAction('ta', { transfer: uuid });
export const declineOwnership = defineAction('td', { transfer: uuid });
export const cancelOffer = defineAction('tc', { transfer: uuid });
