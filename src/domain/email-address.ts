/** What browsers take for an e-mail address (HTML, "valid e-mail address"), with a domain of two labels or more. */
const ADDRESS =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** RFC 5321, section 4.5.3.1.3: a path has 256 octets, two of them its angle brackets. */
const LONGEST = 254;

/**
 * A text as an e-mail address in lower case, its domain in ASCII form so that both spellings of an international
 * domain are one address; null where it is none that we write to.
 */
export function mailAddress(text: string): string | null {
  const written = text.trim().toLowerCase();
  const at = written.lastIndexOf('@');
  const domain = written.slice(at + 1);
  // Only a domain with other letters is read as a host name: that reading would accept far more than domains.
  const isPlain = /^[a-z0-9.-]*$/.test(domain);
  const ascii = isPlain || !/^[\p{L}\p{N}\p{M}.-]+$/u.test(domain) ? domain : hostOf(domain);
  const address = `${written.slice(0, at + 1)}${ascii}`;
  return address.length <= LONGEST && ADDRESS.test(address) ? address : null;
}

/** A domain as it is written in DNS (`xn--…`), or itself where it cannot be one. */
function hostOf(domain: string): string {
  return URL.canParse(`http://${domain}`) ? new URL(`http://${domain}`).hostname : domain;
}
