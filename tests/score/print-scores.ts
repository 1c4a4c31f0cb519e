import { printReferenceScores } from './reference-reports.ts'
import { scoreSets } from './score-sets.ts'
import { scoreTable } from './score-table.ts'

const sets = await scoreSets()
console.log(scoreTable(sets.filter(({ name }) => name === 'reports').flatMap(({ reports }) => reports)))
console.log(`\n${scoreTable(sets)}\n`)
await printReferenceScores(process.argv.slice(2))
