import { useState } from 'react';
import { useApi, type WatchSummary } from './api.ts';
import { Editions } from './editions.tsx';
import { Pipeline } from './pipeline.tsx';
import { Shown } from './shown.tsx';
import { Signals } from './signals.tsx';
import { Sources } from './sources.tsx';

/** One page: a watch's signals first, then what stands behind them. */
export function App() {
  const watches = useApi<{ watches: WatchSummary[] }>('/v1/watches');
  const [chosen, choose] = useState<string | null>(null);
  return (
    <>
      <header className="top">
        <h1>Aftermath</h1>
        <p>What follows an event, with a quote for every claim.</p>
      </header>
      <main>
        <Shown
          query={watches}
          empty="No watch yet. Add one: npm run -s aftermath -- watch add FILE"
          isEmpty={(data) => data.watches.length === 0}
        >
          {({ watches: list }) => {
            // Until the reader chooses, something to read rather than an empty page.
            const watch =
              list.find(({ id }) => id === chosen) ?? list.find(({ hasSignals }) => hasSignals) ?? list[0];
            if (watch === undefined) return null;
            return (
              <>
                <nav aria-label="Watches">
                  {list.map(({ id, title, sample }) => (
                    <button key={id} type="button" aria-pressed={id === watch.id} onClick={() => choose(id)}>
                      {title} {sample && <span className="sample">SAMPLE</span>}
                    </button>
                  ))}
                </nav>
                <WatchView key={watch.id} watch={watch} />
              </>
            );
          }}
        </Shown>
        <Pipeline />
      </main>
    </>
  );
}

function WatchView({ watch }: { watch: WatchSummary }) {
  const { digest } = watch;
  return (
    <>
      <section>
        <h2>
          {watch.title} {watch.sample && <span className="sample">SAMPLE: nothing here is real</span>}
        </h2>
        <p>{watch.event.summary}</p>
        <p className="quiet">
          Event of {watch.event.date}. Digest daily at {digest.time} ({digest.timeZone}) to{' '}
          {digest.recipients} recipient{digest.recipients === 1 ? '' : 's'}.
        </p>
      </section>
      <Signals watch={watch} />
      <Editions watchId={watch.id} />
      <Sources watchId={watch.id} />
    </>
  );
}
