/** The rights of this module that several places ask for, by their keys. */
export const viewDeals = 'sales.deals.view'
export const editDeals = 'sales.deals.edit'
export const assignDeals = 'sales.deals.assign'
export const importDeals = 'sales.deals.import'
export const exportDeals = 'sales.deals.export'
export const viewTargets = 'sales.targets.view'
export const setTargetsRight = 'sales.targets.set'
export const managePipelines = 'sales.pipelines.manage'

/** What others show of customers is seen by the rights over customers. */
export const viewAccounts = 'contacts.accounts.view'
export const viewPeople = 'contacts.people.view'

export const viewLeads = 'sales.leads.view'
export const editLeads = 'sales.leads.edit'
export const assignLeads = 'sales.leads.assign'
export const importLeads = 'sales.leads.import'
export const exportLeads = 'sales.leads.export'
