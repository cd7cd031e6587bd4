/** As much of a storage as is needed here. */
export type Memory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Stands in for a storage where nothing may be kept on the device: it ends with the page. */
export const pageMemory = (): Memory => {
  const methods: Memory & ThisType<Record<string, string>> = {
    getItem(key) {
      return this[key] ?? null;
    },
    setItem(key, value) {
      this[key] = value;
    },
    removeItem(key) {
      delete this[key];
    },
  };
  // What is kept are its own properties, as they are of a storage.
  return Object.create(methods) as Memory;
};
