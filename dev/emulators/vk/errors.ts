/** An error answer of the VK API: HTTP 200 with `error`. Codes: VK API schema, errors.json. */
export class VkApiError extends Error {
  override readonly name = 'VkApiError';
  readonly code: number;

  constructor(code: number, message: string = TEXTS[code] ?? 'Error') {
    super(message);
    this.code = code;
  }
}

const TEXTS: Readonly<Record<number, string>> = {
  1: 'Unknown error occurred',
  3: 'Unknown method passed',
  5: 'User authorization failed: invalid access_token (4).',
  6: 'Too many requests per second',
  8: 'Invalid request: v (version) is required',
  9: 'Flood control',
  10: 'Internal server error',
  18: 'User was deleted or banned',
  29: 'Rate limit reached',
  100: 'One of the parameters specified was missing or invalid',
  113: 'Invalid user id',
  900: "Can't send messages for users from blacklist",
  901: "Can't send messages for users without permission",
  902: "Can't send messages to this user due to their privacy settings",
  909: "Can't edit this message, because it's too old",
  911: 'Keyboard format is invalid',
  914: 'Message is too long',
  917: "You don't have access to this chat",
};

/** 100 with the name of the parameter, as VK words it. */
export function badParameter(what: string): VkApiError {
  return new VkApiError(100, `One of the parameters specified was missing or invalid: ${what}`);
}
