import { createHmac } from 'node:crypto'
import type postgres from 'postgres'
import { type Connection, type Connections, openPool } from './connection.ts'

/**
 * Makes the database and its roles ready; harmless to repeat, safe from several processes at once.
 * crm_owner owns and migrates; crm_app serves people, owns nothing and obeys every policy;
 * crm_auth and crm_search own a few narrow functions and cannot sign in.
 * @param admin somebody who may create roles (and databases, when `name` does not exist yet)
 * @param name the database to use
 */
export async function prepareDatabase(admin: Connection, name: string): Promise<Connections> {
  const pool = openPool(admin, 1)
  try {
    await pool`select pg_advisory_lock(hashtext('crm:roles'))`
    await ensureRoles(pool, admin.password)
    const found = await pool`select from pg_database where datname = ${name}`
    if (found.length === 0) await pool.unsafe(`create database "${name}" owner crm_owner`)
    else await pool.unsafe(`grant create, connect on database "${name}" to crm_owner`)
  } finally {
    await pool.end()
  }
  const as = (username: string): Connection => ({
    ...admin,
    database: name,
    username,
    password: passwordOf(admin.password, username),
  })
  return { owner: as('crm_owner'), app: as('crm_app') }
}

/**
 * A role's password follows from the administrator's, so that every process of an install derives
 * the same one and none has to be stored.
 */
const passwordOf = (secret: string, role: string): string =>
  createHmac('sha256', secret).update(`stepwise:${role}`).digest('hex')

async function ensureRoles(pool: postgres.Sql, secret: string): Promise<void> {
  const existing = new Set((await pool`select rolname from pg_roles`).map((row) => row.rolname))
  for (const role of ['crm_auth', 'crm_search'])
    if (!existing.has(role)) await pool.unsafe(`create role ${role} nologin`)
  for (const role of ['crm_owner', 'crm_app']) {
    const verb = existing.has(role) ? 'alter' : 'create'
    await pool.unsafe(`${verb} role ${role} login password '${passwordOf(secret, role)}'`)
  }
  await pool.unsafe('grant crm_auth, crm_search to crm_owner')
}
