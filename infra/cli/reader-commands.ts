import { type Command, Option } from 'commander'
import { EXPORT_TABLE_NAMES, FORMATS } from '../../shared/exports/names.ts'
import { level, topic } from '../../shared/report/report-attributes.ts'
import { JSON_LINES, plainNumber, REGION, STACK, wholeNumber } from './option-values.ts'

const CODE = ['--code <code>', 'code of the catalogue, for example litigation.new'] as const
const YEAR = ['--year <year>', 'year that the report is about', wholeNumber] as const

/** Commands that read what the pipeline found. Each loads its own module. */
export function addReaderCommands(program: Command): void {
  program
    .command('observations')
    .description('show one observation of a code for each publisher and year, with its status')
    .requiredOption(...CODE)
    .option(...YEAR)
    .option('--from <year>', 'first year, instead of --year', wholeNumber)
    .option('--to <year>', 'last year, instead of --year', wholeNumber)
    .option(...REGION)
    .addOption(new Option('--level <level>', 'publishers of this level only').choices(level.options))
    .option('--publisher <publisher...>', 'these publishers only, by ID or name')
    .option(...STACK)
    .option(JSON_LINES, 'print one line of JSON per observation')
    .action(async (options) => (await import('./observations.ts')).observations(options))

  program
    .command('series')
    .description("show a publisher's observations of a code year by year, beside those of the year before")
    .argument('<publisher>', 'ID or name: 430223, 攸县, 攸县司法局')
    .requiredOption(...CODE)
    .requiredOption('--from <year>', 'first year', wholeNumber)
    .requiredOption('--to <year>', 'last year', wholeNumber)
    .option(...STACK)
    .option(JSON_LINES, 'print one line of JSON per year')
    .action(async (publisher, options) => (await import('./observations.ts')).series(publisher, options))

  program
    .command('indicators')
    .description('show the figures of a document, or of a code in a year')
    .argument('[id]', 'document ID, or its first digits')
    .option(...CODE)
    .option(...YEAR)
    .option(...REGION)
    .option('--all', 'also figures of duplicates, drafts and superseded documents')
    .option(...STACK)
    .option(JSON_LINES, 'print one line of JSON per figure')
    .action(async (id, options) => (await import('./indicators.ts')).indicators(id, options))

  program
    .command('feed')
    .description('print new, changed, withdrawn and newly missing reports as an Atom feed')
    .option(...STACK)
    .option(JSON_LINES, 'print one line of JSON per report instead')
    .action(async (options) => (await import('./feed.ts')).feed(options))

  program
    .command('correct')
    .description('note what a figure should be, beside it and never over it; without a number, list what is noted')
    .argument('<id>', 'document ID, or its first digits')
    .argument('[number]', 'number of the figure, as `fazhi indicators ID` prints it', wholeNumber)
    .option('--value <value>', 'the value as it should be, in base units: 0.36万 is 3600', plainNumber)
    .option('--unit <unit>', 'its unit, if that is wrong too')
    .option('--by <name>', 'who says so')
    .option('--reason <sentence>', 'why')
    .option(...STACK)
    .option(JSON_LINES, 'print one line of JSON per correction')
    .action(async (id, number, options) => (await import('./correct.ts')).correct(id, number, options))

  program
    .command('catalogue')
    .description('search the codes that figures can have')
    .argument('[word...]', 'words in Chinese or English; without any, all codes')
    .addOption(new Option('--topic <topic>', 'codes of this topic only').choices(topic.options))
    .option(JSON_LINES, 'print one line of JSON per code')
    .action(async (words, options) => (await import('./lookups.ts')).catalogue(words, options))

  program
    .command('places')
    .description('search places by any of their names')
    .argument('[word...]', 'names or the first digits of a code; several narrow each other')
    .option('--parent <place>', 'places inside this one only')
    .option(JSON_LINES, 'print one line of JSON per place')
    .action(async (words, options) => (await import('./lookups.ts')).places(words, options))

  program
    .command('export')
    .description('write tables into files, with a description of each column, licence, citation and checksums')
    .addOption(new Option('--table <table...>', 'tables to write').choices(EXPORT_TABLE_NAMES).makeOptionMandatory())
    .addOption(
      new Option('--format <format>', 'csv is for spreadsheets, parquet for DuckDB and pandas, in a folder a year')
        .choices(FORMATS)
        .makeOptionMandatory(),
    )
    .requiredOption('--out <dir>', 'new folder for the files')
    .option(...CODE)
    .option(...YEAR)
    .option(...REGION)
    .option('--current', 'only documents that stand for their report, or figures of those')
    .option(...STACK)
    .action(async (options) => (await import('./export.ts')).exportTables(options))
}
