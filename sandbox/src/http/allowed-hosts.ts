/** Names that always lead to this machine: RFC 6761, section 6.3. */
const LOCALHOST = ['localhost', '.localhost'];

/** An IPv4 address, or an IPv6 address in the brackets that a URL has around it. */
const IP_ADDRESS = /^(\d+(\.\d+){3}|\[.*\])$/;

/** A host name, or with a dot before it the end of host names. */
const HOST_NAME = /^\.?[\w-]+(\.[\w-]+)*\.?$/;

/**
 * Checks host names to allow.
 * @throws TypeError when one of them is not a name as the Host header has it, and so would never match or match too much.
 */
export function checkHostNames(names: readonly string[]): void {
  const wrong = names.find((name) => !isHostName(name));
  if (wrong !== undefined)
    throw new TypeError(
      `listen: \`allowedHosts\` must be a host name such as sandbox or .example.com, without a scheme and a port, not '${wrong}'.`,
    );
}

/** Whether a host name can be allowed. */
export function isHostName(name: unknown): boolean {
  if (typeof name !== 'string') return false;
  if (IP_ADDRESS.test(name)) return true;
  // A URL has some names in another form, such as 1 as 0.0.0.1.
  const url = `http://${name.replace(/^\./, 'a.')}`;
  return HOST_NAME.test(name) && URL.canParse(url) && new URL(url).host === url.slice(7).toLowerCase();
}

/**
 * Whether a server serves requests for a host name. A web page whose own name was pointed at this machine
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
