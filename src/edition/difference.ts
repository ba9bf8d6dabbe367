/** What a change does to a file, line by line, in the form that `patch` and every editor read. */
import { createTwoFilesPatch } from 'diff';

/** A unified diff; empty when nothing changes. `avant` is null for a new file; `depuis` is the former name of a file that changes it. */
export function difference(fichier: string, avant: string | null, apres: string, depuis = fichier): string {
  if (avant === apres && depuis === fichier) return '';
  const text = createTwoFilesPatch(
    avant === null ? '/dev/null' : depuis,
    fichier,
    avant ?? '',
    apres,
    undefined,
    undefined,
    {
      context: 2,
    },
  );
  return text.replace(/^(Index: .*\n)?=+\n/, '');
}
