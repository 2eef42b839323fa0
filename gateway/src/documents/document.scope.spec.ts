import { buildSchema, parse } from 'graphql';
import { expect, it } from 'vitest';
import { readsAcrossTerritories } from './document.scope.js';

const schema = buildSchema(`
  type Query { territory: Territory, territories: [Territory!]!, territoryByHost(host: String!): Territory, region(code: ID!): Region }
  type Territory { id: ID!, name: String!, region: Region }
  type Region { code: ID!, name: String!, territories: [Territory!]!, population: Int }
`);

it.each([
  ['{ territory { name region { __typename code name } } }', false],
  ['{ territory { name } territories { name } }', true],
  ['{ territoryByHost(host: "a") { name } }', true],
  ['{ region(code: "76") { name } }', false],
  ['{ territory { region { population } } }', true],
  [
    '{ territory { ...t } } fragment t on Territory { region { ... on Region { territories { name } } } }',
    true,
  ],
])('%s depends on other territories: %s', (text, across) => {
  expect(readsAcrossTerritories(schema, parse(text))).toBe(across);
});
