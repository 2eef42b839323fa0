import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Commune } from '../references.js';

/** What the public reads of an entry, field by field. */
export enum EntryPart {
  DISPLAY_NAME = 'DISPLAY_NAME',
  ACTIVITY = 'ACTIVITY',
  SKILLS = 'SKILLS',
  PRESENTATION = 'PRESENTATION',
  PLACE = 'PLACE',
  NAF_CODE = 'NAF_CODE',
  LANGUAGES = 'LANGUAGES',
  PHONE = 'PHONE',
  WEBSITE = 'WEBSITE',
  PHOTO = 'PHOTO',
  SPONSOR = 'SPONSOR',
}
registerEnumType(EntryPart, {
  name: 'EntryPart',
  description: 'A field of an entry, as the public reads it.',
});

export enum DifferenceKind {
  SAME = 'SAME',
  ADDED = 'ADDED',
  REMOVED = 'REMOVED',
}
registerEnumType(DifferenceKind, { name: 'DifferenceKind' });

@ObjectType({ description: 'A piece of a field: it stays, comes or goes.', simpleResolvers: true })
export class DifferencePiece {
  @Field(() => DifferenceKind)
  kind!: DifferenceKind;

  @Field(() => String, {
    description:
      'Words with the blanks around them, or one whole value: an INSEE code for a commune, an ISO 639-1 code for a language, a photograph’s id, true or false for sponsoring.',
  })
  text!: string;

  @Field(() => Commune, { nullable: true, description: 'The commune that the text is the code of.' })
  commune?: Commune | null;
}

@ObjectType({ description: 'A field that would change, piece by piece.', simpleResolvers: true })
export class EntryDifference {
  @Field(() => EntryPart)
  part!: EntryPart;

  @Field(() => [DifferencePiece])
  pieces!: DifferencePiece[];
}
