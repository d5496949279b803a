import type { ButtonOf } from '../context.ts';
import { writeArguments } from './arguments.ts';
import type { ButtonSigner } from './button-signer.ts';

/** Makes buttons that one person may press. */
export function buttonMaker(buttons: ButtonSigner, personId: string): ButtonOf {
  return (label, { code, args: spec }, ...[values = {}]) => ({
    kind: 'press',
    label,
    payload: buttons.sign({ code, args: writeArguments(spec, values) }, personId),
  });
}
