import ts from 'typescript';
import { type Operation as Facts, type OperationId, operations } from '../../../generated/operations.js';
import { type Document, listOperations } from '../../lib/description.js';
import { declarationsOf, parse } from './source.js';

const methods = new URL('../../../generated/methods.ts', import.meta.url);

/**
 * Makes the function that writes the signature of a generated method as its caller sees it: with the
 * types that its parameters stand for, and the promise that it gives.
 */
export function createMethodSignature(document: Document): (signature: string) => string {
  const data = dataTypes();
  const queries = new Map(
    listOperations(document).map((one) => [one.operationId, queryType(one.parameters)]),
  );
  return (signature) =>
    signature
      .replace(/operations\['(\w+)'\]\['parameters'\]\['query'\]/, (_, id: string) => queries.get(id) ?? '')
      // The fields that the client fills in may be left out: its docstring says when.
      .replace(/Signable<(\w+),[^>]*>/, '$1')
      .replace('options?: Options', 'options?: CallOptions')
      .replace(/Results\['(\w+)'\]/, (_, id: string) =>
        promiseOf(id as OperationId, data.get(id) ?? 'unknown'),
      );
}

function promiseOf(operationId: OperationId, data: string): string {
  const { pagination }: Facts = operations[operationId];
  return pagination ? `PagePromise<${data}, ItemOf<${data}>>` : `ApiPromise<${data}>`;
}

/** What the success of each operation holds. */
function dataTypes(): Map<string, string> {
  const [declaration] = declarationsOf(parse(methods)).get('Data') ?? [];
  if (!declaration || !ts.isInterfaceDeclaration(declaration)) {
    throw new Error('generated/methods.ts has no interface Data any more: see scripts/docs/client.');
  }
  return new Map(
    declaration.members
      .filter(ts.isPropertySignature)
      .map((member) => [member.name.getText(), member.type?.getText() ?? 'unknown']),
  );
}

function queryType(parameters: ReturnType<typeof listOperations>[number]['parameters']): string {
  const fields = parameters
    .filter((parameter) => parameter.in === 'query')
    .map(({ name, required, schema }) => `${name}${required ? '' : '?'}: ${schema.type}`);
  return `{ ${fields.join('; ')} }`;
}
