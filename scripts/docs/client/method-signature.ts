import ts from 'typescript';
import {
  type Operation as OperationEntry,
  type OperationId,
  operations,
} from '../../../generated/operations.js';
import { type Document, listOperations, type Operation, parametersIn } from '../../lib/description.js';
import { listDeclarations, parse } from './source.js';

const methods = new URL('../../../generated/methods.ts', import.meta.url);

/**
 * Creates the function that rewrites the signature of a generated method for its caller, with the concrete
 * types of its parameters and of the promise that it returns.
 */
export function createMethodSignature(document: Document): (signature: string) => string {
  const data = readDataTypes();
  const queries = new Map(listOperations(document).map((one) => [one.operationId, renderQueryType(one)]));
  return (signature) =>
    signature
      .replace(/operations\['(\w+)'\]\['parameters'\]\['query'\]/, (_, id: string) => queries.get(id) ?? '')
      // The docstring says when the signature fields are optional.
      .replace(/Signing extends true \? \w+ : (\w+)/, '$1')
      .replace('options?: Options', 'options?: CallOptions')
      .replace(/Results\['(\w+)'\]/, (_, id: string) =>
        renderPromise(id as OperationId, data.get(id) ?? 'unknown'),
      );
}

function renderPromise(operationId: OperationId, data: string): string {
  const { pagination }: OperationEntry = operations[operationId];
  return pagination ? `PagePromise<${data}, ItemOf<${data}>>` : `ApiPromise<${data}>`;
}

/** Reads the type of the data that each operation returns. */
function readDataTypes(): Map<string, string> {
  const [declaration] = listDeclarations(parse(methods)).get('Data') ?? [];
  if (!declaration || !ts.isInterfaceDeclaration(declaration)) {
    throw new Error(
      'generated/methods.ts does not declare the interface Data: adapt scripts/docs/client/method-signature.ts.',
    );
  }
  return new Map(
    declaration.members
      .filter(ts.isPropertySignature)
      .map((member) => [member.name.getText(), member.type?.getText() ?? 'unknown']),
  );
}

function renderQueryType(operation: Operation): string {
  const fields = parametersIn(operation, 'query').map(
    ({ name, required, schema }) => `${name}${required ? '' : '?'}: ${schema.type}`,
  );
  return `{ ${fields.join('; ')} }`;
}
