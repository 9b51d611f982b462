import { describe, expect, it } from 'vitest';
import { document } from '../../contract/src/conformance/description.js';
import { documentedResponses } from '../../contract/src/conformance/testing/documented-responses.js';
import { examplesOf, jsonOf } from '../../scripts/lib/description.js';
import { keepDocumented, maskVolatile } from './testing/comparable.js';
import { openExampleApi } from './testing/example-api.js';
import { OTHERS, SCENARIOS } from './testing/example-scenarios.js';

const examples = documentedResponses.flatMap(({ name, operation, response }) =>
  Object.entries(examplesOf(document, jsonOf(response))).map(([example, { value }]) => ({
    name: `${name} ${example}`,
    operationId: operation.operationId,
    status: response.status,
    schema: jsonOf(response)?.schema ?? {},
    value,
  })),
);

describe('an example of a response', () => {
  it('has a scenario on the sandbox, or a reason why not', () => {
    const known = [...Object.keys(SCENARIOS), ...Object.keys(OTHERS)];
    expect(known.sort()).toEqual(examples.map(({ name }) => name).sort());
  });

  it.each(examples.filter(({ name }) => SCENARIOS[name]))(
    'is what the sandbox responds in its scenario: $name',
    async ({ name, operationId, status, schema, value }) => {
      const exchange = await SCENARIOS[name]?.(openExampleApi());
      expect(exchange).toMatchObject({ operationId, status });
      expect(exchange?.violations.filter(({ side }) => side === 'response')).toEqual([]);
      expect(maskVolatile(value)).toEqual(maskVolatile(keepDocumented(schema, exchange?.body)));
    },
  );
});
