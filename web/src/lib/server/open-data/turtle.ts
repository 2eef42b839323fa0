/** The few forms of JSON-LD that the catalogue is written in. */
export type LinkedValue =
  | string
  | { '@id': string }
  | { '@value': string; '@language': string }
  | { '@value': string; '@type': string }
  | LinkedNode;
export interface LinkedNode {
  '@id'?: string;
  '@type': string;
  [property: string]: LinkedValue | LinkedValue[] | undefined;
}

/** Writes a node, whose names are all prefixed, as Turtle; nested nodes without an address become blank nodes. */
export function turtleOf(prefixes: Record<string, string>, nodes: LinkedNode[]): string {
  const heads = Object.entries(prefixes).map(([prefix, address]) => `@prefix ${prefix}: ${iri(address)} .`);
  const written: string[] = [];
  const pending = [...nodes];
  for (let node = pending.shift(); node; node = pending.shift()) {
    written.push(`${iri(node['@id'] ?? '')} ${properties(node, pending)} .`);
  }
  return `${heads.join('\n')}\n\n${written.join('\n\n')}\n`;
}

/** A node with an address is written on its own, after the one that names it. */
function properties(node: LinkedNode, pending: LinkedNode[]): string {
  const pairs = Object.entries(node).flatMap(([name, value]) => {
    if (name === '@id' || value === undefined) {
      return [];
    }
    if (name === '@type') {
      return [`a ${value as string}`];
    }
    const values = (Array.isArray(value) ? value : [value]).map((one) => term(one, pending));
    return values.length > 0 ? [`${name} ${values.join(', ')}`] : [];
  });
  return pairs.join(' ;\n  ');
}

function term(value: LinkedValue, pending: LinkedNode[]): string {
  if (typeof value === 'string') {
    return literal(value);
  }
  if ('@value' in value && typeof value['@value'] === 'string') {
    const written = literal(value['@value']);
    const { '@language': language, '@type': type } = value as { '@language'?: string; '@type'?: string };
    return language ? `${written}@${language}` : `${written}^^${type}`;
  }
  const node = value as LinkedNode;
  if (!node['@type']) {
    return iri(node['@id'] ?? '');
  }
  if (node['@id']) {
    pending.push(node);
    return iri(node['@id']);
  }
  return `[ ${properties(node, pending)} ]`;
}

/** The escapes of JSON are among those of Turtle. */
const literal = (text: string) => JSON.stringify(text);

const iri = (address: string) =>
  `<${address.replace(/[\s<>"{}|^`\\]/g, (character) => encodeURIComponent(character))}>`;
