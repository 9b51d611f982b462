import { describe, expect, it } from 'vitest';
import { PageError } from './page-events.js';
import { readPage } from './read-page.js';

const page = (html: string) => ({
  id: 7,
  link: 'https://docs.example/payments/',
  modified_gmt: '2024-02-03T04:05:06',
  content: { rendered: html },
});

const operation = (id: string, body: string) =>
  `<h2><a href="file:///payments.htm#tag/Payments/operation/PaymentsController_${id}"></a>Some title</h2>${body}`;

const table = (...rows: (readonly string[])[]) =>
  `<figure><table><tbody>${rows
    .map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
    .join('')}</tbody></table></figure>`;

const details = (summary: string, body: string) => `<details><summary>${summary}</summary>${body}</details>`;

const BODY = '<h5>Request Body schema: application/json</h5>';
const SCHEMA = '<h5>Response Schema: application/json</h5>';
const OK = '<p>204 Done</p>';

const read = (body: string) => readPage(page(operation('buy', body))).operations['buy'];
const field = (statement: string) => read(`${BODY}${table(['it', statement])}${OK}`)?.['request.it'];

describe('a statement in a table', () => {
  it.each([
    ['string', { type: 'string' }],
    ['stringThe name of the buyer.', { type: 'string' }],
    ['integer or nullThe size', { type: ['integer', 'null'] }],
    ['Array of stringsThe labels', { type: 'array', items: 'string' }],
    ['Array of objects or nullThe lines', { type: ['array', 'null'], items: 'object' }],
    ['string &lt;date-time&gt; When it was sold', { type: 'string', format: 'date-time' }],
    ['string = 3 characters The country', { type: 'string', minLength: 3, maxLength: 3 }],
    ['string &lt;= 80 charactersUp to 80', { type: 'string', maxLength: 80 }],
    ['string &gt;= 2 characters', { type: 'string', minLength: 2 }],
    ['string [ 2 .. 8 ] characters', { type: 'string', minLength: 2, maxLength: 8 }],
    ['number &gt;= 0The price', { type: 'number', minimum: 0 }],
    ['number &lt;= 9.5 The price', { type: 'number', maximum: 9.5 }],
    [
      'number [ 1 .. 1000 ] Default: 10The number',
      { type: 'number', default: 10, minimum: 1, maximum: 1000 },
    ],
    ['object &gt;= 2 properties The links', { type: 'object', minProperties: 2 }],
    ['object non-empty Links', { type: 'object', minProperties: 1 }],
    ['string non-empty', { type: 'string', minLength: 1 }],
    ['Array of strings &lt;= 5 items', { type: 'array', items: 'string', maxItems: 5 }],
    ['Array of strings unique The labels', { type: 'array', items: 'string', uniqueItems: true }],
    ['number multiple of 0.01 The price', { type: 'number', multipleOf: 0.01 }],
    [String.raw`string^(a|b)_(\w{4})$The key`, { type: 'string', pattern: String.raw`^(a|b)_(\w{4})$` }],
    ['string Value:"cash"Must be "cash"', { type: 'string', const: 'cash' }],
    ['booleanDefault: trueWhether to wrap', { type: 'boolean', default: true }],
    ['number Default: 0 Example: skip=0The offset', { type: 'number', default: 0, example: 0 }],
    ['string Default: "S" Enum:"S""M"The size', { type: 'string', enum: ['S', 'M'], default: 'S' }],
    ['string Enum: "S" or "M" The size', { type: 'string', enum: ['S', 'M'] }],
    ['string Enum: "S", "M", "L" The size', { type: 'string', enum: ['S', 'M', 'L'] }],
    ['string &lt;= 2,048 charactersThe text', { type: 'string', maxLength: 2048 }],
    ['number [ 1 .. 1,000,000 ] The price', { type: 'number', minimum: 1, maximum: 1_000_000 }],
    ['string Enum&#65306;"S""M"The size', { type: 'string', enum: ['S', 'M'] }],
    ['string Enums:"S""M"The size', { type: 'string', enum: ['S', 'M'] }],
    ['string Enum:"S"&#12289;"M"The size', { type: 'string', enum: ['S', 'M'] }],
    ['string Enum:"S"; "M"The size', { type: 'string', enum: ['S', 'M'] }],
    ['number Default&#65306;10', { type: 'number', default: 10 }],
    ['string &#8806; 80 characters', { type: 'string', maxLength: 80 }],
    ['string &#10877; 80 characters', { type: 'string', maxLength: 80 }],
    ['string &#65308;&#65309; 80 characters', { type: 'string', maxLength: 80 }],
    ['number &#8807; 0', { type: 'number', minimum: 0 }],
    ['number &#10878; 0', { type: 'number', minimum: 0 }],
    ['string deprecated The old name', { deprecated: true, type: 'string' }],
    ['string or null3D the other way', { type: ['string', 'null'] }],
    ['string or null Enum:"S""M"The size', { type: ['string', 'null'], enum: ['S', 'M'] }],
    ['stringThe end. Required if "start" is provided.', { type: 'string', requiredWith: 'start' }],
  ])('is read with its type and constraints: %s', (statement, fact) => {
    expect(field(statement)).toEqual(fact);
  });

  it('states nothing in its prose, which repeats constraints in other words', () => {
    const prose =
      'Must be "x" (max 80 characters, &gt;= 2). Enum: "a", "b". Default: true. Required if paid is card.';
    expect(field(`string &lt;= 9 characters ${prose}`)).toEqual({ type: 'string', maxLength: 9 });
  });

  it.each([
    ['curly', '&#8221;S&#8221;&#8220;M&#8221;'],
    ['straight', '"S" "M"'],
    ['entity', '&quot;S&quot;&nbsp;&quot;M&quot;'],
  ])('may contain %s quotes', (_kind, list) => {
    expect(field(`string&nbsp;Enum:${list}The size`)).toEqual({ type: 'string', enum: ['S', 'M'] });
  });

  it.each([
    ['size', { 'request.size': { type: 'string' } }],
    ['sizerequired', { 'request.size': { required: true, type: 'string' } }],
    ['is_required', { 'request.is_required': { type: 'string' } }],
    ['is_requiredrequired', { 'request.is_required': { required: true, type: 'string' } }],
    ['required', { 'request.required': { type: 'string' } }],
    ['cvvDeprecated', { 'request.cvv': { deprecated: true, type: 'string' } }],
    ['cvvrequired deprecated', { 'request.cvv': { required: true, deprecated: true, type: 'string' } }],
    ['deprecated', { 'request.deprecated': { type: 'string' } }],
  ])('follows a name with or without the mark of a required field: %s', (cell, field) => {
    expect(read(`${BODY}${table([cell, 'string'])}${OK}`)).toEqual({
      operation: {},
      request: { content: 'application/json' },
      ...field,
      'response 204': {},
    });
  });

  it('is written with its keywords in a fixed order', () => {
    const statements = ['string Default: "S" Enum:"S"', 'string Enum:"S" Default: "S"'];
    expect(statements.map((statement) => Object.keys(field(statement) ?? {}))).toEqual([
      ['type', 'enum', 'default'],
      ['type', 'enum', 'default'],
    ]);
  });
});

