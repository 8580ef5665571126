import { walkPages } from './walk.ts'

walkPages('zh-CN')
