import type { AudienceInput, PromotionMessageInput } from './audience.input.js';
import type { KeptRecord } from './kept-record.js';
import { line, optionalText } from './promotion.problems.js';

export const AUDIENCE: KeptRecord<AudienceInput> = {
  table: 'audience',
  columns: ['name', 'description'],
  values: ({ name, description }, problems) => [
    line(problems, 'name', name),
    optionalText(problems, 'description', description, 1000),
  ],
  most: 100,
};

export const PROMOTION_MESSAGE: KeptRecord<PromotionMessageInput> = {
  table: 'promotion_message',
  columns: ['audience_id', 'title', 'body'],
  values: ({ audienceId, title, body }, problems) => [
    audienceId,
    line(problems, 'title', title),
    optionalText(problems, 'body', body, 3000) ?? problems.text('body', '', 3000),
  ],
  most: 500,
};
