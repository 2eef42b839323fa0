import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import { FacilityType } from '../facility/facility-type.js';

export enum ListingExtent {
  EVERYWHERE = 'EVERYWHERE',
  SOMEWHERE = 'SOMEWHERE',
  NOWHERE = 'NOWHERE',
}
registerEnumType(ListingExtent, {
  name: 'ListingExtent',
  description:
    'In which communes of a territory all services of a type are known, so that none known means none.',
});

@ObjectType({ description: 'Where all services of a type are known.', simpleResolvers: true })
export class TypeListing {
  @Field(() => FacilityType)
  type!: FacilityType;

  @Field(() => ListingExtent)
  extent!: ListingExtent;

  @Field(() => [Float], {
    nullable: 'itemsAndList',
    description:
      'For SOMEWHERE, of each commune in the order of `communes`: kilometres from its centre to the nearest commune where not all are known, 0 when it is this one. None known nearer than that means none; beyond, unknown.',
  })
  gaps!: (number | null)[] | null;
}