describe('an operation', () => {
  it('has parameters by their place, with or without a space before "required"', () => {
    const facts = read(
      `<h5>path Parameters</h5>${table(['idrequired', 'string'])}` +
        `<h5>query Parameters</h5>${table(['limit required', 'number'])}` +
        `<h5>header Parameters</h5>${table(['X-Key', 'string'])}${OK}`,
    );
    expect(facts).toEqual({
      operation: {},
      'path id': { required: true, type: 'string' },
      'query limit': { required: true, type: 'number' },
      'header X-Key': { type: 'string' },
      'response 204': {},
    });
  });

  it('has a security scheme, with a format only if it is stated', () => {
    const bare = read(`${details('Authorizations', '<p><em>bearer</em><em>bearer</em></p>')}${OK}`);
    const full = read(
      details(
        'Authorizations:',
        '<p>bearer or bearer</p><h5>HTTP: bearer</h5><p>Bearer format: <b>JWT</b></p>',
      ) + OK,
    );
    expect(bare?.['security']).toEqual({ scheme: 'bearer' });
    expect(full?.['security']).toEqual({ scheme: 'bearer', bearerFormat: 'JWT' });
    expect(read(OK)).not.toHaveProperty('security');
  });

  it('may keep its parameters inside the authorizations', () => {
    const inside = `<p>bearer</p><h5>path Parameters</h5>${table(['id', 'string'])}`;
    expect(read(`${details('Authorizations', inside)}${OK}`)).toHaveProperty('path id');
  });

  it('is in beta if a paragraph says so', () => {
    expect(read(`<p>Beta</p>${OK}`)?.['operation']).toEqual({ beta: true });
    expect(read(`<p>Beta testers welcome</p>${OK}`)?.['operation']).toEqual({});
  });
});

