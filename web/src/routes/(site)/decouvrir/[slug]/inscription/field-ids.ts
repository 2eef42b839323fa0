const ids: Record<string, string> = {
  'contact.name': 'name',
  'contact.email': 'email',
  'contact.phone': 'phone',
  'needs.diet': 'diet',
  'needs.leavingFrom': 'leavingFrom',
  'needs.remarks': 'remarks',
  'heard.words': 'declaredWords',
  children: 'adults',
};

/** Where on the page stands what the service finds fault with. */
export const fieldOf = (field: string): string =>
  ids[field] ?? field.replace(/^children\.(\d+)\.birthYear$/, 'child-$1');
