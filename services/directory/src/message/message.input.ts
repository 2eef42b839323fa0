import { IsOptional, MaxLength } from 'class-validator';
import { Field, InputType } from 'type-graphql';

@InputType({ description: 'A message to a published solo, from anybody.' })
export class WriteToSoloInput {
  @Field(() => String)
  @MaxLength(100)
  slug!: string;

  @Field(() => String, { description: 'Who writes, up to 80 characters.' })
  @MaxLength(400)
  name!: string;

  @Field(() => String, { description: 'Where the answer goes.' })
  @MaxLength(400)
  email!: string;

  @Field(() => String, { description: '10 to 4000 characters.' })
  @MaxLength(20_000)
  message!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Proof that a browser worked for this message: `day:nonce` such that the first six bits of PBKDF2-SHA-256 (2000 rounds, 16 bytes) over slug, e-mail, message and day on lines of their own, salted with the nonce, are zero. Without one, the sender confirms by a link that they get by e-mail.',
  })
  @MaxLength(60)
  @IsOptional()
  proof?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'To be left empty: people do not see it, programmes fill it in.',
  })
  @MaxLength(400)
  @IsOptional()
  website?: string | null;
}
