/** What the system answered (« ENOENT », « EACCES »), of whatever was thrown; empty for what is not an answer of the system. */
export const systemCode = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause ? String(cause.code) : '';
