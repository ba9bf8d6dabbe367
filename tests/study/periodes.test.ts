/** The dates of an aid, in their order. */
import { expect, it } from 'vitest';
import { loadPatched } from '../support/incoherence.js';

const aide = async (dates: string): Promise<string[]> => {
  const { diagnostics } = await loadPatched('autre-marche', [
    {
      dans: 'scenarios.yaml',
      de: 'statut: sollicite, probabilite: 0.7',
      par: `${dates}, statut: sollicite, probabilite: 0.7`,
    },
  ]);
  return diagnostics.filter(({ gravite }) => gravite === 'erreur').map(({ message }) => message.replace(/\s/g, ' '));
};

it('an aid opens, is asked for, then closes', async () => {
  expect(await aide('ouverture: "2024-01", depot: "2024-04-15", cloture: "2026-12"')).toEqual([]);
  expect(await aide('depot: "2024-04", cloture: "2024"')).toEqual([]);
  expect(await aide('ouverture: "2024-04", cloture: "2024-03"')).toEqual([
    'la clôture du programme (mars 2024) précède l’ouverture du programme (avril 2024) : elle doit lui être égale ou postérieure.',
  ]);
  expect(await aide('depot: "2024-04-15", cloture: "2024-04-14"')).toEqual([
    'la clôture du programme (14 avril 2024) précède le dépôt de la demande (15 avril 2024) : elle doit lui être égale ou postérieure.',
  ]);
});
