/** Why the product cannot start, as one sentence that names the cure; it is printed alone. */
export class StartFailure extends Error {}
