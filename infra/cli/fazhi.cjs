#!/usr/bin/env node
// CommonJS, so that an old Node version can say what is wrong before it fails to load the rest.
require('./require-node.cjs')
require('./small-heap.cjs')
import('./command-line.ts')
