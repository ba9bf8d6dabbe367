/** What the mode opératoire and its accounts hold at most: targets, fallbacks, models of conventions, projects counted, dates of signature. */
import { expect, it } from 'vitest';
import { horsExperimentation } from '../../../../src/analysis/coherence/regles/calendrier/bornes.js';
import { natureSansModele } from '../../../../src/analysis/coherence/regles/financement/conventions.js';
import {
  cibleHorsDePortee,
  sensDeLIndicateur,
} from '../../../../src/analysis/coherence/regles/mode-operatoire/cibles.js';
import { repliAuDelaDuBudget } from '../../../../src/analysis/coherence/regles/mode-operatoire/replis.js';
import { projetsNonComptes } from '../../../../src/analysis/coherence/regles/realisation/realise.js';
import { etude } from '../../small-study.js';
import { duMode, modalite, mode, projet, tells, told } from '../told.js';

const an = { debut: '2018-09', fin: '2019-08' };

it('requests aimed at are no more than a year is expected to bring, over a year at most', () => {
  const of = (cible: number, rest: object = {}, own: object = { demandes_attendues: { min: 40, mode: 60, max: 80 } }) =>
    duMode(
      {
        experimentation: an,
        indicateurs: [{ id: 'i', libelle: 'I', unite: 'u', calcul: 'demandes-recues', cible, ...rest }],
      },
      own,
    );
  expect(told(cibleHorsDePortee, of(81))).toEqual([
    'mode_operatoire/indicateurs/i/cible / scenarios/a/demandes_attendues',
  ]);
  const longer = {
    ...of(200),
    mode_operatoire: { ...of(200).mode_operatoire, experimentation: { ...an, fin: '2020-08' } },
  };
  const unknown = { ...of(200), mode_operatoire: { ...of(200).mode_operatoire, experimentation: undefined } };
  expect(
    tells(cibleHorsDePortee, [
      of(80),
      of(81, { calcul: undefined }),
      of(81, {}, {}),
      of(81, { sens: 'min' }),
      longer,
      unknown,
    ]),
  ).toEqual([0, 0, 0, 0, 0, 0]);
});

it('a fallback gives up no more of a nature than its dearest year spends', () => {
  // Half a post at 40 000 €: 20 000 € of wages a year.
  const of = (montant: number, nature = 'humain') =>
    duMode({ repli: [{ si: 'S', alors: 'A', montant, evite: [{ nature, montant }] }] });
  expect(tells(repliAuDelaDuBudget, [of(20000), of(20001), of(6000, 'materiel'), etude()])).toEqual([0, 0, 0, 0]);
  expect(told(repliAuDelaDuBudget, of(20002))).toEqual([
    'mode_operatoire/repli/1/evite/1/montant / scenarios/a/moyens',
  ]);
  expect(told(repliAuDelaDuBudget, of(500, 'prestation'))).toHaveLength(1);
});

it('each nature of agreement has its model, once the study gives some', () => {
  const of = (models: string[], ...natures: (string | undefined)[]) =>
    mode({
      conventions: natures.map((nature, i) => ({
        id: `c${i}`,
        partenaire: 'mare',
        objet: 'O',
        ...(nature ? { nature } : {}),
      })),
      modeles_conventions: models.map((nature) => ({ nature, titre: 'T', articles: [] })),
    });
  expect(told(natureSansModele, of(['achat'], 'achat', 'subvention', 'subvention', 'cooperation'))).toEqual([
    'mode_operatoire/conventions/c1 / mode_operatoire/modeles_conventions',
    'mode_operatoire/conventions/c3 / mode_operatoire/modeles_conventions',
  ]);
  expect(tells(natureSansModele, [of([], 'achat'), of(['achat'], 'achat', undefined, 'gratuit'), etude()])).toEqual([
    0, 0, 0,
  ]);
});

it('the accounts have at least the projects that have begun', () => {
  const of = (nombre: number, etats: string[], unite = 'projet') => ({
    ...duMode(
      { realise: { au: '2019-08', volumes: [{ modalite: modalite.id, nombre }] } },
      { modalites: [{ ...modalite, unite }] },
    ),
    projets: etats.map((etat, i) => ({ ...projet(`p${i}`), etat })),
  });
  const begun = ['termine', 'en-cours', 'pressenti', 'retenu'];
  expect(told(projetsNonComptes, of(1, begun))).toEqual(['mode_operatoire/realise/volumes/1/nombre / projets/p0']);
  expect(
    tells(projetsNonComptes, [of(2, begun), of(9, begun), of(0, ['pressenti']), of(0, begun, 'visite'), etude()]),
  ).toEqual([0, 0, 0, 0, 0]);
});

it('a convention is signed before the experimentation that it serves ends', () => {
  const of = (rest: object) =>
    mode({ experimentation: an, conventions: [{ id: 'c', partenaire: 'mare', objet: 'O', ...rest }] });
  expect([
    told(horsExperimentation, of({ signature_prevue: '2019-09' })),
    told(horsExperimentation, of({ signature_prevue: '2018-08', signee_le: '2019-09-01' })),
  ]).toEqual([
    ['mode_operatoire/conventions/c/signature_prevue / mode_operatoire/experimentation/fin'],
    ['mode_operatoire/conventions/c/signee_le / mode_operatoire/experimentation/fin'],
  ]);
  expect(
    tells(horsExperimentation, [
      of({}),
      of({ signature_prevue: '2019-08-31' }),
      of({ signature_prevue: '2019-10', signee_le: '2019-08' }),
    ]),
  ).toEqual([0, 0, 0]);
});

it('a delay goes down and a count goes up; what is not computed goes where it says', () => {
  const du = (rest: object) => mode({ indicateurs: [{ id: 'i', libelle: 'I', unite: 'u', cible: 5, ...rest }] });
  expect(
    tells(sensDeLIndicateur, [
      du({ calcul: 'delai-reponse' }),
      du({ calcul: 'delai-reponse', sens: 'min' }),
      du({ calcul: 'projets-termines', sens: 'min' }),
      du({ calcul: 'jours-par-projet' }),
      du({ sens: 'min' }),
    ]),
  ).toEqual([1, 0, 1, 0, 0]);
});
