import { Stack } from 'aws-cdk-lib'
import { CfnDatabase, CfnTable } from 'aws-cdk-lib/aws-glue'
import { Construct } from 'constructs'
import { columnsInPartition } from '../shared/exports/partitions.ts'
import type { ExportTable } from '../shared/exports/table.ts'
import { EXPORT_TABLES } from '../shared/exports/tables.ts'
import type { Column, ColumnType } from '../shared/readers/columns/column.ts'
import { FIRST_YEAR, LAST_YEAR } from '../shared/report/years.ts'
import { EXPORTS_PREFIX } from '../shared/store/object-keys.ts'
import type { BucketRef } from './report-bucket.ts'

/** Types of Hive, as Athena reads them out of Parquet. */
const TYPES: Readonly<Record<ColumnType, string>> = {
  string: 'string',
  integer: 'int',
  long: 'bigint',
  number: 'double',
  boolean: 'boolean',
  date: 'date',
  time: 'timestamp',
  strings: 'array<string>',
  integers: 'array<int>',
}

/** Glue takes no longer comment of a column. */
const MAX_COMMENT = 255

export interface ExportCatalogueProps {
  readonly bucket: BucketRef
}

/** The exports as tables of Glue, for Athena. Years need not be added: Athena tells the path of each from the year. */
export class ExportCatalogue extends Construct {
  readonly database: CfnDatabase

  constructor(scope: Construct, id: string, { bucket }: ExportCatalogueProps) {
    super(scope, id)
    const catalogId = Stack.of(this).account
    this.database = new CfnDatabase(this, 'Database', {
      catalogId,
      databaseInput: { description: 'Exports of Fazhi, as Parquet.' },
    })
    for (const table of Object.values<ExportTable>(EXPORT_TABLES))
      new CfnTable(this, table.name, {
        catalogId,
        databaseName: this.database.ref,
        tableInput: tableInputOf(table, `s3://${bucket.bucketName}/${EXPORTS_PREFIX}${table.name}/`),
      })
  }
}

function tableInputOf(table: ExportTable, location: string): CfnTable.TableInputProperty {
  return {
    name: table.name,
    description: table.description,
    tableType: 'EXTERNAL_TABLE',
    parameters: { classification: 'parquet', ...(table.isByYear && projectionOf(location)) },
    ...(table.isByYear && { partitionKeys: [{ name: 'year', type: 'int' }] }),
    storageDescriptor: {
      location,
      columns: Object.entries<Column<never>>(columnsInPartition(table)).map(([name, { type, description }]) => ({
        name,
        type: TYPES[type],
        comment: description.slice(0, MAX_COMMENT),
      })),
      inputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat',
      outputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat',
      serdeInfo: { serializationLibrary: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe' },
    },
  }
}

function projectionOf(location: string) {
  return {
    'projection.enabled': 'true',
    'projection.year.type': 'integer',
    'projection.year.range': `${FIRST_YEAR},${LAST_YEAR}`,
    'storage.location.template': `${location}year=\${year}/`,
  }
}
