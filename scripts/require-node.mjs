// Stops with a sentence where Vite cannot run. Plain enough for an old Node to read: no `?.`, `??` or top-level await.
const [major, minor] = process.versions.node.split('.').map(Number)
const tooOld = major < 20 || (major === 20 && minor < 19) || major === 21 || (major === 22 && minor < 12)

if (tooOld) {
  console.error(
    `Evenkeel needs Node.js 20.19, 22.12 or newer; this is ${process.versions.node}. Get one from https://nodejs.org and try again.`,
  )
  process.exit(1)
}
