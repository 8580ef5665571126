/** A request that is refused: with a page to people, with a problem document to programs. */
export class Refusal extends Error {
  readonly status: 301 | 400 | 401 | 403 | 404 | 405 | 409 | 412 | 413 | 415 | 422 | 428 | 429
  readonly wait: number | undefined
  constructor(status: Refusal['status'], message = '', wait?: number) {
    super(message)
    this.status = status
    this.wait = wait
  }
}

/** What is not there, and what one may not see, are the same to the outside. */
export const notFound = (): Refusal => new Refusal(404)
