/** What tests of others need: a throw-away world of issuers, signers, and files that they sign. */
export { type Holder, issue, listOfWithdrawn } from './authority-for-tests.ts'
export { makeContainer } from './container-for-tests.ts'
export { anchorOf, documentOf, makeWorld, signerOf, signPdf, trustIn, type World as SigningWorld } from './signing-for-tests.ts'
export { trustFolder } from './trust-folder-for-tests.ts'
export { rootOf, updated } from './updates-for-tests.ts'
