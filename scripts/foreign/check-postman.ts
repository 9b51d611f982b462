import { readFile } from 'node:fs/promises';
import type { Observations } from './claims.js';
import { importTool, type Workspace } from './tools.js';

interface PostmanItem {
  readonly item?: readonly PostmanItem[];
  readonly request?: {
    readonly header?: readonly { readonly key: string; readonly value: string }[];
  };
}

interface PostmanCollection extends PostmanItem {
  readonly variable?: readonly { readonly key: string; readonly value: string }[];
}

interface Conversion {
  readonly result: boolean;
  readonly reason?: string;
  readonly output?: readonly { readonly data: PostmanCollection }[];
}

interface Converter {
  readonly default: {
    convertV2(
      input: { readonly type: 'string'; readonly data: string },
      options: object,
      done: (error: Error | null, conversion: Conversion) => void,
    ): void;
  };
}

const KEY_HEADER = 'Cko-Idempotency-Key';

/** What the converter writes for a string without an example: users see that they have to replace it. */
const PLACEHOLDERS = ['string', '<string>'];

/** Converts the description into a Postman collection that is filled with examples. */
export async function checkPostman({ description }: Workspace): Promise<Observations> {
  const converter = await importTool<Converter>('openapi-to-postmanv2/dist/index.js');
  const data = await readFile(description, 'utf8');
  const collection = await new Promise<PostmanCollection>((resolve, reject) => {
    converter.default.convertV2(
      { type: 'string', data },
      { parametersResolution: 'Example' },
      (error, conversion) => {
        const converted = conversion?.output?.[0]?.data;
        if (converted) resolve(converted);
        else reject(error ?? new Error(`Postman cannot convert the description. ${conversion.reason}`));
      },
    );
  });
  const requests = listRequests(collection);
  const keys = requests
    .flatMap(({ header = [] }) => header)
    .filter(({ key }) => key === KEY_HEADER)
    .map(({ value }) => value);
  return {
    operations: requests.length,
    server: collection.variable?.find(({ key }) => key === 'baseUrl')?.value ?? 'none',
    keyHeaders: keys.length,
    fixedKeys: keys.filter((value) => !PLACEHOLDERS.includes(value)).length,
  };
}

function listRequests({ item = [], request }: PostmanItem): NonNullable<PostmanItem['request']>[] {
  return [...(request ? [request] : []), ...item.flatMap(listRequests)];
}
