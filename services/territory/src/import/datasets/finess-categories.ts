/**
 * Categories of FINESS (categetab) whose establishments are one type of the BPE, which draws that type from FINESS alone:
 * an establishment may not open without its number, so that the register is the complete list. Left to the BPE are
 * types that it draws from other registers too (hospitals and maternity wards: the annual statistics of establishments;
 * blood, prevention and psychiatry: units that FINESS does not tell from their hospital) and types whose categories
 * overlap (care and help at home since the reform of 2023, child protection by measure rather than by place).
 */
export const TYPE_OF_CATEGORY: Readonly<Record<string, string>> = {
  // Dispensaries: the licence of a pharmacy is its registration.
  620: 'D307',
  628: 'D307',
  629: 'D307',
  // Laboratories of medical biology, declared to the regional agency.
  611: 'D302',
  // Multi-professional practices: a number since 2010, needed for their contract with the health insurance.
  603: 'D113',
  // Clinics with salaried staff: the agreement of the regional agency.
  124: 'D108',
  289: 'D108',
  439: 'D108',
  // Dialysis: an authorised activity, whose sites are registered one by one.
  141: 'D111',
  146: 'D111',
  // Addiction: authorised social and medical establishments.
  178: 'D114',
  197: 'D114',
  // Homes for the elderly: authorised establishments, with or without health insurance funds.
  202: 'D401',
  500: 'D401',
  501: 'D401',
  502: 'D401',
  // Sheltered work.
  246: 'D605',
  // Shelters: authorised and funded by the State.
  214: 'D703',
  442: 'D704',
  443: 'D705',
};
