import type { Context } from 'hono'
import { attachmentsOf } from '../../../core/attachments/attachments.ts'
import { readTogether } from '../../../core/db/together.ts'
import type { Errors, Raw } from '../../../core/http/form.ts'
import { onceKey } from '../../../core/http/once.ts'
import type { Site } from '../../../core/http/site.ts'
import { readBeside } from '../../../core/lists/beside.ts'
import { openLeft } from '../../../core/lists/opening.ts'
import { placeOf } from '../../../core/lists/place.ts'
import { drawConflict } from '../../../core/records/conflict.tsx'
import { lastSaved } from '../../../core/records/history.ts'
import { readPanels } from '../../../core/records/panels.ts'
import type { Named } from '../../../core/records/stored.ts'
import { timelineViewOf } from '../../../core/records/timeline-view.ts'
import { tellTimeline } from '../../../core/records/told.ts'
import type { Scope } from '../../../core/scope.ts'
import { printDate } from '../../../core/values/date.ts'
import { printMoney } from '../../../core/values/money.ts'
import { latestApproval } from '../approval/reading.ts'
import { invoicesOf } from '../invoices/reading.ts'
import { rawOfDeal } from '../papers/deal-field.ts'
import { paperText } from '../papers/messages.ts'
import type { Quote } from '../quotes/reading.ts'
import { readPlan, receiptsOf } from '../receivables/reading.ts'
import type { ContractValues } from './contract-form.ts'
import { linkedTo } from './follow-on.ts'
import { contractKind } from './kind.ts'
import { contractText } from './messages.ts'
import type { Contract } from './reading.ts'
import { ContractFormPage } from './views/contract-form.tsx'
import { ContractPage } from './views/contract-page.tsx'

const { object, href } = contractKind

type Drawn = { contract?: Contract; quote?: Quote; raw: Raw; errors?: Errors; version?: number }

/** Draws the form of a contract: new, edit and error alike. */
export function drawContractForm(c: Context<Site>, { contract, ...drawn }: Drawn) {
  const { scope } = c.var
  const key = contract ? undefined : onceKey(drawn.raw)
  return c.render(<ContractFormPage {...{ scope, contract, ...drawn }} once={key} />, {
    title: contract?.number ?? contractText(scope.locale).add,
    status: drawn.errors ? 422 : 200,
  })
}

/** Draws a contract with its money, and what was typed into one of its small forms. */
export async function drawContract(
  c: Context<Site>,
  contract: Contract,
  { note, ...typed }: { raw?: Raw; errors?: Errors; note?: { raw: Raw; errors: Errors } } = {},
) {
  const { scope, product } = c.var
  const { registry } = product
  const about = { object, recordId: contract.id }
  const page = (
    <ContractPage
      {...{ scope, contract, note }}
      {...{ raw: {}, ...typed }}
      listHref={placeOf(c, contractKind)}
      beside={await readBeside(scope, contractKind, await openLeft(c, contractKind), contract.id)}
      plan={await readPlan(scope, contract.id)}
      receipts={await receiptsOf(scope, contract.id)}
      invoices={await invoicesOf(scope, contract.id)}
      approval={await latestApproval(scope, object, contract.id)}
      {...(await readTogether(scope.db, {
        files: attachmentsOf(scope, about),
        linked: linkedTo(scope, contract),
      }))}
      timeline={await tellTimeline(registry, scope, object, contract.id, timelineViewOf(c))}
      panels={await readPanels(registry, scope, object, contract.id)}
    />
  )
  return c.render(page, { title: contract.number, status: typed.errors || note ? 422 : 200 })
}

type Shown = Pick<ContractValues, 'name' | 'currency' | 'totalMinor' | 'terms'> &
  Partial<ContractValues> & { account: string | null; deal?: Named | null }

/** A contract as its form shows it. */
export function rawOfContract({ locale }: Scope, contract: Shown): Raw {
  const { name, account, currency, totalMinor, remindDays, terms } = contract
  const day = (iso: string | null | undefined) => (iso ? printDate(iso, locale) : '')
  return {
    ...{ name, account: account ?? '', terms, ...rawOfDeal(contract.deal) },
    total: printMoney({ minor: totalMinor, currency }, locale),
    signedOn: day(contract.signedOn),
    startsOn: day(contract.startsOn),
    endsOn: day(contract.endsOn),
    remindDays: remindDays === null || remindDays === undefined ? '' : String(remindDays),
  }
}

/** Somebody changed the contract meanwhile: both sides, field by field. */
export async function drawContractConflict(c: Context<Site>, contract: Contract, yours: Raw) {
  const { scope } = c.var
  const t = contractText(scope.locale)
  const theirs = rawOfContract(scope, contract)
  const labels: Record<string, string> = {
    ...{ name: t.name, account: paperText(scope.locale).account, total: t.total },
    deal: paperText(scope.locale).deal,
    ...{ signedOn: t.signedOn, startsOn: t.startsOn, endsOn: t.endsOn },
    ...{ remindDays: t.remindDays, terms: t.terms },
  }
  return drawConflict(c, {
    title: contract.number,
    action: `${href}/${contract.id}`,
    version: contract.version,
    fields: Object.entries(labels).map(([name, label]) => ({
      name,
      label,
      theirs: theirs[name] ?? '',
      yours: yours[name] ?? '',
    })),
    ...(await lastSaved(scope, object, contract.id)),
  })
}