describe('responses', () => {
  it('may share a paragraph, with a line for each', () => {
    expect(Object.keys(read('<p>202 Taken<br>401 Who?<br/>422 No</p>') ?? {})).toEqual([
      'operation',
      'response 202',
      'response 401',
      'response 422',
    ]);
  });

  it('contain headers before the schema and fields after it', () => {
    const body = table(['X-Request', 'string']) + SCHEMA + table(['idrequired', 'string']);
    expect(read(details('200 Sold', body))).toEqual({
      operation: {},
      'response 200': { content: 'application/json' },
      'response 200 header X-Request': { type: 'string' },
      'response 200.id': { required: true, type: 'string' },
    });
  });

  it('may be in a paragraph that is followed by the variants', () => {
    const variants = details('Object', table(['id', 'string'])) + details('Object', table(['id', 'number']));
    expect(
      read(`<p>200 Sold<br>Response Schema: application/json</p><h5>One of</h5>${variants}<p>404 Gone</p>`),
    ).toEqual({
      operation: {},
      'response 200': { content: 'application/json' },
      'response 200(1)': {},
      'response 200(1).id': { type: 'string' },
      'response 200(2)': {},
      'response 200(2).id': { type: 'number' },
      'response 404': {},
    });
  });

  it('with only arrays as variants are an array of variants', () => {
    const variant = (type: string) => details('Object', `<p>Array</p>${table(['id', type])}`);
    expect(read(details('200 Found', SCHEMA + variant('string') + variant('number')))).toEqual({
      operation: {},
      'response 200': { content: 'application/json', type: 'array' },
      'response 200[](1)': {},
      'response 200[](1).id': { type: 'string' },
      'response 200[](2)': {},
      'response 200[](2).id': { type: 'number' },
    });
  });

  it('with arrays among their variants keep the variants', () => {
    const variants =
      details('Object', `<p>Array</p>${table(['id', 'string'])}`) +
      details('EndDto', table(['at', 'string']));
    expect(read(details('200 Found', SCHEMA + variants))).toMatchObject({
      'response 200(1)': { type: 'array' },
      'response 200(1)[].id': { type: 'string' },
      'response 200(2)': {},
      'response 200(2).at': { type: 'string' },
    });
  });

  it('with a single variant have it as their body', () => {
    const lines = details('lines', `<p>Array</p>${table(['price required', 'number'])}`);
    const only = details(
      'SaleDto',
      `<p>Array</p>${table(['id', 'string'])}${lines}${table(['note', 'string'])}`,
    );
    expect(read(details('200 Sold', `${SCHEMA}<p>One of</p>${only}`))).toEqual({
      operation: {},
      'response 200': { content: 'application/json', type: 'array' },
      'response 200[].id': { type: 'string' },
      'response 200[].lines': { type: 'array', items: 'object' },
      'response 200[].lines[].price': { required: true, type: 'number' },
      'response 200[].note': { type: 'string' },
    });
  });
});

