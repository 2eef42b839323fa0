import { Directive, Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'What is wrong with one field, in the reader’s language.', simpleResolvers: true })
@Directive('@shareable')
export class FieldProblem {
  @Field(() => String, { description: 'Path in the input, e.g. theme.accent.' })
  field!: string;

  @Field(() => String)
  message!: string;
}

/** Collects what is wrong with an input, in the language of the request. */
export class Problems {
  readonly list: FieldProblem[] = [];

  constructor(private readonly locale: string) {}

  add(field: string, fr: string, en: string): void {
    this.list.push({ field, message: this.locale === 'en' ? en : fr });
  }

  /** Notes a text that is empty or longer than it may be; gives it without the blanks around it. */
  text(field: string, text: string, longest: number): string {
    const trimmed = text.trim();
    if (trimmed === '') this.add(field, 'Ce champ est à remplir.', 'This has to be filled in.');
    else if (trimmed.length > longest)
      this.add(field, `${longest} caractères au plus.`, `${longest} characters at most.`);
    return trimmed;
  }
}
