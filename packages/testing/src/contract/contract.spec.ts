import { parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { AWAITED, answerable, readContract, readPublicSchema } from './contract.js';

const schema = readPublicSchema();
const contract = readContract();

describe('the operations that third parties send', () => {
  it.each(contract.filter(({ name }) => !AWAITED[name]))('$name is valid', ({ document }) => {
    expect(validate(schema, document).map(({ message }) => message)).toEqual([]);
  });

  it.each(contract.filter(({ name }) => AWAITED[name]))(
    '$name lacks what is awaited, and nothing else',
    ({ name, document }) => {
      const { fields = [], reason } = AWAITED[name] ?? {};
      const problems = validate(schema, document).filter(
        ({ message }) => !/^Unknown type|^Unknown fragment/.test(message),
      );
      expect(
        problems.length,
        `${name} is complete: take it off the awaited list (${reason})`,
      ).toBeGreaterThan(0);
      for (const { message } of problems)
        expect(
          fields.some((field) => message.includes(`"${field}"`)),
          message,
        ).toBe(true);
    },
  );

  it.each(contract.filter(({ name }) => AWAITED[name] && name !== 'RegisterHousehold'))(
    '$name is valid in all its other fields',
    (operation) => {
      const unused = /Fragment "Provenance" is never used/;
      const problems = validate(schema, parse(answerable(operation))).map(({ message }) => message);
      expect(problems.filter((message) => !unused.test(message))).toEqual([]);
    },
  );
});
