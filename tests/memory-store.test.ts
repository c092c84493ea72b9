/** The store of the tests' own pages must be a store. */
import { openMemoryStore } from './memory-store.ts'
import { storeSuite } from './store-suite.ts'

storeSuite('memory', async (name) => openMemoryStore(name))
