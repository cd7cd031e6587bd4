/** What the command line takes, by the same names. */
export interface DemoOptions {
  /** The first port to try; 0 is any free one. */
  port?: number | string;
  'store-id'?: string;
  'api-url'?: string;
  'customer-token'?: string;
  currency?: string;
  country?: string;
}

/** A running demo. */
export interface Demo {
  /** Where the pages are, without a slash at the end. */
  url: string;
  /** Where the shop's API is, without a slash at the end. */
  apiUrl: string;
  close(): Promise<void>;
}

/** Serves the demo's pages and `/dist/`; without a `store-id` it starts the sandbox on a second port as the shop. */
export declare const startDemo: (options?: DemoOptions) => Promise<Demo>;
