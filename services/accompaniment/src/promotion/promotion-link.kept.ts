import { cleanLine } from '@ancrage/input/clean-text';
import { slugOf } from '@ancrage/subgraph/slug';
import type { KeptRecord } from './kept-record.js';
import { line, ownPath } from './promotion.problems.js';
import type { PromotionLinkInput } from './promotion-link.input.js';

const CODE = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])$/;

/** The code of a new link: as it is typed, else made of its label. */
const codeOf = ({ code, label }: PromotionLinkInput): string =>
  cleanLine(code ?? '').toLowerCase() || slugOf(label).slice(0, 40).replace(/-$/, '');

/** A code is printed on paper: it is given once, and no update touches it. */
export const PROMOTION_LINK: KeptRecord<PromotionLinkInput> = {
  table: 'promotion_link',
  columns: ['label', 'target', 'campaign_id', 'fair_id'],
  values(input, problems) {
    if (!CODE.test(codeOf(input)))
      problems.add(
        'code',
        'De 2 à 40 lettres sans accent, chiffres et tirets.',
        '2 to 40 small letters, digits and hyphens.',
      );
    return [
      line(problems, 'label', input.label),
      ownPath(problems, 'target', input.target),
      input.campaignId ?? null,
      input.fairId ?? null,
    ];
  },
  most: 1000,
  first: (_connection, _scope, input) => Promise.resolve({ code: codeOf(input) }),
  used: {
    text: 'select from prospect_touch where territory_id = $1 and link_id = $2 limit 1',
    fr: 'Des foyers sont venus par ce lien : le supprimer effacerait leur origine.',
    en: 'Households came by this link: removing it would erase where they came from.',
  },
};
