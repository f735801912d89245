/** @jsxRuntime automatic */
import { Body } from '@react-email/body';
import { Container } from '@react-email/container';
import { Head } from '@react-email/head';
import { Heading } from '@react-email/heading';
import { Html } from '@react-email/html';
import { Preview } from '@react-email/preview';
import { Section } from '@react-email/section';
import { Text } from '@react-email/text';
import { Corrections } from './corrections.tsx';
import type { DigestView, Lines } from './digest-view.ts';
import { MaybeLink } from './maybe-link.tsx';
import { Overview } from './overview.tsx';
import type { StoryView } from './story-view.ts';
import { DARK, statusStyle, style } from './style.ts';

/** The HTML part of a digest. Loads nothing from anywhere. */
export function DigestMail({ view }: { readonly view: DigestView }) {
  return (
    <Html lang={view.language}>
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{view.subject}</title>
        <style>{DARK}</style>
      </Head>
      <Preview>{[view.sample, ...view.summary].filter((line) => line !== null).join(' ')}</Preview>
      <Body style={style.body}>
        <Container style={style.page}>
          {view.sample !== null && <Text style={style.sample}>{view.sample}</Text>}
          <Heading as="h1" style={style.title}>
            {view.title}
          </Heading>
          {[view.event, view.edition].map((line) => (
            <Text key={line} style={style.quiet} className="quiet">
              {line}
            </Text>
          ))}
          {view.catchUp !== null && (
            <Text style={style.notice} className="notice">
              {view.catchUp}
            </Text>
          )}
          {view.summary.map((line) => (
            <Text key={line} style={style.summary}>
              {line}
            </Text>
          ))}
          {view.overview !== null && <Overview view={view.overview} />}
          {view.sections.map((section) => (
            <Category key={section.id} section={section} dashboardUrl={view.dashboard?.url ?? null} />
          ))}
          {view.corrections !== null && <Corrections view={view.corrections} />}
          <Foot view={view} />
        </Container>
      </Body>
    </Html>
  );
}

interface CategoryProps {
  readonly section: DigestView['sections'][number];
  readonly dashboardUrl: string | null;
}

function Category({ section, dashboardUrl }: CategoryProps) {
  return (
    <>
      <Heading as="h2" style={style.section} className="section">
        {section.title}
      </Heading>
      {section.stories.map((story) => (
        <Story key={story.key} story={story} />
      ))}
      {section.more !== null && (
        <Text style={style.item}>
          <MaybeLink href={dashboardUrl}>{section.more}</MaybeLink>
        </Text>
      )}
    </>
  );
}

/** Words of other people: in their own language and direction, and no further than their own box. */
function Story({ story }: { readonly story: StoryView }) {
  const speech = { dir: 'auto', ...(story.lang === null ? {} : { lang: story.lang }) };
  return (
    <Section style={style.story} className="story">
      {story.first !== null && (
        <Text style={style.first} className="first">
          ★ {story.first}
        </Text>
      )}
      <Heading as="h3" style={style.headline}>
        <bdi {...speech}>
          <MaybeLink href={story.url}>{story.headline}</MaybeLink>
        </bdi>{' '}
        <span style={statusStyle[story.status]} className={`status ${story.status}`}>
          {story.statusWord}
        </span>
      </Heading>
      {story.lead !== null && (
        <Text {...speech} style={style.lead}>
          {story.lead}
        </Text>
      )}
      {story.quote !== null && (
        <blockquote {...speech} style={style.quote} className="quote">
          {story.quote}
        </blockquote>
      )}
      <Text style={style.quiet} className="quiet">
        {story.source} · <span style={style.whole}>{story.published}</span>
      </Text>
      <Text style={style.quiet} className="quiet">
        {story.reach}
      </Text>
    </Section>
  );
}

function Foot({ view }: { readonly view: DigestView }) {
  return (
    <Section style={style.foot}>
      {view.silence !== null && <Listed part={view.silence} />}
      {view.failing !== null && <Listed part={view.failing} />}
      {view.dashboard !== null && (
        <Text style={style.button}>
          <MaybeLink href={view.dashboard.url}>{view.dashboard.words}</MaybeLink>
        </Text>
      )}
      <Text style={style.itemTitle}>{view.made.title}</Text>
      {view.made.lines.map((line) => (
        <Text key={line} style={style.quiet} className="quiet">
          {line}
        </Text>
      ))}
    </Section>
  );
}

function Listed({ part }: { readonly part: Lines }) {
  return (
    <>
      <Text style={style.itemTitle}>{part.title}</Text>
      <ul style={style.list}>
        {part.lines.map((line) => (
          <li key={line} style={style.item}>
            {line}
          </li>
        ))}
      </ul>
    </>
  );
}
