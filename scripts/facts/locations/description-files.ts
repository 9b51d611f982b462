import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parse as parseYaml } from 'yaml';
import { appendKey, parsePointer } from '../../lib/json-pointer.js';
import { isObject } from '../model/facts.js';
import { readParsedFile } from '../model/read-file.js';

const DESCRIPTION = fileURLToPath(new URL('../../../openapi/', import.meta.url));

/** The files that the description is bundled from. */
export interface DescriptionFiles {
  /** Path of the API to its file, such as `paths/payments.yaml`. */
  readonly paths: ReadonlyMap<string, string>;
  /** Files below `openapi/`, such as `schemas/Payment.yaml`. */
  readonly files: ReadonlySet<string>;
}

/** Lists the files that the description is bundled from. */
export async function readDescriptionFiles(): Promise<DescriptionFiles> {
  const root: unknown = await readParsedFile(`${DESCRIPTION}openapi.yaml`, parseYaml);
  const paths = isObject(root) && isObject(root['paths']) ? Object.entries(root['paths']) : [];
  const refs = paths.map(([path, item]) => [path, isObject(item) ? String(item['$ref']) : ''] as const);
  const files = await readdir(DESCRIPTION, { recursive: true });
  return { paths: new Map(refs), files: new Set(files.map((file) => file.replaceAll('\\', '/'))) };
}

/**
 * Translates a pointer into the bundle to a file and a pointer into it, such as
 * `openapi/schemas/Payment.yaml#/properties/amount`. The bundle names components after their files.
 */
export function locate(pointer: string, { paths, files }: DescriptionFiles): string {
  const [first, second = '', third = '', ...rest] = parsePointer(pointer);
  const pathFile = first === 'paths' ? paths.get(second) : undefined;
  if (pathFile !== undefined) return renderReference(pathFile, third === '' ? rest : [third, ...rest]);
  const component = `${second}/${third}.yaml`;
  if (first === 'components' && files.has(component)) return renderReference(component, rest);
  return `openapi/openapi.yaml${pointer}`;
}

function renderReference(file: string, keys: readonly string[]): string {
  return `openapi/${file}${keys.length === 0 ? '' : keys.reduce(appendKey, '#')}`;
}