describe('sections inside a body', () => {
  it('are fields described by their title, and the body continues after them', () => {
    const source = details(
      'Payer required – object – Who pays (person, firm).',
      table(['kindrequired', 'string']),
    );
    const dto = details('BuyDto', table(['name', 'string']) + source);
    expect(read(`${BODY}<h5>One of</h5>${dto}${table(['price', 'number'])}${OK}`)).toEqual({
      operation: {},
      request: { content: 'application/json' },
      'request.name': { type: 'string' },
      'request.payer': { required: true, type: 'object', spelling: 'Payer' },
      'request.payer.kind': { required: true, type: 'string' },
      'request.price': { type: 'number' },
      'response 204': {},
    });
  });

  it('may state the type of the field and free properties in rows with one cell', () => {
    const rows = table(['object or null Anything you like'], ['property name*additional property any']);
    expect(read(BODY + details('extras', rows) + OK)?.['request.extras']).toEqual({
      type: ['object', 'null'],
      additionalProperties: true,
    });
  });
});

describe('a status', () => {
  it.each([
    ['409 Conflict', 'response 409'],
    ['409: Conflict', 'response 409'],
    ['409 &#8211; Conflict', 'response 409'],
    ['409Conflict', 'response 409'],
    ['409', 'response 409'],
    ['4XX Any error', 'response 4XX'],
  ])('is read from %s', (line, response) => {
    expect(Object.keys(read(`${OK}<p>${line}</p>`) ?? {})).toEqual(['operation', 'response 204', response]);
  });

  it.each(['100% of all', '1000 Payments', '100.50 USD', '200,000 Payments'])(
    'is not read from %s',
    (line) => {
      expect(Object.keys(read(`${OK}<p>${line}</p>`) ?? {})).toEqual(['operation', 'response 204']);
    },
  );

  it.each([
    '404 Not found409 Conflict',
    '404 Not found 409 Conflict',
    '404 Not found 4XX: Other',
    '404/409 Not found',
    '404, 409 Not found',
    '401&#8211;404 Rejected',
    '4xx Rejected',
    'HTTP 409 Conflict',
    'Status code: 409',
    '409 conflict',
  ])('that cannot be read is an error: %s', (line) => {
    expect(() => read(`${OK}<p>${line}</p>`)).toThrow(PageError);
    expect(() => read(`${OK}<p>${line}</p>`)).toThrow(/looks like/);
  });
});

describe('the title of an operation', () => {
  it.each([
    ['(Beta)', { beta: true }],
    ['[beta]', { beta: true }],
    ['(Deprecated)', { deprecated: true }],
  ])('may end with a mark: %s', (mark, fact) => {
    const html = `<h2><a href="#/operation/buy"></a></h2><h2>Buy ${mark}</h2>${OK}`;
    const { operations, prose } = readPage(page(html));
    expect(operations['buy']?.['operation']).toEqual(fact);
    expect(prose['buy']?.['operation']).toBe('Buy');
  });
});

describe('a heading without a link', () => {
  it('belongs to the operation inside a section of it', () => {
    const html = operation('buy', details('Authorizations:', '<p>bearer</p><h2>More</h2><p>200 OK</p>'));
    expect(readPage(page(html)).operations['buy']).toHaveProperty('response 200');
  });
});

