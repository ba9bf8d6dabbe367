/** References inside a scenario: a post, a modality, a line of expense that it has not got is an error at its place. */
import { describe, expect, it } from 'vitest';
import { lineAt, loadPatched, toldOf } from '../support/incoherence.js';

const dans = 'scenarios.yaml';

describe('a reference inside a scenario', () => {
  it.each([
    [
      'a modality',
      {
        de: '{ outil: flotte, annee: 1, quantite: 1 }',
        par: '{ outil: flotte, annee: 1, quantite: 1, modalite: locations }',
      },
      '- { outil: flotte',
      /^« Une société coopérative » n’a aucune modalité d’identifiant « locations »\.$/,
      'Le plus proche : « location ».',
    ],
    [
      'a post',
      { de: 'jours_an: 12, jours_finances: 1', par: 'jours_an: 12, poste: agents, jours_finances: 1' },
      '- { acteur: roue',
      /n’a aucun poste d’identifiant « agents »/,
      'Le plus proche : « agent ».',
    ],
    [
      'a line that an aid leaves out',
      { de: 'assiette_porteurs: [smb]', par: 'assiette_porteurs: [smb], lignes_exclues: [quai, agent, flotte-achat]' },
      '- { id: aide',
      /n’a aucune dépense d’identifiant « quai »/,
      undefined,
    ],
  ] as const)('%s', async (_, retouche, line, message, aide) => {
    const loaded = await loadPatched('autre-marche', [{ dans, ...retouche }]);
    const found = toldOf(loaded).filter(({ code }) => code === 'reference-inconnue');
    expect(found).toHaveLength(1);
    const [one] = found;
    if (!one) throw new Error('a fault expected');
    expect(one.message).toMatch(message);
    if (aide) expect(one.aide).toBe(aide);
    else expect(one.aide).toMatch(/^Identifiants connus : agent, garage, /);
    expect(lineAt(loaded, one)).toContain(line);
  });

  it('is told beside the faults of other files', async () => {
    const loaded = await loadPatched('autre-marche', [
      { dans, de: 'jours_an: 12, jours_finances: 1', par: 'jours_an: 12, poste: agents, jours_finances: 1' },
      { dans: 'reunions.yaml', de: 'type: copil', par: 'type: copils' },
    ]);
    const found = toldOf(loaded).map(({ code }) => code);
    expect(found).toContain('reference-inconnue');
    expect(found).toContain('valeur-hors-liste');
  });
});
