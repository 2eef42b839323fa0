import { registerEnumType } from 'type-graphql';

/** Why somebody is not written to. */
export const LeftOut = {
  REFUSED: 'REFUSED',
  OBJECTED: 'OBJECTED',
  AGREED: 'AGREED',
  WRITTEN: 'WRITTEN',
  NO_EMAIL: 'NO_EMAIL',
  DEMONSTRATION: 'DEMONSTRATION',
} as const;
export type LeftOut = (typeof LeftOut)[keyof typeof LeftOut];

registerEnumType(LeftOut, {
  name: 'SoloLeftOut',
  description: 'Why somebody is not written to.',
  valuesConfig: {
    REFUSED: { description: 'They said no, or took their consent back.' },
    OBJECTED: { description: 'They objected to being known here.' },
    AGREED: { description: 'They agreed already.' },
    WRITTEN: { description: 'They were written to already.' },
    NO_EMAIL: { description: 'Nobody knows their e-mail address.' },
    DEMONSTRATION: { description: 'They are invented.' },
  },
});