describe('texts', () => {
  const textsOf = (html: string) => readPage(page(html)).prose;

  it('contain the caption of a table and the text of its head, apart from the titles of columns', () => {
    const head = '<tr><th>Name</th><th>Type</th><th>In major units</th></tr>';
    const html = `<table><caption>Amounts</caption><thead>${head}</thead></table>`;
    expect(textsOf(operation('buy', BODY + html + OK))['buy']?.['request']).toBe('Amounts In major units');
  });

  it('do not contain a template, which states nothing either', () => {
    const { operations, prose } = readPage(
      page(operation('buy', `${OK}<template><p>409 Old</p></template>`)),
    );
    expect(Object.keys(operations['buy'] ?? {})).toEqual(['operation', 'response 204']);
    expect(JSON.stringify(prose)).not.toContain('Old');
  });

  it('are those of each element and section, without what is stated in a form of its own', () => {
    const html = operation(
      'buy',
      `<p>Buys it.</p><ul><li>At once</li></ul>${details('Authorizations:', '<p>bearer</p><p>Ask first.</p>')}` +
        `<h5>path Parameters</h5><p>In the URL.</p>${table(['id', 'string &lt;= 9 characters The item'])}` +
        `${BODY}<p>What to buy.</p>${table(['size', 'number'], ['colour', 'string Enum:"a""b"Its colour'])}` +
        `${details('Payer required – object – Who pays', table(['name', 'stringThe name']))}` +
        `<h5>Responses</h5><p>One of these:</p>${OK}${details('200 Sold', SCHEMA + details('Object', table(['id', 'stringThe sale'])))}`,
    );
    expect(textsOf(html)).toEqual({
      page: { text: '' },
      buy: {
        operation: 'Some title Buys it. At once',
        security: 'Ask first.',
        'path parameters': 'In the URL.',
        'path id': 'The item',
        request: 'What to buy.',
        'request.colour': 'Its colour',
        'request.payer': 'Who pays',
        'request.payer.name': 'The name',
        responses: 'One of these:',
        'response 204': 'Done',
        'response 200': 'Sold Object',
        'response 200.id': 'The sale',
      },
    });
  });

  it('outside the operations are one text, with the title of the page', () => {
    const html = `<p>Welcome.</p>${operation('buy', OK)}<h2>Support</h2><p>Write.</p>${table(['Host', 'api.example'])}`;
    const titled = { ...page(html), title: { rendered: 'Payments' } };
    expect(readPage(titled).prose['page']).toEqual({
      text: 'Payments Welcome. Support Write. Host api.example',
    });
  });

  it('have the targets of their links, apart from those to operations', () => {
    const links =
      '<p>See <a href="https://api.example/">the API</a> or <a href="https://a.example">https://a.example</a>, ' +
      'then <a href="https://docs.example/#/operation/sell">sell</a>.</p>';
    expect(textsOf(operation('buy', links + OK))['buy']?.['operation']).toBe(
      'Some title See the API https://api.example/ or https://a.example, then sell.',
    );
  });

  it('have hashes of one line each, which spaces and dashes do not change', () => {
    const hash = (text: string) => readPage(page(operation('buy', `${OK}<p>${text}</p>`))).texts['buy'];
    expect(hash('one &#8211; two')).toEqual(hash('one-two'));
    expect(hash('one two')).not.toEqual(hash('one too'));
    expect(hash('one')?.['operation']).toMatch(/^[\da-f]{12}$/);
  });
});

describe('what is struck out', () => {
  it.each(['s', 'del', 'strike'])('is said in the text: <%s>', (tag) => {
    const html = operation('buy', `${OK}<p>Buys it <${tag}>at once</${tag}>.</p>`);
    expect(readPage(page(html)).prose['buy']?.['response 204']).toBe('Done Buys it [struck out: at once].');
  });

  it('makes a field unreadable, which is neither there nor gone', () => {
    expect(() => read(BODY + table(['<s>size</s>', 'number']) + OK)).toThrow(/struck out: size/);
  });
});

