/** Keywords whose values are maps from names that the description chooses. */
const MAPS = new Set([
  ...[
    'properties',
    'patternProperties',
    'dependentRequired',
    'dependentSchemas',
    '$defs',
    'mapping',
    'encoding',
  ],
  ...['responses', 'headers', 'content', 'links', 'callbacks', 'variables', 'scopes', 'webhooks'],
  ...['schemas', 'parameters', 'requestBodies', 'securitySchemes', 'pathItems'],
]);

/** Keywords whose values are no part of the description itself, although they can look like it. */
const DATA = new Set(['default', 'enum', 'const', 'example', 'examples', 'security']);

/** Tells whether the value of a keyword is a map of names: `x-request-id` is no extension among headers. */
export function isMapOfNames(keyword: string): boolean {
  return MAPS.has(keyword);
}

/** Tells whether the value of a keyword is data in which nothing is a keyword. */
export function isData(keyword: string): boolean {
  return DATA.has(keyword);
}

/** Tells a keyword whose whole value is compared at each place, because Redocly compares it only in part. */
export function isComparedWhole(keyword: string): boolean {
  return keyword.startsWith('x-') || keyword === 'example' || keyword === 'examples';
}

/** Tells whether keys from the root of a description lead to an extension or an example, or into one. */
export function leadToWholeValue(keys: readonly string[]): boolean {
  let isName = false;
  return keys.some((key) => {
    const isWhole = !isName && isComparedWhole(key);
    isName = !isName && isMapOfNames(key);
    return isWhole;
  });
}
