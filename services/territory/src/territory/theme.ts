import 'reflect-metadata';
import { Field, InputType, ObjectType } from 'type-graphql';

/** Colours of a territory's face, as #rrggbb. Contrast is checked where they are saved. */
@ObjectType({ simpleResolvers: true, description: 'Colours of the territory, as #rrggbb.' })
@InputType('ThemeInput')
export class Theme {
  @Field(() => String, { description: 'Links, buttons and marks on the map.' })
  accent!: string;

  @Field(() => String, { description: 'Background of pages.' })
  paper!: string;

  @Field(() => String, { description: 'Text.' })
  ink!: string;
}

export const DEFAULT_THEME: Theme = { accent: '#1f6650', paper: '#fbf8f2', ink: '#22291f' };
