import { z } from 'zod';

/**
 * A browser is told by the page's policy to run no text as a program (P32). zod would try, to see whether it may, and each
 * try is a breach the browser reports. Comes before the first shape is made; a server goes on compiling its shapes.
 */
if ('document' in globalThis) z.config({ jitless: true });
