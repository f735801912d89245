/** Holds a server as a process of its own that tests can kill: `hold-server.ts DATA_DIR`. */
import { startPostgres } from '../start-postgres.ts';

process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => process.exit(1));
const silent = { info: () => undefined, warn: () => undefined };
const server = await startPostgres({ dataDir: process.argv[2] ?? '', log: silent });
process.stdout.write(`${server.connectionString}\n`);
