import { isLookalike } from '@ancrage/input/clean-text';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import type { PublicSide } from '../entry/public-side.js';
import { EntryPart } from './difference.js';

/** What a moderator had better look at twice. None of them refuses anything by itself. */
export enum ModerationWarningKind {
  LOOKALIKE = 'LOOKALIKE',
  LINK = 'LINK',
  CONTACT = 'CONTACT',
  NEW_SKILL = 'NEW_SKILL',
  SHORT_PRESENTATION = 'SHORT_PRESENTATION',
  DUPLICATE = 'DUPLICATE',
}
registerEnumType(ModerationWarningKind, {
  name: 'ModerationWarningKind',
  description:
    'LOOKALIKE: letters of other alphabets that pass for Latin ones. LINK, CONTACT: an address or a number in a text. NEW_SKILL: nobody else has it. DUPLICATE: another record looks like the same person.',
});

@ObjectType({ description: 'Something to look at twice before accepting.', simpleResolvers: true })
export class ModerationWarning {
  @Field(() => ModerationWarningKind)
  kind!: ModerationWarningKind;

  @Field(() => EntryPart, { nullable: true })
  part!: EntryPart | null;

  @Field(() => String, { nullable: true, description: 'The words that it is about.' })
  text!: string | null;

  @Field(() => ID, { nullable: true, description: 'The other record, of a suspected duplicate.' })
  soloId!: string | null;
}

/** Shorter presentations hardly present anybody. */
const SHORT = 60;
const WORD = /[\p{L}\p{M}\p{N}'’-]+/gu;
const LINK =
  /\b(?:https?:\/\/|www\.)\S+|\b[a-z0-9-]{2,}\.(?:com|fr|org|net|eu|io|info|biz|shop|xyz|ru|cn|me|app|site|online)\b\S*/giu;
const EMAIL = /[^\s@<>]{1,64}@[a-z0-9.-]{1,180}\.[a-z]{2,24}/iu;
const PHONE = /(?:\+|00)?\d(?:[ .-]?\d){8,13}/u;

/** What shows by the texts themselves. */
export function textWarnings(side: PublicSide): ModerationWarning[] {
  const found: ModerationWarning[] = [];
  const warn = (kind: ModerationWarningKind, part: EntryPart | null, text: string | null = null) =>
    found.push({ kind, part, text: text?.slice(0, 120) ?? null, soloId: null });
  const texts: [EntryPart, string][] = [
    [EntryPart.DISPLAY_NAME, side.displayName],
    [EntryPart.ACTIVITY, side.activity],
    ...side.skills.map((skill): [EntryPart, string] => [EntryPart.SKILLS, skill]),
    [EntryPart.PRESENTATION, side.presentation ?? ''],
    [EntryPart.PLACE, side.area ?? ''],
  ];
  for (const [part, text] of texts) {
    const odd = text.match(WORD)?.find(isLookalike);
    if (odd) warn(ModerationWarningKind.LOOKALIKE, part, odd);
    const contact = EMAIL.exec(text)?.[0] ?? PHONE.exec(text)?.[0];
    if (contact) warn(ModerationWarningKind.CONTACT, part, contact);
    const link = text.replace(EMAIL, '').match(LINK)?.[0];
    if (link) warn(ModerationWarningKind.LINK, part, link);
  }
  if ((side.presentation ?? '').length < SHORT)
    warn(ModerationWarningKind.SHORT_PRESENTATION, EntryPart.PRESENTATION);
  return found;
}
