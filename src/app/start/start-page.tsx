import { lazy, Suspense, useState, useSyncExternalStore } from 'react'
import type { CompiledPack } from '../../core/pack.ts'
import { BLUEPRINT, type Channel } from '../../core/vocabulary.ts'
import type { CallSummary } from '../../store/summary.ts'
import { KeyCap } from '../../ui/key-cap.tsx'
import { PeakEndCurve } from '../../ui/peak-end-curve.tsx'
import { assign, DIGITS, labelAt } from '../../ui/shortcut-rows.ts'
import { useOwnKeys } from '../../ui/use-own-keys.ts'
import type { UpdateOffer } from '../update.ts'
import { useWords } from '../words.tsx'
import styles from './start-page.module.css'

// Looked at once in a while; nobody waits for it to take a call.
const SettingsForm = lazy(() => import('../settings-form.tsx').then((module) => ({ default: module.SettingsForm })))

export interface StartPageProps {
  readonly pack: CompiledPack
  /** Calls that were not ended, the latest first. */
  readonly unfinished: readonly CallSummary[]
  readonly updates: UpdateOffer | undefined
  /** Something that went wrong, in words. */
  readonly problem?: string | undefined
  readonly onStart: (channel: Channel) => void
  readonly onResume: (call: string) => void
  readonly onDemo: () => void
}

/** One key away from a call. */
export function StartPage({ pack, unfinished, updates, problem, onStart, onResume, onDemo }: StartPageProps) {
  const { t, title, moment } = useWords()
  const [setting, setSetting] = useState(false)
  const update = useSyncExternalStore(updates?.subscribe ?? never, () => updates?.available() ?? false)
  const resumable = unfinished.slice(0, DIGITS.length)

  useOwnKeys(
    setting
      ? [{ code: 'Escape', run: () => setSetting(false) }]
      : [
          { code: 'KeyN', run: () => onStart('phone') },
          { code: 'KeyH', run: () => onStart('hall') },
          { code: 'KeyD', run: onDemo },
          { code: 'KeyB', run: openBook },
          { code: 'KeyT', run: openDesk },
          { code: 'KeyP', run: openDrills },
          { code: 'KeyL', run: () => setSetting(true) },
          ...assign(resumable, DIGITS, ({ id }) => onResume(id)),
          ...(update ? [{ code: 'KeyU', run: () => updates?.apply() }] : []),
        ],
  )

  return (
    <main className={styles.page}>
      <header className={styles.head}>
        <h1 className={styles.name}>
          {t('product.name')} <span lang="en">Evenkeel</span>
        </h1>
        <p className={styles.what}>{t('product.what')}</p>
      </header>
      <div className={styles.curve}>
        <Documented pack={pack} />
      </div>
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <nav className={styles.actions} aria-label={t('start.choose')}>
        <Action shortcut="n" words={t('start.phone')} onPress={() => onStart('phone')} />
        <Action shortcut="h" words={t('start.hall')} onPress={() => onStart('hall')} />
        <Action shortcut="d" words={t('start.demo')} onPress={onDemo} />
        <a className={styles.action} href={BOOK} aria-keyshortcuts="b">
          <KeyCap label="b" />
          {t('start.book')}
        </a>
        <a className={styles.action} href={DESK} aria-keyshortcuts="t">
          <KeyCap label="t" />
          {t('start.desk')}
        </a>
        <a className={styles.action} href={DRILLS} aria-keyshortcuts="p">
          <KeyCap label="p" />
          {t('start.drills')}
        </a>
      </nav>
      {resumable.length > 0 && (
        <section className={styles.unfinished} aria-label={t('start.unfinished')}>
          <h2 className={styles.heading}>{t('start.unfinished')}</h2>
          <ul>
            {resumable.map(({ id, address, channel, startedAt }, i) => (
              <li key={id}>
                <button type="button" className={styles.call} aria-keyshortcuts={labelAt(DIGITS, i)} onClick={() => onResume(id)}>
                  <KeyCap label={labelAt(DIGITS, i) ?? ''} />
                  <strong>{address ?? t('header.unknown')}</strong>
                  <span>{t(`channel.${channel}`)}</span>
                  <span className={styles.began}>{t('start.began', { moment: moment(startedAt) })}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className={styles.settings} aria-label={t('strips.settings')}>
        {setting ? (
          <Suspense>
            <SettingsForm />
          </Suspense>
        ) : (
          <button type="button" className={styles.quiet} aria-keyshortcuts="l" onClick={() => setSetting(true)}>
            <KeyCap label="l" />
            {t('start.settings')}
          </button>
        )}
      </section>
      <footer className={styles.foot}>
        {update && (
          <button type="button" className={styles.quiet} aria-keyshortcuts="u" onClick={() => updates?.apply()}>
            <KeyCap label="u" />
            {t('start.update')}
          </button>
        )}
        <p>{t('start.keyboard')}</p>
        <p>{t('start.pack', { title: title(pack.title), edition: pack.edition })}</p>
      </footer>
    </main>
  )
}

const BOOK = '#/book'

function openBook(): void {
  location.hash = BOOK
}

const DRILLS = '#/drills'

function openDrills(): void {
  location.hash = DRILLS
}

const DESK = '#/desk'

function openDesk(): void {
  location.hash = DESK
}

function Action({ shortcut, words, onPress }: { readonly shortcut: string; readonly words: string; readonly onPress: () => void }) {
  return (
    <button type="button" className={styles.action} aria-keyshortcuts={shortcut} onClick={onPress}>
      <KeyCap label={shortcut} />
      {words}
    </button>
  )
}

/** The curve that every call is held against, before anyone has called. */
function Documented({ pack }: { readonly pack: CompiledPack }) {
  const { t, title } = useWords()
  const checkpoints = Object.values(pack.checkpoints)
  return (
    <PeakEndCurve
      label={t('curve.label')}
      stages={BLUEPRINT.phone.map((id) => {
        const checkpoint = checkpoints.find(({ stage }) => stage === id)
        return {
          id,
          name: title(pack.stages[id].title),
          status: 'ahead',
          documented: pack.stages[id].weight,
          ...(checkpoint ? { mark: { share: 1, label: `${title(checkpoint.title)} · ${title(checkpoint.word)}` } } : {}),
        }
      })}
    />
  )
}

function never(): () => void {
  return () => {}
}
