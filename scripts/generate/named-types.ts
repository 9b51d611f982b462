import { NEVER, tsLiteral, tsUnion, UNDEFINED } from 'openapi-typescript';
import ts from 'typescript';
import { toComment } from './source.js';

const { factory } = ts;

/**
 * Declares a type of its own for each object and each enum in the types of openapi-typescript, where they are
 * members of `components` without a name. An editor shows a type by the name of its declaration, and all of its
 * fields without one. Unions and arrays of such types stay in `components` and get an alias, so that an editor shows
 * what they consist of.
 *
 * Optional fields of requests can also be undefined, which `exactOptionalPropertyTypes` otherwise rejects: JSON
 * leaves such fields out.
 *
 * @param nodes The statements that openapi-typescript makes.
 * @param requestTypes The name of the type of each schema that requests contain.
 * @param descriptions The description of each type by its name, which an editor shows with it.
 */
export function nameTypes(
  nodes: readonly ts.Node[],
  requestTypes: ReadonlyMap<string, string>,
  descriptions: ReadonlyMap<string, string>,
): ts.Node[] {
  const schemas = nodes.flatMap((node) => (isInterface(node, 'components') ? listSchemas(node) : []));
  const unnamed = new Set(schemas.flatMap(({ name, type }) => (consistsOfTypes(type) ? [name] : [])));
  const refer = (name: string, schema = name) =>
    unnamed.has(schema) ? indexSchemas(name) : factory.createTypeReferenceNode(name);
  const responses = rewriteTypes((schema) => refer(schema));
  const requests = rewriteTypes((schema) => refer(requestTypes.get(schema) ?? schema, schema), orUndefined);

  const types = schemas.flatMap(({ name, type, member }) => {
    const requestType = requestTypes.get(name);
    return [
      ...(requestType === undefined ? [] : [{ name: requestType, type: requests(type) }]),
      ...(requestType === name ? [] : [{ name, type: responses(type) }]),
    ].map((one) => ({ ...one, member, isNamed: !unnamed.has(name) }));
  });
  const named = nodes.map((node) => {
    if (isInterface(node, 'operations')) {
      return updateInterface(node, (operation) =>
        updateMembers(operation, (part, type) =>
          (readName(part) === 'responses' ? responses : requests)(type),
        ),
      );
    }
    if (!isInterface(node, 'components')) return node;
    return updateInterface(node, (group) => {
      if (readName(group) !== 'schemas') {
        return updateType(group, readName(group) === 'parameters' ? requests : responses);
      }
      const members = types.map(({ name, type, member, isNamed }) => {
        const { modifiers, questionToken } = member;
        const reference = isNamed ? refer(name) : type;
        return factory.createPropertySignature(modifiers, name, questionToken, reference);
      });
      return updateType(group, () => factory.createTypeLiteralNode(members));
    });
  });
  const declarations = types.map(({ name, type, isNamed }) =>
    declareType(name, isNamed ? type : indexSchemas(name), descriptions.get(name)),
  );
  return [...declarations, ...named];
}

interface SchemaType {
  readonly name: string;
  readonly type: ts.TypeNode;
  /** The member of `components.schemas`, which has the documentation. */
  readonly member: ts.PropertySignature;
}

function listSchemas(components: ts.InterfaceDeclaration): SchemaType[] {
  const literal = components.members
    .filter(ts.isPropertySignature)
    .find((one) => readName(one) === 'schemas')?.type;
  if (!literal || !ts.isTypeLiteralNode(literal)) return [];
  return literal.members
    .filter(ts.isPropertySignature)
    .flatMap((member) => (member.type ? [{ name: readName(member), type: member.type, member }] : []));
}

/** Whether a type is an array, or a union of other schemas. */
function consistsOfTypes(type: ts.TypeNode): boolean {
  return (
    ts.isArrayTypeNode(type) || (ts.isUnionTypeNode(type) && type.types.some((one) => readReference(one)))
  );
}

