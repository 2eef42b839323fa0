import { Field, ID, ObjectType } from 'type-graphql';

export { FacilityFamily } from './facility-family.js';

@ObjectType({
  description: "A type of service, from INSEE's Base permanente des équipements.",
  simpleResolvers: true,
})
export class FacilityType {
  @Field(() => ID, {
    description: 'BPE code (TYPEQU); those starting with W are workplaces that the BPE does not know.',
  })
  code!: string;
}
