// The inner doors of the house: contracts ← platform ← service ← gateway ← workspace. Each rule names the right door.
// The outer doors, between projects, are kept by tools/boundaries/project-graph.test.ts over the nx graph.

const tests = '(\\.test\\.tsx?|-for-tests\\.ts)$'
const npm = (name) => `node_modules/${name}/`

/** Only these places may import this package. */
const onlyIn = (name, places, comment) => ({
  name: `${name}-only-there`,
  severity: 'error',
  comment,
  from: { pathNot: places },
  to: { path: npm(name) },
})

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Files that run in a circle cannot be understood one by one. Move what both need into a file of its own.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'contracts-stand-alone',
      severity: 'error',
      comment: 'Contracts are what the parts have agreed: zod and other contracts, nothing that runs.',
      from: { path: '^libs/contracts/', pathNot: tests },
      to: { pathNot: ['^libs/contracts/', npm('zod')] },
    },
    {
      name: 'kernel-knows-no-context',
      severity: 'error',
      comment: 'Every contract is made of the kernel; the kernel is made of none of them.',
      from: { path: '^libs/contracts/kernel/' },
      to: { path: '^libs/contracts/(?!kernel/)' },
    },
    {
      name: 'platform-knows-no-app',
      severity: 'error',
      comment: 'A library tells how things run. What it needs of an app is given to it.',
      from: { path: '^libs/' },
      to: { path: '^(apps|tools|tests|protocols)/' },
    },
    {
      name: 'services-meet-through-contracts',
      severity: 'error',
      comment: 'No service imports another: call its operation through @mreza/rpc, or react to its event.',
      from: { path: '^apps/([^/]+)/', pathNot: '^apps/standalone/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'apps-need-no-tools',
      severity: 'error',
      comment: 'What serves people does not depend on what starts or tests it.',
      from: { path: '^apps/' },
      to: { path: '^(tools|tests)/' },
    },
    {
      name: 'workspace-knows-contracts-only',
      severity: 'error',
      comment: 'The browser sees contracts, the words, the pieces of the screen and the shape of a plan; of @mreza/rpc the types alone.',
      from: { path: '^apps/workspace/', pathNot: tests },
      to: { path: '^libs/', pathNot: '^libs/(contracts|i18n|ui|plan-document|calendar|rpc)/' },
    },
    {
      name: 'workspace-takes-types-of-rpc',
      severity: 'error',
      comment: 'Import it with "import type": nothing of the servers may reach the browser.',
      from: { path: '^apps/workspace/' },
      to: { path: '^libs/rpc/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'browser-libraries-stay-in-the-browser',
      severity: 'error',
      comment: 'libs/ui, libs/i18n and libs/plan-document are loaded by browsers: nothing of Node, of a database or of a broker in them.',
      from: { path: '^libs/(ui|i18n|plan-document|calendar)/', pathNot: [tests, '\\.config\\.ts$'] },
      to: { path: '^libs/(service|db|bus|audit|sealing|rpc|collab|signatures|testkit)/' },
    },
    {
      name: 'testkit-in-tests-only',
      severity: 'error',
      comment: 'What serves people never stands on what tests stand on.',
      from: { path: '^(apps|libs)/', pathNot: [tests, '^libs/testkit/'] },
      to: { path: '^libs/testkit/' },
    },
    {
      name: 'signing-kit-in-tests-only',
      severity: 'error',
      comment: 'The throw-away issuers of libs/signatures/src/kit sign nothing that people rely on.',
      from: { path: '^(apps|libs)/', pathNot: [tests, '^libs/signatures/src/kit/'] },
      to: { path: '^libs/signatures/src/kit/' },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment: 'Rules are read beside practitioners: no database, no broker, no file, no clock. Time is an argument.',
      from: { path: '^apps/[^/]+/src/domain/', pathNot: tests },
      to: {
        path: ['^libs/(db|bus|audit|service|rpc|sealing|collab|signatures)/', '/(operations|reactions|store)/', npm('kysely')],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'domain-touches-no-machine',
      severity: 'error',
      comment: 'Rules are pure: of Node only what computes (hashes).',
      from: { path: '^apps/[^/]+/src/domain/', pathNot: tests },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    onlyIn('nats', '^libs/bus/', 'The broker is spoken to in libs/bus alone; use emit, reaction and signal of @mreza/bus.'),
    onlyIn('pg', '^libs/db/', 'Connections are opened in libs/db alone; use asSubject and asWorker of @mreza/db.'),
    onlyIn('ws', '^(libs/collab|tests|apps/[^/]+/src/.*(\\.test|-for-tests)\\.ts)', 'WebSockets are served in libs/collab alone.'),
    onlyIn(
      'yjs',
      '^(libs/(plan-document|collab)|apps/(plans|workspace)|tests)/',
      'Documents are read and changed through @mreza/plan-document.',
    ),
    onlyIn(
      '(@libpdf/core|pkijs|asn1js)',
      '^libs/signatures/',
      'Signatures and certificates are read in libs/signatures alone; use verifySignedPdf, verifyDetachedCms and sealPdf of @mreza/signatures.',
    ),
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'The import leads nowhere: correct it, or declare the package.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'declared',
      severity: 'error',
      comment: 'Declare the package in the package.json beside you: what is there by chance is gone after the next install.',
      from: { path: '^(apps|libs)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['(^|/)dist/', 'routeTree\\.gen\\.ts$'] },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      mainFields: ['module', 'main', 'types'],
    },
    reporterOptions: { text: { highlightFocused: true } },
  },
}
