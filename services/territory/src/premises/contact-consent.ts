import { Field, ObjectType, registerEnumType } from 'type-graphql';

export enum ConsentChannel {
  WRITTEN = 'WRITTEN',
  EMAIL = 'EMAIL',
  SPOKEN = 'SPOKEN',
}
registerEnumType(ConsentChannel, {
  name: 'ConsentChannel',
  description: 'How a person agreed to be named.',
});

/** What is kept of an agreement, beside its time: enough to show to what somebody said yes. */
export interface ContactConsent {
  version: string;
  wording: string;
  channel: ConsentChannel;
  /** Account of the member who wrote it down. */
  recordedBy: string | null;
}

@ObjectType({ description: 'What the contact of premises agrees to.', simpleResolvers: true })
export class ConsentWording {
  @Field(() => String, { description: 'Give it with the consent; it changes when the words do.' })
  version!: string;

  @Field(() => String, { description: 'In the reader’s language.' })
  wording!: string;
}

const VERSION = '2026-11';
const WORDINGS = {
  fr: 'J’accepte que mon nom, mon adresse e-mail et mon numéro de téléphone soient publiés avec ce local jusqu’à son retrait. Je peux revenir sur cet accord à tout moment auprès du territoire, avec effet immédiat.',
  en: 'I agree that my name, e-mail address and telephone number are published with these premises until they are withdrawn. I can take this back at any time by telling the territory, with immediate effect.',
};

/** The words in force. */
export const consentWording = (locale: string): ConsentWording => ({
  version: VERSION,
  wording: locale === 'en' ? WORDINGS.en : WORDINGS.fr,
});
