import { findWatch, readSubscription, stopRecipient, unsubscribeSecret, type WatchRow } from '@aftermath/db';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { ApiContext } from '../api-context.ts';
import { ApiProblem } from '../problems.ts';

const params = z.object({ token: z.string().max(1_000) });

type Language = WatchRow['definition']['digest']['language'];

const WORDS: Readonly<Record<Language, { ask: string; button: string; done: string }>> = {
  en: {
    ask: 'Get no more digests of this watch?',
    button: 'Unsubscribe',
    done: 'You will get no more digests of this watch.',
  },
  es: {
    ask: '¿No recibir más boletines de este seguimiento?',
    button: 'Darse de baja',
    done: 'No recibirá más boletines de este seguimiento.',
  },
  pt: {
    ask: 'Não receber mais boletins deste acompanhamento?',
    button: 'Cancelar a assinatura',
    done: 'Você não receberá mais boletins deste acompanhamento.',
  },
};

/** One click ends a subscription (RFC 8058): by POST alone, since mail scanners open every link they see. */
export async function unsubscribeRoutes(plain: FastifyInstance, { db }: ApiContext): Promise<void> {
  const server = plain.withTypeProvider<ZodTypeProvider>();
  // The body says nothing that the address doesn't: read whatever its type, and left aside.
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { bodyLimit: 10_000, parseAs: 'string' }, (_request, _body, done) =>
    done(null),
  );

  const subscriptionOf = async (token: string) => {
    const subscription = readSubscription(await unsubscribeSecret(db.orm), token);
    const watch = subscription === null ? null : await findWatch(db.orm, subscription.watchId);
    if (subscription === null || watch === null)
      throw new ApiProblem(404, 'subscription-not-found', 'This link ends no subscription that we know of.');
    return { subscription, language: watch.definition.digest.language };
  };

  server.get('/unsubscribe/:token', { schema: { params } }, async (request, reply) => {
    const { language } = await subscriptionOf(request.params.token);
    const { ask, button } = WORDS[language];
    return sendPage(reply, language, `<p>${ask}</p><form method="post"><button>${button}</button></form>`);
  });
  server.post('/unsubscribe/:token', { schema: { params } }, async (request, reply) => {
    const { subscription, language } = await subscriptionOf(request.params.token);
    await stopRecipient(db.orm, subscription, 'unsubscribed');
    return sendPage(reply, language, `<p>${WORDS[language].done}</p>`);
  });
}

/** A page without scripts or styles, that may send its one form to itself. */
function sendPage(reply: FastifyReply, language: Language, body: string): FastifyReply {
  return reply
    .header('content-security-policy', "default-src 'none'; form-action 'self'; frame-ancestors 'none'")
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(
      `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Aftermath</title>${body}</html>`,
    );
}
