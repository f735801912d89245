import { fileURLToPath } from 'node:url';

/** Where the build puts the dashboard's files. */
export const webDir = fileURLToPath(new URL('../../web/dist/app', import.meta.url));
