import { GraphQLError } from 'graphql';

type Thing = Record<string, unknown>;

/**
 * Everything there is, as one graph of objects. The subgraphs resolve their parts of it; one schema over the whole
 * says what the parts together must answer.
 */
export function createWorld() {
  const places: Thing[] = [];
  const people: Thing[] = [];
  const owners: Thing[] = [];
  const at = <T>(list: T[], index: number) => list[index % list.length] as T;
  for (let n = 0; n < 5; n++) {
    owners.push({
      __typename: 'Owner',
      org: { __typename: 'Org', code: `org${n % 2}` },
      nick: `nick${n}`,
      email: `${n}@x`,
    });
    people.push({
      __typename: 'Person',
      id: `p${n}`,
      size: `large ${n}`,
      title: n === 3 ? null : `Title ${n}`,
      count: n,
      views: n / 2,
    });
    places.push({
      __typename: 'Place',
      id: String(n),
      name: ({ upper }: { upper?: boolean }) => (upper ? `PLACE ${n}` : `place ${n}`),
      size: n === 2 ? null : n * 10,
      kind: ['X', 'Y', 'Z', null, 'X'][n],
      kinds: ['X', 'Z'],
      meta: { free: [n, { __typename: 'not a type' }] },
      dims: { __typename: 'Dims', w: n, h: n === 1 ? null : n + 1 },
      // What a subgraph throws must cost the same wherever it is.
      fails: () => {
        throw new GraphQLError('fails');
      },
      score: ({ plus }: { plus: number }) => n * 1000 + plus,
      sure: n === 4 ? null : n,
      views: ({ since }: { since?: string }) => n + (since ?? '').length,
      tags: [
        { __typename: 'Hot', label: `hot ${n}`, heat: n, size: 'big' },
        { __typename: 'Cold', label: `cold ${n}`, chill: -n, size: n },
      ],
    });
  }
  const thing = { __typename: 'Thing', id: 't1', size: 1.5, label: 'thing' };
  places.forEach((place, n) => {
    Object.assign(place, {
      parent: n === 0 ? null : at(places, n - 1),
      children: n === 3 ? [] : [at(places, n + 1), at(places, n + 2), at(places, n + 1)],
      person: n === 1 ? null : at(people, n + 1),
      any: [at(places, n + 1), at(people, n), thing, null, at(people, 2)][n],
      owner: n === 2 ? null : at(owners, n),
      owners: [at(owners, n), null, at(owners, n + 1)],
    });
  });
  people.forEach((person, n) => {
    person['home'] = at(places, n);
  });
  owners.forEach((owner, n) => {
    Object.assign(owner, {
      full: `Owner ${n}`,
      best: n === 1 ? null : at(places, n),
      favourites: [at(places, n), at(people, n), null],
    });
  });
  const all = [...places, ...people, thing];
  const roots: Thing = {
    node: ({ id }: { id: string }) => all.find((one) => one['id'] === id),
    nodes: all,
    search: () => [at(places, 0), at(people, 3), thing, null, at(places, 4)],
    place: ({ id }: { id: string }) => places.find((one) => one['id'] === id),
    grid: [[at(places, 0), at(places, 1)], null, []],
    shared: { n: 1, left: 2, right: 3 },
    strict: { must: at(places, 2) },
    maybe: { list: [at(places, 4), at(places, 0)] },
    broken: () => {
      throw new GraphQLError('broken');
    },
    people,
    chief: at(people, 2),
    owners,
    first: ({ n }: { n: number }) => n,
    second: ({ n }: { n: number }) => at(places, n),
    third: ({ n }: { n: number }) => at(people, n),
  };
  const find = (reference: Thing): Thing | undefined => {
    const { __typename: type, id, nick, email } = reference;
    if (type !== 'Owner') return all.find((one) => one['__typename'] === type && one['id'] === id);
    const code = (reference['org'] as Thing | undefined)?.['code'];
    return owners.find((owner) =>
      email === undefined
        ? owner['nick'] === nick && (owner['org'] as Thing)['code'] === code
        : owner['email'] === email,
    );
  };
  return { roots, find, places };
}
