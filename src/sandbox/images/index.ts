/** The sandbox's own pictures by slug. */
export const pictures: Record<string, () => string> = {};
