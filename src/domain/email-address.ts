/** What browsers take for an e-mail address (HTML, "valid e-mail address"), with a domain of two labels or more. */
const ADDRESS =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** RFC 5321, section 4.5.3.1.3: a path has 256 octets, two of them its angle brackets. */
const LONGEST = 254;

/** A text as an e-mail address in lower case, or null where it is none that we write to. */
export function mailAddress(text: string): string | null {
  const address = text.trim().toLowerCase();
  return address.length <= LONGEST && ADDRESS.test(address) ? address : null;
}
