import { describe, expect, it } from 'vitest';
import { csvRecord, neutraliseText, restoreText } from './csv.ts';

describe('a CSV record', () => {
  it('quotes what RFC 4180 says, ends with CRLF, and leaves empty what is not known', () => {
    expect(csvRecord(['Foix', 9602, null, true, 'a, "b"\nc'])).toBe('Foix,9602,,true,"a, ""b""\nc"\r\n');
  });

  it.each(['=1+1', '+33 5 61', '-lès-Bains', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1', "'quoted", "'=1"])(
    'runs nothing of %j, and gives it back whole',
    (text) => {
      const safe = neutraliseText(text);
      expect(safe).toBe(`'${text}`);
      expect(restoreText(safe)).toBe(text);
    },
  );

  it('leaves other texts and negative numbers alone', () => {
    expect(neutraliseText("L'Hospitalet")).toBe("L'Hospitalet");
    expect(csvRecord([-0.5, 'a=b'])).toBe('-0.5,a=b\r\n');
  });
});
