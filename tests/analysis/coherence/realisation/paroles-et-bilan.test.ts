/** What an evaluation may write of the projects, and what a sheet says of water: what is left to the author. */
import { describe, expect, it } from 'vitest';
import { auDelaDeCent } from '../../../../src/analysis/coherence/regles/chiffres/au-dela-de-cent.js';
import { eauSansRegle } from '../../../../src/analysis/coherence/regles/realisation/milieux.js';
import {
  bilanEcrit,
  efficienceContredite,
  paroleHorsDuProjet,
  paroleRepetee,
} from '../../../../src/analysis/coherence/regles/realisation/paroles-et-bilan.js';
import { statutDuPorteur } from '../../../../src/analysis/coherence/regles/realisation/porteurs.js';
import { duMode, mode, projet, tells } from '../told.js';

const avecProjets = (...projets: object[]) => ({ ...mode({}), projets });
const un = (rest: object) => avecProjets(projet('p', rest));

describe('an evaluation', () => {
  it('does not put the same words in two mouths; a short saying may be anyone’s', () => {
    const dits = (...textes: string[]) =>
      avecProjets(
        ...textes.map((texte, i) =>
          projet(`p${i}`, { temoignages: [{ qualite: 'Élue', texte, recueil: 'Entretien' }] }),
        ),
      );
    expect(
      tells(paroleRepetee, [
        dits('On a gagné du temps.', 'On a gagné du temps !', 'On a  gagné du temps'),
        dits('On a gagné du temps.', 'On a gagné de l’argent.'),
        dits('C’est très bien.', 'C’est très bien.'),
      ]),
    ).toEqual([1, 0, 0]);
  });

  it('hears people between the request of a project and the date of the study', () => {
    const dit = (recueil: string, rest: object = {}) =>
      un({ retenu_le: '2017-10-25', temoignages: [{ qualite: 'Élue', texte: 'Bien.', recueil }], ...rest });
    expect(
      tells(paroleHorsDuProjet, [
        dit('Entretien, octobre 2017'),
        dit('Entretien'),
        dit('Entretien, septembre 2017'),
        dit('Entretien, septembre 2017', { accompagnement: { demande_recue: '2017-09-12' } }),
        dit('Entretien, mars 2018'),
      ]),
    ).toEqual([0, 0, 1, 0, 1]);
  });

  it('counts the projects that came to their end among all, and dates the experimentation', () => {
    const dit = (texte: string, etats = ['termine', 'termine', 'en-cours']) =>
      duMode(
        { experimentation: { debut: '2018-09', fin: '2019-08' } },
        {},
        {
          projets: etats.map((etat, i) => projet(`p${i}`, { etat })),
          evaluation: { evaluateur: { designation: 'X' }, echelle: [], limites: [texte] },
        },
      );
    expect(
      tells(bilanEcrit, [
        dit('Deux projets sur trois ont abouti.'),
        dit('Trois projets sur trois ont abouti.'),
        dit('Deux projets sur trois ont demandé plus de jours.'),
        dit('Depuis la fin de l’expérimentation, le 31 août 2019, rien n’est compté.'),
        dit('Depuis la fin de l’expérimentation, en juillet 2019, rien n’est compté.'),
      ]),
    ).toEqual([0, 1, 0, 0, 1]);
  });

  it('grades the means by what was planned, a fifth more or less', () => {
    const note = (n: number, faits: number, rest: object = {}) =>
      un({
        evaluation: { efficience: { note: n, commentaire: '' } },
        accompagnement: { jours_prevus: 10, jours_realises: faits },
        budget: [{ poste: 'P', prevu: 1000, realise: 900 }],
        ...rest,
      });
    expect(
      tells(efficienceContredite, [
        note(5, 12),
        note(5, 13),
        note(1, 10),
        note(1, 11),
        note(1, 10, { budget: [{ poste: 'P', prevu: 1000, realise: 1100 }] }),
        note(4, 20),
      ]),
    ).toEqual([0, 1, 1, 0, 0, 0]);
  });
});

describe('a sheet', () => {
  it('that works on water says what was asked, in a rule, a caution or the feasibility', () => {
    const dit = (objectif: string, analyse: object | undefined = {}) => un({ objectifs: [objectif], analyse });
    expect(
      tells(eauSansRegle, [
        dit('Restaurer trois mares'),
        dit('Restaurer trois mares', { vigilances: ['Espèces protégées'] }),
        dit('Restaurer trois mares', { reglementation: [{ regle: 'Police de l’eau interrogée' }] }),
        dit('Faire connaître la rivière aux écoles'),
        dit('Créer un jardin d’eaux vives', {}),
        { ...un({ objectifs: ['Restaurer trois mares'] }) },
      ]),
    ).toEqual([1, 0, 0, 0, 0, 0]);
  });

  it('tells public from private by a type that leaves no doubt', () => {
    const porteur = (statut: string, type?: string) => un({ porteur: { designation: 'X', statut, type } });
    expect(
      tells(statutDuPorteur, [
        porteur('public', 'association de communes'),
        porteur('public', 'commune nouvelle'),
        porteur('prive', 'commune'),
        porteur('prive', 'société d’économie mixte'),
        porteur('public', 'groupement'),
        porteur('public'),
      ]),
    ).toEqual([1, 0, 1, 0, 0, 0]);
  });

  it('may measure a growth beyond a hundred per cent', () => {
    const part = (libelle: string) => un({ indicateurs: [{ libelle, unite: '%', cible: 150 }] });
    expect(tells(auDelaDeCent, [part('Hausse des prêts'), part('Vélos rendus')])).toEqual([0, 1]);
  });
});
