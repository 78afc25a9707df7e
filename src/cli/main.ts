/** `npm run --silent evenkeel -- <command>` */
import { evenkeel } from './evenkeel.ts'

process.exitCode = await evenkeel(process.argv.slice(2), process.cwd())
