import type { SubgraphContext } from '@ancrage/subgraph';
import { FieldProblem } from '@ancrage/subgraph/field-problem';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { selectRecords } from './network.queries.js';
import { NetworkRecord } from './network-record.js';

@ObjectType({ simpleResolvers: true })
export class NetworkSaved {
  readonly __typename = 'NetworkSaved';

  @Field(() => NetworkRecord)
  record!: NetworkRecord;
}

@ObjectType({ description: 'Nothing was saved; what to repair, by field.', simpleResolvers: true })
export class NetworkRefused {
  readonly __typename = 'NetworkRefused';

  @Field(() => [FieldProblem])
  problems!: FieldProblem[];
}

export const NetworkResult = createUnionType({
  name: 'NetworkResult',
  types: () => [NetworkSaved, NetworkRefused] as const,
});

export const networkRefused = (problems: FieldProblem[]): NetworkRefused => ({
  __typename: 'NetworkRefused',
  problems,
});

/** The record as it is now. */
export async function networkSaved(context: SubgraphContext, id: string): Promise<NetworkSaved> {
  const [record] = await selectRecords(context, id);
  return { __typename: 'NetworkSaved', record: record! };
}
