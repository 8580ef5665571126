import { walkPages } from './walk.ts'

walkPages('en')
