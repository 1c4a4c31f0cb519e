// CommonJS without new syntax, so that an old Node version can run it and say what is wrong.
var major = Number(process.versions.node.split('.')[0])
if (major !== 24) {
  console.error(
    'fazhi: Node ' +
      process.versions.node +
      ' is running, but this project runs on Node 24, which `npm ci` installs with the package `node`. ' +
      'Its install script was probably disabled: run `npm ci --ignore-scripts=false`, or put Node 24 first on PATH.',
  )
  process.exit(1)
}
