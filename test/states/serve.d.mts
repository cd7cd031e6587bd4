/** Serves the page that shows one state of an element, beside a sandbox of its own. */
export declare const startStates: (options?: {port?: number}) => Promise<{url: string; close(): Promise<void>}>;
