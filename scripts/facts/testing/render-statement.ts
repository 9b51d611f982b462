import type { Constraint, Fact } from '../model/facts.js';

/** Prose that repeats constraints in other words, like that of the page; it states nothing. */
const PROSE =
  'The customer&#8217;s own, up to 9 characters (see &#8220;limit&#8221;, &gt;= 2). Default: true. Max 80 chars.';

const UNITS = { Length: 'characters', Items: 'items', Properties: 'properties', imum: '' };

/** Renders a fact as HTML like the page: a type, constraints, then prose directly after them. */
export function renderStatement(fact: Fact, name: string): string {
  const { type = 'object', items, format, pattern, requiredWith } = fact;
  const [scalar, orNull] = [type].flat();
  const word = items === undefined ? String(scalar) : `Array of ${items}s`;
  const constraints = [
    format !== undefined && `&lt;${format}&gt;`,
    ...Object.entries(UNITS).map(([suffix, unit]) =>
      renderLimits(fact[`min${suffix}`], fact[`max${suffix}`], unit),
    ),
    fact['default'] !== undefined && `Default: ${renderLiteral(fact['default'], '&#8220;', '&#8221;')}`,
    fact['example'] !== undefined && `Example: ${name}=${renderLiteral(fact['example'])}`,
    fact['const'] !== undefined && `Value:${renderLiteral(fact['const'])}`,
    Array.isArray(fact['enum']) && `Enum:${fact['enum'].map((member) => renderLiteral(member)).join('')}`,
  ].filter((constraint) => typeof constraint === 'string');
  const partner = requiredWith === undefined ? '' : ` Required if &#8220;${requiredWith}&#8221; is provided.`;
  const space = constraints.length > 0 ? ' ' : '';
  const end = /(?:characters|items|properties|empty)$/.test(constraints.at(-1) ?? '') ? ' ' : '';
  return `${word}${orNull ? ' or null' : ''}${pattern ?? ''}${space}${constraints.join(' ')}${end}${PROSE}${partner}`;
}

function renderLimits(
  lower: Constraint | undefined,
  upper: Constraint | undefined,
  unit: string,
): string | false {
  const end = unit === '' ? '' : ` ${unit}`;
  if (lower === undefined && upper === undefined) return false;
  if (lower === upper) return `= ${lower}${end}`;
  if (upper === undefined) return lower === 1 && unit === 'properties' ? 'non-empty' : `&gt;= ${lower}${end}`;
  return lower === undefined ? `&lt;= ${upper}${end}` : `[ ${lower} .. ${upper} ]${end}`;
}

/** The publishing system replaces most opening quotes with closing ones. */
function renderLiteral(value: Constraint, open = '&#8221;', close = '&#8221;'): string {
  return typeof value === 'string' ? `${open}${value}${close}` : String(value);
}
