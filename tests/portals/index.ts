/** Every simulated portal: the folder is the list. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Portal } from './portal.ts'

const names = readdirSync(join(import.meta.dirname, 'sites')).sort()
const modules = await Promise.all(names.map((name) => import(`./sites/${name}`) as Promise<{ portal: Portal }>))
export const PORTALS: readonly Portal[] = modules.map(({ portal }) => portal)
