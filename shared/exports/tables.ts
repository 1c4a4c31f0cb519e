import { searchCatalogue } from '../readers/catalogue-search.ts'
import { CATALOGUE_COLUMNS } from '../readers/columns/catalogue.ts'
import { boolean, type Columns, integer, meaning, string } from '../readers/columns/column.ts'
import { COVERAGE_COLUMNS } from '../readers/columns/coverage.ts'
import { DOCUMENT_COLUMNS, type ReportedDocument } from '../readers/columns/documents.ts'
import { FIGURE_COLUMNS } from '../readers/columns/figures.ts'
import { OBSERVATION_COLUMNS } from '../readers/columns/observations.ts'
import { type DocumentedObservation, observationsOfYear } from '../readers/observations-of-year.ts'
import { VERSIONS } from '../readers/versions.ts'
import { reportAttributes } from '../report/report-attributes.ts'
import { type ExportedFigure, figuresOfDocuments } from './figures-of-documents.ts'
import { ledgerOfYear } from './ledger-of-year.ts'
import type { ExportTableName } from './names.ts'
import { reportedDocuments } from './reported-documents.ts'
import { type ExportTable, exportTable } from './table.ts'

interface Versioned {
  readonly parserVersion: string | null
  readonly catalogueVersion: string | null
}

/** Which program wrote a row. */
const SCHEMA_COLUMN = {
  schema_version: integer('Version of these columns: see docs/changes.md of Fazhi.', () => VERSIONS.schemaVersion),
} satisfies Columns<unknown>

/** Which program read the document of a row. */
const versionColumns = <Row>(documentOf: (row: Row) => Versioned | null) =>
  ({
    ...SCHEMA_COLUMN,
    catalogue_version: integer(meaning(reportAttributes.catalogueVersion), (row: Row) =>
      numberOf(documentOf(row)?.catalogueVersion),
    ),
    parser_version: integer(meaning(reportAttributes.parserVersion), (row: Row) =>
      numberOf(documentOf(row)?.parserVersion),
    ),
  }) satisfies Columns<Row>

/** Rows keep versions as text. */
function numberOf(version: string | null | undefined): number | null {
  return version == null ? null : Number(version)
}

/** Every table that can be exported, by its name. */
export const EXPORT_TABLES = {
  indicators: exportTable<ExportedFigure>({
    name: 'indicators',
    title: 'Indicators',
    description: 'Figures as reports state them, each with its sentence.',
    columns: {
      ...FIGURE_COLUMNS,
      is_current: boolean(
        'Whether its document is the one to read for its publisher and year.',
        ({ document }) => document.current,
      ),
      sentence_text: string('The sentence that states it, as it stands in the report.', (row) => row.sentenceText),
      ...versionColumns<ExportedFigure>(({ document }) => document),
    },
    key: ['document_id', 'ordinal'],
    isByYear: true,
    narrowedBy: ['code', 'region', 'current'],
    rows: figuresOfDocuments,
  }),
  observations: exportTable<DocumentedObservation>({
    name: 'observations',
    title: 'Observations',
    description: 'What each publisher reports of each code on each year: one value, or why there is none.',
    columns: {
      ...OBSERVATION_COLUMNS,
      ...versionColumns<DocumentedObservation>(({ document }) => document),
    },
    key: ['publisher_id', 'year', 'code'],
    isByYear: true,
    narrowedBy: ['code', 'region'],
    rows: ({ tables, today }, { code, year, region }) => {
      const codes = code === undefined ? searchCatalogue({}).map((entry) => entry.code) : [code]
      return observationsOfYear(tables, { year, codes, ...(region !== undefined && { region }) }, today)
    },
  }),
  documents: exportTable({
    name: 'documents',
    title: 'Documents',
    description:
      'Documents whose year is known: reports, their duplicates and what they replaced, and what was refused.',
    columns: { ...DOCUMENT_COLUMNS, ...versionColumns<ReportedDocument>((row) => row) },
    key: ['document_id'],
    isByYear: true,
    narrowedBy: ['region', 'current'],
    rows: reportedDocuments,
  }),
  coverage: exportTable({
    name: 'coverage',
    title: 'Coverage',
    description: 'What the crawl knows of publishers and years: who has published, who is late or missing, and why.',
    columns: { ...COVERAGE_COLUMNS, ...SCHEMA_COLUMN },
    key: ['publisher_id', 'year'],
    isByYear: true,
    narrowedBy: ['region'],
    rows: ledgerOfYear,
  }),
  catalogue: exportTable({
    name: 'catalogue',
    title: 'Catalogue',
    description: 'The codes that figures and observations may have.',
    columns: {
      ...CATALOGUE_COLUMNS,
      ...SCHEMA_COLUMN,
      catalogue_version: integer('Version of the catalogue.', () => VERSIONS.catalogueVersion),
    },
    key: ['code'],
    isByYear: false,
    narrowedBy: ['code'],
    rows: (_, { code }) => searchCatalogue({}).filter((entry) => code === undefined || entry.code === code),
  }),
} as const satisfies Record<ExportTableName, ExportTable>
