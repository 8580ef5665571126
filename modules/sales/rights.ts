/** The rights of this module that several places ask for, by their keys. */
export const viewDeals = 'sales.deals.view'
export const editDeals = 'sales.deals.edit'
export const assignDeals = 'sales.deals.assign'
export const managePipelines = 'sales.pipelines.manage'
