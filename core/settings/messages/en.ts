/** Texts of the company's settings. */
export const en = {
  title: 'Company',
  name: 'Name of the company',
  language: 'Language',
  languageHint:
    'For what the product writes by itself; everybody’s pages speak their own language.',
  timeZone: 'Time zone',
  timeZoneHint: 'Days begin and end by it.',
  currency: 'Currency',
  currencyHint: 'For amounts that name none.',
  badTimeZone: 'Choose a time zone from the list.',
  badCurrency: 'Choose a currency from the list.',
  badLanguage: 'Choose one of the two languages.',
  saved: 'Saved',
}
