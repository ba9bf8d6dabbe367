/** What the tables of the projects say where a study writes little: no line, no column and no nought that tells nothing. */
import { expect, it } from 'vitest';
import { analyserBilan } from '../../src/analysis/projets/bilan.js';
import type { ContexteProjets } from '../../src/exhibits/projets/contexte.js';
import { ensembleProjets } from '../../src/exhibits/projets/ensemble.js';
import { bilanExhibits } from '../../src/exhibits/projets/evaluation.js';
import { ficheExhibits } from '../../src/exhibits/projets/fiche.js';
import { taxesEnClair } from '../../src/exhibits/scenarios/contexte.js';
import type { Exhibit } from '../../src/exhibits/types.js';
import { loadTheme } from '../../src/render/theme.js';
import type { Study } from '../../src/study/study.js';
import { etudeDe } from '../support/composed.js';

const study = await etudeDe('modeles/exemple');
const { charts } = await loadTheme();
type Projet = Study['projets'][number];

const contexte = (change: (projet: Projet) => Projet): ContexteProjets => {
  const etude = { ...study, projets: study.projets.map(change) };
  return { etude, bilan: analyserBilan(etude), theme: charts, date: etude.etude.date } as unknown as ContexteProjets;
};
const table = (list: readonly Exhibit[], name: RegExp) => {
  const found = list.find((one) => one.kind === 'table' && name.test(one.name));
  if (found?.kind !== 'table') throw new Error(`no table ${name.source}`);
  return found;
};

it('an agent of whom neither meetings nor days are known has no line among the means of a project', () => {
  const rows = (suivi: object) => {
    const made = contexte((projet) => ({ ...projet, accompagnement: { ...projet.accompagnement, ...suivi } }));
    const [one] = made.bilan.projets;
    if (!one) throw new Error('a project expected');
    return table(ficheExhibits(made, one), /-moyens$/).rows;
  };
  expect(rows({})).toEqual([]);
  expect(rows({ jours_prevus: 4 })).toMatchObject([{ moyen: 'Agent du dispositif', prevu: 4 }]);
});

it('the projects of one kind of bearer alone are told without a nought', () => {
  const made = contexte((projet) => ({ ...projet, porteur: { ...projet.porteur, statut: 'prive' } }));
  expect(table(ensembleProjets(made), /^projets-ensemble$/).title).toBe(
    'Les projets : aucun de porteur public, 2 de porteur privé',
  );
});

it('words that were gathered are counted where there are some', () => {
  const columns = (change: (projet: Projet) => Projet) =>
    table(bilanExhibits(contexte(change)), /^recoupement$/).columns.map(({ header }) => header);
  expect(columns((projet) => projet)).not.toContain('Paroles');
  const temoignages = [{ qualite: 'une usagère', texte: 'Je roule.', critere: 'effets' as const }];
  expect(columns((projet) => ({ ...projet, temoignages }))).toContain('Paroles');
});

it('who is out of the field of VAT is told as who is exempt', () => {
  expect(taxesEnClair({ regime_tva: 'hors-champ' })).toBe('toutes taxes comprises, hors du champ de la TVA');
  expect(taxesEnClair({ regime_tva: 'franchise' })).toBe('toutes taxes comprises, en franchise de TVA');
  expect(taxesEnClair({ regime_tva: 'redevable' })).toBe('hors taxes');
});
