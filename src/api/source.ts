/**
 * What the API serves: see `ChronicleSource` in src/app/source.ts. The interface stands there because `app`, which
 * implements it over the store, is the lower folder and may not import from here.
 */
export type * from '../app/index.ts'
