import {
  Logger,
  type ParsedCronItem,
  parseCronItems,
  type Task,
  type TaskList,
} from 'graphile-worker'
import { asOperator, companyIds } from './access/operator.ts'
import { sweepFiles } from './attachments/sweeping.ts'
import { doBulk } from './bulk/job.ts'
import { forgetRuns } from './bulk/runs.ts'
import type { ConsoleJob } from './console.ts'
import { deliverEvents } from './deliver-events.ts'
import type { Errand } from './errand.ts'
import { forgetEvents } from './events.ts'
import type { Job, Module } from './module.ts'
import { forgetOldNotifications } from './notify/forgetting.ts'
import type { Product } from './product.ts'
import { measureQuality } from './quality/job.ts'
import { keepQueueRunning } from './queue-runner.ts'
import type { Scope } from './scope.ts'
import { forgetFiles } from './transfer/forgetting.ts'
import { importFile, readFile } from './transfer/job.ts'
import { undoImport } from './transfer/undo/job.ts'
import { forgetChanges } from './transfer/undo/keep.ts'

/**
 * Does queued work in this process: the jobs modules declare, and the delivery of events.
 * @param timetable whether jobs with set times begin at those; else all wait until they are asked for
 * @returns how to stop: running jobs finish first
 */
export async function startWorker(
  product: Product,
  timetable: boolean,
): Promise<() => Promise<void>> {
  const tasks: TaskList = {
    'core.deliver-events': deliverEvents(product),
    'core.import': importFile(product),
    'core.read-import': readFile(product),
    'core.undo-import': undoImport(product),
    'core.forget-import-changes': forEachCompany(product, forgetChanges),
    'core.bulk': doBulk(product),
    'core.forget-bulk-runs': forEachCompany(product, forgetRuns),
    'core.forget-import-files': forEachCompany(product, forgetFiles),
    'core.forget-events': forEachCompany(product, (scope) => forgetEvents(product.registry, scope)),
    'core.measure-quality': measureQuality(product),
    'core.forget-notifications': forEachCompany(product, forgetOldNotifications),
    'core.sweep-files': forEachCompany(product, (scope) => sweepFiles(product.env, scope)),
  }
  for (const job of product.registry.console.jobs) tasks[job.name] = doConsoleJob(product, job)
  for (const module of product.registry.modules) {
    for (const job of module.jobs ?? []) tasks[job.name] = doJob(product, module, job)
    for (const errand of module.errands ?? [])
      tasks[errand.name] = doErrand(product, module, errand)
  }
  return keepQueueRunning(product, {
    pgPool: product.queuePool,
    schema: 'graphile_worker',
    taskList: tasks,
    concurrency: 2,
    noHandleSignals: true,
    // Told at once that the end has come, a long import stops between two batches.
    gracefulShutdownAbortTimeout: 0,
    parsedCronItems: timetable ? cronItemsOf(product) : [],
    logger: loggerOver(product),
    pollInterval: 2_000,
  })
}

/** Jobs with set times; each visits every company. As a crontab their names could have no dots. */
const cronItemsOf = (product: Product): ParsedCronItem[] =>
  parseCronItems([
    { task: 'core.measure-quality', match: '10 20 * * *' },
    { task: 'core.forget-notifications', match: '41 3 * * *' },
    { task: 'core.forget-bulk-runs', match: '33 3 * * *' },
    { task: 'core.sweep-files', match: '51 3 * * *' },
    { task: 'core.forget-import-changes', match: '23 3 * * *' },
    { task: 'core.forget-import-files', match: '31 3 * * *' },
    { task: 'core.forget-events', match: '1 4 * * *' },
    ...[
      ...product.registry.console.jobs,
      ...product.registry.modules.flatMap(({ jobs = [], errands = [] }) => [...jobs, ...errands]),
    ].flatMap(({ name, cron }) => (cron ? [{ task: name, match: cron }] : [])),
  ])

const loggerOver = ({ log }: Product): Logger =>
  new Logger(() => (level, message, meta) => {
    const method = level === 'warning' ? 'warn' : level === 'error' ? 'error' : 'debug'
    log[method]({ error: meta?.error && String(meta.error) }, message)
  })

/** What a module that nobody has was to do is let go: nothing piles up for the day it is opened again. */
const doJob =
  (product: Product, module: Module, job: Job): Task =>
  async (payload, { job: queued }) => {
    const { company, ...rest } = payload as { company?: string }
    for (const one of company ? [company] : await companyIds(product.pool)) {
      const atWork = await product.isAtWork(one, module.id)
      if (!atWork && !job.letGo) continue
      const switchboard = await product.switchboards(one)
      await asOperator(product, one, `job-${queued.id}`, async (scope) => {
        const here = seeing(scope, switchboard)
        await (atWork ? job.run(here, rest, product.registry) : job.letGo?.(here, rest))
      })
    }
  }

/** An errand of a module that nobody has is let go as its jobs are. */
const doErrand =
  (product: Product, module: Module, errand: Errand): Task =>
  async (payload, { job: queued }) => {
    const { company, ...rest } = (payload ?? {}) as { company?: string }
    const { env, log, registry, secrets } = product
    for (const one of company ? [company] : await companyIds(product.pool)) {
      if (!(await product.isAtWork(one, module.id))) continue
      const switchboard = await product.switchboards(one)
      const within = <T>(work: (scope: Scope) => Promise<T>) =>
        asOperator(product, one, `job-${queued.id}`, (scope) => work(seeing(scope, switchboard)))
      await errand.run({ company: one, env, log, registry, secrets, within }, rest)
    }
  }

/** Everything is on for the operator; what a person has is what they have. */
const seeing = (
  scope: Scope,
  switchboard: Awaited<ReturnType<Product['switchboards']>>,
): Scope => ({ ...scope, modules: { ...scope.modules, of: switchboard(scope.user).of } })

const doConsoleJob =
  (product: Product, { run }: ConsoleJob): Task =>
  async (payload, { job: queued }) => {
    const { company, ...rest } = (payload ?? {}) as { company?: string }
    for (const one of company ? [company] : await companyIds(product.pool)) {
      const switchboard = await product.switchboards(one)
      await asOperator(product, one, `job-${queued.id}`, (scope) =>
        run(seeing(scope, switchboard), rest, product),
      )
    }
  }

const forEachCompany =
  (product: Product, work: (scope: Scope) => Promise<void>): Task =>
  async (_, { job: queued }) => {
    for (const company of await companyIds(product.pool))
      await asOperator(product, company, `job-${queued.id}`, work)
  }
