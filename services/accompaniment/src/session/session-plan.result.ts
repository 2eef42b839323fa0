import type { SubgraphContext } from '@ancrage/subgraph';
import { FieldProblem, type Problems } from '@ancrage/subgraph/field-problem';
import { createUnionType, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { SessionRecord } from './session-record.js';
import { selectSessionRecord } from './session-record.queries.js';

/** What everybody registered must know of. */
export enum SessionChange {
  DATE = 'DATE',
  PLACE = 'PLACE',
}
registerEnumType(SessionChange, {
  name: 'SessionChange',
  valuesConfig: {
    DATE: { description: 'Day or hours.' },
    PLACE: { description: 'Commune or meeting place.' },
  },
});

@ObjectType({ simpleResolvers: true })
export class SessionSaved {
  readonly __typename = 'SessionSaved';

  @Field(() => SessionRecord)
  record!: SessionRecord;

  @Field(() => Int, { description: 'Households that are written to because of it.' })
  told!: number;
}

@ObjectType({ description: 'Nothing was saved; what to repair, by field.', simpleResolvers: true })
export class SessionRefused {
  readonly __typename = 'SessionRefused';

  @Field(() => [FieldProblem], {
    description: 'The field `version` means that somebody else changed it meanwhile.',
  })
  problems!: FieldProblem[];

  @Field(() => SessionRecord, {
    nullable: true,
    description: 'The session as it is; null when there is none.',
  })
  record!: SessionRecord | null;
}

@ObjectType({
  description:
    'Nothing was saved yet: everybody registered would be told. The same again with `tell: true` does it.',
  simpleResolvers: true,
})
export class SessionChangeToConfirm {
  readonly __typename = 'SessionChangeToConfirm';

  @Field(() => [SessionChange])
  changes!: SessionChange[];

  @Field(() => Int, { description: 'Households that would be written to.' })
  reachable!: number;

  @Field(() => Int, { description: 'Households without an e-mail address: who is to be called.' })
  unreachable!: number;
}

export const SaveSessionResult = createUnionType({
  name: 'SaveSessionResult',
  types: () => [SessionSaved, SessionRefused, SessionChangeToConfirm] as const,
});

export const SessionResult = createUnionType({
  name: 'SessionResult',
  types: () => [SessionSaved, SessionRefused] as const,
});

/** The session as it is once it was saved. */
export async function sessionSaved(context: SubgraphContext, id: string, told = 0): Promise<SessionSaved> {
  return { __typename: 'SessionSaved', record: (await selectSessionRecord(context, id))!, told };
}

/** What stands in the way, beside the session as it is. */
export async function sessionRefused(
  context: SubgraphContext,
  { list }: Problems,
  id?: string | null,
): Promise<SessionRefused> {
  const record = id ? await selectSessionRecord(context, id) : null;
  return { __typename: 'SessionRefused', problems: list, record };
}
