import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql';

/** A small seeded generator (mulberry32): the same seed gives the same operation on every machine. */
export function createRandom(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    chance: (odds: number) => next() < odds,
    pick: <T>(list: readonly T[]) => list[Math.floor(next() * list.length)] as T,
  };
}

/** Writes some operation that the schema may allow: nested, aliased, with fragments and arguments. */
export function randomOperation(
  schema: GraphQLSchema,
  seed: number,
): { text: string; variables: Record<string, unknown> } {
  const { chance, pick } = createRandom(seed);
  const fragments: string[] = [];
  let aliases = 0;

  const argument = (type: string) => {
    if (type.startsWith('ID')) return pick(['"0"', '"1"', '"3"', '"4"', '"p1"', '"none"', '$id']);
    if (type.startsWith('Int')) return pick(['0', '2', '$n']);
    if (type.startsWith('Boolean')) return pick(['true', 'false', '$yes']);
    return pick(['"x"', '"longer"', '$text']);
  };
  const field = (definition: GraphQLField<unknown, unknown>, depth: number): string => {
    const given = definition.args
      .filter((arg) => String(arg.type).endsWith('!') || chance(0.5))
      .map((arg) => `${arg.name}: ${argument(String(arg.type))}`);
    const alias = chance(0.15) ? `z${aliases++}: ` : '';
    const type = getNamedType(definition.type);
    const selections = isObjectType(type) || isAbstractType(type) ? ` ${selectionSet(type, depth - 1)}` : '';
    return `${alias}${definition.name}${given.length ? `(${given.join(', ')})` : ''}${selections}`;
  };
  const selectionSet = (type: GraphQLNamedType, depth: number): string => {
    const parts: string[] = chance(0.2) ? ['__typename'] : [];
    if (isObjectType(type) || isInterfaceType(type)) {
      const fields = Object.values(type.getFields()).filter(
        ({ type: of }) => depth > 0 || !isComposite(getNamedType(of)),
      );
      const count = pick([1, 2, 3, 4]);
      for (let i = 0; i < count && fields.length > 0; i++) parts.push(field(pick(fields), depth));
    }
    const members = isAbstractType(type)
      ? [...schema.getPossibleTypes(type)]
      : isObjectType(type)
        ? [type]
        : [];
    const spreads = isUnionType(type) || isAbstractType(type) ? pick([1, 2, 3]) : chance(0.2) ? 1 : 0;
    for (let i = 0; i < spreads; i++) {
      const member = pick(members);
      const body = selectionSet(member, depth - (isAbstractType(type) ? 0 : 1));
      if (chance(0.3)) {
        fragments.push(`fragment f${fragments.length} on ${member.name} ${body}`);
        parts.push(`...f${fragments.length - 1}`);
      } else parts.push(`... on ${member.name} ${body}`);
    }
    return `{ ${parts.length ? parts.join(' ') : '__typename'} }`;
  };
  const kind = chance(0.1) ? 'mutation' : 'query';
  const root = (kind === 'query' ? schema.getQueryType() : schema.getMutationType()) as GraphQLNamedType;
  const body = selectionSet(root, pick([2, 3, 4, 5]));
  const text = [body, ...fragments].join(' ');
  const declared = { id: 'ID! = "2"', n: 'Int!', yes: 'Boolean!', text: 'String' };
  const used = Object.entries(declared).filter(([name]) => text.includes(`$${name}`));
  const header = used.length ? `(${used.map(([name, type]) => `$${name}: ${type}`).join(', ')})` : '';
  return {
    text: `${kind} Random${header} ${text}`,
    variables: { n: 3, yes: true, ...(chance(0.5) && { text: 'since' }) },
  };
}

const isComposite = (type: GraphQLNamedType) => isObjectType(type) || isAbstractType(type);
