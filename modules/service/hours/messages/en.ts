/** What the pages of business hours say. */
export const en = {
  title: 'Business hours',
  about:
    'Response times count within these hours only. Public holidays and the weekend days worked instead come from the company’s calendar.',
  caption: 'Business hours of the company and its departments',
  add: 'New business hours',
  edit: (name: string) => `Business hours of ${name}`,
  department: 'Department',
  departmentHint: 'They hold for the departments below it as well.',
  departmentMissing: 'Choose a department.',
  company: 'Whole company',
  usual: 'Monday to Friday, 9:00 to 18:00, until you say otherwise.',
  days: {
    ...{ mon: 'Monday', tue: 'Tuesday', wed: 'Wednesday', thu: 'Thursday', fri: 'Friday' },
    ...{ sat: 'Saturday', sun: 'Sunday' },
  },
  hint: 'Such as 9:00-12:00, 13:30-18:00. A night is 22:00-6:00, a whole day 0:00-24:00. Empty: closed.',
  wrong: 'Write times from and to, such as 9:00-12:00, 13:30-18:00, without overlaps.',
  never: 'Write hours for at least one day.',
  onHolidays: 'Also on public holidays',
  week: 'Hours of a week',
  closed: 'Closed',
  saved: 'The business hours are saved.',
  dropped: 'Those business hours hold no longer.',
  drop: 'Remove',
  there: 'This department has business hours already. Open them from the list.',
  meanwhile: 'Somebody changed these hours meanwhile. Check them and save again.',
}
