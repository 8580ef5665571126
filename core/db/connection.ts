import postgres from 'postgres'

/** Where a database is and who asks. `host` is a name, an address, or the folder of a Unix socket. */
export type Connection = {
  host: string
  port: number
  database: string
  username: string
  password: string
  ssl?: boolean
}

/** The owner migrates and runs the queue; the application serves people and owns nothing. */
export type Connections = { owner: Connection; app: Connection }

export type Pool = postgres.Sql

/**
 * Opens a pool of connections.
 * @param max connections at most; each costs the server some 10 MB
 */
export function openPool(connection: Connection, max = 10): Pool {
  const pool = postgres({
    host: connection.host,
    port: connection.port,
    database: connection.database,
    username: connection.username,
    password: connection.password,
    ssl: connection.ssl ? 'require' : false,
    max,
    idle_timeout: 0,
    connect_timeout: 5,
    backoff: (retries: number) => Math.min(2, 0.05 * 2 ** retries),
    onnotice: () => {},
    connection: { application_name: 'stepwise', statement_timeout: 30_000 },
  })
  speakDrizzle(pool)
  return pool
}

/**
 * drizzle hands over JSON already written as text, postgres.js would quote it once more; and a
 * calendar day stays the text it is, since a Date would move it across time zones.
 */
function speakDrizzle(pool: Pool): void {
  const { serializers, parsers } = pool.options as unknown as {
    serializers: Record<number, (value: unknown) => unknown>
    parsers: Record<number, (value: string) => unknown>
  }
  const json = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
  serializers[114] = json
  serializers[3802] = json
  serializers[1082] = (value) => value
  parsers[1082] = (value) => value
}

/** Reads a postgres:// address into its parts; `sslmode` other than disable asks for TLS. */
export function connectionFrom(url: string): Connection {
  const parsed = new URL(url)
  const mode = parsed.searchParams.get('sslmode')
  return {
    host: parsed.searchParams.get('host') ?? decodeURIComponent(parsed.hostname),
    port: Number(parsed.port || 5432),
    database: decodeURIComponent(parsed.pathname.slice(1)) || 'postgres',
    username: decodeURIComponent(parsed.username),
    password: decodeURIComponent(parsed.password),
    ssl: mode !== null && mode !== 'disable',
  }
}
