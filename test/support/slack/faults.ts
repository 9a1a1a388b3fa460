/** What goes wrong with one call, in the order asked for. */
export interface Fault {
  /** A Web API method, `respond` (a response_url) or `upload`. */
  method: string;
  channel?: string;
  kind:
    | { rate: number | string }
    | { answer: string }
    /** Acts, then answers this status. */
    | { statusAfter: number }
    | { statusBefore: number }
    /** Acts, then the connection is reset. */
    | 'reset-after'
    | 'reset-before'
    /** Acts, then never answers. */
    | 'silent-after'
    /** Acts, then answers a page instead of JSON. */
    | 'page-after';
}

export class Faults {
  readonly #planned: Fault[] = [];

  plan(...faults: Fault[]): void {
    this.#planned.push(...faults);
  }

  take(method: string, channel: unknown): Fault['kind'] | undefined {
    const at = this.#planned.findIndex((f) => f.method === method && (!f.channel || f.channel === channel));
    return at < 0 ? undefined : this.#planned.splice(at, 1)[0]?.kind;
  }

  get left(): number {
    return this.#planned.length;
  }
}
