let painted: Promise<void> | undefined;

/**
 * Resolves after the next frame. All who wait for the same frame go on in the same turn, so that what they ask of the
 * shop goes out as one request.
 */
export const afterPaint = (): Promise<void> =>
  painted ??= new Promise<void>(resolve => requestAnimationFrame(() => setTimeout(resolve))).then(() => {
    painted = undefined;
  });
