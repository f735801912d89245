import { Redis } from 'ioredis';

/**
 * Says what is wrong with a Redis server for a queue, or null.
 *
 * @throws when it can't be reached within `timeoutMs`, or refuses us
 */
export async function checkRedis(url: string, timeoutMs: number): Promise<string | null> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: timeoutMs,
    commandTimeout: timeoutMs,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  let reason: Error | null = null;
  redis.on('error', (error: Error) => {
    reason = error;
  });
  try {
    await redis.connect();
    const [, policy = 'noeviction'] = /^maxmemory_policy:(\S+)/m.exec(await redis.info('memory')) ?? [];
    if (policy === 'noeviction') return null;
    return `Redis may throw jobs away (maxmemory-policy ${policy}); they are sent again, but late: set it to noeviction`;
  } catch (error) {
    const { hostname, port } = new URL(url);
    const { message } = reason ?? (error as Error);
    throw new Error(
      `Redis at ${hostname}:${port || 6379} can't be used: ${message}; check REDIS_URL and that it runs`,
      { cause: error },
    );
  } finally {
    redis.disconnect();
  }
}
