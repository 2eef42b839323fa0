import type { KeptRecord } from './kept-record.js';
import type { PressDocumentInput } from './press-document.input.js';
import { day, line, optionalText } from './promotion.problems.js';

export const PRESS_DOCUMENT: KeptRecord<PressDocumentInput> = {
  table: 'press_document',
  columns: ['title', 'summary', 'dated_on', 'shown'],
  values({ title, summary, datedOn, shown }, problems) {
    const on = day(datedOn);
    if (!on) problems.add('datedOn', 'Donnez sa date.', 'Give its date.');
    return [line(problems, 'title', title), optionalText(problems, 'summary', summary, 500), on, shown];
  },
  most: 100,
};
