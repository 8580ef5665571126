export const en = {
  account: 'Account',
  accountHint: 'Type its name, or its credit code when several have one name.',
  accountUnknown:
    'No account within your reach is called this. Choose one from the list, or add it first.',
  accountSeveral: 'Several accounts are called this. Type the credit code instead.',
  deal: 'Deal',
  dealHint: 'The deal it belongs to, if any.',
  dealUnknown: 'No deal within your reach is called this. Choose one from the list.',
  dealSeveral: 'Several deals are called this. Type the reference instead.',
  outOfReach: 'Not within your reach',
  owner: 'Owner',
  department: 'Department',
  number: 'Number',
  history: 'History',
  saved: 'Saved.',
}
