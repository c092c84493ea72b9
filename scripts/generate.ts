/** Writes every generated file. `npm run generate`; a test proves that nothing is out of date. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { carrierIndex } from './generate-carriers.ts'
import { picture, statusPicture } from './generate-picture.ts'
import { readme } from './generate-readme.ts'
import { schemaFiles } from './generate-schema.ts'
import { shapesIndex } from './generate-shapes.ts'

/** Path inside the repository and content of each generated file. */
export async function generatedFiles(): Promise<Map<string, string>> {
  return new Map([
    ['src/carriers/index.ts', await carrierIndex()],
    ['src/reader/shapes/index.ts', shapesIndex()],
    ...schemaFiles(),
    ['docs/card.svg', picture()],
    ['docs/status.svg', await statusPicture()],
    ['README.md', await readme()],
  ])
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..')
  for (const [path, content] of await generatedFiles()) await writeFile(join(root, path), content)
}
