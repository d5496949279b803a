import type { UploadedFile } from './multipart.ts';

export interface ShelvedFile extends UploadedFile {
  fileId: string;
  uniqueId: string;
}

/** Files in memory, by file_id: the newest within a number and a sum of bytes. */
export class FileShelf {
  readonly #files = new Map<string, ShelvedFile>();
  readonly #maxFiles: number;
  readonly #maxBytes: number;
  #bytes = 0;
  #lastId = 0;

  constructor(maxFiles: number, maxBytes: number) {
    this.#maxFiles = maxFiles;
    this.#maxBytes = maxBytes;
  }

  put(file: UploadedFile): ShelvedFile {
    const number = String(++this.#lastId).padStart(8, '0');
    const shelved = { ...file, fileId: `BQACAgIAAxkBAAI${number}`, uniqueId: `AgAD${number}` };
    this.#files.set(shelved.fileId, shelved);
    this.#bytes += file.bytes.length;
    for (const [id, old] of this.#files) {
      if (this.#files.size <= this.#maxFiles && this.#bytes <= this.#maxBytes) break;
      if (id === shelved.fileId) break;
      this.#files.delete(id);
      this.#bytes -= old.bytes.length;
    }
    return shelved;
  }

  find(fileId: string): ShelvedFile | undefined {
    return this.#files.get(fileId);
  }
}
