import type { SubgraphContext } from '@ancrage/subgraph';
import { FieldProblem, Problems } from '@ancrage/subgraph/field-problem';
import { Field, ObjectType } from 'type-graphql';
import { facilityTypeOf } from '../facility/facility-types.js';

@ObjectType({
  description: 'Understood and refused; nothing was saved. What to repair, by field.',
  simpleResolvers: true,
})
export class OfferRefused {
  readonly __typename = 'OfferRefused';

  @Field(() => [FieldProblem])
  problems!: FieldProblem[];
}

export const refuse = (problems: FieldProblem[]): OfferRefused => ({ __typename: 'OfferRefused', problems });

/** What can be wrong with what is said of facts. */
export class OfferProblems extends Problems {
  /** Notes a type of service that the platform does not list. */
  knownType(field: string, code: string): void {
    if (!facilityTypeOf(code))
      this.add(field, 'Ce type de service n’existe pas.', 'There is no such type of service.');
  }

  count(field: string, count: number): void {
    if (count < 0 || count > 1000)
      this.add(field, 'Indiquez un nombre de 0 à 1000.', 'Give a number from 0 to 1000.');
  }

  /** As `text`, for a name that the public reads: a body's, never an address. */
  body(field: string, text: string): string {
    const name = this.text(field, text, 120);
    if (name.includes('@'))
      this.add(
        field,
        'Indiquez un organisme, pas une adresse : ce nom est public.',
        'Name an organisation, not an address: this is public.',
      );
    return name;
  }
}

/** Whether the request's territory has the commune; others are never shown by the database. */
export async function isOfTerritory(context: SubgraphContext, code: string): Promise<boolean> {
  const rows = await context.read({
    name: 'commune of territory',
    short: true,
    text: 'select 1 from territory_commune where territory_id = $1 and commune_code = $2',
    values: [context.requireTerritory(), code],
  });
  return rows.length > 0;
}
