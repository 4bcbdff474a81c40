import { begin } from './bootstrap/begin.mjs'

begin('test/main.ts')