function declareType(name: string, type: ts.TypeNode, description: string | undefined): ts.Node {
  const modifiers = [factory.createModifier(ts.SyntaxKind.ExportKeyword)];
  const declaration = factory.createTypeAliasDeclaration(modifiers, name, undefined, type);
  if (!description) return declaration;
  // The compiler adds the marks of a comment itself.
  const text = toComment(description).slice('/*'.length, -'*/'.length);
  return ts.addSyntheticLeadingComment(declaration, ts.SyntaxKind.MultiLineCommentTrivia, text, true);
}

/**
 * Creates a function that replaces the references to schemas in a type.
 *
 * @param refer Refers to the type of a schema.
 * @param changeOptional Changes the type of each optional member.
 */
function rewriteTypes(
  refer: (schema: string) => ts.TypeNode,
  changeOptional?: (type: ts.TypeNode) => ts.TypeNode,
): (type: ts.TypeNode) => ts.TypeNode {
  const visit = (node: ts.Node): ts.Node => {
    const schema = readReference(node);
    if (schema !== undefined) return refer(schema);
    const visited = ts.visitEachChild(node, visit, undefined);
    if (!changeOptional || !ts.isPropertySignature(visited) || !visited.questionToken) return visited;
    return updateType(visited, changeOptional);
  };
  return (type) => visit(type) as ts.TypeNode;
}

/** Creates `components["schemas"]["Name"]`. */
function indexSchemas(name: string): ts.TypeNode {
  const schemas = factory.createIndexedAccessTypeNode(
    factory.createTypeReferenceNode('components'),
    tsLiteral('schemas'),
  );
  return factory.createIndexedAccessTypeNode(schemas, tsLiteral(name));
}

/** Reads the name of the schema in `components["schemas"]["Name"]`. */
function readReference(node: ts.Node): string | undefined {
  if (!ts.isIndexedAccessTypeNode(node) || !ts.isIndexedAccessTypeNode(node.objectType)) return undefined;
  const [group, name] = [node.objectType.indexType, node.indexType].map((type) =>
    ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal) ? type.literal.text : undefined,
  );
  return group === 'schemas' ? name : undefined;
}

function orUndefined(type: ts.TypeNode): ts.TypeNode {
  if (type.kind === NEVER.kind) return type;
  return tsUnion([...(ts.isUnionTypeNode(type) ? type.types : [type]), UNDEFINED]);
}

function isInterface(node: ts.Node, name: string): node is ts.InterfaceDeclaration {
  return ts.isInterfaceDeclaration(node) && node.name.text === name;
}

function updateInterface(
  node: ts.InterfaceDeclaration,
  change: (member: ts.PropertySignature) => ts.PropertySignature,
): ts.InterfaceDeclaration {
  const { modifiers, name, typeParameters, heritageClauses } = node;
  const members = node.members.filter(ts.isPropertySignature).map(change);
  return factory.updateInterfaceDeclaration(node, modifiers, name, typeParameters, heritageClauses, members);
}

/** Replaces the types of the members of a member that is an object. */
function updateMembers(
  member: ts.PropertySignature,
  change: (inner: ts.PropertySignature, type: ts.TypeNode) => ts.TypeNode,
): ts.PropertySignature {
  return updateType(member, (object) => {
    if (!ts.isTypeLiteralNode(object)) return object;
    const members = object.members.map((inner) =>
      ts.isPropertySignature(inner) ? updateType(inner, (type) => change(inner, type)) : inner,
    );
    return factory.updateTypeLiteralNode(object, factory.createNodeArray(members));
  });
}

function updateType(
  member: ts.PropertySignature,
  change: (type: ts.TypeNode) => ts.TypeNode,
): ts.PropertySignature {
  const { modifiers, name, questionToken, type } = member;
  return factory.updatePropertySignature(member, modifiers, name, questionToken, type && change(type));
}

function readName(member: ts.PropertySignature): string {
  return ts.isIdentifier(member.name) || ts.isStringLiteral(member.name) ? member.name.text : '';
}
