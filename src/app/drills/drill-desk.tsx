import { lazy, Suspense } from 'react'
import { assign, DIGITS } from '../../ui/shortcut-rows.ts'
import { useOwnKeys } from '../../ui/use-own-keys.ts'
import { ChoosePage } from './choose-page.tsx'
import { goTo, type Place, usePlace, VIEWS, viewAddress } from './drills-address.ts'
import { DrillFrame } from './frame.tsx'
import { PlayPage } from './play-page.tsx'

const ResultPage = lazy(() => import('./result/result-page.tsx').then((module) => ({ default: module.ResultPage })))
const PastPage = lazy(() => import('./past-page.tsx').then((module) => ({ default: module.PastPage })))
const ClassPage = lazy(() => import('./class/class-page.tsx').then((module) => ({ default: module.ClassPage })))
const CardsPage = lazy(() => import('./cards/cards-page.tsx').then((module) => ({ default: module.CardsPage })))

type FramedPlace = Exclude<Place, { readonly at: 'play' }>

function isFramed(place: Place): place is FramedPlace {
  return place.at !== 'play'
}

/** Which page of the drill desk is on. A drill has the window to itself, as a call has. */
export function DrillDesk() {
  const place = usePlace()
  return isFramed(place) ? <Framed place={place} /> : <PlayPage key={place.drill} drill={place.drill} />
}

function Framed({ place }: { readonly place: FramedPlace }) {
  useOwnKeys([...assign(VIEWS, DIGITS, (view) => goTo(viewAddress(view))), { code: 'KeyH', run: () => goTo('#/') }])
  return (
    <DrillFrame place={place}>
      <Suspense>{page()}</Suspense>
    </DrillFrame>
  )

  function page() {
    switch (place.at) {
      case 'choose':
        return <ChoosePage />
      case 'past':
        return <PastPage />
      case 'class':
        return <ClassPage />
      case 'result':
        return <ResultPage key={place.drill} drill={place.drill} />
      case 'cards':
        return <CardsPage key={place.persona} persona={place.persona} />
    }
  }
}
