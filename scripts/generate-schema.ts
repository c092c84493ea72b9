/** JSON Schema files for programs in other languages that read our answers. */
import * as z from 'zod'
import { carriersSchema } from '../src/schema/carrier-schema.ts'
import { failureSchema, flatAnswerSchema, readingSchema, SCHEMA_VERSION } from '../src/schema/schemas.ts'

const SCHEMAS = {
  reading: { title: 'What one piece of evidence says about one line', schema: readingSchema },
  'flat-answer': { title: 'A reading, several, or a failure in one flat object', schema: flatAnswerSchema },
  failure: { title: 'Why there is no reading', schema: failureSchema },
  carriers: { title: 'What is known of carriers, with sources', schema: carriersSchema },
}

/** Path and content of each src/schema/*.schema.json. */
export const schemaFiles = (): [path: string, content: string][] =>
  Object.entries(SCHEMAS).map(([name, { title, schema }]) => {
    const { $schema, ...rest } = z.toJSONSchema(schema, { reused: 'ref' })
    const content = JSON.stringify({ $schema, title, version: SCHEMA_VERSION, ...rest }, null, 2)
    return [`src/schema/${name}.schema.json`, `${content}\n`]
  })
