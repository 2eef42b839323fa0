import { cleanLine, cleanText } from '@ancrage/input/clean-text';
import type { Problems } from '@ancrage/subgraph/field-problem';
import { reportingDate } from '@ancrage/subgraph/reporting-date';
import type { ArrivalInput } from './arrival.input.js';

/** An arrival's words as they are kept: title, summary, body, commune, day. What is wrong with them is noted. */
export function arrivalValues(input: ArrivalInput, problems: Problems): unknown[] {
  const arrivedOn = input.arrivedOn?.toISOString().slice(0, 10) ?? null;
  if (arrivedOn && arrivedOn > reportingDate())
    problems.add('arrivedOn', 'Cette date est à venir.', 'This date is yet to come.');
  return [
    problems.text('title', cleanLine(input.title), 120),
    problems.text('summary', cleanLine(input.summary), 300),
    problems.text('body', cleanText(input.body), 8000),
    input.communeCode ?? null,
    arrivedOn,
  ];
}
