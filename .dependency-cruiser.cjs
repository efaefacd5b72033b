/** The layer rule: models ← scenarios ← sim ← report; tests may import all. */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Two files that need each other are one file, or three',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'models-import-only-models',
      comment: 'models/ is pure economics: no other layer',
      severity: 'error',
      from: { path: '^models/' },
      to: { path: '^(scenarios|sim|report|test)/' },
    },
    {
      name: 'models-are-pure',
      comment: 'models/ does no I/O and draws nothing: no node: module, and of npm only simple-statistics',
      severity: 'error',
      from: { path: '^models/' },
      to: {
        dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg'],
        pathNot: 'simple-statistics',
      },
    },
    {
      name: 'scenarios-import-models',
      severity: 'error',
      from: { path: '^scenarios/' },
      to: { path: '^(sim|report|test)/' },
    },
    {
      name: 'sim-imports-models-and-scenarios',
      severity: 'error',
      from: { path: '^sim/' },
      to: { path: '^(report|test)/' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { path: '^report/' },
      to: { path: '^test/' },
    },
    {
      name: 'resolvable',
      comment: 'Every import leads to a file or to a package named in package.json',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-dev-dependency-in-product',
      severity: 'error',
      from: { path: '^(models|scenarios|sim|report)/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
