export const en = {
  today: 'Today',
  hello: (name: string) => `Hello, ${name}`,
  checklist: 'Set up, step by step',
  checklistIntro:
    'A firm that opens one module in one department first, and widens when it works, gets there sooner.',
  steps: {
    departments: { title: 'Add your departments', text: 'Three are enough to begin with.' },
    people: { title: 'Add people', text: 'Each gets a link by which they choose a password.' },
    records: {
      title: 'Import your customers',
      text: 'From the spreadsheet you have: CSV, Chinese or English.',
    },
    module: {
      title: 'Open a module for one department',
      text: 'Only its people see it. Everybody else sees nothing new.',
    },
  },
  done: 'Done',
  nothingOn: 'Nothing is open for you yet',
  nothingOnText: (who: string) =>
    `Your company introduces its CRM step by step. When it is your department’s turn, you find it here. Questions? Ask ${who}.`,
  openSome: 'You decide who has what, yourself included.',
  modules: 'Who has which module',
  nothingWaits: 'Nothing is waiting for you',
  nothingWaitsText: 'What your modules have for you today will stand here.',
  search: 'Search',
  searchFor: 'Name, pinyin, initials, phone or credit code',
  results: (query: string) => `Results for “${query}”`,
  nothingFound: 'Nothing found',
  nothingFoundText: 'Try a shorter part of the name, its pinyin or its initials.',
  startTyping: 'What are you looking for?',
  pages: 'Go to',
}
