import { badRequest } from '../errors.ts';
import type { Method } from './outcome.ts';

// Bot API, answerCallbackQuery: text of 0-200 characters.
const MAX_TOAST = 200;

export const answerCallbackQuery: Method = (emulation, { params }) => {
  const text = params.text('text');
  if (text.length > MAX_TOAST) throw badRequest('MESSAGE_TOO_LONG');
  const url = params.text('url');
  const showAlert = params.flag('show_alert');
  emulation.callbacks.answer(params.text('callback_query_id'), {
    text,
    showAlert,
    ...(url !== '' && { url }),
  });
  return { result: true };
};
