import { describe, expect, it } from 'vitest';
import { createElementId } from './element-id.js';

describe('createElementId', () => {
  it('names a component without the word components', () => {
    expect(createElementId('#/components/schemas/Payment/properties/3ds')).toBe(
      'schemas.Payment.properties.3ds',
    );
  });

  it('keeps only characters that need no encoding in a link', () => {
    expect(createElementId('#/paths/~1payments~1{id}~1voids/post/description')).toBe(
      'paths.payments-id-voids.post.description',
    );
  });
});
