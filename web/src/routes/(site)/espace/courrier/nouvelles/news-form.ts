/** What the form of a letter of news holds; the limits are the API's. */
export type NewsValues = {
  /** Sent again, it is the same letter. */
  id: string;
  subject: string;
  introduction: string;
  sessions: string[];
  fairs: string[];
  arrivals: string[];
};

export const limits = { subject: 120, introduction: 2000, sessions: 12, fairs: 12, arrivals: 6 };
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function readNewsForm(form: FormData): NewsValues {
  const text = (name: string, longest: number) =>
    String(form.get(name) ?? '')
      .replace(/\r\n/g, '\n')
      .slice(0, longest * 2);
  const chosen = (name: string, most: number) => [...new Set(form.getAll(name).map(String))].slice(0, most);
  const id = text('id', 36);
  return {
    id: uuid.test(id) ? id : crypto.randomUUID(),
    subject: text('subject', limits.subject),
    introduction: text('introduction', limits.introduction),
    sessions: chosen('sessions', limits.sessions).filter((value) => uuid.test(value)),
    fairs: chosen('fairs', limits.fairs).filter((value) => uuid.test(value)),
    arrivals: chosen('arrivals', limits.arrivals).map((value) => value.slice(0, 100)),
  };
}
