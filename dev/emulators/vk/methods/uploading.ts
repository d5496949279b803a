import type { Emulation } from '../emulation.ts';
import { badParameter } from '../errors.ts';
import type { Params } from '../params.ts';

/** photos.getMessagesUploadServer and docs.getMessagesUploadServer. */
export function uploadServer(kind: 'photo' | 'doc') {
  return ({ url }: Emulation): unknown => ({ upload_url: `${url}/upload/${kind}` });
}

/** photos.saveMessagesPhoto. */
export function savePhoto(emulation: Emulation, params: Params): unknown {
  const id = kept(emulation, params.text('photo'), 'photo');
  return [{ id, owner_id: -emulation.group.id, access_key: 'accesskey', sizes: [] }];
}

/** docs.save. */
export function saveDoc(emulation: Emulation, params: Params): unknown {
  const id = kept(emulation, params.text('file'), 'file');
  return { type: 'doc', doc: { id, owner_id: -emulation.group.id, title: params.text('title') ?? '' } };
}

function kept({ shelf, group }: Emulation, ticket: string | undefined, name: string): number {
  const id = shelf.keep(ticket ?? '', -group.id);
  if (id === undefined) throw badParameter(`${name} is invalid`);
  return id;
}
