/** What we use of viber-bot 1.0.18, which brings no types of its own. */
declare module 'viber-bot' {
  interface Message {
    readonly minApiVersion: number | undefined;
    /** Keyboards and tracking data are not part of it: `sendMessage` adds them. */
    toJson(): Readonly<Record<string, unknown>>;
  }
  type Keyboard = Readonly<Record<string, unknown>> | null;
  /** Tracking data, timestamp and token, which only received messages have. */
  type Unused = null;

  const viber: {
    readonly Bot: new (configuration: {
      authToken: string;
      name: string;
      avatar: string;
    }) => {
      /** Resolves with what the answer held as message tokens. */
      sendMessage(to: { readonly id: string }, messages: readonly Message[]): Promise<unknown[]>;
      /** Private: what every call goes through. */
      _client: {
        _sendRequest(endpoint: string, data: Readonly<Record<string, unknown>>): Promise<unknown>;
      };
    };
    readonly Message: {
      readonly Text: new (
        text: string,
        keyboard: Keyboard,
        trackingData: Unused,
        timestamp: Unused,
        token: Unused,
        minApiVersion: number | undefined,
      ) => Message;
      readonly Picture: new (
        url: string,
        text: string | null,
        thumbnail: string | null,
        keyboard: Keyboard,
        trackingData: Unused,
        timestamp: Unused,
        token: Unused,
        minApiVersion: number | undefined,
      ) => Message;
      readonly File: new (
        url: string,
        sizeInBytes: number,
        fileName: string,
        keyboard: Keyboard,
        trackingData: Unused,
        timestamp: Unused,
        token: Unused,
        minApiVersion: number | undefined,
      ) => Message;
      readonly RichMedia: new (
        richMedia: Readonly<Record<string, unknown>>,
        keyboard: Keyboard,
        trackingData: Unused,
        timestamp: Unused,
        token: Unused,
        altText: string | null,
        minApiVersion: number | undefined,
      ) => Message;
    };
  };
  export default viber;
}
