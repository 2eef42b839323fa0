import type { DocumentNode } from 'graphql';

/** An operation that may run: parsed, validated and within the limits. */
export type Operation = {
  document: DocumentNode;
  kind: 'query' | 'mutation' | 'subscription';
  /** Null for an anonymous operation. */
  name: string | undefined;
  /** The document's hash among the trusted documents; null for a free-form operation. */
  trustedHash: string | null;
  /** Digest of a free-form operation's text and name; null for a trusted document. */
  textDigest: string | null;
  /** True when its answer depends on other territories than the request's. */
  crossTerritory: boolean;
  /** It reads the schema itself and no data. */
  introspection: boolean;
};
