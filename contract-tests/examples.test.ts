import { describe, expect, it } from 'vitest';
import { compileValidator } from '../contract/src/conformance/description.js';
import { requestExamples, responseExamples } from './testing/description-examples.js';

describe('every example of the description', () => {
  it.each([...requestExamples, ...responseExamples])('matches its schema: $name', ({ schema, value }) => {
    const validate = compileValidator(schema);
    expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
  });
});
