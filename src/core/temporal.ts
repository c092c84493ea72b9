/** The one way to `Temporal`, so that a build can put another in its place. Only zones other than Japan's need it. */
export { Temporal } from 'temporal-polyfill'
