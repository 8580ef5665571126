/** Rights over contracts and the money of them, by their keys. */
export const viewContracts = 'sales.contracts.view'
export const editContracts = 'sales.contracts.edit'
export const assignContracts = 'sales.contracts.assign'
export const importContracts = 'sales.contracts.import'
export const exportContracts = 'sales.contracts.export'
export const recordReceipts = 'sales.receipts.record'
