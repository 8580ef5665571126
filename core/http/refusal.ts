/** A request that is refused with a page: not found, in conflict, or not allowed. */
export class Refusal extends Error {
  readonly status: 400 | 403 | 404 | 409 | 413 | 429
  readonly wait: number | undefined
  constructor(status: Refusal['status'], message = '', wait?: number) {
    super(message)
    this.status = status
    this.wait = wait
  }
}

/** What is not there, and what one may not see, are the same to the outside. */
export const notFound = (): Refusal => new Refusal(404)
