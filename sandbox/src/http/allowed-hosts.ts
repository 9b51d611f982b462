/** Names that always lead to this machine: RFC 6761, section 6.3. */
const LOCALHOST = ['localhost', '.localhost'];

/** An IPv4 address, or an IPv6 address in the brackets that a URL has around it. */
const IP_ADDRESS = /^(\d+(\.\d+){3}|\[.*\])$/;

/**
 * Returns whether a server serves requests for a host name. A web page whose own name was pointed at this machine
 * (DNS rebinding) sends that name, and has the same origin as the server to its browser. An address cannot be
 * pointed elsewhere.
 * @param allowed Names; one that begins with a dot stands for all names that end in it.
 */
export function isAllowedHost(hostname: string, allowed: readonly string[]): boolean {
  if (IP_ADDRESS.test(hostname)) return true;
  return [...LOCALHOST, ...allowed].some((name) => {
    const known = name.toLowerCase();
    return known.startsWith('.') ? hostname.endsWith(known) : hostname === known;
  });
}
