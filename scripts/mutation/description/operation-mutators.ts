import {
  type Change,
  dropEach,
  dropKey,
  omit,
  readList,
  readNode,
  rename,
  setKey,
  vary,
} from './change-node.js';
import { isNode, type Node, type NodeKind } from './walk-description.js';

type KindMutators = Partial<Record<NodeKind, (node: Node, document: Node) => Change[]>>;

/** Renames each key of a map of an object, one at a time. */
function renameEach(node: Node, key: string, change: (name: string) => string): Change[] {
  const map = readNode(node, key);
  return Object.keys(map).map((name) => ({
    label: `${key} ${name}`,
    node: { ...node, [key]: rename(map, name, change(name)) },
  }));
}

/** Gives a status the next number of its class. */
const nextStatus = (status: string) => String(Number(status) + 5);

const METHODS = ['get', 'put', 'post', 'delete', 'patch'];

const flip = (key: string) => (node: Node) => ('$ref' in node ? [] : [setKey(node, key, node[key] !== true)]);

/** Changes a leaf of each type in the value of an example. */
function changeLeaves(node: Node): Change[] {
  return ['string', 'number', 'boolean'].flatMap((type) => {
    const [value, path] = changeLeaf(node['value'], type) ?? [];
    return path === undefined ? [] : [{ label: path, node: { ...node, value } }];
  });
}

function changeLeaf(value: unknown, type: string): [changed: unknown, path: string] | undefined {
  if (typeof value === type) return [vary(value), ''];
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, member] of Object.entries(value)) {
    const changed = changeLeaf(member, type);
    if (!changed) continue;
    const copy = Array.isArray(value) ? value.with(Number(key), changed[0]) : { ...value, [key]: changed[0] };
    return [copy, `/${key}${changed[1]}`];
  }
  return undefined;
}

const isExtension = (key: string) => key.startsWith('x-') && key !== 'x-inferred';

const EVERY_KIND: readonly NodeKind[] = [
  ...(['document', 'components', 'server', 'pathItem', 'operation', 'parameter', 'requestBody'] as const),
  ...(['response', 'mediaType', 'header', 'link', 'example', 'securityScheme', 'schema'] as const),
];

function onEveryKind(mutate: (node: Node, document: Node) => Change[]): KindMutators {
  return Object.fromEntries(EVERY_KIND.map((kind) => [kind, mutate]));
}

