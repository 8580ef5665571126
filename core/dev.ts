import './build.ts'
import './main.ts'
