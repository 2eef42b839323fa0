/** What came of sending a form: the import it made, or the code of why it made none; null when it was given up. */
export type SendOutcome = { id: string } | { refused: string | null };

export type Sending = { done: Promise<SendOutcome>; stop: () => void };

type Answer = { id?: string; errors?: { extensions?: { problem?: string } }[] };

/** Sends a form with its file, telling how much of it has gone: fetch cannot say that yet. */
export function sendFile(form: HTMLFormElement, onShare: (share: number) => void): Sending {
  const request = new XMLHttpRequest();
  const done = new Promise<SendOutcome>((resolve) => {
    request.upload.onprogress = ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(outcome(request));
    request.onerror = () => resolve({ refused: '503' });
    request.onabort = () => resolve({ refused: null });
  });
  request.open('POST', '/files/imports');
  request.responseType = 'json';
  request.setRequestHeader('accept', 'application/json');
  request.send(new FormData(form));
  return { done, stop: () => request.abort() };
}

function outcome({ status, response }: XMLHttpRequest): SendOutcome {
  const answer = (response ?? {}) as Answer;
  if (status === 201 && answer.id) {
    return { id: answer.id };
  }
  return { refused: answer.errors?.[0]?.extensions?.problem ?? String(status) };
}
