import { createHash } from 'node:crypto';

/** By what a compiled template is known: equal for equal texts, and for these only. */
export const textHash = (text: string): string => createHash('sha256').update(text).digest('base64url');
