import { toJsonSchema } from '@valibot/to-json-schema'
import type * as v from 'valibot'
import { DEFAULT_LIMIT } from '../../readers/page.ts'
import { VERSIONS } from '../../readers/versions.ts'
import { BASE_PATH } from '../base-path.ts'
import type { Endpoint } from '../endpoint.ts'
import { ENDPOINTS } from '../endpoints/all.ts'
import type { Parameter } from '../parameter.ts'
import { BESIDE, SHAPES } from './shapes.ts'

type Schema = Readonly<Record<string, unknown>>

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const versions = Object.fromEntries(Object.keys(VERSIONS).map((name) => [name, { type: 'integer' }]))
const objectOf = (properties: Schema, required = Object.keys(properties)): Schema => ({
  type: 'object',
  properties,
  required,
})

const problemSchema = objectOf(
  {
    type: { type: 'string', description: 'URI reference of the kind of problem.' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    requestId: { type: 'string', description: 'Of an error of the service: what to look for in its log.' },
    ...versions,
  },
  ['type', 'title', 'status', 'detail', ...Object.keys(versions)],
)

const wrongParameter = objectOf({
  name: { type: 'string' },
  reason: { type: 'string' },
  nearest: { type: 'array', items: { type: 'string' }, description: 'What may be meant, the nearest first.' },
})

const PROBLEMS = {
  Problem: problemSchema,
  WrongParameters: {
    allOf: [ref('Problem'), objectOf({ parameters: { type: 'array', items: wrongParameter, minItems: 1 } })],
  },
}

/** The OpenAPI 3.1 description of the endpoints, made of what reads their parameters and of the schemas of the rows. */
export function describeApi() {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Fazhi',
      version: `1.${VERSIONS.schemaVersion}`,
      description: `What annual rule-of-law reports of Chinese governments state, each figure with its sentence. Lists come in pages of ${DEFAULT_LIMIT} items unless \`limit\` says otherwise; a page may be short or empty while \`next\` is set.`,
      license: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
    },
    servers: [{ url: BASE_PATH }],
    paths: Object.fromEntries(ENDPOINTS.map((endpoint) => [endpoint.path, { get: operationOf(endpoint) }])),
    components: { schemas: { ...shapes(), ...PROBLEMS } },
  }
}

/** As JSON Schema. Figures in observations refer to their own shape. */
function shapes() {
  const { Figure } = SHAPES
  return Object.fromEntries(
    Object.entries(SHAPES).map(([name, schema]) => [name, jsonSchemaOf(schema, name === 'Figure' ? {} : { Figure })]),
  )
}

function jsonSchemaOf(schema: v.GenericSchema, definitions: Record<string, v.GenericSchema> = {}) {
  const { $schema, $defs, ...shape } = toJsonSchema(schema, {
    typeMode: 'output',
    errorMode: 'ignore',
    target: 'draft-2020-12',
    definitions,
    overrideRef: ({ referenceId }) => ref(referenceId).$ref,
  })
  return shape
}

function operationOf({ path, summary, parameters, answers, shape }: Endpoint) {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  const inQuery = Object.entries(parameters).map(([name, parameter]) => parameterOf(name, parameter))
  return {
    summary,
    parameters: [...inPath, ...inQuery],
    responses: {
      200: { description: 'The answer.', content: contentOf(path, answers, shape) },
      ...(answers === 'file' && { 307: { description: 'In AWS: the address that has the file for a minute.' } }),
      304: { description: 'It has not changed since the ETag in `If-None-Match`.' },
      400: problemResponse('Parameters are wrong, unknown or missing.', 'WrongParameters'),
      ...(inPath.length > 0 && { 404: problemResponse('There is no such thing.', 'Problem') }),
      default: problemResponse('Anything else.', 'Problem'),
    },
  }
}

function parameterOf(name: string, { description, schema, isRequired, most }: Parameter<unknown>) {
  return {
    name,
    in: 'query',
    description,
    required: isRequired,
    schema: most === undefined ? schema : { type: 'array', items: schema, maxItems: most },
    ...(most !== undefined && { style: 'form', explode: true }),
  }
}

function contentOf(path: string, answers: Endpoint['answers'], shape: Endpoint['shape']) {
  if (answers === 'file') return { '*/*': { schema: { type: 'string', format: 'binary' } } }
  if (answers === 'feed') return { 'application/atom+xml': { schema: { type: 'string' } } }
  if (shape === null) return { 'text/plain': { schema: { type: 'string' } } }
  const schema =
    answers === 'page'
      ? objectOf({
          items: { type: 'array', items: ref(shape) },
          next: { type: ['string', 'null'], description: '`cursor` of the next page; null at the end.' },
          ...Object.fromEntries(
            Object.entries(BESIDE[path] ?? {}).map(([name, schema]) => [name, jsonSchemaOf(schema)]),
          ),
          ...versions,
        })
      : objectOf({ item: ref(shape), ...versions })
  return { 'application/json': { schema } }
}

function problemResponse(description: string, schema: keyof typeof PROBLEMS) {
  return { description, content: { 'application/problem+json': { schema: ref(schema) } } }
}
