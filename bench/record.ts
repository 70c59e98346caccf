import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'
import { fileURLToPath } from 'node:url'

const RESULTS = fileURLToPath(new URL('./RESULTS.md', import.meta.url))

const HEAD = `# Results

Newest first. Each run says its day, commit and machine. The gold pages, seeds and corpora are not part of the project:
anybody who has such a set repeats a run with the command named in bench/main.ts.
`

const commit = (): string => {
  try {
    const short = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
    const dirty =
      execFileSync('git', ['status', '--porcelain', '--untracked-files=no'], { encoding: 'utf8' }).trim() !== ''
    return dirty ? `${short} + changes` : short
  } catch {
    return 'unknown commit'
  }
}

/** Puts a run's report at the top of bench/RESULTS.md. */
export const record = (name: string, report: string): void => {
  const day = new Date().toISOString().slice(0, 10)
  const machine = `${availableParallelism()} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, Node ${process.version}`
  const old = existsSync(RESULTS) ? readFileSync(RESULTS, 'utf8').slice(HEAD.length) : ''
  const entry = `\n## ${name}, ${day}, ${commit()}\n\n${machine}\n\n${report.trim()}\n`
  writeFileSync(RESULTS, `${HEAD}${entry}${old}`)
}
