import { Field, ID, Int, ObjectType } from 'type-graphql';
import { FacilityNode } from '../facility/facility.js';
import { Outlook, type Thresholds } from './outlook.js';

@ObjectType({ description: 'Children of a school or a crèche in one year.', simpleResolvers: true })
export class Enrolment {
  @Field(() => Int, { description: 'In which the school year begins.' })
  year!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Pupils, or children on the list; null: unknown, or suppressed.',
  })
  children!: number | null;

  @Field(() => Boolean, {
    description: 'True when 1 to 4 children are kept from others than the territory’s members.',
  })
  suppressed!: boolean;

  @Field(() => Int, { nullable: true })
  classes!: number | null;

  @Field(() => Int, { nullable: true, description: 'Of a crèche.' })
  places!: number | null;

  sourceId!: string;
}

@ObjectType({ description: 'A school or a crèche, and what decides on keeping it.', simpleResolvers: true })
export class FacilityVitality {
  @Field(() => ID)
  id!: string;

  @Field(() => FacilityNode)
  facility!: FacilityNode;

  @Field(() => [Enrolment], { description: 'By year, the oldest first; none while nobody knows.' })
  enrolments!: Enrolment[];

  @Field(() => Int, {
    nullable: true,
    description: 'Children more (or fewer) than in the known year before.',
  })
  trend!: number | null;

  @Field(() => Outlook)
  outlook!: Outlook;

  @Field(() => Int, {
    nullable: true,
    description: 'Children missing to keep what there is; null unless at risk.',
  })
  missing!: number | null;

  @Field(() => Int, { nullable: true, description: 'Children that may leave before anything is at risk.' })
  margin!: number | null;

  @Field(() => Int, { nullable: true, description: 'Pupils more with which a class may open.' })
  untilOpening!: number | null;

  communeCode!: string;
}

@ObjectType({ simpleResolvers: true })
export class CommuneVitality {
  @Field(() => ID)
  code!: string;

  @Field(() => [FacilityVitality])
  facilities!: FacilityVitality[];
}

@ObjectType({
  description:
    'Figures under which a class or a crèche is at risk. Null until the territory sets them: there is no default, since they differ by department and by year.',
  simpleResolvers: true,
})
export class VitalityThresholds implements Record<keyof Thresholds, number | null> {
  @Field(() => Int, {
    nullable: true,
    description: 'Pupils per class, on average, below which a class may close.',
  })
  closing!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Pupils per class, on average, above which a class may open.',
  })
  opening!: number | null;

  @Field(() => Int, { nullable: true, description: 'Per cent of its places that a crèche needs filled.' })
  occupancy!: number | null;

  @Field(() => Boolean, { description: 'True for those of a demonstration, which nobody set.' })
  demonstration!: boolean;
}

@ObjectType({ description: 'What becomes of the schools and crèches of a territory.', simpleResolvers: true })
export class Vitality {
  @Field(() => Int, {
    nullable: true,
    description: 'The last year considered; null while no figure is known.',
  })
  year!: number | null;

  @Field(() => VitalityThresholds)
  thresholds!: VitalityThresholds;

  @Field(() => [CommuneVitality], { description: 'Communes with a school or a crèche, by name.' })
  communes!: CommuneVitality[];
}