/** Changes of all objects but schemas, by the names of the mutators and by kind. */
export const OPERATION_MUTATORS: Readonly<Record<string, KindMutators>> = {
  'change-method': {
    pathItem: (node) =>
      METHODS.filter((method) => method in node).map((method) => {
        const other = METHODS.find((one) => !(one in node) && one !== method) ?? 'patch';
        return { label: method, node: rename(node, method, other) };
      }),
  },

  'change-path': { document: (node) => renameEach(node, 'paths', (path) => `${path}s`) },
  'drop-operation': { pathItem: (node) => METHODS.flatMap((method) => dropKey(node, method)) },
  'rename-operation': { operation: (node) => [setKey(node, 'operationId', vary(node['operationId']))] },
  deprecate: { operation: flip('deprecated'), parameter: flip('deprecated') },

  'change-security': {
    operation: (node) => ('security' in node ? dropKey(node, 'security') : [setKey(node, 'security', [])]),
    document: (node) => [
      ...dropKey(node, 'security'),
      { ...setKey(node, 'security', [...readList(node, 'security'), {}]), label: 'optional' },
    ],
  },

  'change-security-scheme': {
    securityScheme: (node) =>
      ['scheme', 'bearerFormat'].flatMap((key) => (key in node ? [setKey(node, key, vary(node[key]))] : [])),
  },

  'drop-response': { operation: (node) => dropEach(node, 'responses') },
  'change-status': { operation: (node) => renameEach(node, 'responses', nextStatus) },

  'drop-parameter': { operation: (node) => dropEach(node, 'parameters') },
  'toggle-required': { parameter: flip('required'), requestBody: flip('required'), header: flip('required') },
  'rename-parameter': {
    parameter: (node) => ('name' in node ? [setKey(node, 'name', vary(node['name']))] : []),
  },
  'move-parameter': {
    parameter: (node) =>
      'in' in node ? [setKey(node, 'in', node['in'] === 'query' ? 'header' : 'query')] : [],
  },

  'change-media-type': {
    requestBody: (node) => renameEach(node, 'content', () => 'text/json'),
    response: (node) => renameEach(node, 'content', () => 'text/json'),
  },
  'drop-content': { response: (node) => dropKey(node, 'content') },
  'drop-body': { operation: (node) => dropKey(node, 'requestBody') },

  'drop-header': { response: (node) => dropEach(node, 'headers') },
  'rename-header': { response: (node) => renameEach(node, 'headers', (name) => `${name}-Of`) },

  'drop-link': { response: (node) => dropEach(node, 'links') },
  'retarget-link': {
    link: (node, document) => {
      const target = node['operationId'];
      const ids = listOperationIds(document);
      const other = ids.find((id, index) => id !== target && index > ids.indexOf(String(target))) ?? ids[0];
      return target === undefined ? [] : [setKey(node, 'operationId', other)];
    },
  },
  'change-link-parameter': {
    link: (node) => {
      const parameters = readNode(node, 'parameters');
      return Object.entries(parameters).map(([name, expression]) => ({
        label: name,
        node: {
          ...node,
          parameters: {
            ...parameters,
            [name]: String(expression).includes('$response')
              ? '$response.body#/action_id'
              : '$response.body#/id',
          },
        },
      }));
    },
  },

  'redirect-reference': onEveryKind((node, document) => {
    const { $ref } = node;
    if (typeof $ref !== 'string') return [];
    const [, , section = '', name = ''] = $ref.split('/');
    const names = Object.keys(readNode(readNode(document, 'components'), section));
    const other = names[(names.indexOf(name) + 1) % names.length];
    return [{ label: name, node: { ...node, $ref: `#/components/${section}/${other}` } }];
  }),

  'drop-example': {
    mediaType: (node) => dropEach(node, 'examples'),
    parameter: (node) => dropKey(node, 'example'),
    schema: (node) => dropKey(node, 'examples'),
  },
  'change-example': {
    example: changeLeaves,
    parameter: (node) => ('example' in node ? [setKey(node, 'example', vary(node['example']))] : []),
    schema: (node) =>
      'examples' in node ? [setKey(node, 'examples', readList(node, 'examples').map(vary))] : [],
  },
  'drop-example-field': {
    example: (node) => {
      const { value } = node;
      const key = isNode(value) ? Object.keys(value).at(-1) : undefined;
      return isNode(value) && key !== undefined
        ? [{ label: key, node: { ...node, value: omit(value, key) } }]
        : [];
    },
  },

  'drop-mark': onEveryKind((node) => dropKey(node, 'x-inferred')),
  'drop-extension': onEveryKind((node) =>
    Object.keys(node)
      .filter(isExtension)
      .flatMap((key) => dropKey(node, key)),
  ),
  'change-extension': onEveryKind((node) =>
    Object.keys(node)
      .filter(isExtension)
      .map((key) => setKey(node, key, vary(node[key]))),
  ),

  'drop-server': { document: (node) => dropEach(node, 'servers') },
  'change-server': { server: (node) => [setKey(node, 'url', vary(node['url']))] },
};

function listOperationIds(document: Node): string[] {
  return Object.values(readNode(document, 'paths')).flatMap((item) =>
    Object.values(item as Node).flatMap((operation) =>
      isNode(operation) && typeof operation['operationId'] === 'string' ? [operation['operationId']] : [],
    ),
  );
}
