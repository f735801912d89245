/** @jsxRuntime automatic */
import { Heading } from '@react-email/heading';
import { Section } from '@react-email/section';
import { Text } from '@react-email/text';
import type { CorrectionView } from './correction-view.ts';
import type { DigestView } from './digest-view.ts';
import { MaybeLink } from './maybe-link.tsx';
import { style } from './style.ts';

/** What earlier editions told and no longer stands. */
export function Corrections({ view }: { readonly view: NonNullable<DigestView['corrections']> }) {
  return (
    <>
      <Heading as="h2" style={style.section} className="section">
        {view.title}
      </Heading>
      {view.entries.map((entry) => (
        <Correction key={entry.key} entry={entry} />
      ))}
      {view.more !== null && <Text style={style.item}>{view.more}</Text>}
    </>
  );
}

function Correction({ entry }: { readonly entry: CorrectionView }) {
  return (
    <Section style={style.story} className="story">
      <Text style={style.corrected} className="corrected">
        {entry.what}
      </Text>
      <Heading as="h3" style={style.headline}>
        <bdi {...speechOf(entry.lang)}>
          <MaybeLink href={entry.url}>{entry.headline}</MaybeLink>
        </bdi>
      </Heading>
      <blockquote {...speechOf(entry.lang)} style={style.quote} className="quote">
        {entry.quote}
      </blockquote>
      {entry.now !== null && (
        <Text {...speechOf(entry.now.lang)} style={style.item}>
          → <MaybeLink href={entry.now.url}>{entry.now.words}</MaybeLink>
        </Text>
      )}
      <Text style={style.quiet} className="quiet">
        {entry.because}
      </Text>
    </Section>
  );
}

function speechOf(lang: string | null) {
  return { dir: 'auto', ...(lang === null ? {} : { lang }) };
}
