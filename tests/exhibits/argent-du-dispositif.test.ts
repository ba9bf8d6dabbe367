/** What the title of the money of the dispositif says: a side of the accounts that nobody wrote is not one of zero euros. */
import { expect, it } from 'vitest';
import type { DispositifAnalysis, LigneDispositif } from '../../src/analysis/projets/dispositif.js';
import type { ContexteProjets } from '../../src/exhibits/projets/contexte.js';
import { dispositifExhibits } from '../../src/exhibits/projets/dispositif.js';
import { etude } from '../analysis/small-study.js';

const ligne = (prevu: number, realise: number | null): LigneDispositif => ({
  libelle: 'x',
  prevu,
  realise,
  commentaire: null,
});

const titre = (depenses: LigneDispositif[], recettes: LigneDispositif[]): string | undefined => {
  const dispositif = {
    au: '2019-10-31',
    mois: null,
    aLaDuree: false,
    depenses,
    recettes,
    argent: null,
    jours: [],
    partenaires: { prevu: 0, realise: null },
    volumes: [],
    demandes: [],
    conventions: { signees: [], enRetard: [], nonSignees: [] },
    conditions: { aTemps: [], enRetard: [], nonRemplies: [] },
    risques: [],
  } as unknown as DispositifAnalysis;
  const contexte = { etude: { ...etude(), mode_operatoire: null }, bilan: { dispositif } };
  return dispositifExhibits(contexte as unknown as ContexteProjets)
    .find(({ name }) => name === 'dispositif-argent')
    ?.title.replace(/\s/g, ' ');
};

it('says both sides of accounts that have both', () => {
  expect(titre([ligne(900, 800), ligne(100, null)], [ligne(600, 0)])).toBe(
    'Dépensé : 800 € pour 1 000 € prévus ; reçu : 0 € pour 600 € attendus',
  );
});

it('says nothing of a side that nobody wrote', () => {
  expect(titre([ligne(900, 800)], [ligne(600, null)])).toBe('Dépensé : 800 € pour 900 € prévus');
  expect(titre([ligne(900, null)], [ligne(600, 500)])).toBe('Reçu : 500 € pour 600 € attendus');
  expect(titre([ligne(900, null)], [])).toBe('Dépenses et recettes du dispositif');
});
