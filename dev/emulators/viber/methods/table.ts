import { getAccountInfo, getOnline, getUserDetails } from './account.ts';
import type { Method } from './method.ts';
import { sendMessage } from './send-message.ts';
import { setWebhook } from './set-webhook.ts';

/** The methods by their names on the wire. */
export const METHODS: Readonly<Record<string, Method>> = {
  set_webhook: setWebhook,
  send_message: sendMessage,
  get_account_info: getAccountInfo,
  get_user_details: getUserDetails,
  get_online: getOnline,
};
