/** How many files are made at once in this process: each holds questions to the gateway for as long as it is read. */
const mostAtOnce = 12;
let underWay = 0;

/** Whether another file may be begun. */
export const mayBegin = (): boolean => underWay < mostAtOnce;

/**
 * Text pieces as a body that is made as fast as it is read, and no faster. Nothing is asked before the first read;
 * a reader who leaves ends it.
 */
export function bodyOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let begun = false;
  const end = () => {
    underWay -= begun ? 1 : 0;
    begun = false;
  };
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (!begun) {
          begun = true;
          underWay += 1;
        }
        try {
          const chunk = await gather(pieces);
          if (chunk) {
            controller.enqueue(encoder.encode(chunk));
          } else {
            end();
            controller.close();
          }
        } catch (failure) {
          end();
          throw failure;
        }
      },
      async cancel() {
        end();
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

/** Rows are short: some hundreds travel together. Empty at the end. */
async function gather(pieces: AsyncGenerator<string>): Promise<string> {
  let chunk = '';
  while (chunk.length < 32_768) {
    const { done, value } = await pieces.next();
    if (done) {
      break;
    }
    chunk += value;
  }
  return chunk;
}
