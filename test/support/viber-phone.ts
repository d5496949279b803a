import type { ViberEmulator } from '../../dev/emulators/viber/emulator.ts';
import type { PhoneMaker } from './person.ts';

/** Phones of people who use the emulated Viber. */
export function viberPhones(control: ViberEmulator['control']): PhoneMaker {
  return (name, { language }) => {
    const user = control.createUser({ name, language });
    const heard = () => control.messages(user).filter((message) => message.fromBot);
    return {
      write: (text) => void control.write(user, text),
      press: (label) => void control.press(user, null, label),
      open: (payload) => void control.openLink(user, payload),
      heard,
      notice: () => heard().at(-1)?.text ?? '',
    };
  };
}
