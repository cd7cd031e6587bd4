const limit = 16 * 2 ** 20;

/**
 * Reads an answer as text. It throws a RangeError past 16 MiB, so that an answer without end cannot fill the memory,
 * and whatever the stream throws when the connection breaks.
 */
export const readText = async (response: Response, signal: AbortSignal): Promise<string> => {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const {done, value} = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > limit || signal.aborted) {
      // Nobody waits for the rest; a stream that cannot even be cancelled changes nothing for the caller.
      reader.cancel().catch(() => {});
      throw new RangeError('the body is over 16 MiB');
    }
    text += decoder.decode(value, {stream: true});
  }
};
