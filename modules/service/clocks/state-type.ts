export type StateType = 'new' | 'open' | 'waiting_customer' | 'waiting_us' | 'solved' | 'closed'
