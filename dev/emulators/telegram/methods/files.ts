import type { Emulation } from '../emulation.ts';
import { badRequest } from '../errors.ts';
import type { ShelvedFile } from '../file-shelf.ts';
import { readCaption } from '../formatted-text.ts';
import type { UploadedFile } from '../multipart.ts';
import type { Params } from '../params.ts';
import { sendFromBot } from '../sending.ts';
import type { Message, UploadedDocument } from '../types.ts';
import type { Method } from './outcome.ts';

// Bot API, sending files: 10 MB for photos, 50 MB for other files.
const MAX_PHOTO = 10 * 1024 * 1024;
const MAX_DOCUMENT = 50 * 1024 * 1024;

export const sendDocument: Method = (emulation, { params }) => {
  const file = readFile(emulation, params, 'document', MAX_DOCUMENT);
  const content = { document: describeDocument(file), ...captionOf(emulation, params) };
  return { result: sendFromBot(emulation, params, content) };
};

export const sendPhoto: Method = (emulation, { params }) => {
  const file = readFile(emulation, params, 'photo', MAX_PHOTO);
  const { width, height } = pictureSize(file.bytes);
  const size = {
    file_id: file.fileId,
    file_unique_id: file.uniqueId,
    width,
    height,
    file_size: file.bytes.length,
  };
  return { result: sendFromBot(emulation, params, { photo: [size], ...captionOf(emulation, params) }) };
};

export const getFile: Method = (emulation, { params }) => {
  const file = emulation.files.find(params.text('file_id'));
  if (file === undefined) throw badRequest('wrong file_id or the file is temporarily unavailable');
  const { fileId, uniqueId, bytes } = file;
  const result = {
    file_id: fileId,
    file_unique_id: uniqueId,
    file_size: bytes.length,
    file_path: `files/${fileId}`,
  };
  return { result };
};

export function describeDocument(file: ShelvedFile): UploadedDocument {
  return {
    file_id: file.fileId,
    file_unique_id: file.uniqueId,
    file_name: file.name,
    mime_type: file.type,
    file_size: file.bytes.length,
  };
}

function captionOf(emulation: Emulation, params: Params): Pick<Message, 'caption' | 'caption_entities'> {
  const { text, entities } = readCaption(params, (id) => emulation.world.userOrBot(id));
  if (text === '') return {};
  return entities.length > 0 ? { caption: text, caption_entities: entities } : { caption: text };
}

/** The file itself in the form, `attach://name` in another field of it, or a known file_id. */
function readFile(emulation: Emulation, params: Params, name: string, limit: number): ShelvedFile {
  const text = params.text(name);
  const part = text.startsWith('attach://') ? text.slice('attach://'.length) : name;
  const upload: UploadedFile | undefined = params.files.get(part);
  if (upload === undefined) {
    if (text === '') throw badRequest(`there is no ${name} in the request`);
    const known = emulation.files.find(text);
    if (known === undefined) throw badRequest('wrong file identifier/HTTP URL specified');
    return known;
  }
  if (upload.bytes.length === 0) throw badRequest('file must be non-empty');
  if (upload.bytes.length > limit) throw badRequest(`file is too big: ${upload.bytes.length} bytes`);
  if (name === 'photo') checkPicture(upload.bytes);
  return emulation.files.put(upload);
}

// Bot API, sendPhoto: width and height together at most 10000, their ratio at most 20.
function checkPicture(bytes: Buffer): void {
  const { width, height } = pictureSize(bytes);
  if (width === 0) throw badRequest('IMAGE_PROCESS_FAILED');
  const tooOblong = Math.max(width, height) > 20 * Math.min(width, height);
  if (width + height > 10_000 || tooOblong) throw badRequest('PHOTO_INVALID_DIMENSIONS');
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);

/** Width and height of a PNG, 1×1 for a JPEG, 0×0 for what is no picture. */
function pictureSize(bytes: Buffer): { width: number; height: number } {
  if (bytes.subarray(0, 4).equals(PNG) && bytes.length >= 24) {
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  }
  return bytes.subarray(0, 3).equals(JPEG) ? { width: 1, height: 1 } : { width: 0, height: 0 };
}
