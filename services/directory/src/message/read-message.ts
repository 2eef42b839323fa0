import { cleanLine, cleanText } from '@ancrage/input/clean-text';
import { emailAddress } from '@ancrage/input/contact-keys';
import { Problems } from '@ancrage/subgraph/field-problem';
import type { WriteToSoloInput } from './message.input.js';

/** A message as it is sent on. */
export interface SoloMessage {
  name: string;
  email: string;
  text: string;
}

const SHORTEST = 10;
const LONGEST = 4000;

/** The message in an input, and what is wrong with it, by field. */
export function readMessage(input: WriteToSoloInput, locale: string) {
  const problems = new Problems(locale);
  const name = problems.text('name', cleanLine(input.name), 80);
  const email = emailAddress(input.email);
  if (!email)
    problems.add(
      'email',
      'Écrivez une adresse complète, comme prenom@exemple.fr : la réponse y sera envoyée.',
      'Give a full address, like name@example.org: the answer goes there.',
    );
  const text = problems.text('message', cleanText(input.message), LONGEST);
  if (text !== '' && text.length < SHORTEST)
    problems.add(
      'message',
      'Dites-en un peu plus : au moins dix caractères.',
      'Say a little more: ten characters at least.',
    );
  return { message: { name, email: email ?? '', text } satisfies SoloMessage, problems: problems.list };
}
