/** What states and categories are called in the audit trail. */
export const stateObject = 'service.state'
export const categoryObject = 'service.category'