describe('markup', () => {
  it('has no effect on what is read', () => {
    const plain = read(
      `${BODY}${table(['name required', 'string &lt;= 9 charactersYours'])}<h5>Responses</h5>${OK}`,
    );
    const dressed = read(
      `<section><div><h4 class="a">Request  Body\nschema: <em>application/json</em></h4></div>` +
        `<div><table class="b"><thead></thead><tbody><tr><th>name <b>required</b></th>` +
        `<td><code>string</code><br><span>&lt;=&nbsp;9 characters</span>Yours</td></tr></tbody></table>` +
        `</div>` +
        `<!-- 500 --><h3>Responses</h3><ul><li><strong>204</strong>\nDone</li></ul></section>`,
    );
    expect(dressed).toEqual(plain);
  });
});

describe('the page', () => {
  it('has a source, and is read alone or in a list with one page', () => {
    const one = page(operation('buy', OK));
    expect(readPage(one).source).toEqual({
      url: 'https://docs.example/payments/',
      id: 7,
      modified: '2024-02-03T04:05:06',
    });
    expect(readPage([one])).toEqual(readPage(one));
  });

  it('has operations in its order, named without their controller', () => {
    const title =
      '<h2><a href="#operation/x"></a></h2><h2><a href="x#/operation/sell"></a></h2><h2>Sell</h2>';
    expect(Object.keys(readPage(page(title + OK + operation('buy', OK))).operations)).toEqual([
      'sell',
      'buy',
    ]);
  });

  it.each([
    ['an HTML error page', '<html><body>502</body></html>', /JSON object/],
    ['nothing', undefined, /JSON object/],
    ['several pages', [page(''), page('')], /JSON object/],
    ['an empty object', {}, /content\.rendered/],
    [
      'an error of the API',
      { code: 'rest_post_invalid_id', data: { status: 404 } },
      /content\.rendered.*rest_post/,
    ],
    ['a page without link', { ...page(operation('buy', OK)), link: undefined }, /link/],
    ['a page with a link to nowhere', { ...page(operation('buy', OK)), link: 'a page' }, /link/],
    ['a page with an invalid date', { ...page(operation('buy', OK)), modified_gmt: 'today' }, /modified_gmt/],
    ['a page without id', { ...page(operation('buy', OK)), id: '7' }, /id/],
    [
      'behind a password',
      { ...page(''), content: { rendered: operation('buy', OK), protected: true } },
      /behind a password/,
    ],
    ['nested too deeply', page(operation('buy', OK) + '<div>'.repeat(200_000)), /more than 1000 deep/],
    ['a page without date', { ...page(operation('buy', OK)), modified_gmt: null }, /modified_gmt/],
    ['another page', page('<h2>Welcome</h2><p>204 reasons</p>'), /no operation/],
    ['a truncated page', page(operation('buy', OK) + operation('sell', BODY)), /sell.*no response/],
    [
      'a page with an operation below a heading without a link',
      page(`${operation('buy', OK)}<h2>Block</h2><p>204 Blocked</p>`),
      /the heading "Block" links to no operation/,
    ],
    [
      'a page with an operation before the first heading with a link',
      page(`<h5>Responses</h5>${operation('buy', OK)}`),
      /the beginning of the page links to no operation/,
    ],
    ['cut off in a paragraph', page(operation('buy', '<p>204 Do')), /cut off/],
    ['cut off between blocks of a section', page(operation('buy', `${OK}<details><p>A</p>`)), /cut off/],
    ['cut off in a tag', page(operation('buy', `${OK}<deta`)), /cut off/],
    ['cut off in a comment', page(operation('buy', `${OK}<!-- A`)), /cut off/],
    ['an operation described twice', page(operation('buy', OK) + operation('buy', OK)), /buy twice/],
  ])('is rejected if it is %s', (_kind, input, message) => {
    expect(() => readPage(input)).toThrow(PageError);
    expect(() => readPage(input)).toThrow(message);
  });

  it.each([
    ['a row without a type', BODY + table(['colour', 'The colour']), /buy: the row "colour \| The colour"/],
    ['an unknown type', BODY + table(['colour', 'stringy']), /colour/],
    ['a constraint in an unknown form', BODY + table(['size', 'number ( 0 .. 3 ]', 'x']), /size/],
    ['an exclusive limit', BODY + table(['size', 'number &gt; 0 The size']), /size/],
    [
      'decimal places, which no keyword states',
      BODY + table(['size', 'number decimal places &lt;= 2']),
      /size/,
    ],
    ['an enum without quotes', BODY + table(['size', 'number Enum: 1 2 3']), /size/],
    ['a number of which a part is readable', BODY + table(['size', 'string &lt;= 2 048 characters']), /size/],
    ['a decimal comma', BODY + table(['size', 'number &lt;= 2,5 The size']), /size/],
    ['a point in a limit that counts', BODY + table(['size', 'string &lt;= 1.000 characters']), /size/],
    ['an unknown sign before a limit', BODY + table(['size', 'number &#8814; 3 The size']), /size/],
    ['an unknown sign in an enum', BODY + table(['size', 'string Enum:"S"&#183;"M"']), /size/],
    ['an unknown label of a default', BODY + table(['size', 'string Defaults: S']), /size/],
    ['a limit of a string without a unit', BODY + table(['size', 'string &lt;= 80 The size']), /size/],
    ['a limit in an unknown unit', BODY + table(['size', 'number &lt;= 10 digits']), /size/],
    ['a range in another form', BODY + table(['size', 'number 1&#8211;50 The size']), /size/],
    ['a length in words', BODY + table(['size', 'string exactly 3 characters']), /size/],
    ['a limit in words', BODY + table(['size', 'string Default: "a" at most 9 characters']), /size/],
    ['the end of an enum in words', BODY + table(['size', 'string Enum: "S" or larger']), /size/],
    [
      'parameters of an unknown place',
      '<h5>formData Parameters</h5>',
      /"formData Parameters" cannot be read/,
    ],
    ['a schema of two types', '<h5>Request Body schema: a/b, c/d</h5>', /cannot be read/],
    ['an invalid name', BODY + table(['the size', 'number']), /the size/],
    [
      'a field in the head of a table',
      `${BODY}<table><thead><tr><td>size</td><td>number &gt; 0</td></tr></thead></table>`,
      /the row "size \| number > 0" in the head of a table reads as a field/,
    ],
    [
      'a hidden row',
      `${BODY}<table><tr hidden><td>size</td><td>number</td></tr></table>`,
      /sizenumber.* hidden/,
    ],
    ['text that is not displayed', '<p style="color: red; display: none">409 Conflict</p>', /409.* hidden/],
    ['an empty row', BODY + table([]), /row/],
    ['a row with one cell outside a field', BODY + table(['object or null Extras']), /Extras/],
    ['a table of unknown meaning', table(['size', 'number']), /unknown meaning/],
    ['a field listed twice', BODY + table(['size', 'number'], ['size', 'number']), /request\.size twice/],
    [
      'a field listed both in and after the only variant',
      BODY + details('Object', table(['a', 'number'])) + table(['a', 'number']),
      /request\.a twice/,
    ],
    ['two authorizations', details('Authorizations', '') + details('Authorizations:', ''), /security twice/],
    ['a status listed twice', OK, /response 204 twice/],
    [
      'contradictory types',
      BODY + details('extras', table(['object A'], ['string B'])),
      /type of request\.extras/,
    ],
    ['a section that is not a field', BODY + details('See also the terms', ''), /See also/],
    ['variants of a field', BODY + details('extras', details('Object', '')), /request\.extras has variants/],
    ['a schema outside a response', SCHEMA, /outside a response/],
    ['an array outside a body', '<p>Array</p>', /Array/],
  ])('is rejected if it contains %s', (_kind, body, message) => {
    expect(() => read(body + OK)).toThrow(PageError);
    expect(() => read(body + OK)).toThrow(message);
  });
});
