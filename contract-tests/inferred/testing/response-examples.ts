import { describe, expect, it } from 'vitest';
import { document } from '../../../contract/src/conformance/description.js';
import { documentedResponses } from '../../../contract/src/conformance/testing/documented-responses.js';
import { examplesOf, jsonOf } from '../../../scripts/lib/description.js';
import { keepDocumented, maskVolatile } from './comparable.js';
import { openExampleApi } from './example-api.js';
import { SCENARIOS } from './example-scenarios.js';

/** All examples of responses. */
export const examples = documentedResponses.flatMap(({ name, operation, response }) =>
  Object.entries(examplesOf(document, jsonOf(response))).map(([example, { value }]) => ({
    name: `${name} ${example}`,
    operationId: operation.operationId,
    status: response.status,
    schema: jsonOf(response)?.schema ?? {},
    value,
  })),
);

/** Whether an example is a page of a list, for whose schema a validator takes a second to be compiled. */
export function isPage(name: string): boolean {
  return /^(?:getPaymentsList|searchPayments) 202 /.test(name);
}

/** Tests the examples that have a scenario, if their names are chosen. */
export function testResponseExamples(isChosen: (name: string) => boolean): void {
  describe('an example of a response', () => {
    it.each(examples.filter(({ name }) => SCENARIOS[name] && isChosen(name)))(
      'is what the sandbox responds in its scenario: $name',
      async ({ name, operationId, status, schema, value }) => {
        const exchange = await SCENARIOS[name]?.(openExampleApi());
        expect(exchange).toMatchObject({ operationId, status });
        expect(exchange?.violations.filter(({ side }) => side === 'response')).toEqual([]);
        expect(maskVolatile(value)).toEqual(maskVolatile(keepDocumented(schema, exchange?.body)));
      },
    );
  });
}
