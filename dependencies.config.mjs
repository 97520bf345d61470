/** Who may import whom (dependency-cruiser). The listing of folders is the architecture; this keeps it true. */

const pure = '^shared/(domain|matching)/'

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'domain-imports-zod-and-itself',
      severity: 'error',
      from: { path: '^shared/domain/' },
      to: { pathNot: '^shared/domain/|node_modules/zod/' },
    },
    {
      name: 'matching-imports-domain-and-itself',
      comment: 'No AWS, no clock, no store: the same people always give the same pairs.',
      severity: 'error',
      from: { path: '^shared/matching/' },
      to: { pathNot: `${pure}|node_modules/zod/` },
    },
    {
      name: 'functions-never-import-each-other',
      severity: 'error',
      from: { path: '^functions/' },
      to: { path: '^functions/' },
    },
    {
      name: 'functions-know-shared-alone',
      severity: 'error',
      from: { path: '^(functions|shared)/' },
      to: { path: '^(infra|local|web|test|bench)/' },
    },
    {
      name: 'infra-knows-no-laptop',
      severity: 'error',
      from: { path: '^infra/' },
      to: { path: '^(functions|local|web|test|bench)/' },
    },
    {
      name: 'pages-take-schemas-alone',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(shared/(?!domain/)|functions|infra|local)' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
