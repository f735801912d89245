import { Body } from '@react-email/body';
import { Container } from '@react-email/container';
import { Head } from '@react-email/head';
import { Heading } from '@react-email/heading';
import { Html } from '@react-email/html';
import { Link } from '@react-email/link';
import { Preview } from '@react-email/preview';
import { Section } from '@react-email/section';
import { Text } from '@react-email/text';
import type { DigestView, StoryView } from './digest-view.ts';
import { statusStyle, style } from './style.ts';

/** Programs that know dark mode get its colours; the others keep the inline ones. */
const DARK = `@media (prefers-color-scheme: dark) {
  body, .page { background-color: #12161d !important; color: #e6e9ef !important; }
  .quiet { color: #a5aec0 !important; }
  a { color: #8ab8ff !important; }
  .first { color: #ffc46b !important; }
  .section { border-color: #e6e9ef !important; }
}`;

/** The HTML part of a digest. Loads nothing from anywhere. */
export function DigestMail({ view }: { readonly view: DigestView }) {
  return (
    <Html lang={view.language}>
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{view.subject}</title>
        <style>{DARK}</style>
      </Head>
      <Preview>{view.summary}</Preview>
      <Body style={style.body}>
        <Container style={style.page} className="page">
          {view.sample !== null && <Text style={style.sample}>{view.sample}</Text>}
          <Heading as="h1" style={style.title}>
            {view.title}
          </Heading>
          <Text style={style.quiet} className="quiet">
            {view.event}
          </Text>
          <Text style={style.summary}>{view.summary}</Text>
          {view.sections.map((section) => (
            <Section key={section.title}>
              <Heading as="h2" style={style.section} className="section">
                {section.title}
              </Heading>
              {section.stories.map((story) => (
                <Story key={`${story.url} ${story.quote}`} story={story} />
              ))}
              {section.more !== null && (
                <Text style={style.quiet} className="quiet">
                  {section.more}
                </Text>
              )}
            </Section>
          ))}
          <Foot view={view} />
        </Container>
      </Body>
    </Html>
  );
}

function Story({ story }: { readonly story: StoryView }) {
  return (
    <Section style={style.story}>
      <Heading as="h3" style={style.headline}>
        {story.url === null ? (
          story.headline
        ) : (
          <Link href={story.url} style={style.link}>
            {story.headline}
          </Link>
        )}{' '}
        <span style={statusStyle[story.status]}>{story.statusWord}</span>
      </Heading>
      {story.firstFor !== null && (
        <Text style={style.first} className="first">
          ★ {story.firstFor}
        </Text>
      )}
      <blockquote style={style.quote}>{story.quote}</blockquote>
      <Text style={style.quiet} className="quiet">
        {story.about}
      </Text>
    </Section>
  );
}

function Foot({ view }: { readonly view: DigestView }) {
  return (
    <Section style={{ paddingTop: '20px' }}>
      {view.quiet !== null && <Text style={style.item}>{view.quiet}</Text>}
      {view.failing !== null && (
        <>
          <Heading as="h2" style={style.section} className="section">
            {view.failing.title}
          </Heading>
          {view.failing.lines.map((line) => (
            <Text key={line} style={style.item}>
              {line}
            </Text>
          ))}
        </>
      )}
      {view.dashboard !== null && (
        <Text style={style.item}>
          <Link href={view.dashboard.url} style={style.link}>
            {view.dashboard.words}
          </Link>
        </Text>
      )}
      <Text style={style.quiet} className="quiet">
        {view.made}
      </Text>
    </Section>
  );
}
