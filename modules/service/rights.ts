/** The rights of this module that several places ask for, by their keys. */
export const viewTickets = 'service.tickets.view'
export const editTickets = 'service.tickets.edit'
export const assignTickets = 'service.tickets.assign'
export const importTickets = 'service.tickets.import'
export const exportTickets = 'service.tickets.export'
export const manageService = 'service.desk.manage'

/** What others show of customers is seen by the rights over customers. */
export const viewAccounts = 'contacts.accounts.view'
export const viewPeople = 'contacts.people.view'
