import { validate } from 'graphql';
import { expect, it } from 'vitest';
import { readContract, readPublicSchema } from './contract.js';

const schema = readPublicSchema();

it.each(readContract())('$name, which third parties send, is valid', ({ document }) => {
  expect(validate(schema, document).map(({ message }) => message)).toEqual([]);
});
