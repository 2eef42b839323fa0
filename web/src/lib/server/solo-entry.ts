import { SoloEntryDocument, type SoloEntryQuery } from '#lib/graphql/generated/graphql.ts';
import { unknownSolo } from './failures.ts';
import type { GatewayClient } from './gateway.ts';

/** A published solo, as their page, their card and their picture show them. */
export type SoloEntry = NonNullable<SoloEntryQuery['solo']>;

/** The published solo of an address. Who is not, or not any more, is not told apart from who never was. */
export async function soloEntry(gateway: GatewayClient, slug: string): Promise<SoloEntry> {
  if (slug.length > 100) {
    return unknownSolo();
  }
  const { solo } = await gateway.ask(SoloEntryDocument, { slug });
  return solo ?? unknownSolo();
}
