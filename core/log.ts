import { destination, type Logger, pino } from 'pino'
import type { Env } from './env.ts'

/**
 * Lines are written together, at most a second late: a write for each request took a tenth of the
 * answer. What is pending is written when the process ends.
 */
const output = destination({ dest: 1, sync: false, minLength: 4096, periodicFlush: 1_000 })

/** The product's own words to its operator: JSON, a line an event, on standard output. */
export const openLog = ({ LOG_LEVEL }: Pick<Env, 'LOG_LEVEL'>): Logger =>
  pino({ level: LOG_LEVEL }, output)
