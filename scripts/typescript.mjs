/**
 * Runs a TypeScript program of this project.
 *
 * @param {string} path relative to this folder
 */
export function runTypeScript(path) {
  import('tsx/esm/api').then(
    ({ register }) => {
      register()
      return import(path)
    },
    () => {
      console.error('The packages of this project are not installed yet. Run `npm ci` in its folder and try again.')
      process.exitCode = 1
    },
  )
}
