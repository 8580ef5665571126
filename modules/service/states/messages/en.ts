export const en = {
  name: 'Name',
  state: 'Ticket state',
  category: 'Ticket category',
  type: 'Means',
  usual: {
    states: {
      new: 'New',
      open: 'In progress',
      waiting_customer: 'Waiting for customer',
      waiting_us: 'Waiting for us',
      solved: 'Solved',
      closed: 'Closed',
    },
    categories: {
      use: 'How to use it',
      fault: 'Fault and repair',
      order: 'Order and delivery',
      billing: 'Payment and invoice',
      returns: 'Return and refund',
      other: 'Other',
    },
  },
  types: {
    new: 'New',
    open: 'In progress',
    waiting_customer: 'Waiting for customer',
    waiting_us: 'Waiting for us',
    solved: 'Solved',
    closed: 'Closed',
  },
}
