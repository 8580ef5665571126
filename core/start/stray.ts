const lost = /^(EPIPE|ECONN|ENOENT|CONNECTION_|CONNECT_TIMEOUT|08|57P)/

/**
 * Survives a lost database connection that nobody waits for: on every new connection postgres.js
 * asks for the array types, and does not listen when that question fails. Any other rejection that
 * nobody handles is a fault of ours and ends the process, as usual.
 */
export function surviveLostQuestions(): void {
  process.on('unhandledRejection', (reason) => {
    const { code, query } = (reason ?? {}) as { code?: string; query?: string }
    if (query?.includes('pg_catalog.pg_type') && lost.test(code ?? '')) return
    throw reason
  })
}
