/** What is made up says so. */
export const en = {
  madeUp: ' (made up)',
  answer: 'Thank you, we look into it and come back to you shortly. (made up)',
  identity: 'Called back on the number we know (made up)',
  rootCause: 'The warehouse did not check the agreed day with the carrier. (made up)',
  prevention: 'The day before it ships, somebody confirms the day by phone. (made up)',
  said: {
    stopped: {
      who: 'Mr Howe (made up)',
      subject: 'Labeller stopped',
      comment: 'Somebody came the same day, thank you.',
    },
    invoice: { who: 'Ms Grant (made up)', subject: 'Wrong tax number on invoice', comment: '' },
    late: {
      who: 'Mr Hardy (made up)',
      subject: 'Complaint: spare part a week late',
      comment: 'Nobody called back until the next day, and the line stood still.',
    },
    rude: {
      who: 'Ms Zell (made up)',
      subject: 'Complaint: short with us on the phone',
      comment: 'It was put right in the end.',
    },
    damaged: { who: 'Mr Marsh (made up)', subject: 'Complaint: damaged packaging', comment: '' },
    copy: { who: 'Mr Reid (made up)', subject: 'What do you keep about me?', comment: '' },
    sensor: {
      who: 'Ms Small (made up)',
      subject: 'Sensor gives no signal',
      comment: 'Solved on the phone.',
    },
    manual: { who: 'Mr White (made up)', subject: 'Where is the manual?', comment: '' },
    roller: { who: 'Mr Dunn (made up)', subject: 'Roller is noisy', comment: '' },
    forget: { who: 'Ms Lake (made up)', subject: 'Please delete my details', comment: '' },
  },
}
