import { useEffect, useState } from 'react'
import { DRILL_CLASS_WORDS } from '../../../i18n/drill-class-words.ts'
import { addWords } from '../../../i18n/i18n.ts'
import { useWords } from '../../words.tsx'
import { useDrillData } from '../drill-context.ts'
import { ClassDesk } from './class-desk.tsx'
import styles from './class-page.module.css'
import { useClassData } from './use-class-data.ts'

/** The trainer's page: how a class is doing, what it is to practise, and its results as files. */
export function ClassPage() {
  const { t, i18n } = useWords()
  const { store } = useDrillData()
  const { kept, again } = useClassData(store)
  const [ready, setReady] = useState(false)
  useEffect(() => {
    let left = false
    const show = () => left || setReady(true)
    // What fails to load is shown in Simplified, which came along.
    addWords(i18n, DRILL_CLASS_WORDS).then(show, show)
    return () => {
      left = true
    }
  }, [i18n])
  if (!ready || !kept) return null
  return (
    <>
      <h1 className={styles.heading}>{t('drillClass.heading')}</h1>
      <p className={styles.lead}>{t('drillClass.lead')}</p>
      {kept === 'failed' ? <p role="alert">{t('drillClass.failed')}</p> : <ClassDesk kept={kept} again={again} />}
    </>
  )
}
