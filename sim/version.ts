import packageJson from '../package.json' with { type: 'json' }

/** Version of this package; part of every run's id, since figures may change between versions. */
export const VERSION: string = packageJson.version
