import { begin } from './bootstrap/begin.mjs'

begin('start/main.ts')
