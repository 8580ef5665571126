import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import type { Site } from './site.ts'

const year = 365 * 24 * 3600

/** No script, style or frame but our own files; nothing inline anywhere (security.md 2.1). */
const policy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
  objectSrc: ["'none'"],
  manifestSrc: ["'self'"],
}

/**
 * The headers of every answer, errors and files included.
 * @param secure whether people come by https, which then stays so for a year
 */
export function ownHeaders(secure: boolean): MiddlewareHandler<Site> {
  return secureHeaders({
    contentSecurityPolicy: policy,
    strictTransportSecurity: secure ? `max-age=${year}; includeSubDomains` : false,
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    originAgentCluster: false,
    xXssProtection: false,
  })
}
