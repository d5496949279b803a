import type { Emulation } from '../emulation.ts';
import { getAccountInfo, getOnline, getUserDetails } from './account.ts';
import { sendMessage } from './send-message.ts';
import { setWebhook } from './set-webhook.ts';

/** What a method answers beside status 0; a token, where there is one, is written as a raw number. */
export interface MethodAnswer {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly token?: string;
}

/** One method: takes the checked-for-JSON body, throws `ViberApiError`. `late` fails the message afterwards. */
export type Method = (
  emulation: Emulation,
  body: Readonly<Record<string, unknown>>,
  late: string | null,
) => MethodAnswer | Promise<MethodAnswer>;

export const METHODS: Readonly<Record<string, Method>> = {
  set_webhook: setWebhook,
  send_message: sendMessage,
  get_account_info: getAccountInfo,
  get_user_details: getUserDetails,
  get_online: getOnline,
};
