import type { Fault } from './schema.ts'

export type { Fault } from './schema.ts'

/** That a mail server could not be spoken to, and why; what the server said is in `message`. */
export class MailFault extends Error {
  readonly fault: Fault
  /** Trying again later does not help. */
  readonly isFinal: boolean
  constructor(fault: Fault, detail = '', isFinal = false) {
    super(detail)
    this.fault = fault
    this.isFinal = isFinal
  }

  /** What an error of the network, of TLS, or of a mail server comes to. */
  static of(error: unknown): MailFault {
    if (error instanceof MailFault) return error
    const { code = '', responseCode, authenticationFailed, message = '' } = error as Known
    const detail = message.slice(0, 500)
    if (authenticationFailed || code === 'EAUTH') return new MailFault('login', detail)
    if (responseCode && responseCode >= 500) return new MailFault('rejected', detail, true)
    if (/TIMEOUT|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH/.test(code))
      return new MailFault('timeout', detail)
    if (/ECONNREFUSED|ECONNRESET|NoConnection|EConnectionClosed|ClosedAfter/.test(code))
      return new MailFault('refused', detail)
    if (/CERT|SIGNATURE|SSL|TLS|ALTNAME/.test(code)) return new MailFault('certificate', detail)
    return new MailFault('other', detail)
  }
}

type Known = {
  code?: string
  responseCode?: number
  authenticationFailed?: boolean
  message?: string
}
