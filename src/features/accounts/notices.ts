import type { PrivateAddress, Recipient } from '../../domain/state.ts';

/** To one account of a person: another one. */
interface AboutAccount {
  readonly to: Recipient;
  readonly accountName: string;
  readonly messenger: PrivateAddress['messenger'];
}

/** Something a person is told about their own accounts. */
export type PersonNotice =
  | (AboutAccount & { readonly kind: 'account.linked' })
  | (AboutAccount & { readonly kind: 'account.unlinked' })
  /** The code, to the address that it is to prove. */
  | { readonly kind: 'email.code'; readonly to: Recipient; readonly code: string };
