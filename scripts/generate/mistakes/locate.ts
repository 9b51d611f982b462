import { getPathFile } from '../../lib/description.js';

/** Names the file that keys of the bundle lead to, and the keys in it. The bundle names components after their files. */
export function locate(keys: readonly string[]): string {
  const [group, first, second, ...rest] = keys;
  if (group === 'paths' && first !== undefined) return join(getPathFile(first), keys.slice(2));
  if (group === 'components' && second !== undefined) return join(`${first}/${second}.yaml`, rest);
  return join('openapi.yaml', keys);
}

function join(file: string, keys: readonly string[]): string {
  return [`openapi/${file}`, ...(keys.length > 0 ? [keys.join('.')] : [])].join(': ');
}
