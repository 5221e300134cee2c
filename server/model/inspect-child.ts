// The expendable process that reads what a city sent: `inspect-child TASK FILE NAME OUT MEGABYTES SECONDS UNIT`.
// A program of its own in the built server; what it does is models/pipeline/work.ts.

import { work } from '../../models/pipeline/work.ts'

await work(process.argv.slice(2))
