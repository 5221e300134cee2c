// The expendable process of the command: `main-child TASK FILE NAME OUT MEGABYTES SECONDS UNIT` (work.ts says what it does).

import { work } from './work.ts'

await work(process.argv.slice(2))
