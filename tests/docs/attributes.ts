import * as v from 'valibot'

/** An attribute of a table's rows, as `docs/tables.md` lists it. */
export interface Attribute {
  /** `region.code` is an attribute of a map, `sections[].role` one of each map of a list. */
  readonly name: string
  readonly type: string
  /** Which rows have it; empty if it is there whenever the map around it is. */
  readonly presence: string
  readonly meaning: string
}

type Schema = v.GenericSchema
type Entries = Readonly<Record<string, Schema>>

/** One form that a row, or a map in it, may have; a table whose rows are a union has several. */
interface Form {
  /** Value of the attribute that tells the forms of a union apart; forms of one value share it. */
  readonly label: string
  readonly entries: Entries
}

const OPTIONAL = new Set(['optional', 'exact_optional', 'nullish'])

/** The attributes of everything that a schema of objects describes, each once, in the order of the schema. */
export function attributesOf(schema: Schema, path = ''): Attribute[] {
  const forms = formsOf(schema)
  const names = new Set(forms.flatMap(({ entries }) => Object.keys(entries)))
  return [...names].flatMap((name) => {
    const found = forms.flatMap(({ entries }) => (entries[name] === undefined ? [] : [entries[name]]))
    const schemas = found.map(withoutOptional).filter(({ type }) => type !== 'undefined')
    const meaning = schemas.map((one) => v.getDescription(one)).find((text) => text !== undefined)
    if (meaning === undefined) throw new Error(`${path}${name} has no description.`)
    const types = new Set(schemas.flatMap(typesOf))
    const type = [...types].sort((a, b) => Number(a === '`null`') - Number(b === '`null`')).join(', ')
    const nested = schemas.flatMap((one) => nestedOf(one, `${path}${name}`))
    const unique = [...new Map(nested.map((one) => [one.name, one])).values()]
    const presence = presenceOf(forms, name)
    const isInMap = path !== ''
    return [
      { name: `${path}${name}`, type, presence: isInMap && presence === 'all' ? '' : presence, meaning },
      ...unique,
    ]
  })
}

function formsOf(schema: Schema, label = ''): Form[] {
  if ('entries' in schema) return [{ label, entries: schema.entries as Entries }]
  const { key, options } = schema as unknown as { readonly key: string; readonly options: readonly Schema[] }
  return options.flatMap((option) =>
    formsOf(option).map(({ entries, label: inner }) => ({ entries, label: literalOf(entries[key]) ?? inner })),
  )
}

function literalOf(schema: Schema | undefined): string | null {
  return schema !== undefined && 'literal' in schema ? String(schema.literal) : null
}

/** Which rows have an attribute: `all`, `some`, or the forms that always have it and those that may. */
function presenceOf(forms: readonly Form[], name: string): string {
  const byLabel = Map.groupBy(forms, ({ label }) => label)
  const always: string[] = []
  const sometimes: string[] = []
  for (const [label, ofLabel] of byLabel) {
    const has = ofLabel.filter(({ entries }) => entries[name] !== undefined && !isMark(entries[name]))
    if (has.length === 0) continue
    const isAlways = has.length === ofLabel.length && has.every(({ entries }) => !OPTIONAL.has(entries[name]!.type))
    ;(isAlways ? always : sometimes).push(`\`${label}\``)
  }
  if (always.length === byLabel.size) return 'all'
  if (sometimes.length === byLabel.size) return 'some'
  return [always.join(', '), sometimes.length > 0 ? `some ${sometimes.join(', ')}` : ''].filter(Boolean).join('; ')
}

/** Whether a schema means that the attribute is absent. */
function isMark(schema: Schema): boolean {
  return withoutOptional(schema).type === 'undefined'
}

function withoutOptional(schema: Schema): Schema {
  return OPTIONAL.has(schema.type) ? wrappedIn(schema) : schema
}

function wrappedIn(schema: Schema): Schema {
  return (schema as unknown as { readonly wrapped: Schema }).wrapped
}

function typesOf(schema: Schema): string[] {
  const title = v.getTitle(schema)
  if (schema.type === 'nullable') return [...typesOf(wrappedIn(schema)), '`null`']
  if (title !== undefined) return [title]
  if ('literal' in schema) return [`\`${String(schema.literal)}\``]
  if (schema.type === 'picklist' && 'options' in schema) return (schema.options as string[]).map((one) => `\`${one}\``)
  if (schema.type === 'array') return [isMap(itemOf(schema)) ? 'list of maps' : `list of ${typesOf(itemOf(schema))}s`]
  if (schema.type === 'set') return ['set of numbers']
  return [isMap(schema) ? 'map' : schema.type]
}

function nestedOf(schema: Schema, path: string): Attribute[] {
  if (schema.type === 'nullable') return nestedOf(wrappedIn(schema), path)
  if (schema.type === 'array') return nestedOf(itemOf(schema), `${path}[]`)
  // Described in another place.
  if (v.getTitle(schema) !== undefined) return []
  return isMap(schema) ? attributesOf(schema, `${path}.`) : []
}

function itemOf(schema: Schema): Schema {
  return (schema as unknown as { readonly item: Schema }).item
}

function isMap({ type }: Schema): boolean {
  return type === 'object' || type === 'variant'
}
