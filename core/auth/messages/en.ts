import type { PasswordProblem } from '../password.ts'

const weakness: Record<PasswordProblem, string> = {
  short: 'Use at least 12 characters. A short sentence is easy to remember.',
  long: 'Use at most 128 characters.',
  common: 'Everybody tries this password first. Choose a sentence only you would write.',
  contextual: 'This is made of your name, your address or the company’s name. Choose other words.',
}

export const en = {
  signIn: 'Sign in',
  signInIntro: 'Welcome back.',
  login: 'E-mail or phone number',
  password: 'Password',
  newPassword: 'New password',
  passwordHint: 'At least 12 characters; a short sentence is best.',
  forgotten: 'Forgot your password?',
  wrong: 'This e-mail or phone number and password do not fit together. Check both and try again.',
  wait: (seconds: number) =>
    seconds > 90
      ? `Too many tries. Wait ${Math.ceil(seconds / 60)} minutes, then try again.`
      : `Too many tries. Wait ${seconds} seconds, then try again.`,
  chooseCompany: 'Choose a company',
  chooseCompanyIntro: 'You have an account in more than one company.',
  signOut: 'Sign out',
  weakness,
  setUp: 'Set up Stepwise CRM',
  setUpIntro: 'Name your company and its first administrator. Everything can be changed later.',
  companyName: 'Company name',
  yourName: 'Your name',
  email: 'E-mail address',
  emailHint: 'You sign in with it.',
  language: 'Language of the company',
  start: 'Start',
  invalidEmail: 'This is not an e-mail address. It looks like name@company.com.',
  tooLong: (most: number) => `Use at most ${most} characters.`,
  welcome: (name: string) => `Welcome, ${name}`,
  welcomeIntro:
    'Choose a password. The next time you sign in with it and your e-mail address or phone number.',
  resetIntro: 'Choose a new password. You are signed out on all other devices.',
  choosePassword: 'Save and sign in',
  linkGone: 'This link no longer works',
  linkGoneAdvice: 'A link works once and only for a while. Ask your administrator for a new one.',
  forgottenIntro:
    'Enter your e-mail address or phone number. Your administrators are told at once and can give you a link that lets you choose a new password.',
  askForLink: 'Ask for a link',
  asked: 'Your administrators have been told',
  askedAdvice:
    'If there is an account with this address or number, the administrators of its company now see your request under People. The link they give you works for 30 minutes.',
  back: 'Back to sign-in',
}
