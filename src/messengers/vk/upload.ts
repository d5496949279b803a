import type { API } from 'vk-io';
import { APIError, Upload as Uploader } from 'vk-io';
import type { Upload } from '../../chat/messenger.ts';
import { VkRefusal } from './api.ts';

/** Puts a picture or a file on VK's servers for one chat; resolves with the name it has in a message. */
export type UploadVk = (chatId: string, shows: 'picture' | 'file', upload: Upload) => Promise<string>;

const TIMEOUT_MS = 30_000;

/** vk-io's uploads: ask for a server, post the bytes there, have them kept. */
export function createUpload(api: API): UploadVk {
  const uploader = new Uploader({ api, agent: api.options.agent, uploadTimeout: TIMEOUT_MS });
  return async (chatId, shows, { name, contentType, bytes }) => {
    const value = Buffer.from(bytes);
    const params = {
      peer_id: Number(chatId),
      source: { value, filename: name, contentType, contentLength: value.length },
    };
    try {
      const kept =
        shows === 'picture'
          ? await uploader.messagePhoto(params)
          : await uploader.messageDocument({ ...params, title: name });
      return String(kept);
    } catch (error) {
      if (error instanceof APIError) throw new VkRefusal('upload', Number(error.code), error.message);
      throw error;
    }
  };
}
