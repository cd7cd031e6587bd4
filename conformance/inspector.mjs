// Stands between the client and the sandbox, checks both directions and keeps count.

/** A base path, so that a client that loses it is found out. */
export const baseUrl = 'https://api.example/base';

export class Inspector {
  /** By route: how many requests and answers were looked at, and what they made use of. */
  counts = new Map();
  /** By sentence: how often. */
  faults = new Map();
  #description;

  constructor(description) {
    this.#description = description;
  }

  count(name) {
    const blank = {requests: 0, good: 0, refused: 0, examples: 0, faults: 0, used: new Set()};
    if (!this.counts.has(name)) this.counts.set(name, blank);
    return this.counts.get(name);
  }

  fault(name, sentence) {
    this.count(name).faults++;
    const whole = `${name}: ${sentence}`;
    this.faults.set(whole, (this.faults.get(whole) ?? 0) + 1);
  }

  /** Checks a request of ours and gives the name of its route. */
  async request(request) {
    const url = new URL(request.url);
    const path = url.pathname.replace(/^\/base/, '');
    const route = this.#description.routeOf(request.method, path);
    const name = route?.name ?? `${request.method} ${path}`;
    if (!url.href.startsWith(`${baseUrl}/`)) this.fault(name, `the base is lost: ${url.origin}`);
    if (!route) return this.fault(name, 'there is no such route'), name;
    const count = this.count(name);
    count.requests++;
    const sent = {path, search: url.search, headers: request.headers, body: await request.clone().text()};
    for (const fault of this.#description.requestFaults(route, sent, count.used)) this.fault(name, `request: ${fault}`);
    return name;
  }

  /** Checks an answer of the sandbox to a request of the route. */
  async answer(name, response) {
    const count = this.count(name);
    count[response.ok ? 'good' : 'refused']++;
    const {status, headers} = response;
    const got = {status, type: headers.get('content-type') ?? '', text: await response.clone().text()};
    const faults = this.#description.answerFaults(this.#description.route(name), got);
    for (const fault of faults) this.fault(name, `answer: ${fault}`);
  }

  /** A `fetch` for the client that checks what goes to the sandbox and what comes back. */
  between(sandbox) {
    return async request => {
      const name = await this.request(request);
      const response = await sandbox(request);
      await this.answer(name, response);
      return response;
    };
  }
}
