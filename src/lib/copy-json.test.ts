import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { copyJson, copyJsonObject } from './copy-json.js';

const rejection = expect.objectContaining({ kind: 'config', outcome: 'not_sent' });

class Dto {
  readonly amount: number;
  readonly nested = { list: [1] };

  constructor(amount: number) {
    this.amount = amount;
  }

  describe() {
    return `${this.amount}`;
  }
}

class Child extends Dto {
  readonly own = true;
}

/** A class as an old compiler writes it: its methods are enumerable. */
function OldClass(this: { amount: number }) {
  this.amount = 400;
}
OldClass.prototype.describe = () => 'old';

function revoked(target: object = {}): object {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

describe('copyJson', () => {
  it('copies what JSON sends', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.stringify(copyJson('body', value))).toBe(JSON.stringify(value));
      }),
    );
  });

  it.each<[string, unknown]>([
    ['a field that is undefined', { a: undefined, b: 1 }],
    ['a date', { due: new Date(0) }],
    ['an instance with fields', new Dto(400)],
    ['an instance of a subclass', new Child(400)],
    ['an instance of an old class', new (OldClass as never as new () => object)()],
    ['an object without a prototype', Object.assign(Object.create(null), { a: 1 })],
    ['an object of another realm', runInNewContext('({ a: [{ b: 1 }] })')],
    [
      'an own getter',
      {
        get amount() {
          return 400;
        },
      },
    ],
    ['a proxy', new Proxy({ a: [1] }, {})],
    ['a field named __proto__', JSON.parse('{"__proto__":{"a":{"b":1}}}')],
    ['own toJSON', { toJSON: () => ({ amount: 400 }) }],
    ['negative zero', { a: -0 }],
    ['an odd array', Object.assign([1, 2], { lost: true })],
    [
      'an array with an iterator of its own',
      Object.assign([1, 2], { [Symbol.iterator]: () => [3].values() }),
    ],
    ['a method that is not enumerable', Object.defineProperty({ a: 1 }, 'toString', { value: () => 2 })],
    ['what a library hides', Object.defineProperty({ a: 1 }, '__ob__', { value: { value: {} } })],
    ['a symbol', { a: 1, [Symbol('b')]: 2 }],
    ['a hidden field that is undefined', Object.defineProperty({ a: 1 }, 'b', { value: undefined })],
    ['a lone surrogate', { a: '\ud800' }],
  ])('copies %s as JSON sends it', (_, value) => {
    expect(JSON.stringify(copyJson('body', value))).toBe(JSON.stringify(value));
  });

  it('calls toJSON with the key that JSON.stringify gives it', () => {
    const named = { toJSON: (key: unknown) => JSON.stringify([key]) };
    const value = { toJSON: (key: unknown) => ({ root: [key], order: named, list: [named, [1, named]] }) };

    expect(JSON.stringify(copyJson('body', value))).toBe(JSON.stringify(value));
  });

  it('does not share anything with the value', () => {
    const value = { a: { b: [{ c: 1 }] } };
    const copy = copyJson('body', value);
    value.a.b[0] = { c: 2 };
    value.a.b.push({ c: 3 });

    expect(copy).toEqual({ a: { b: [{ c: 1 }] } });
  });

  it('knows the fields before their getters run, which can add others', () => {
    const body = () => ({
      get amount() {
        const sums = this as { sum?: number };
        sums.sum ??= 400;
        return sums.sum;
      },
    });

    expect(JSON.stringify(copyJson('body', body()))).toBe(JSON.stringify(body()));
  });

  it('runs no hidden getter, which could begin a query', () => {
    const given = Object.defineProperty({ a: 1 }, 'amount', {
      get: () => {
        throw new Error('It ran.');
      },
    });

    expect(() => copyJson('body', given)).toThrow('`amount` must be an enumerable property.');
  });

  it('reads each getter and calls each toJSON once', () => {
    const read: string[] = [];
    copyJson('body', {
      get amount() {
        read.push('amount');
        return 400;
      },
      nested: {
        toJSON() {
          read.push('nested');
          return {};
        },
      },
    });

    expect(read).toEqual(['amount', 'nested']);
  });

  it.each<[string, unknown]>([
    ['a function', () => 400],
    ['a symbol', Symbol('400')],
    ['a bigint', 400n],
    ['NaN', Number.NaN],
    ['infinity', Number.NEGATIVE_INFINITY],
    ['a Map', new Map([['amount', 400]])],
    ['a Set', new Set([400])],
    ['a WeakMap', new WeakMap()],
    ['URLSearchParams', new URLSearchParams({ amount: '400' })],
    ['FormData', new FormData()],
    ['Headers', new Headers({ amount: '400' })],
    ['a Blob', new Blob(['{}'])],
    ['a promise', Promise.resolve({ amount: 400 })],
    ['an ArrayBuffer', new ArrayBuffer(2)],
    ['bytes', new Uint8Array([123, 125])],
    ['a Buffer', Buffer.from('{}')],
    ['a DataView', new DataView(new ArrayBuffer(2))],
    ['a RegExp', /400/],
    ['an error', new Error('400')],
    ['a Number', Object(400)],
    ['a String', Object('400')],
    ['a Boolean', Object(true)],
    ['an invalid date', new Date(Number.NaN)],
    ['toJSON that returns null', { toJSON: () => null }],
    ['toJSON that returns undefined', { toJSON: () => undefined }],
    ['toJSON that is no function', { toJSON: 'no function' }],
    ['toJSON that returns a Map', { toJSON: () => new Map() }],
    [
      'toJSON that throws',
      {
        toJSON: () => {
          throw new Error('hush');
        },
      },
    ],
    ['a Map with fields', Object.assign(new Map(), { a: 1 })],
    [
      'a subclass of Map',
      new (class extends Map {
        amount = 400;
      })(),
    ],
    ['inherited fields', Object.create({ amount: 400 })],
    ['inherited and own fields', Object.assign(Object.create({ amount: 400 }), { reference: 'a' })],
    [
      'a getter of the class',
      new (class {
        get amount() {
          return 400;
        }
      })(),
    ],
    [
      'private fields only',
      new (class {
        readonly #amount = 400;
        read() {
          return this.#amount;
        }
      })(),
    ],
    [
      'a getter that throws',
      {
        get amount() {
          throw new Error('hush');
        },
      },
    ],
    [
      'a getter that throws a revoked proxy',
      {
        get amount() {
          throw revoked();
        },
      },
    ],
    ['a revoked proxy', revoked()],
    ['a revoked proxy of a list', revoked([])],
  ])('refuses %s, by the name of the field', (_, value) => {
    for (const [given, name] of [
      [value, 'body'],
      [{ first: { a: 1 }, field: value }, 'field'],
      [{ metadata: { order: 17, list: [{ ok: true }, value] } }, 'list'],
    ] as const) {
      expect(() => copyJson('body', given)).toThrow(rejection);
      expect(() => copyJson('body', given)).toThrow(`\`${name}\` must be JSON data.`);
    }
  });

  it.each<[string, unknown]>([
    [
      'a property that is not enumerable',
      Object.defineProperty({ reference: 'a' }, 'amount', { value: 400 }),
    ],
    [
      'a getter that is not enumerable',
      Object.defineProperty({ reference: 'a' }, 'amount', { get: () => 400 }),
    ],
    ['a property that is not enumerable, alone', Object.defineProperty({}, 'amount', { value: 400 })],
    [
      'a property that is not enumerable, of what toJSON returns',
      { toJSON: () => Object.defineProperty({}, 'amount', { value: 400 }) },
    ],
    [
      'a getter of the class beside fields',
      new (class {
        reference = 'a';
        get amount() {
          return 400;
        }
      })(),
    ],
    [
      'a getter of the base class',
      new (class extends class {
        get amount() {
          return 400;
        }
      } {
        reference = 'a';
      })(),
    ],
  ])('refuses %s, by its own name', (_, value) => {
    for (const given of [value, { first: { a: 1 }, field: value }, { list: [{ ok: true }, value] }]) {
      expect(() => copyJson('body', given)).toThrow(rejection);
      expect(() => copyJson('body', given)).toThrow('`amount` must be an enumerable property.');
    }
  });

  it('refuses what JSON.rawJSON returns, by the name of the field', async () => {
    // As the platforms make it that have it.
    const raw = Object.freeze(Object.assign(Object.create(null), { rawJSON: '9007199254740993' }));
    const original = Object.getOwnPropertyDescriptor(JSON, 'isRawJSON') ?? {
      value: undefined,
      configurable: true,
    };
    Object.defineProperty(JSON, 'isRawJSON', {
      value: (value: unknown) => value === raw,
      configurable: true,
    });
    onTestFinished(() => void Object.defineProperty(JSON, 'isRawJSON', original));

    expect(() => copyJson('body', { metadata: { sequence: raw } })).toThrow('`sequence` must be JSON data.');
  });

  it.each([[[undefined]], [new Array(1)], [[400n]]])('refuses a list without a value: %o', (list) => {
    expect(() => copyJson('body', { list })).toThrow('`list` must be JSON data.');
  });

  it('keeps what a getter throws out of the error', () => {
    const value = {
      get amount() {
        throw new Error('hush');
      },
    };

    expect(() => copyJson('body', value)).toThrow(expect.not.objectContaining({ cause: expect.anything() }));
    expect(() => copyJson('body', value)).not.toThrow('hush');
  });

  it('refuses a cycle, by the name of a field in it', () => {
    const cyclic: Record<string, unknown> = {};
    cyclic['self'] = [cyclic];

    expect(() => copyJson('body', { metadata: cyclic })).toThrow(rejection);
    expect(() => copyJson('body', { metadata: cyclic })).toThrow('`self`');
  });
});

describe('copyJsonObject', () => {
  it('copies an object, and what toJSON makes one of', () => {
    expect(copyJsonObject('body', { a: 1 })).toEqual({ a: 1 });
    expect(copyJsonObject('body', { toJSON: () => ({ a: 1 }) })).toEqual({ a: 1 });
  });

  it.each([null, 'a', 5, true, [[]], [new Date(0)], [{ toJSON: () => [] }]])('refuses %j', (value) => {
    expect(() => copyJsonObject('body', value)).toThrow('`body` must be an object.');
  });
});
