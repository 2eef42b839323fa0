import 'reflect-metadata';
import { cleanLine } from '@ancrage/input/clean-text';
import { emailAddress } from '@ancrage/input/contact-keys';
import type { FieldProblem } from '@ancrage/subgraph/field-problem';
import { IsOptional, MaxLength } from 'class-validator';
import { Field, InputType, ObjectType } from 'type-graphql';

@ObjectType({
  description: 'As what a territory writes e-mails. What is null is left to the platform.',
  simpleResolvers: true,
})
@InputType('MailSenderInput')
export class MailSender {
  @Field(() => String, {
    nullable: true,
    description: 'Shown as the sender instead of the territory’s name, up to 80 characters.',
  })
  @MaxLength(400)
  @IsOptional()
  name!: string | null;

  @Field(() => String, { nullable: true, description: 'Address where answers go.' })
  @MaxLength(400)
  @IsOptional()
  replyTo!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Address that e-mails come from; of a domain that the operator allows.',
  })
  @MaxLength(400)
  @IsOptional()
  from!: string | null;
}

const LONGEST_NAME = 80;

/** What was typed, as it is kept, and what is wrong with it, by field. */
export function readMailSender(
  input: MailSender,
  domains: readonly string[],
  locale: string,
): { sender: MailSender; problems: FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const say = (field: keyof MailSender, fr: string, en: string) =>
    problems.push({ field: `mailSender.${field}`, message: locale === 'en' ? en : fr });
  const name = cleanLine(input.name ?? '') || null;
  if (name && name.length > LONGEST_NAME) {
    say('name', `${LONGEST_NAME} caractères au plus.`, `${LONGEST_NAME} characters at most.`);
  }
  if (name && /[@<>"]/.test(name)) {
    say(
      'name',
      'Un nom, sans adresse ni chevrons : l’adresse s’écrit plus bas.',
      'A name, without an address or angle brackets: the address goes below.',
    );
  }
  const replyTo = addressIn(input.replyTo);
  if (replyTo === undefined) {
    say(
      'replyTo',
      'Écrivez une adresse complète, comme accueil@exemple.fr.',
      'Give a full address, like welcome@example.org.',
    );
  }
  const from = addressIn(input.from);
  if (from === undefined || (from && !isAllowed(from, domains))) {
    say('from', ...domainWords(domains));
  }
  return { sender: { name, replyTo: replyTo ?? null, from: from ?? null }, problems };
}

/** The sender as it holds: an address whose domain the operator no longer allows is not written from. */
export const holdingSender = (
  { name = null, replyTo = null, from = null }: Partial<MailSender>,
  domains: readonly string[],
): MailSender => ({ name, replyTo, from: from && isAllowed(from, domains) ? from : null });

const isAllowed = (address: string, domains: readonly string[]) =>
  domains.includes(address.slice(address.lastIndexOf('@') + 1).toLowerCase());

/** The address, null for none, undefined for what is not an address. */
function addressIn(text: string | null): string | null | undefined {
  const typed = (text ?? '').trim();
  return typed === '' ? null : (emailAddress(typed) ?? undefined);
}

function domainWords(domains: readonly string[]): [fr: string, en: string] {
  if (domains.length === 0) {
    return [
      'L’exploitant de la plateforme n’a ouvert aucun domaine à l’envoi : laissez ce champ vide.',
      'The operator of the platform has opened no domain for sending: leave this field empty.',
    ];
  }
  const list = domains.map((domain) => `@${domain}`).join(', ');
  return [`Une adresse en ${list}.`, `An address in ${list}.`];
}
