import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parse as parseYaml } from 'yaml';
import { isObject } from '../model/facts.js';
import { readParsedFile } from '../model/read-file.js';

const DESCRIPTION = fileURLToPath(new URL('../../../openapi/', import.meta.url));

/** Where something stands in the files of the description. */
export interface FilePlace {
  /** From the project's root, such as `openapi/schemas/Payment.yaml`. */
  readonly file: string;
  /** Keys from the top of the file. */
  readonly keys: readonly string[];
}

/** The files of the description, as the bundle is made of them. */
export interface DescriptionFiles {
  /** Path of the API to its file, such as `paths/payments.yaml`. */
  readonly paths: ReadonlyMap<string, string>;
  /** Files below `openapi/`, such as `schemas/Payment.yaml`. */
  readonly files: ReadonlySet<string>;
}

/** Finds what a pointer into the bundle leads to in the files: the bundle names components after their files. */
export function locate(pointer: string, { paths, files }: DescriptionFiles): FilePlace {
  const keys = pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  const [first, second = '', third] = keys;
  const pathFile = first === 'paths' ? paths.get(second) : undefined;
  if (pathFile !== undefined) return { file: `openapi/${pathFile}`, keys: keys.slice(2) };
  const component = `${second}/${third}.yaml`;
  if (first === 'components' && files.has(component))
    return { file: `openapi/${component}`, keys: keys.slice(3) };
  return { file: 'openapi/openapi.yaml', keys };
}

/** Lists the files that the description is bundled from. */
export async function readDescriptionFiles(): Promise<DescriptionFiles> {
  const root: unknown = await readParsedFile(`${DESCRIPTION}openapi.yaml`, parseYaml);
  const paths = isObject(root) && isObject(root['paths']) ? Object.entries(root['paths']) : [];
  const refs = paths.map(([path, item]) => [path, isObject(item) ? String(item['$ref']) : ''] as const);
  const files = await readdir(DESCRIPTION, { recursive: true });
  return { paths: new Map(refs), files: new Set(files.map((file) => file.replaceAll('\\', '/'))) };
}
