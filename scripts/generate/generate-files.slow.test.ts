import { describe, expect, it } from 'vitest';
import { type Document, listOperations, type Schema } from '../lib/description.js';
import { bundle } from './bundle.js';
import { generateFiles } from './generate-files.js';

const document = await bundle();
const generated = await generateFiles(document);

interface Editable {
  readonly paths: Record<string, unknown>;
  readonly components: {
    readonly schemas: Record<string, Schema>;
    readonly responses: Record<string, unknown>;
  };
}

/** Generates from a changed copy of the description. */
function generateWith(change: (document: Editable) => void): Promise<Map<string, string>> {
  const copy = structuredClone(document);
  change(copy as Document & Editable);
  return generateFiles(copy);
}

describe('generateFiles', () => {
  it('generates a method, a table row and types for an added operation', async () => {
    const files = await generateWith(({ paths }) => {
      paths['/payments/{id}/receipts'] = {
        post: {
          operationId: 'sendReceipt',
          summary: 'Send a receipt',
          description: 'Mails a receipt to the payer.',
          parameters: [
            { $ref: '#/components/parameters/PaymentId' },
            { $ref: '#/components/parameters/IdempotencyKey' },
          ],
          requestBody: {
            description: 'What to print.',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/VoidRequest' } } },
          },
          responses: { '202': { $ref: '#/components/responses/VoidAccepted' } },
        },
      };
    });
    const methods = files.get('methods.ts');
    expect(methods).toContain(
      "sendReceipt(id: string, body?: VoidRequest, options?: Options): Results['sendReceipt'];",
    );
    expect(methods).toContain('sendReceipt: AcceptedAction;');
    expect(methods).toMatch(
      /Send a receipt: `POST \/payments\/\{id\}\/receipts`\n.*\n.*Mails a receipt to the payer\./,
    );
    expect(files.get('operations.ts')).toMatch(
      /sendReceipt: \{\n\s+method: 'POST',\n\s+path: '\/payments\/\{id\}\/receipts',[^}]*idempotencyHeader: 'Cko-Idempotency-Key'/,
    );
    expect(files.get('schema.d.ts')).toContain('sendReceipt: {');
  });

  it('documents every method with its summary, description, parameters, statuses and docs link', async () => {
    const methods = generated.get('methods.ts') ?? '';
    for (const operation of listOperations(document)) {
      const end = methods.indexOf(`\n  ${operation.operationId}(`);
      const docs = methods.slice(methods.lastIndexOf('/**', end), end);
      expect(docs).toContain(`${operation.summary}`);
      expect(docs).toContain(operation.description.split('\n')[0]);
      for (const { status } of operation.responses) expect(docs).toContain(`- \`${status}\`: `);
      for (const { name } of operation.parameters.filter((parameter) => parameter.in === 'path')) {
        expect(docs).toContain(`@param ${name} `);
      }
      expect(docs).toContain('@see https://lddpay.com/zh/docs/payment/');
    }
  });

  it('leaves response enums open and request enums closed', async () => {
    const types = generated.get('schema.d.ts') ?? '';
    expect(types).toMatch(/PaymentStatus = "Pending" \|[^;]*\(string & \{\}\);/);
    expect(types).toContain('PanType = "fpan" | "dpan" | (string & {});');
    expect(types).toContain('pan_type_processed?: PanType | null;');
    expect(types).toContain('capture_type?: "NonFinal" | "Final" | undefined;');
  });

  it.each(['PaymentResult', 'Address', 'CaptureProcessing'])(
    'lets no misspelt field of %s pass, although more fields are allowed',
    async (name) => {
      const types = generated.get('schema.d.ts') ?? '';
      expect(document.components.schemas[name]).toMatchObject({ additionalProperties: true });
      expect(new RegExp(`export type ${name} = \\{[^]*?\n\\}(.*)`).exec(types)?.[1]).toBe(';');
    },
  );

  it('generates a type for requests and one for responses from a schema that both contain', async () => {
    const files = await generateWith(({ components }) => {
      const request = components.schemas['VoidRequest'] as { properties: Record<string, Schema> };
      request.properties['link'] = { $ref: '#/components/schemas/Link' };
    });
    const types = files.get('schema.d.ts') ?? '';
    expect(types).toMatch(/export type LinkInput = \{[^}]* href\?: string \| undefined;/);
    expect(types).toMatch(/export type Link = \{[^}]* href\?: string;/);
    expect(types).toContain(' link?: LinkInput | undefined;');
    expect(types).toContain(' capture?: Link;');
    expect(files.get('models.ts')).toContain('  LinkInput,\n  Link,\n');
  });

  it('generates a method that takes the type for requests of a body that responses contain too', async () => {
    const files = await generateWith(({ components }) => {
      components.responses['VoidAccepted'] = {
        description: 'Accepted.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/VoidRequest' } } },
      };
    });
    const methods = files.get('methods.ts');
    expect(methods).toContain('voidPayment(id: string, body?: VoidRequestInput, options?: Options)');
    expect(methods).toContain('voidPayment: VoidRequest;');
  });

  it('rejects an enum that a request and a response share', async () => {
    const shared = generateWith(({ components }) => {
      const request = components.schemas['VoidRequest'] as { properties: Record<string, Schema> };
      request.properties['status'] = { $ref: '#/components/schemas/PaymentStatus' };
    });
    await expect(shared).rejects.toThrow('share the enum ["Pending"');
  });

  it('rejects a gap in the description, and says where it is', async () => {
    const empty = generateWith(({ paths }) => {
      paths['/payments/{id}/voids'] = { post: null };
    });
    await expect(empty).rejects.toThrow('openapi/paths/payments_{id}_voids.yaml: post is empty');
  });

  it('rejects a body without its own schema', async () => {
    const inline = generateWith(({ components }) => {
      components.responses['VoidAccepted'] = {
        description: 'Accepted.',
        content: { 'application/json': { schema: { type: 'object' } } },
      };
    });
    await expect(inline).rejects.toThrow('voidPayment: give each body its own schema file.');
  });

  it('generates equal files from equal descriptions', async () => {
    expect(await generateFiles(structuredClone(document))).toEqual(generated);
  });
});
