#!/usr/bin/env node
// CommonJS, so that a Node which cannot load the rest says what is wrong before it tries.
require('./require-node.cjs')
import('./command-line.ts')
