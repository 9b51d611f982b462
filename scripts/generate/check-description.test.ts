import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Document } from '../lib/description.js';
import { checkDescription } from './check-description.js';

const ROOT = new URL('../../', import.meta.url);
const text = await readFile(new URL('generated/openapi.json', ROOT), 'utf8');

// biome-ignore lint/suspicious/noExplicitAny: a wrong description has any form.
type Editable = any;
const PATH = '/payments/{id}/voids';
const FILE = 'openapi/paths/payments_{id}_voids.yaml';

/** Checks a changed copy of the description. */
function checkWith(change: (document: Editable) => void): void {
  const copy = JSON.parse(text);
  change(copy);
  checkDescription(copy as Document);
}

describe('checkDescription', () => {
  it('accepts the description, also where a value of the API is null', () => {
    expect(() => checkWith(() => {})).not.toThrow();
    expect(() =>
      checkWith(({ components }) => {
        components.examples['void-accepted'].value.reference = null;
        components.schemas.VoidRequest.properties.reference.enum = ['', null];
      }),
    ).not.toThrow();
  });

  it.each<[gap: string, change: (operation: Editable, document: Editable) => void]>([
    ['has no operationId that a method can have as its name', (operation) => delete operation.operationId],
    ['has no operationId that a method can have as its name', (operation) => (operation.operationId = 'a-b')],
    ['has no summary', (operation) => delete operation.summary],
    ['has no description', (operation) => delete operation.description],
    ['has no schema of its body', (operation) => (operation.requestBody.content['application/json'] = {})],
    [
      'has no schema of the response 202',
      (_, { components }) => delete components.responses.VoidAccepted.content['application/json'].schema,
    ],
    ['has no response to a success', (operation) => delete operation.responses],
    ['has no response to a success', (operation) => (operation.responses = {})],
    [
      'has no response to a success',
      (operation) => (operation.responses = { '404': { description: 'No.' } }),
    ],
    ['has no description of the response 299', (operation) => (operation.responses['299'] = {})],
    [
      'has no schema of the parameter id',
      (_, { components }) => delete components.parameters.PaymentId.schema,
    ],
  ])('names an operation that %s, with its file', (gap, change) => {
    const check = () => checkWith((document) => change(document.paths[PATH].post, document));

    expect(check).toThrow(`${FILE}: POST ${PATH} ${gap}`);
    expect(check).toThrow('Run `npm run lint:description`');
  });

  it.each<[place: string, change: (document: Editable) => void]>([
    [FILE, ({ paths }) => (paths[PATH] = null)],
    [`${FILE}: post`, ({ paths }) => (paths[PATH].post = null)],
    [`${FILE}: post.responses`, ({ paths }) => (paths[PATH].post.responses = null)],
    ['openapi/schemas/VoidRequest.yaml', ({ components }) => (components.schemas.VoidRequest = null)],
    [
      'openapi/schemas/VoidRequest.yaml: properties.value',
      ({ components }) => (components.schemas.VoidRequest.properties.value = null),
    ],
    ['openapi/openapi.yaml: info', (document) => (document.info = null)],
  ])('names what is empty: %s', (place, change) => {
    expect(() => checkWith(change)).toThrow(`  ${place} is empty\n`);
  });

  it('names a version that is missing', () => {
    expect(() => checkWith(({ info }) => delete info.version)).toThrow('openapi.yaml: info has no version');
  });

  it.each<[place: string, change: (document: Editable) => void]>([
    [
      'openapi/schemas/VoidRequest.yaml: properties.reference.type cannot be "strnig"',
      ({ components }) => (components.schemas.VoidRequest.properties.reference.type = 'strnig'),
    ],
    [
      'openapi/schemas/VoidRequest.yaml: properties.reference.type.1 cannot be "nul"',
      ({ components }) => (components.schemas.VoidRequest.properties.reference.type = ['string', 'nul']),
    ],
    [
      'openapi/schemas/VoidRequest.yaml: properties.pattern.pattern cannot be "[", which is no regular expression',
      ({ components }) => (components.schemas.VoidRequest.properties.pattern = { pattern: '[' }),
    ],
    [
      'openapi/schemas/VoidRequest.yaml: required cannot be "reference"',
      ({ components }) => (components.schemas.VoidRequest.required = 'reference'),
    ],
    [
      'openapi/parameters/PaymentId.yaml: schema.maxLength cannot be -1',
      ({ components }) => (components.parameters.PaymentId.schema.maxLength = -1),
    ],
  ])('names a value that a schema cannot have: %s', (place, change) => {
    expect(() => checkWith(change)).toThrow(`  ${place}\nRun \`npm run lint:description\``);
  });

  it.each<[place: string, change: (operation: Editable) => void]>([
    // The bundler leaves references below a key that OpenAPI does not have.
    [
      'post.responses.4222.$ref leads to nothing: ../responses/VoidAccepted.yaml',
      ({ responses }) => (responses['4222'] = { $ref: '../responses/VoidAccepted.yaml' }),
    ],
    [
      'post.responses.404.$ref leads to nothing: #/components/responses/Nothing',
      ({ responses }) => (responses['404'] = { $ref: '#/components/responses/Nothing' }),
    ],
  ])('names a reference to nothing: %s', (place, change) => {
    expect(() => checkWith(({ paths }) => change(paths[PATH].post))).toThrow(`  ${FILE}: ${place}`);
  });

  it('names two operations with one operationId', () => {
    expect(() => checkWith(({ paths }) => (paths[PATH].post.operationId = 'capturePayment'))).toThrow(
      `  ${FILE}: POST ${PATH} has the operationId capturePayment, as POST /payments/{id}/captures has\n`,
    );
  });

  it('names all gaps at once', () => {
    expect(() =>
      checkWith(({ paths }) => {
        delete paths[PATH].post.summary;
        delete paths[PATH].post.description;
      }),
    ).toThrow(/has no summary\n.*has no description\n/);
  });

  it('finds the file of each path', () => {
    const { paths } = JSON.parse(text) as Document;
    for (const path of Object.keys(paths)) {
      const { message } = catchError(() => checkWith((document) => (document.paths[path] = null)));
      const [, file = ''] = /^ {2}(\S+) is empty$/m.exec(message) ?? [];
      expect(existsSync(new URL(file.replaceAll('%', '%25'), ROOT)), file).toBe(true);
    }
  });
});

function catchError(call: () => void): Error {
  try {
    call();
  } catch (error) {
    return error as Error;
  }
  throw new Error('It threw nothing.');
}
